import type { Locator, Page } from "@playwright/test";
import { addComment } from "#lib/comments/commands.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { claimForm, dragOver, markLink, toolbar } from "./desk.ts";
import { expect, person, test } from "./fixtures.ts";
import { DESK, PHONE, press } from "./selecting.ts";

// A claim's card stands beside its words, also where many claims stand close together.

const FIRST =
  "The bridge over the river cost ten million euros and the council of the town paid all of it in May.";
const WORDS = FIRST.split(" ");
const FILLER = Array.from(
  { length: 30 },
  (_, at) => `In the hills, number ${at}, there is nothing to cross.`,
);

type Open = Parameters<Parameters<typeof test>[2]>[0]["open"];

/** Fourteen claims on one sentence, each on two of its words, numbered as they come; the twelfth has a comment. */
async function openCrowded(open: Open, hash = ""): Promise<Page> {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, text: [FIRST, ...FILLER].join("\n\n") });
  for (let at = 0; at < 14; at += 1) {
    const words = WORDS.slice(at, at + 2).join(" ");
    const { id } = await makeClaim({ article, author, words, statement: `Statement ${at + 1}` });
    if (at === 11) await addComment({ actor: author, claimId: id, body: "See page 2.", now: new Date() });
  }
  const page = await open(author, DESK);
  await page.goto(`/desk/articles/${article.id}${hash}`);
  await expect(markLink(page, 14)).toBeVisible();
  return page;
}

/** Scrolls so that words stand at `y` pixels of the window. */
const putAt = (words: Locator, y: number) =>
  words.evaluate((element, to) => scrollBy(0, element.getBoundingClientRect().top - to), y);

/** All of the active card can be seen, and the words it is about. */
async function expectBeside(page: Page, number: number): Promise<void> {
  const card = page.locator(`#claim-${number}`);
  await expect(card.getByRole("link", { name: `Open claim ${number}` })).toBeVisible();
  await expect(card).toBeInViewport({ ratio: 1 });
  await expect(markLink(page, number)).toBeInViewport({ ratio: 1 });
}

test("the card of a claim with many before it at its place is beside its words, by address and by keys", async ({
  open,
}) => {
  const page = await openCrowded(open, "#claim-13");
  await expectBeside(page, 13);
  await press(page, "j");
  await expectBeside(page, 14);
  await press(page, "k", "k", "k");
  await expectBeside(page, 11);
});

test("so it is when its number or its words are pressed, or the buttons", async ({ open }) => {
  const page = await openCrowded(open);
  await markLink(page, 12).click();
  await expectBeside(page, 12);
  await page.getByRole("button", { name: "Next claim" }).click();
  await expectBeside(page, 13);
  await press(page, "Escape");
  await page.locator("mark").last().click();
  await expectBeside(page, 14);
});

test("the form for words with many claims before them opens beside them", async ({ open }) => {
  const page = await openCrowded(open);
  await dragOver(page, "paid all of it");
  await toolbar(page).getByRole("button", { name: "Claim", exact: true }).click();
  await expect(claimForm(page)).toBeInViewport({ ratio: 1 });
  await expect(markLink(page, 14)).toBeInViewport({ ratio: 1 });
});

test("the card of words at the window’s lower end is shown to its end", async ({ open }) => {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, text: FILLER.join("\n\n") });
  const words = "In the hills, number 12,";
  await makeClaim({ article, author, words });
  const page = await open(author, DESK);
  await page.goto(`/desk/articles/${article.id}`);
  const mark = page.locator("mark");
  await expect(mark).toBeVisible();
  await putAt(mark, 750);
  await mark.click();
  await expectBeside(page, 1);
});

test("a statement without a place to break at does not widen a phone's page", async ({ open }) => {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, text: FILLER.join("\n\n") });
  const statement = `https://example.org/${"a-very-long-address/".repeat(12)}`;
  await makeClaim({ article, author, words: "In the hills, number 0,", statement });
  const page = await open(author, PHONE);
  await page.goto(`/desk/articles/${article.id}`);
  const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect(page.getByRole("link", { name: statement })).toBeVisible();
  expect(await widest()).toBe(390);
  await page.getByRole("button", { name: "1 claim here" }).tap();
  const sheet = page.getByRole("dialog", { name: "1 claim here" });
  const card = await sheet.getByRole("link", { name: statement }).boundingBox();
  expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThan(390);
});

test("the form opens whole beside words low in the window, grows upwards, and the text stands still", async ({
  open,
}) => {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, text: FILLER.join("\n\n") });
  const page = await open(author, DESK);
  await page.goto(`/desk/articles/${article.id}`);
  const words = page.getByText(/^In the hills, number 12,/).first();
  await dragOver(page, "number 12,");
  await putAt(words, 750);
  const before = await words.boundingBox();
  await press(page, "c");
  const form = claimForm(page);
  await expect(form.getByRole("button", { name: "Create claim" })).toBeInViewport({ ratio: 1 });
  await expect(form).toBeInViewport({ ratio: 1 });
  await form.getByText("When, where and topics").press("Enter");
  await expect(form.getByLabel("Topics")).toBeInViewport({ ratio: 1 });
  await expect(form.getByRole("heading")).toBeInViewport({ ratio: 1 });
  expect(await words.boundingBox()).toEqual(before);
  await press(page, "Control+Enter");
  await expect(markLink(page, 1)).toBeInViewport();
});

test("on a phone the words stay in sight above the card and the form that come from below", async ({
  open,
}) => {
  const author = await person("reporter");
  const last = "The bridge is closed.";
  const article = await makeArticle({ actor: author, text: [...FILLER.slice(0, 12), last].join("\n\n") });
  await makeClaim({ article, author, words: last });
  const page = await open(author, PHONE);
  await page.goto(`/desk/articles/${article.id}`);
  const mark = page.locator("mark");
  await expect(mark).toBeVisible();
  await putAt(mark, 754);
  await mark.tap();
  const sheet = page.getByRole("dialog");
  const isAbove = async () => {
    const [words, over] = [await mark.boundingBox(), await sheet.boundingBox()];
    return words !== null && over !== null && words.y > 0 && words.y + words.height <= over.y;
  };
  await expect(sheet.getByRole("link", { name: "Open claim 1" })).toBeVisible();
  await expect.poll(isAbove).toBe(true);
  await sheet.getByRole("button", { name: "Edit" }).tap();
  await expect(page.getByRole("form", { name: "Claim 1" })).toBeVisible();
  await expect.poll(isAbove).toBe(true);
});

test("the form of words behind the bars comes out from under them", async ({ open }) => {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, text: FILLER.join("\n\n") });
  const page = await open(author, DESK);
  await page.goto(`/desk/articles/${article.id}`);
  await dragOver(page, "number 12,");
  const words = page.getByText(/^In the hills, number 12,/).first();
  await putAt(words, 30);
  await press(page, "c");
  const bar = await page.getByRole("button", { name: "Sentences" }).boundingBox();
  const top = async () => (await claimForm(page).getByRole("heading").boundingBox())?.y ?? 0;
  await expect.poll(top).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0));
});

test("a covered card comes forward while the keys are in it", async ({ open }) => {
  const page = await openCrowded(open, "#claim-13");
  await expectBeside(page, 13);
  const comments = page.getByRole("link", { name: /^Claim 12: 1 comment/ });
  await comments.focus();
  await comments.click({ trial: true });
});
