import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { claimForm, dragOver, expectToast, field, makeClaimOf, markLink, placeOf, toolbar } from "./desk.ts";
import { expect, person, test } from "./fixtures.ts";

const DESK = { viewport: { width: 1440, height: 900 } };

/** The sample article, open at the desk of the reporter who added it. */
async function openSample(open: Parameters<Parameters<typeof test>[2]>[0]["open"], options = DESK) {
  const author = await person("reporter");
  const text = await readFile(new URL("../prisma/demo/board-of-peace.txt", import.meta.url), "utf8");
  const article = await makeArticle({ actor: author, text });
  const page = await open(author, options);
  await page.goto(`/desk/articles/${article.id}`);
  return { page, article, author };
}

/** The words marked for a claim, in the order of the text, whatever other claims cut out of them. */
async function markedWords(page: Page, number: number): Promise<string> {
  const id = await markLink(page, number).first().getAttribute("data-claim");
  return (await page.locator(`mark[data-claims~="${id}"]`).allTextContents()).join("");
}

async function expectMarked(page: Page, number: number, words: string): Promise<void> {
  await expect(markLink(page, number)).toBeVisible();
  await expect.poll(() => markedWords(page, number)).toBe(words);
}

test("words dragged over become a claim whose mark stands there at once, and after a reload", async ({
  open,
}) => {
  const { page, article } = await openSample(open);
  const words = "a principal focus on the restoration and reconstruction of the Gaza Strip";
  const number = await makeClaimOf(page, words);
  await expect(markLink(page, number)).toHaveAccessibleName(`Claim ${number}, Draft`);
  await expectMarked(page, number, words);
  const passages = await db.passage.findMany({ where: { claim: { articleId: article.id } } });
  expect(
    passages.map(({ startOffset, endOffset }) => article.text.slice(startOffset ?? 0, endOffset ?? 0)),
  ).toEqual([words]);
  await page.reload();
  await expectMarked(page, number, words);
});

test("claims overlap, lie in one another and reach over paragraphs, and each keeps its own words", async ({
  open,
}) => {
  const { page } = await openSample(open);
  const overlapping = [
    "has since devastated the embattled Eastern European country",
    "Eastern European country, itself a U.S. ally",
  ];
  const nested = "devastated the embattled";
  const numbers = [];
  for (const words of [...overlapping, nested]) numbers.push(await makeClaimOf(page, words));
  await makeClaimOverBlocks(page);
  for (const [index, words] of [...overlapping, nested].entries())
    await expectMarked(page, numbers[index] ?? 0, words);
  await expectMarked(page, 4, "itself a U.S. ally.Throughout his campaign, Trump repeatedly pledged");

  await page.keyboard.press("Escape");
  const { begin } = await placeOf(page, "embattled Eastern");
  await page.mouse.click(begin.x + 4, begin.y);
  const menu = page.getByRole("menu", { name: "Which claim?" });
  await expect(menu.getByRole("menuitem")).toHaveCount(2);
  await menu.getByRole("menuitem", { name: /Claim 3/ }).click();
  await expect(page.getByRole("link", { name: "Open claim 3" })).toBeVisible();
});

async function makeClaimOverBlocks(page: Page): Promise<void> {
  const { begin } = await placeOf(page, "itself a U.S. ally");
  await page.mouse.move(begin.x + 1, begin.y);
  await page.mouse.down();
  const to = await page
    .getByText("Throughout his campaign")
    .first()
    .evaluate((element) => {
      const range = document.createRange();
      const text = [...element.childNodes].find((node) => node.textContent?.includes("pledged")) as Text;
      range.setStart(text, text.data.indexOf("pledged"));
      range.setEnd(text, text.data.indexOf("pledged") + "pledged".length);
      const { right, top, height } = range.getBoundingClientRect();
      return { x: right, y: top + height / 2 };
    });
  await page.mouse.move(to.x - 1, to.y, { steps: 6 });
  await page.mouse.up();
  await toolbar(page).getByRole("button", { name: "Claim", exact: true }).click();
  await claimForm(page).getByRole("button", { name: "Create claim" }).click();
  await expectToast(page, "Claim 4 created");
}

test("words of the photo's caption and of the quoted post become claims too", async ({ open }) => {
  const { page } = await openSample(open);
  for (const words of [
    "Andrew Harnik/Getty Images",
    "the most impressive and consequential Board ever assembled",
  ]) {
    await expectMarked(page, await makeClaimOf(page, words), words);
  }
});

test("keys select words, the toolbar takes the whole sentence, and Escape lets go", async ({ open }) => {
  const { page } = await openSample(open);
  const { begin } = await placeOf(page, "there’s no end to hostilities");
  await page.mouse.dblclick(begin.x + 4, begin.y);
  for (const _ of ["no", "end"]) await page.keyboard.press("Control+Shift+ArrowRight");
  await expect(toolbar(page)).toBeVisible();
  await toolbar(page).getByRole("button", { name: "Whole sentence" }).click();
  await page.keyboard.press("c");
  const sentence =
    "Twelve months since that deadline passed, however, there’s no end to hostilities in sight.";
  await expect(field(claimForm(page), "Claim in one checkable sentence")).toHaveValue(sentence);
  await page.keyboard.press("Escape");
  await expect(claimForm(page)).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(toolbar(page)).toBeHidden();
});

test("a key pressed at once takes the words as they are selected by then", async ({ open }) => {
  const { page } = await openSample(open);
  const { begin } = await placeOf(page, "there’s no end to hostilities");
  await page.mouse.dblclick(begin.x + 4, begin.y);
  await expect(toolbar(page)).toBeVisible();
  // The browser itself gives these keys to the page one after the other, sooner than a selection settles.
  await page.evaluate(() => {
    for (const _ of ["no", "end"]) getSelection()?.modify("extend", "forward", "word");
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "c", bubbles: true }));
  });
  await expect(field(claimForm(page), "Claim in one checkable sentence")).toHaveValue("there’s no end");
});

test("C in a field is a letter, without chosen words it opens the sentences, and it can be switched off", async ({
  open,
}) => {
  const { page } = await openSample(open);
  await dragOver(page, "Trump also invited");
  await page.keyboard.press("c");
  const statement = field(claimForm(page), "Claim in one checkable sentence");
  await statement.fill("");
  await page.keyboard.type("cccs?");
  await expect(statement).toHaveValue("cccs?");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  await page.keyboard.press("c");
  await expect(page.getByRole("dialog", { name: "Choose a sentence" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: /^Single-key shortcuts are on/ }).uncheck();
  await page.keyboard.press("Escape");
  await dragOver(page, "Trump also invited");
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press("c");
  await expect(claimForm(page)).toBeHidden();
  await expect(toolbar(page)).toBeVisible();
});

test("a draft is edited and deleted beside the text, and its mark goes with it", async ({ open }) => {
  const { page } = await openSample(open);
  const number = await makeClaimOf(page, "several other world leaders");
  await page.getByRole("button", { name: "Edit" }).click();
  const form = page.getByRole("form", { name: `Claim ${number}` });
  await field(form, "Claim in one checkable sentence").fill("Several leaders were invited.");
  await form.getByRole("button", { name: "Save" }).click();
  await expectToast(page, `Claim ${number} saved`);
  await expect(page.getByRole("link", { name: "Several leaders were invited." })).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(markLink(page, number)).toBeHidden();
  await expect(page.getByText("No claims yet")).toBeVisible();
});

test("a claim just made can be taken back", async ({ open }) => {
  const { page, article } = await openSample(open);
  await makeClaimOf(page, "several other world leaders");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("No claims yet")).toBeVisible();
  expect(await db.claim.count({ where: { articleId: article.id } })).toBe(0);
});

test("on a phone a tap chooses the sentence, a bar quotes it, and the claim opens from its line", async ({
  open,
}) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page } = await openSample(open, phone);
  const sentence =
    "Twelve months since that deadline passed, however, there’s no end to hostilities in sight.";
  const { begin } = await placeOf(page, "there’s no end");
  await page.touchscreen.tap(begin.x + 5, begin.y);
  await expect(toolbar(page)).toContainText(sentence);
  await toolbar(page).getByRole("button", { name: "Claim", exact: true }).tap();
  const sheet = page.getByRole("dialog", { name: "New claim" });
  await expect(field(sheet, "Claim in one checkable sentence")).toHaveValue(sentence);
  await sheet.getByRole("button", { name: "Create claim" }).tap();
  await expectMarked(page, 1, sentence);
  await page.getByRole("button", { name: "1 claim here" }).tap();
  await expect(page.getByRole("dialog").getByRole("link", { name: "Open claim 1" })).toBeVisible();
});

test("nobody without the claim's part edits it from the margin, but everybody opens it", async ({ open }) => {
  const claim = await makeClaim();
  const page = await open(await person("reporter"), DESK);
  await page.goto(`/desk/articles/${claim.articleId}#claim-1`);
  await expect(page.getByRole("link", { name: "Open claim 1" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Delete" })).toBeHidden();
});
