import type { Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { takeClaim } from "#lib/reviews/commands.ts";
import { makeArticle, makeClaim, makeEvidence } from "#lib/testing/factories.ts";
import { field } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

const tickOf = (page: Page, statement: string) =>
  page.getByRole("checkbox", { name: new RegExp(RegExp.escape(statement)) });

test("an editor publishes several claims at once: told before what will happen, and after what did", async ({
  open,
}) => {
  const article = await makeArticle();
  const made = (count: number, statement: string) =>
    makeClaim({
      state: "ready",
      statement,
      article,
      now: new Date(Date.now() - (10 - count) * 60_000),
    });
  const statements = ["Dams held", "Dams broke", "Dams leaked", "Dams dried"].map(
    (one) => `${one} ${unique()}`,
  );
  const [held, broke, leaked, dried] = statements as [string, string, string, string];
  await made(1, held);
  const changing = await made(2, broke);
  const unsearched = await made(3, leaked);
  await made(4, dried);
  await db.claim.update({ where: { id: unsearched.id }, data: { searchNote: null } });
  const page = await open(await person("editor"));
  await page.goto(`/desk/queue?view=ready&article=${article.id}`);

  // By key, by a range, all, and none.
  await page.keyboard.press("k");
  await page.keyboard.press("x");
  await expect(tickOf(page, held)).toBeChecked();
  await expect(page.getByRole("status").filter({ hasText: "1 claim selected" })).toBeAttached();
  await tickOf(page, held).uncheck();
  await tickOf(page, held).check();
  // Keys go on where the tick has the focus.
  await page.keyboard.press("x");
  await expect(tickOf(page, held)).not.toBeChecked();
  await page.keyboard.press("x");
  await expect(tickOf(page, held)).toBeChecked();
  await tickOf(page, leaked).click({ modifiers: ["Shift"] });
  await expect(tickOf(page, broke)).toBeChecked();
  await expect(tickOf(page, dried)).not.toBeChecked();
  await page.getByRole("button", { name: "Select none" }).click();
  await expect(tickOf(page, broke)).not.toBeChecked();
  await page.getByRole("button", { name: "Select all 4 shown" }).click();
  await tickOf(page, dried).uncheck();
  await page.getByRole("button", { name: "Publish…" }).click();

  await expect(page.getByText("3 claims: 2 will be published, 1 cannot.")).toBeVisible();
  await expect(page.getByText(/^This cannot be published yet/)).toBeVisible();
  await makeEvidence({ actor: changing.editor, claimId: changing.id });
  await page.getByRole("button", { name: "Publish 2 claims" }).click();

  await expect(page.getByRole("heading", { name: "1 claim published, 1 not." })).toBeFocused();
  const outcome = (statement: string) =>
    page
      .getByRole("list", { name: "What became of each claim" })
      .getByRole("listitem")
      .filter({ hasText: statement });
  await expect(outcome(held)).toContainText("Published");
  await expect(outcome(broke)).toContainText("Changed meanwhile");
  await page.getByRole("link", { name: "Done: back to the queue" }).click();
  await expect(page.getByRole("link", { name: "Ready 3" })).toBeVisible();
  await expect(page).toHaveURL(/view=ready&article=/);
});

test("several claims are asked for and taken back, without script but for the undo", async ({ open }) => {
  const article = await makeArticle();
  const [ana, editor] = [await person("reviewer"), await person("editor")];
  const [one, two] = [`Weirs rose ${unique()}`, `Weirs fell ${unique()}`];
  const first = await makeClaim({ state: "queued", statement: one, article });
  await makeClaim({ state: "queued", statement: two, article, author: ana });

  const plain = await open(editor, { javaScriptEnabled: false });
  await plain.goto(`/desk/queue?view=all&article=${article.id}`);
  await tickOf(plain, one).check();
  await tickOf(plain, two).check();
  await plain.getByRole("button", { name: "Ask somebody…" }).click();
  await field(plain, "Who is asked").selectOption(ana.name);
  await plain.getByRole("button", { name: "Ask for 2 claims" }).click();
  await expect(plain.getByRole("heading", { name: "1 claim asked for, 1 not." })).toBeVisible();
  await expect(plain.getByText(/nobody checks their own/)).toBeVisible();

  const page = await open(editor);
  const other = await person("reviewer");
  await page.goto(`/desk/queue?view=all&article=${article.id}`);
  await tickOf(page, one).check();
  await page.getByRole("button", { name: "Ask somebody…" }).click();
  await field(page, "Who is asked").selectOption(other.name);
  await page.getByRole("button", { name: "Ask for 1 claim" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "1 claim as it was before." })).toBeVisible();
  await takeClaim({ actor: ana, claimId: first.id, now: new Date() });
});
