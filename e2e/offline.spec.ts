import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { claimForm, dragOver, expectToast, field, writeVerdict } from "./desk.ts";
import { expect, expectNoAxeFindings, person, test } from "./fixtures.ts";

// The connection is lost while somebody works: they are told, nothing they wrote is lost, and what they asked to save
// is saved once.

const VERDICT = { rating: "Misleading", conclusion: "Half of it.", rationale: "The other half." };
const LOST = "No connection. What you write is kept in this browser.";
const WILL_SEND = "is sent when the connection is back";

test("a verdict is sent by itself when the connection is back", async ({ open, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/);
  const reviewer = await person("reviewer");
  const claim = await makeClaim({ state: "in_review", first: reviewer });
  const page = await open(reviewer);
  await page.goto(`/desk/claims/${claim.id}`);
  await writeVerdict(page, VERDICT);
  await page.context().setOffline(true);
  await expect(page.getByRole("status").getByText(LOST)).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole("button", { name: "Commit verdict" }).click();
  await expect(page.getByRole("alert").getByText(WILL_SEND)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Why", exact: true })).toHaveValue(VERDICT.rationale);
  await page.context().setOffline(false);
  await expectToast(page, "Verdict committed");
  await expect(page.getByText(LOST)).toBeHidden();
});

test("a claim whose answer was lost on its way is made once", async ({ open, tolerate }) => {
  tolerate(/ERR_FAILED|ERR_CONNECTION/);
  const author = await person("reporter");
  const article = await makeArticle({ actor: author });
  const page = await open(author, { viewport: { width: 1440, height: 900 } });
  await page.goto(`/desk/articles/${article.id}`);
  await dragOver(page, "twelve members at first");
  await page.keyboard.press("c");
  await field(claimForm(page), "Claim in one checkable sentence").fill("NATO had twelve members.");
  let lost = 0;
  await page.route(`**/desk/articles/${article.id}`, async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.continue();
    lost += 1;
    // The server does it, and nobody hears.
    await route.fetch();
    await route.abort();
  });
  await claimForm(page).getByRole("button", { name: "Create claim" }).click();
  await expectToast(page, "Claim 1 created");
  expect(lost).toBe(1);
  expect(await db.claim.count({ where: { articleId: article.id } })).toBe(1);
});

test("who writes on after it failed sends it when they like", async ({ open, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/);
  const reviewer = await person("reviewer");
  const claim = await makeClaim({ state: "in_review", first: reviewer });
  const page = await open(reviewer);
  await page.goto(`/desk/claims/${claim.id}`);
  await writeVerdict(page, VERDICT);
  await page.context().setOffline(true);
  const commit = page.getByRole("button", { name: "Commit verdict" });
  await commit.click();
  await expect(page.getByRole("alert").getByText(WILL_SEND)).toBeVisible();
  await page.getByRole("textbox", { name: "Conclusion, in one sentence" }).fill("Half of it is true.");
  await expect(page.getByRole("alert").getByText("try again")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(LOST)).toBeHidden();
  expect(await db.review.count({ where: { claimId: claim.id } })).toBe(0);
  await commit.click();
  await expectToast(page, "Verdict committed");
  const [review] = await db.review.findMany({ where: { claimId: claim.id }, select: { conclusion: true } });
  expect(review).toEqual({ conclusion: "Half of it is true." });
});
