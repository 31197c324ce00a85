import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { Actor, Role } from "#lib/auth/policy.ts";
import { editClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import {
  choose,
  claimForm,
  dragOver,
  expectPreview,
  expectToast,
  field,
  signInThroughForm,
  unfold,
  writeVerdict,
} from "./desk.ts";
import { endSessions, expect, person, test, unique } from "./fixtures.ts";

const PASSWORD = "back to where I was";
const VERDICT = {
  rating: "Misleading",
  conclusion: "Half of it is left out.",
  rationale: "**Which** half:\n\n- this one",
};

async function expectVerdict(page: Page): Promise<void> {
  await expect(page.getByRole("radio", { name: VERDICT.rating })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Conclusion, in one sentence" })).toHaveValue(
    VERDICT.conclusion,
  );
  await expect(page.getByRole("textbox", { name: "Why", exact: true })).toHaveValue(VERDICT.rationale);
}

test("a reload in the middle of a new article loses nothing", async ({ open }) => {
  const text = await readFile(new URL("../prisma/demo/board-of-peace.txt", import.meta.url), "utf8");
  const page = await open(await person("reporter"));
  await page.goto("/desk/articles/new?way=paste");
  await field(page, "Text of the article").fill(text);
  await page.reload();
  await expect(field(page, "Text of the article")).toHaveValue(text);
  await page.getByRole("button", { name: "Read it" }).click();
  await expectPreview(page);

  const block = page.getByRole("checkbox", { name: /^Part of the article: / }).nth(2);
  await field(page, "Title").fill("Half an article");
  await field(page, "Byline").fill("Ana Silva");
  await choose(page, "Ours");
  await block.uncheck();
  await page.reload();
  await expect(block).not.toBeChecked();
  await expect(field(page, "Title")).toHaveValue("Half an article");
  await expect(field(page, "Byline")).toHaveValue("Ana Silva");
  await expect(page.getByRole("radio", { name: /^Ours/ })).toBeChecked();

  await page.getByRole("button", { name: "Save article" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Half an article" })).toBeVisible();
  await page.goto("/desk/articles/new?way=paste");
  await expect(field(page, "Text of the article")).toHaveValue("");
});

test("a reload in the middle of a new claim opens its form again with what was typed", async ({ open }) => {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author });
  const page = await open(author, { viewport: { width: 1440, height: 900 } });
  await page.goto(`/desk/articles/${article.id}`);
  await dragOver(page, "twelve members at first");
  await page.keyboard.press("c");
  await field(claimForm(page), "Claim in one checkable sentence").fill("NATO had twelve members at first.");
  await field(claimForm(page), "Who says it").fill("A historian");
  await page.reload();
  await expect(field(claimForm(page), "Claim in one checkable sentence")).toHaveValue(
    "NATO had twelve members at first.",
  );
  await expect(field(claimForm(page), "Who says it")).toHaveValue("A historian");
  await claimForm(page).getByRole("button", { name: "Create claim" }).click();
  await expectToast(page, "Claim 1 created");
  expect(
    await db.passage.findMany({ where: { claim: { articleId: article.id } }, select: { quote: true } }),
  ).toEqual([{ quote: "twelve members at first" }]);
  await page.reload();
  await expect(page.getByRole("link", { name: "Claim 1, Draft" })).toBeVisible();
  await expect(claimForm(page)).toBeHidden();
});

test("a reload in the middle of attaching a source loses nothing", async ({ open }) => {
  const author = await person("reporter");
  const claim = await makeClaim({ author });
  const page = await open(author);
  await page.goto(`/desk/claims/${claim.id}`);
  const evidence = page.getByRole("region", { name: "Evidence" });
  await field(evidence, "Web address").fill("https://nato.example/treaty");
  await field(evidence, "Title").fill("The treaty");
  // Where one goes on, the list of known sources closes: until then it lies over what stands below.
  await field(evidence, "Kind of source").focus();
  await field(evidence, "Kind of source").selectOption("primary");
  await choose(evidence, "Refutes");
  await field(evidence, "Quoted words").fill("Done at Washington");
  await page.reload();
  await expect(evidence.getByText(/^Brought back what you wrote on/)).toBeVisible();
  await expect(field(evidence, "Web address")).toHaveValue("https://nato.example/treaty");
  await expect(field(evidence, "Title")).toHaveValue("The treaty");
  await expect(field(evidence, "Kind of source")).toHaveValue("primary");
  await expect(evidence.getByRole("radio", { name: "Refutes" })).toBeChecked();
  await expect(field(evidence, "Quoted words")).toHaveValue("Done at Washington");

  await evidence.getByRole("button", { name: "Discard it" }).click();
  await expect(field(evidence, "Title")).toHaveValue("");
  await page.reload();
  await expect(field(evidence, "Title")).toHaveValue("");
});

test("a reload in the middle of a verdict loses nothing, and a committed one leaves nothing behind", async ({
  open,
}) => {
  const reviewer = await person("reviewer");
  const claim = await makeClaim({ state: "in_review", first: reviewer });
  const page = await open(reviewer);
  await page.goto(`/desk/claims/${claim.id}`);
  await writeVerdict(page, VERDICT);
  await page.reload();
  await expect(page.getByText(/^Brought back what you wrote on/)).toBeVisible();
  await expectVerdict(page);
  await page.getByRole("button", { name: "Commit verdict" }).click();
  await expectToast(page, "Verdict committed");
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("draft:"))),
  ).toEqual([]);
});

test("who is signed out and reloads signs in again and finds what was written", async ({
  open,
  tolerate,
}) => {
  // The page's streams end with the session, and are told so when they ask again.
  tolerate(/401/);
  const reviewer = await member("reviewer");
  const claim = await makeClaim({ state: "in_review", first: reviewer });
  const page = await open(reviewer);
  const path = `/desk/claims/${claim.id}?from=queue`;
  await page.goto(path);
  await writeVerdict(page, VERDICT);
  await endSessions(reviewer);
  await page.reload();
  await expect(
    page.getByText("Your session has ended. Sign in again and you are back where you were."),
  ).toBeVisible();
  await signInThroughForm(page, { email: reviewer.email, password: PASSWORD });
  await expect(page).toHaveURL(path);
  await expectVerdict(page);
  await page.getByRole("button", { name: "Commit verdict" }).click();
  await expectToast(page, "Verdict committed");
});

test("of two who edit the same claim, the second sees both texts and loses neither", async ({ open }) => {
  const author = await person("reporter");
  const editor = await person("editor");
  const statement = `As it was ${unique()}`;
  const claim = await makeClaim({ author, statement });
  const page = await open(author);
  await page.goto(`/desk/claims/${claim.id}`);
  await unfold(page, "Edit the claim");
  await field(page, "Claim in one checkable sentence").fill("As the author writes it");
  const theirs = { saidOn: null, saidWhere: null, claimantName: null, topics: [] };
  await editClaim({
    actor: editor,
    claimId: claim.id,
    version: 1,
    statement: "As the editor wrote it",
    ...theirs,
  });

  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Somebody else saved this while you were writing.")).toBeVisible();
  await expect(page.getByText("As the editor wrote it").last()).toBeVisible();
  await expect(field(page, "Claim in one checkable sentence")).toHaveValue("As the author writes it");
  const saved = () => db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { statement: true } });
  expect(await saved()).toEqual({ statement: "As the editor wrote it" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expectToast(page, "Claim saved");
  expect(await saved()).toEqual({ statement: "As the author writes it" });
});

/** A member who can sign in through the form. */
async function member(role: Role): Promise<Actor & { email: string }> {
  const actor = await person(role, { passwordHash: await hashPassword(PASSWORD) });
  const { email } = await db.member.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } });
  return { ...actor, email };
}
