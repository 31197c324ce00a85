import type { Page } from "@playwright/test";
import { makeClaim } from "#lib/testing/factories.ts";
import { claimForm, dragOver, placeOf, toolbar } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { ARABIC, chosenWords, createClaim, expectPassages, openArticle, press } from "./selecting.ts";

const caret = (page: Page) => page.getByRole("application", { name: "Caret in the article" });

/** Caret mode, with the caret before these words. */
async function caretBefore(page: Page, words: string): Promise<void> {
  const { begin } = await placeOf(page, words);
  await page.mouse.click(begin.x + 1, begin.y);
  await page.keyboard.press("i");
  await expect(caret(page)).toBeFocused();
}

/** What is read out. */
const aloud = (page: Page) => caret(page).locator("..").getByText(/./).last();

test("the caret chooses by character, word and sentence, Enter makes the claim, and Escape leaves", async ({
  open,
}) => {
  const { page, article } = await openArticle(open);
  await page.keyboard.press("i");
  await expect(caret(page)).toBeFocused();
  await press(page, "Control+Home", "PageDown", "Control+ArrowRight", "Control+ArrowRight");
  await press(page, "Control+Shift+ArrowRight", "Control+Shift+ArrowRight", "Shift+ArrowLeft");
  await expect(chosenWords(page)).toHaveText("cost te");
  await press(page, "Shift+ArrowRight", "Control+Shift+ArrowRight", "Control+Shift+ArrowRight");
  await expect(chosenWords(page)).toHaveText("cost ten million euros");
  await page.keyboard.press("Enter");
  await expect(claimForm(page)).toBeVisible();
  await createClaim(page, 1);
  await expectPassages(article, 1, ["cost ten million euros"]);

  await page.keyboard.press("i");
  await expect(caret(page)).toBeFocused();
  await press(page, "Control+ArrowDown", "Control+Shift+ArrowDown");
  await expect(chosenWords(page)).toHaveText("The council paid all of it.");
  await page.keyboard.press("ArrowRight");
  await expect(toolbar(page)).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(caret(page)).toBeHidden();
});

test("a family is one character, white space alone is nothing, and paragraphs can be crossed", async ({
  open,
}) => {
  const { page, article } = await openArticle(open);
  await caretBefore(page, "👩‍👩‍👧");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(toolbar(page)).toBeHidden();
  await press(page, "ArrowRight", "ArrowLeft", "ArrowRight", "Shift+ArrowRight");
  await expect(chosenWords(page)).toHaveText("👩‍👩‍👧");

  await press(page, "ArrowLeft", "Control+ArrowUp", "Control+Shift+ArrowUp", "Enter");
  await createClaim(page, 1);
  await expectPassages(article, 1, ["The council paid all of it."]);

  await caretBefore(page, "not a cent more");
  await press(page, "Control+Shift+ArrowDown", "Control+Shift+ArrowDown", "c");
  await createClaim(page, 2);
  await expectPassages(article, 2, ["not a cent more.\n\nThe bridge in May."]);
});

test("up and down go by line and stay in a table's column; Home and End go to the line's ends", async ({
  open,
}) => {
  const { page, article } = await openArticle(open);
  await caretBefore(page, "Cost");
  await press(page, "ArrowDown", "Home", "Shift+End", "Enter");
  await createClaim(page, 1);
  await expectPassages(article, 1, ["four million"]);

  await caretBefore(page, "Photo");
  await press(page, "Control+Shift+ArrowRight", "Shift+End", "Enter");
  await createClaim(page, 2);
  await expectPassages(article, 2, ["Photo: Ana Silva"]);

  await caretBefore(page, "What it cost");
  await press(page, "ArrowDown", "ArrowDown", "Home", "Control+Shift+ArrowRight");
  await expect(chosenWords(page)).toHaveText("Families");
});

test("in an Arabic article the arrows go the way they point", async ({ open }) => {
  const { page, article } = await openArticle(open, { parts: ARABIC, language: "ar" });
  await page.keyboard.press("i");
  await press(page, "Control+Home", "ArrowLeft", "ArrowRight", "Control+Shift+ArrowLeft");
  await press(page, "Control+Shift+ArrowLeft", "Control+Shift+ArrowRight");
  await expect(chosenWords(page)).toHaveText("كلف");
  await press(page, "Control+Shift+ArrowDown", "Enter");
  await createClaim(page, 1);
  await expectPassages(article, 1, ["كلف الجسر عشرة ملايين يورو."]);
});

test("what the caret stands at and what it chooses is read out", async ({ open }) => {
  const { page, article, author } = await openArticle(open);
  await makeClaim({ article, author, words: "ten million" });
  await page.reload();
  await caretBefore(page, "The bridge cost");
  await expect(aloud(page)).toHaveText("The bridge cost ten million euros.");
  await page.keyboard.press("Control+ArrowRight");
  await expect(aloud(page)).toHaveText("bridge");
  await page.keyboard.press("ArrowRight");
  await expect(aloud(page)).toHaveText("r");
  await press(page, "Control+ArrowRight", "Control+ArrowRight");
  await expect(aloud(page)).toHaveText("ten. In claim 1");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(aloud(page)).toHaveText("space, chosen");
  await page.keyboard.press("Shift+ArrowRight");
  await press(page, "Control+Home", "ArrowLeft");
  await expect(aloud(page)).toHaveText("no further");
});

test("the caret begins at chosen words, goes with the toolbar, and Tab reaches it", async ({ open }) => {
  const { page } = await openArticle(open);
  await dragOver(page, "ten million");
  await page.keyboard.press("i");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await expect(chosenWords(page)).toHaveText("ten million euros");
  await press(page, "Tab", "ArrowRight", "ArrowRight");
  await expect(toolbar(page).getByRole("button", { name: "Whole sentence" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chosenWords(page)).toHaveText("The bridge cost ten million euros.");
  await page.keyboard.press("Shift+Tab");
  await expect(caret(page)).toBeFocused();
  await page.keyboard.press("Control+Shift+ArrowRight");
  await expect(chosenWords(page)).toHaveText("The bridge cost ten million euros. The");
  // A press is the pointer's way: the caret makes room.
  const { begin } = await placeOf(page, "forty thousand");
  await page.mouse.click(begin.x + 2, begin.y);
  await expect(caret(page)).toBeHidden();
});

test("Enter on one claim goes to it, on several it asks which", async ({ open }) => {
  const { page, article, author } = await openArticle(open);
  await makeClaim({ article, author, words: "The bridge cost ten million euros" });
  await makeClaim({ article, author, words: "ten million euros" });
  await page.reload();
  await caretBefore(page, "The bridge cost");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Open claim 1" })).toBeVisible();

  await page.keyboard.press("i");
  await press(page, "Control+ArrowRight", "Control+ArrowRight", "Control+ArrowRight", "Enter");
  const menu = page.getByRole("menu", { name: "Which claim?" });
  await expect(menu.getByRole("menuitem")).toHaveCount(2);
  await menu.getByRole("menuitem").first().press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Open claim 2" })).toBeVisible();
});

test("the caret can be had by a button, for those whose letters belong to their screen reader", async ({
  open,
}) => {
  const { page } = await openArticle(open);
  await page.getByRole("button", { name: "Choose words with a caret" }).press("Enter");
  await expect(caret(page)).toBeFocused();
  await expect(caret(page)).toHaveAccessibleDescription(/Shift they choose words/);
});

test("caret mode shows its keys until the first words are chosen, and reads them out", async ({ open }) => {
  const { page } = await openArticle(open);
  await caretBefore(page, "The bridge cost");
  const keys = page.getByText(/^Shift\s*choose words$/);
  await expect(keys).toBeInViewport({ ratio: 1 });
  await expect(caret(page)).toHaveAccessibleDescription(/With Shift they choose words/);
  await press(page, "ArrowRight");
  await expect(keys).toBeVisible();
  await press(page, "Shift+ArrowRight");
  await expect(keys).toBeHidden();
  await press(page, "ArrowRight");
  await expect(chosenWords(page)).toBeHidden();
  await expect(keys).toBeHidden();
});
