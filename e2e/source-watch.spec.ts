import { db } from "#lib/db/client.ts";
import { type MadeClaim, makeClaim, makeEvidence, sourceOf } from "#lib/testing/factories.ts";
import { beginDueChecks } from "#lib/watch/commands.ts";
import { type ArticleServer, startArticleServer } from "./article-server.ts";
import { expectToast, field, unfold } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

const QUOTE = "An armed attack against one or more of them shall be considered an attack against them all.";
const ELSE =
  "An armed attack against one or more of them shall be considered an attack against none of them.";
const pageOf = (title: string, words: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>${title}</title></head><body><article><h1>${title}</h1>
<p>The treaty was signed in Washington in April, by twelve states that had agreed upon it before.</p>
<p>${words}</p><p>Any state so invited may become a party to the treaty by depositing its instrument.</p>
</article></body></html>`;

/** A claim that quotes a page of somebody else's site. */
async function cite(claim: MadeClaim, server: ArticleServer) {
  const title = `The treaty of ${unique()}`;
  const path = `/${unique().replaceAll(/\W/g, "")}`;
  const url = server.serve(path, pageOf(title, QUOTE));
  const evidence = await makeEvidence({
    actor: claim.author,
    claimId: claim.id,
    ...{ url, title, quote: QUOTE, noSnapshotReason: null },
  });
  const sourceId = await sourceOf(evidence.id);
  await expect.poll(() => db.snapshot.count({ where: { sourceId, state: "kept" } })).toBe(1);
  return { title, path, sourceId };
}

test("the quote disappears from a cited page: the watch raises a task, and somebody settles it", async ({
  open,
}) => {
  await using server = await startArticleServer();
  const author = await person("reporter");
  const claim = await makeClaim({ author });
  const { title, path, sourceId } = await cite(claim, server);
  const page = await open(author);
  await page.goto(`/desk/claims/${claim.id}`);
  const evidence = page.getByRole("region", { name: "Evidence" });
  await expect(evidence.getByText("Found in the kept copy")).toBeVisible();

  server.serve(path, pageOf(title, ELSE));
  await page.goto(`/desk/sources/${sourceId}`);
  await page.getByRole("button", { name: "Check now" }).click();
  await expectToast(page, "The page is being looked at");
  await expect(page.getByText("The quoted words do not stand on the page any more.")).toBeVisible();
  await expect(page.getByText(/^Last looked at/)).toBeVisible();
  await page.goto(`/desk/claims/${claim.id}`);
  await expect(evidence.getByText("The quoted words do not stand on the page any more.")).toBeVisible();
  await expect(evidence.getByRole("blockquote")).toHaveText(QUOTE);
  await evidence.getByRole("link", { name: "See the task" }).click();

  const task = page.getByRole("article", { name: /^Claim 1/ });
  await expect(task.getByText("Words changed")).toBeVisible();
  await expect(task.locator("del")).toHaveText(["all"]);
  await expect(task.locator("ins")).toHaveText(["none of"]);
  await task.getByRole("link", { name: /^Page as found/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Kept copy of / })).toBeVisible();
  await expect(page.getByText(ELSE)).toBeVisible();
  await page.goBack();

  await unfold(task, "The claim stands");
  await task.getByRole("button", { name: "Let it stand" }).click();
  await expect(field(task, "Why it stands")).toHaveAccessibleDescription(/Fill this in|required/i);
  await field(task, "Why it stands").fill("The registry corrected a slip; the signed text says all.");
  await task.getByRole("button", { name: "Let it stand" }).click();
  await expectToast(page, "Settled: the claim stands");
  await expect(task).toBeHidden();
  await page.goto(`/desk/claims/${claim.id}`);
  await expect(evidence.getByRole("blockquote")).toHaveText(QUOTE);
  await expect(evidence.getByRole("link", { name: "See the task" })).toBeHidden();
  await page.getByRole("link", { name: "History" }).click();
  await expect(
    page.getByText(`${author.name} settled a changed page: “${title}” (the claim stands)`),
  ).toBeVisible();
  await expect(page.getByText("the signed text says all")).toBeVisible();
});

test("what happens between the making of a page and its stream's first word is told", async ({ open }) => {
  await using server = await startArticleServer();
  const claim = await makeClaim();
  const { path, sourceId } = await cite(claim, server);
  const page = await open(await person("editor"));
  const held = Promise.withResolvers<void>();
  await page.route(/\/api\/desk\/sources\/events/, async (route) => {
    await held.promise;
    await route.continue();
  });
  const asked = page.waitForRequest(/\/api\/desk\/sources\/events/);
  await page.goto(`/desk/claims/${claim.id}`);
  const evidence = page.getByRole("region", { name: "Evidence" });
  await expect(evidence.getByText("Found in the kept copy")).toBeVisible();
  await asked;

  server.takeDown(path);
  await db.sourceWatch.upsert({
    where: { sourceId },
    create: { sourceId, nextCheckAt: new Date(0) },
    update: { nextCheckAt: new Date(0) },
  });
  await beginDueChecks({ now: new Date() });
  await expect.poll(() => db.sourceTask.count({ where: { evidence: { sourceId }, outcome: null } })).toBe(1);
  await expect(evidence.getByText("The page is gone.")).toBeHidden();
  held.resolve();
  await expect(evidence.getByText("The page is gone.")).toBeVisible();
});

test("a page that is gone is marked while somebody looks on, and the mark goes when it is back", async ({
  open,
}) => {
  await using server = await startArticleServer();
  const editor = await person("editor");
  const claim = await makeClaim();
  const { title, path, sourceId } = await cite(claim, server);
  const page = await open(editor);
  const following = page.waitForResponse((answer) => answer.url().includes("/api/desk/sources/events"));
  await page.goto(`/desk/claims/${claim.id}`);
  const evidence = page.getByRole("region", { name: "Evidence" });
  await expect(evidence.getByText("Found in the kept copy")).toBeVisible();
  await following;
  await db.sourceWatch.upsert({
    where: { sourceId },
    create: { sourceId, nextCheckAt: new Date(0) },
    update: { nextCheckAt: new Date(0) },
  });
  const lookAgain = async () => {
    await db.sourceWatch.update({ where: { sourceId }, data: { nextCheckAt: new Date(0) } });
    await beginDueChecks({ now: new Date() });
  };

  server.takeDown(path);
  await lookAgain();
  await expect(evidence.getByText("The page is gone.")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`/desk/source-tasks?source=${sourceId}`);
  const task = other.getByRole("article", { name: /^Claim 1/ });
  await expect(task.getByText("The site answered with an error (404)")).toBeVisible();

  server.serve(path, pageOf(title, QUOTE));
  await lookAgain();
  await expect(evidence.getByText("The page is gone.")).toBeHidden();
  await expect(task).toBeHidden();
  await expect(other.getByRole("combobox", { name: "Source" })).toHaveValue(sourceId);
});
