import type { Locator, Page } from "@playwright/test";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { Actor, Role } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { waveAway } from "#lib/suggestions/commands.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import {
  claimForm,
  dragOver,
  expectPreview,
  expectToast,
  field,
  markLink,
  toolbar,
  writeVerdict,
} from "./desk.ts";
import { endSessions, expect, expectNoAxeFindings, person, test } from "./fixtures.ts";

// The session ends while somebody writes: they sign in over the page, and what they wrote is sent.

const PASSWORD = "back to where I was";
const VERDICT = { rating: "Misleading", conclusion: "Half of it.", rationale: "The other half." };

/** A member who can sign in. */
async function member(role: Role): Promise<Actor & { email: string }> {
  const actor = await person(role, { passwordHash: await hashPassword(PASSWORD) });
  const { email } = await db.member.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } });
  return { ...actor, email };
}

const dialogOf = (page: Page): Locator => page.getByRole("dialog", { name: "Sign in again" });

/** A page with a claim's sources follows them, and asks anew when its stream ends with the session. */
const FOLLOWING = /status of 401.*\/sources\/events/;

async function signInAgain(page: Page, email: string, password = PASSWORD): Promise<void> {
  const dialog = dialogOf(page);
  await dialog.getByLabel("E-mail address").fill(email);
  await dialog.getByLabel("Password").fill(password);
  await dialog.getByRole("button", { name: "Sign in and send" }).click();
}

test("a verdict is sent once its writer has signed in again, without leaving the page", async ({
  open,
  tolerate,
}) => {
  tolerate(FOLLOWING);
  const reviewer = await member("reviewer");
  const claim = await makeClaim({ state: "in_review", first: reviewer });
  const page = await open(reviewer);
  const path = `/desk/claims/${claim.id}?from=queue`;
  await page.goto(path);
  await writeVerdict(page, VERDICT);
  await endSessions(reviewer);
  await page.getByRole("button", { name: "Commit verdict" }).click();
  await expect(dialogOf(page)).toBeVisible();
  await expectNoAxeFindings(page);

  await signInAgain(page, reviewer.email, "not this one");
  await expect(dialogOf(page).getByRole("alert")).toBeVisible();
  await expect(dialogOf(page).getByLabel("E-mail address")).toHaveValue(reviewer.email);
  await signInAgain(page, reviewer.email);
  await expectToast(page, "Verdict committed");
  await expect(page).toHaveURL(path);
  const given = await db.review.findMany({
    where: { claimId: claim.id },
    select: { conclusion: true, reviewerId: true },
  });
  expect(given).toEqual([{ conclusion: VERDICT.conclusion, reviewerId: reviewer.id }]);
});

test("a claim on an article is made once, and an article is read", async ({ open, tolerate }) => {
  // The page may say where its reader is, or look for earlier claims, just after the session has ended.
  tolerate(/status of 401.*\/(presence|checked-before)/);
  const reporter = await member("reporter");
  const article = await makeArticle({ actor: reporter });
  const page = await open(reporter, { viewport: { width: 1440, height: 900 } });
  await page.goto(`/desk/articles/${article.id}`);
  await dragOver(page, "twelve members at first");
  await page.keyboard.press("c");
  await field(claimForm(page), "Claim in one checkable sentence").fill("NATO had twelve members.");
  await endSessions(reporter);
  await claimForm(page).getByRole("button", { name: "Create claim" }).click();
  await signInAgain(page, reporter.email);
  await expectToast(page, "Claim 1 created");
  expect(await db.claim.count({ where: { articleId: article.id } })).toBe(1);

  await page.goto("/desk/articles/new?way=paste");
  await field(page, "Text of the article").fill("One sentence. And another.");
  await endSessions(reporter);
  await page.getByRole("button", { name: "Read it" }).click();
  await signInAgain(page, reporter.email);
  await expectPreview(page);
});

test("put off, it keeps what was written and asks again", async ({ open, tolerate }) => {
  tolerate(FOLLOWING);
  const reviewer = await member("reviewer");
  const claim = await makeClaim({ state: "in_review", first: reviewer });
  const page = await open(reviewer);
  await page.goto(`/desk/claims/${claim.id}`);
  await writeVerdict(page, VERDICT);
  await endSessions(reviewer);
  const commit = page.getByRole("button", { name: "Commit verdict" });
  await commit.click();
  await expect(dialogOf(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
  await expect(page.getByText("Sign in again and send it once more")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Why", exact: true })).toHaveValue(VERDICT.rationale);
  await commit.click();
  await signInAgain(page, reviewer.email);
  await expectToast(page, "Verdict committed");
});

test("somebody else who signs in is told, gets a page of their own, and sends nothing", async ({
  open,
  tolerate,
}) => {
  tolerate(FOLLOWING);
  const [reviewer, other] = [await member("reviewer"), await member("reviewer")];
  const claim = await makeClaim({ state: "in_review", first: reviewer });
  const page = await open(reviewer);
  await page.goto(`/desk/claims/${claim.id}`);
  await writeVerdict(page, VERDICT);
  await endSessions(reviewer);
  await page.getByRole("button", { name: "Commit verdict" }).click();
  await signInAgain(page, other.email);
  const told = page.getByRole("dialog", { name: `You are ${other.name} now` });
  await expect(told).toContainText(`This page was opened by ${reviewer.name}`);
  await told.getByRole("button", { name: `Load the page as ${other.name}` }).click();
  await expect(told).toBeHidden();
  await expect(page.getByText(VERDICT.rationale)).toBeHidden();
  expect(await db.review.count({ where: { claimId: claim.id } })).toBe(0);
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("draft:")));
  expect(kept.filter((key) => key.includes(reviewer.id))).toHaveLength(1);
  expect(kept.filter((key) => key.includes(other.id))).toEqual([]);
});

test("what a key or a button does goes on once one has signed in again, and so does its Undo", async ({
  open,
  tolerate,
}) => {
  tolerate(/status of 401.*\/(presence|claims|events)/);
  const author = await member("reporter");
  const claim = await makeClaim({ author, words: "Sweden joined" });
  const page = await open(author, { viewport: { width: 1440, height: 900 } });
  const places = () =>
    db.passage.count({ where: { claimId: claim.id, isCurrent: true, startOffset: { not: null } } });
  await page.goto(`/desk/articles/${claim.articleId}`);
  await markLink(page, 1).click();
  await dragOver(page, "twelve members");
  await expect(toolbar(page)).toBeVisible();
  await endSessions(author);
  await page.keyboard.press("a");
  await expect(dialogOf(page)).toBeVisible();
  expect(await places()).toBe(1);
  await signInAgain(page, author.email);
  await expectToast(page, "Claim 1: these words are attached");
  expect(await places()).toBe(2);

  await endSessions(author);
  await page.getByRole("button", { name: "Undo" }).click();
  await dialogOf(page).getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Sign in again and send it once more")).toBeVisible();
  expect(await places()).toBe(2);
});

test("suggestions asked for without a session come once one has signed in again, without what was waved away", async ({
  open,
  tolerate,
}) => {
  tolerate(/status of 401.*\/(presence|claims|events)/);
  const author = await member("reporter");
  const [waved, shown] = ["Unemployment rose by 4 percent in 2023.", "The city built 1,200 homes in 2023."];
  const article = await makeArticle({ actor: author, text: `${waved} ${shown}` });
  await waveAway({ actor: author, articleId: article.id, words: waved });
  const page = await open(author, { viewport: { width: 1440, height: 900 } });
  const path = `/desk/articles/${article.id}`;
  await page.goto(path);
  await endSessions(author);
  await page.getByRole("button", { name: "Suggestions" }).click();
  await signInAgain(page, author.email);
  const list = page.getByRole("list", { name: "Sentences worth checking" });
  await expect(list.locator("[data-sentence]")).toHaveText([shown]);
  await expect(page).toHaveURL(path);
});
