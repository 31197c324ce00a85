import type { Locator, Page } from "@playwright/test";
import { assembleBlocks, type BlockPart } from "#lib/anchoring/blocks.ts";
import { db } from "#lib/db/client.ts";
import { type MadeArticle, makeArticle } from "#lib/testing/factories.ts";
import { claimForm, expectToast, toolbar } from "./desk.ts";
import { expect, person, type test } from "./fixtures.ts";

type Open = Parameters<Parameters<typeof test>[2]>[0]["open"];

export const DESK = { viewport: { width: 1440, height: 900 } };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const cell = (text: string, row: number, column: number): BlockPart => ({
  type: "table-cell",
  text,
  cell: { table: 1, row, column, isHeader: row === 1 },
});

/** One block of each kind that words can be chosen in, and a family that is one character. */
export const EVERY_KIND: readonly BlockPart[] = [
  { type: "heading", text: "What it cost", level: 2 },
  { type: "paragraph", text: "The bridge cost ten million euros. The council paid all of it." },
  { type: "paragraph", text: "Families 👩‍👩‍👧 like it, the mayor says. It opened in May." },
  { type: "quote", text: "Ten million euros it was, not a cent more." },
  { type: "caption", text: "The bridge in May. Photo: Ana Silva" },
  cell("Year", 1, 1),
  cell("Cost", 1, 2),
  cell("2023", 2, 1),
  cell("four million", 2, 2),
  { type: "paragraph", text: "It carries forty thousand cars a day." },
];

export const ARABIC: readonly BlockPart[] = [
  { type: "paragraph", text: "كلف الجسر عشرة ملايين يورو. دفع المجلس كل شيء." },
  { type: "paragraph", text: "قال العمدة في BBC News إن الجسر افتتح في مايو 2023." },
];

/** An article of these blocks, open at the desk of the reporter who added it. */
export async function openArticle(
  open: Open,
  { parts = EVERY_KIND, language = "en", options = DESK as Parameters<Open>[1] } = {},
): Promise<{ page: Page; article: MadeArticle; author: Awaited<ReturnType<typeof person>> }> {
  const author = await person("reporter");
  const content = { ...assembleBlocks(parts), language };
  const article = await makeArticle({ actor: author, content });
  const page = await open(author, options);
  await page.goto(`/desk/articles/${article.id}`);
  return { page, article, author };
}

/** The words chosen so far. */
export const chosenWords = (page: Page): Locator => toolbar(page).locator("p");

/** Takes the form that is open and makes the claim. */
export async function createClaim(page: Page, number: number): Promise<void> {
  await claimForm(page).getByRole("button", { name: "Create claim" }).click();
  await expectToast(page, `Claim ${number} created`);
}

/** The words of a claim's passages in the newest text, in its order. */
export async function passagesOf(article: MadeArticle, number: number): Promise<string[]> {
  const passages = await db.passage.findMany({
    where: { claim: { articleId: article.id, number }, isCurrent: true },
    orderBy: { startOffset: "asc" },
    select: { quote: true },
  });
  return passages.map(({ quote }) => quote);
}

export async function expectPassages(article: MadeArticle, number: number, words: string[]): Promise<void> {
  await expect.poll(() => passagesOf(article, number)).toEqual(words);
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
