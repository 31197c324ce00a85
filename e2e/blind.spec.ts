import type { BrowserContext, Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { giveOpinion, takeClaim } from "#lib/reviews/commands.ts";
import { type MadeClaim, makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { expectToast, takeAndJudge, writeVerdict } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

type Answer = { url: string; body: string };

const FIRST = { rating: "misleading", conclusion: "zebra-conclusion-71", rationale: "zebra-rationale-71" };

test("the second reviewer learns nothing of the first verdict by any route, and sees both after their own", async ({
  open,
}) => {
  test.slow();
  const { claim, first, statement } = await claimWithFirstVerdict();
  const second = await person("reviewer");
  const page = await open(second);
  const answers = keepAnswers(page.context());
  const claimPath = `/desk/claims/${claim.id}`;

  await test.step("before it is taken", async () => {
    await page.goto(claimPath);
    await page.getByRole("link", { name: /^History/ }).click();
    await expect(page.getByText(/submitted the claim for review/)).toBeVisible();
    await page.getByRole("link", { name: "Claim", exact: true }).click();
    await page.getByRole("link", { name: "See it in the article" }).click();
    await expect(page.getByRole("heading", { name: "Claims in this article" })).toBeAttached();
    const read = await readEverything(page, claim, statement);
    for (const { url, body } of [...(await answers()), ...read]) {
      expect.soft(leaks(body), url).toEqual([]);
      // The lists hold other people's claims too; on these pages there is only this one.
      if (url.includes(claim.id) || url.includes(claim.articleId))
        expect.soft(/misleading/i.test(body), `“misleading” in ${url}`).toBe(false);
    }
  });

  await test.step("while it is theirs", async () => {
    await page.goto(claimPath);
    await page.getByRole("button", { name: "Take it", exact: true }).click();
    await expect(page.getByText("The first verdict stays hidden until you commit yours.")).toBeVisible();
    await expect(page.getByText("1 opinion so far. Opinions stay hidden until all are in.")).toBeVisible();
    const read = await readEverything(page, claim, statement);
    const [given, other] = [claim.ratings.misleading ?? "", claim.ratings.mixed ?? ""];
    for (const { url, body } of [...(await answers()), ...read]) {
      expect.soft(leaks(body), url).toEqual([]);
      // The form has every rating; the one that was given must not stand out.
      expect.soft(times(body, given), `${given} in ${url}`).toBe(times(body, other));
    }
  });

  await test.step("after their own, both stand side by side", async () => {
    await page.goto(claimPath);
    await writeVerdict(page, {
      rating: "Mixed",
      conclusion: "It is half of it.",
      rationale: "The other half.",
    });
    await page.getByRole("button", { name: "Commit verdict" }).click();
    await expectToast(page, "The opinions differ, so the claim goes to adjudication.");
    const opinions = page.getByRole("region", { name: "The opinions, side by side" });
    await expect(opinions.getByText(FIRST.conclusion)).toBeVisible();
    await expect(opinions.getByText(FIRST.rationale)).toBeVisible();
    await expect(opinions.getByText("It is half of it.")).toBeVisible();
    await expect(page.getByText("You have already given an opinion on this claim.")).toBeVisible();
  });

  await test.step("the first reviewer cannot adjudicate, an editor can, and the claim is ready", async () => {
    const firstPage = await open(first);
    await firstPage.goto(claimPath);
    await expect(firstPage.getByRole("button", { name: "Take it", exact: true })).toBeHidden();

    const editorPage = await open(await person("editor"));
    await editorPage.goto(claimPath);
    await takeAndJudge(editorPage, {
      rating: "Mixed",
      conclusion: "The editor weighs both.",
      rationale: "For the second.",
    });
    await expect(editorPage.getByRole("region", { name: "Ready to publish" })).toBeVisible();
    const inForce = editorPage.getByRole("region", { name: "Verdict", exact: true });
    await expect(inForce.getByText("The editor weighs both.")).toBeVisible();
  });
});

test("reviewers who agree make the claim ready at once", async ({ open }) => {
  const claim = await makeClaim({ state: "second_review", firstRating: "false" });
  const page = await open(await person("reviewer"));
  await page.goto(`/desk/claims/${claim.id}`);
  await takeAndJudge(page, { rating: "False", conclusion: "It is not so.", rationale: "See the treaty." });
  await expectToast(page, "The claim is ready to publish.");
});

async function claimWithFirstVerdict() {
  const statement = `NATO began in Washington, says ${unique()}.`;
  const [author, first] = [await person("reporter"), await person("reviewer")];
  const article = await makeArticle({ actor: author, title: `The beginning of ${unique()}` });
  const claim = await makeClaim({ state: "queued", author, first, article, statement });
  await takeClaim({ actor: first, claimId: claim.id, now: new Date() });
  const ratingId = claim.ratings[FIRST.rating] ?? "";
  const { conclusion, rationale } = FIRST;
  await giveOpinion({ actor: first, claimId: claim.id, ratingId, conclusion, rationale, now: new Date() });
  return { claim, first, statement };
}

/** Reads every screen that could tell, as documents and as what the browser fetches when a link is followed. */
async function readEverything(
  page: Page,
  { id, articleId }: MadeClaim,
  statement: string,
): Promise<Answer[]> {
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id }, select: { slug: true } });
  const article = await db.article.findUniqueOrThrow({ where: { id: articleId }, select: { slug: true } });
  const query = encodeURIComponent(statement);
  const addresses = [
    ...["mine", "next", "second", "adjudication", "ready", "all"].map((view) => `/desk/queue?view=${view}`),
    `/desk/queue?view=second&claim=${id}`,
    `/desk/claims?q=${query}`,
    `/desk/claims?state=second_review&q=${query}`,
    "/desk",
    "/desk/articles",
    `/desk/articles/${articleId}`,
    `/desk/articles/${articleId}/edit`,
    `/desk/claims/${id}`,
    `/desk/claims/${id}?tab=history`,
    "/",
    `/claims?q=${query}`,
    "/corrections",
  ];
  const { request } = page.context();
  const answers: Answer[] = [];
  const read = async (url: string, headers: Record<string, string> = {}): Promise<number> => {
    const answer = await request.get(url, { headers });
    answers.push({ url, body: await answer.text() });
    return answer.status();
  };
  for (const address of addresses) {
    expect(await read(address), address).toBe(200);
    expect(await read(address, { RSC: "1" }), address).toBe(200);
  }
  const live = `/api/desk/articles/${articleId}`;
  expect(await read(`${live}/events?after=0`, { Accept: "application/json" })).toBe(200);
  expect(await read(`${live}/claims?ids=${id}`)).toBe(200);
  for (const words of [query, FIRST.conclusion, FIRST.rationale])
    expect(await read(`/api/desk/search?q=${words}`)).toBe(200);
  expect(await read(`/api/desk/search?visited=claim:${id},article:${articleId}`)).toBe(200);
  for (const hidden of [`/claims/${slug}`, `/articles/${article.slug}`])
    expect(await read(hidden), hidden).toBe(404);
  return answers;
}

/** Collects what the server answers to this browser, whatever it asks by itself. */
function keepAnswers(context: BrowserContext): () => Promise<Answer[]> {
  const kept: Promise<Answer>[] = [];
  context.on("response", (response) => {
    const type = response.headers()["content-type"] ?? "";
    if (!/html|x-component|json/.test(type) || response.status() >= 300) return;
    const url = response.url();
    // A prefetch that a navigation cut off has no body: nobody could read it.
    const body = response.text().catch(() => "");
    kept.push(body.then((text) => ({ url, body: text })));
  });
  return () => Promise.all(kept.splice(0));
}

const leaks = (body: string): string[] =>
  [FIRST.conclusion, FIRST.rationale].filter((words) => body.includes(words));

const times = (body: string, words: string): number => body.split(words).length - 1;
