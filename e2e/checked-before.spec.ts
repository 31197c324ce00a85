import type { Locator, Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { type MadeClaim, makeArticle, makeClaim, makeEvidence } from "#lib/testing/factories.ts";
import { claimForm, dragOver, expectToast, field, toolbar, unfold } from "./desk.ts";
import { expect, expectNoAxeFindings, person, test, unique } from "./fixtures.ts";

const DESK = { viewport: { width: 1440, height: 900 } };
const STATEMENT = "Claim in one checkable sentence";
const ADDRESS = "/api/desk/claims/checked-before";

/** A sentence nobody else's claim is like. */
const sentence = () => `The ${unique()} of ${unique()} lent ${unique()} millions to ${unique()}.`;

type Open = Parameters<Parameters<typeof test>[2]>[0]["open"];

/** The form for a claim on the article's only sentence, which is like `said`, in a browser of its author. */
async function openForm(open: Open, said: string) {
  const author = await person("reporter");
  const words = said.replace("The", "A");
  const article = await makeArticle({ actor: author, text: `${words} And more.` });
  const page = await open(author, DESK);
  await page.goto(`/desk/articles/${article.id}`);
  await dragOver(page, words);
  await page.keyboard.press("c");
  return { page, author, article, words };
}

/** An earlier claim with two public sources and one that is confidential. */
async function earlierClaim(
  state: "published" | "second_review" = "published",
): Promise<MadeClaim & { said: string }> {
  const said = sentence();
  const claim = await makeClaim({
    statement: said,
    state,
    firstRating: "false",
    claimantName: `Ana ${unique()}`,
    claimantKind: "other",
  });
  const { id: claimId, editor: actor } = claim;
  if (state !== "published") return { ...claim, said };
  await makeEvidence({ actor, claimId, title: "The ledger" });
  await makeEvidence({ actor, claimId, title: "A letter from inside", visibility: "confidential" });
  return { ...claim, said };
}

const summary = (page: Page | Locator, text = /^\d earlier claims? says? nearly the same/) =>
  page.getByRole("button", { name: text });
const item = (page: Page, said: string) =>
  page.getByRole("list", { name: "Earlier claims" }).getByRole("listitem").filter({ hasText: said });

test("while a statement is typed, earlier claims that say nearly the same stand beside it", async ({
  open,
}) => {
  const claim = await earlierClaim();
  const { page } = await openForm(open, claim.said);
  await expect(summary(page)).toContainText("False");
  await expect(
    page.getByRole("status").filter({ hasText: "1 earlier claim says nearly the same" }),
  ).toBeAttached();
  await summary(page).click();

  const earlier = item(page, claim.said);
  const { claimant, article } = await db.claim.findUniqueOrThrow({
    where: { id: claim.id },
    select: { claimant: { select: { name: true } }, article: { select: { title: true } } },
  });
  await expect(earlier).toContainText("False");
  await expect(earlier).toContainText(/checked \d+ \w+ \d{4}/);
  await expect(earlier).toContainText(`${claimant?.name} · ${article.title}`);
  const link = earlier.getByRole("link", { name: `${claim.said} (opens in a new tab)` });
  await expect(link).toHaveAttribute("href", `/desk/claims/${claim.id}`);
  const [tab] = await Promise.all([page.waitForEvent("popup"), link.click()]);
  await expect(tab).toHaveURL(`/desk/claims/${claim.id}`);
  await tab.close();

  await field(claimForm(page), STATEMENT).fill(sentence());
  await expect(page.getByText("No earlier claim says nearly the same.")).toBeVisible();
  await field(claimForm(page), STATEMENT).fill("");
  await expect(page.getByText("Earlier claims that say nearly the same will show here.")).toBeVisible();
  await field(claimForm(page), STATEMENT).fill(claim.said.toUpperCase());
  await expect(summary(page)).toBeVisible();
});

test("a new claim takes over the public sources of an earlier one", async ({ open }) => {
  const claim = await earlierClaim();
  const { page, article } = await openForm(open, claim.said);
  await summary(page).click();
  await item(page, claim.said).getByRole("button", { name: "Copy its 2 sources" }).click();
  await expect(summary(page, /^Its 2 sources will be copied/)).toBeVisible();
  await claimForm(page).getByRole("button", { name: "Create claim" }).click();
  await expectToast(page, "Claim 1 created");
  await expect(page.getByText("2 sources", { exact: true })).toBeVisible();
  const evidence = await db.evidence.findMany({
    where: { claim: { articleId: article.id } },
    orderBy: { position: "asc" },
    select: { visibility: true, source: { select: { title: true } } },
  });
  expect(evidence.map(({ source }) => source.title)).toEqual(["The treaty", "The ledger"]);
});

test("what was chosen is kept with the draft, over a reload and in another layout", async ({ open }) => {
  const claim = await earlierClaim();
  const { page, article } = await openForm(open, claim.said);
  await summary(page).click();
  await item(page, claim.said).getByRole("button", { name: "Copy its 2 sources" }).click();
  const copying = summary(page, /^Its 2 sources will be copied/);
  await expect(copying).toBeVisible();
  await page.reload();
  await expect(copying).toBeVisible();
  await page.setViewportSize({ width: 1000, height: 900 });
  await expect(page.getByRole("dialog", { name: "New claim" })).toBeVisible();
  await expect(copying).toBeVisible();
  // Also when what is written by now is like no earlier claim.
  await field(claimForm(page), STATEMENT).fill(sentence());
  await page.reload();
  await expect(copying).toContainText("False");
  await claimForm(page).getByRole("button", { name: "Create claim" }).click();
  await expectToast(page, "Claim 1 created");
  expect(await db.evidence.count({ where: { claim: { articleId: article.id } } })).toBe(2);
});

test("what was chosen goes with the draft", async ({ open }) => {
  const claim = await earlierClaim();
  const draft = await makeClaim({ statement: claim.said.replace("The", "That") });
  const page = await open(draft.author, DESK);
  const look = async () => {
    await page.goto(`/desk/claims/${draft.id}`);
    await unfold(page, "Edit the claim");
    await field(page, STATEMENT).focus();
  };
  await look();
  await summary(page, /^1 earlier claim/).click();
  await item(page, claim.said).getByRole("button", { name: "Copy its 2 sources" }).click();
  await look();
  await expect(summary(page, /^Its 2 sources will be copied/)).toBeVisible();
  const gone = page.waitForResponse((response) => response.request().method() === "DELETE");
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(summary(page, /^1 earlier claim/)).toBeVisible();
  await (await gone).finished();
  await look();
  await expect(summary(page, /^1 earlier claim/)).toBeVisible();
});

test("the same claim is put aside as a duplicate, and that can be undone", async ({ open }) => {
  const claim = await earlierClaim();
  const { page, article } = await openForm(open, claim.said);
  await summary(page).click();
  const button = item(page, claim.said).getByRole("button", { name: "Same claim: don’t check again" });
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "false");
  await button.click();
  await claimForm(page).getByRole("button", { name: "Create claim" }).click();
  await expectToast(page, "Claim 1 created");
  const made = () =>
    db.claim.findMany({ where: { articleId: article.id }, select: { state: true, duplicateOfId: true } });
  expect(await made()).toEqual([{ state: "dismissed", duplicateOfId: claim.id }]);
  await expect(
    page.getByText("It repeats").getByRole("link", { name: claim.said, exact: true }),
  ).toHaveAttribute("href", `/desk/claims/${claim.id}`);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(made).toEqual([]);
});

test("c and Enter make a claim, whether or not anything was looked up", async ({ open }) => {
  const said = sentence();
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, text: `${said} And more.` });
  const page = await open(author, DESK);
  await page.route(`**${ADDRESS}`, () => {}); // never answered
  await page.goto(`/desk/articles/${article.id}`);
  await dragOver(page, said);
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press("c");
  await page.keyboard.press("Enter");
  await expectToast(page, "Claim 1 created");
});

test("a question that is overtaken is dropped, and one that fails can be asked again", async ({
  open,
  tolerate,
}) => {
  tolerate(/ERR_FAILED/);
  const claim = await earlierClaim();
  const { page } = await openForm(open, sentence());
  const statement = field(claimForm(page), STATEMENT);
  const release = Promise.withResolvers<void>();
  const overtaken = sentence();
  await page.route(`**${ADDRESS}`, async (route) => {
    if (!route.request().postData()?.includes(overtaken)) return route.continue();
    await release.promise;
    await route.fulfill({ json: { claims: [] } }).catch(() => {}); // nobody waits for it
  });
  await Promise.all([page.waitForRequest(`**${ADDRESS}`), statement.fill(overtaken)]);
  await statement.fill(claim.said);
  await expect(summary(page)).toBeVisible();
  release.resolve();
  await page.unrouteAll({ behavior: "wait" });
  await expect(summary(page)).toBeVisible();

  await page.route(`**${ADDRESS}`, (route) => route.abort());
  await statement.fill(sentence());
  await expect(page.getByText("Earlier claims could not be looked up.")).toBeVisible();
  await page.unroute(`**${ADDRESS}`);
  await statement.fill(claim.said);
  await expect(summary(page)).toBeVisible();
});

test("a claim that is changed is not shown itself, and takes over sources too", async ({ open }) => {
  const claim = await earlierClaim();
  const draft = await makeClaim({ statement: claim.said.replace("The", "That") });
  const page = await open(draft.author, DESK);
  await page.goto(`/desk/claims/${draft.id}`);
  await unfold(page, "Edit the claim");
  await field(page, STATEMENT).focus();
  await summary(page, /^1 earlier claim/).click();
  await item(page, claim.said).getByRole("button", { name: "Copy its 2 sources" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expectToast(page, "Claim saved");
  await expect(page.getByRole("heading", { name: "The ledger" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "A letter from inside" })).toBeHidden();
});

test("the list can be used by everybody, with long words in it, on a desk and a phone", async ({ open }) => {
  const said = `${sentence()} ${"Unbrokenwordsthatgoonandon".repeat(6)} ${sentence()}`;
  for (const state of ["draft", "published", "dismissed"] as const)
    await makeClaim({
      statement: said,
      state,
      claimantName: `The Ministry of ${"Affairs and ".repeat(12)}`,
      claimantKind: "other",
    });
  const { page } = await openForm(open, sentence());
  await field(claimForm(page), STATEMENT).fill(said);
  for (const viewport of [DESK.viewport, { width: 390, height: 844 }]) {
    await page.setViewportSize(viewport);
    // Another layout makes the form anew, with what was typed.
    await summary(page, /^3 earlier claims|will be copied/).click();
    await page.getByRole("button", { name: /^Copy/ }).first().click();
    await expectNoAxeFindings(page);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test.describe("what the desk answers", () => {
  const ask = { headers: { Origin: env.PUBLIC_URL } };

  test("is for members of the desk, asked from its own pages", async ({ requestAs }) => {
    const data = { statement: sentence(), exceptId: null };
    const gone = await person("editor", { disabledAt: new Date() });
    for (const actor of [null, gone])
      expect((await (await requestAs(actor)).post(ADDRESS, { ...ask, data })).status()).toBe(401);
    const member = await requestAs(await person("reporter"));
    for (const headers of [{ Origin: "https://evil.example" }, { Origin: "null" }, {}] as Record<
      string,
      string
    >[])
      expect((await member.post(ADDRESS, { headers, data })).status()).toBe(403);
    for (const wrong of [
      null,
      {},
      { statement: "" },
      { ...data, exceptId: "x" },
      { ...data, all: true },
      { statement: "x".repeat(1_001) },
    ])
      expect((await member.post(ADDRESS, { ...ask, data: wrong })).status()).toBe(400);
    expect(await (await member.post(ADDRESS, { ...ask, data })).json()).toEqual({
      claims: [],
      foreign: [],
    });
  });

  test("says nothing of an opinion, to nobody, while the second one is blind", async ({ requestAs }) => {
    const claim = await earlierClaim("second_review");
    for (const actor of [claim.author, claim.first, claim.second, claim.editor]) {
      const answer = await (await requestAs(actor)).post(ADDRESS, {
        ...ask,
        data: { statement: claim.said },
      });
      const text = await answer.text();
      expect(JSON.parse(text).claims).toMatchObject([
        { id: claim.id, tone: null, ratingLabel: null, decidedAt: null },
      ]);
      expect(text).not.toMatch(/"False"|Concluded|Reasoned/);
    }
  });
});
