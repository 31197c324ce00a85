import type { Locator, Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { makeArticle } from "#lib/testing/factories.ts";
import { insertClaims } from "../scripts/lib/bench/big-article.ts";
import { dragOver, expectToast, field, markLink } from "./desk.ts";
import { expect, expectNoAxeFindings, person, test } from "./fixtures.ts";
import { DESK, PHONE, press } from "./selecting.ts";

// More claims than are drawn at once: only the cards and marks near the window are there, and nobody shall notice.

const COUNT = 240;
/** The claim after which there are none for a long way. */
const BEFORE_GAP = 120;

const bridges = (at: number) => `Town ${at} has ${at} bridges`;
const council = (at: number) => `the council of town ${at} paid for them`;
/** What the claim with this number says: every paragraph has two. */
const statementOf = (number: number) => (number % 2 ? bridges((number + 1) / 2) : council(number / 2));

const paragraph = (at: number) =>
  `${bridges(at)}, and ${council(at)}. People of place ${at} say that they like all of these, and that others will follow soon.`;
const filler = Array.from(
  { length: 60 },
  (_, at) => `In the hills, number ${at}, there is nothing to cross.`,
);

type Open = Parameters<Parameters<typeof test>[2]>[0]["open"];

async function openMany(open: Open, { options = DESK as Parameters<Open>[1], hash = "" } = {}) {
  const author = await person("reporter");
  const towns = Array.from({ length: COUNT / 2 }, (_, at) => paragraph(at + 1));
  const text = [...towns.slice(0, BEFORE_GAP / 2), ...filler, ...towns.slice(BEFORE_GAP / 2)].join("\n\n");
  const article = await makeArticle({ actor: author, text });
  const spans = Array.from({ length: COUNT }, (_, at) => {
    const words = statementOf(at + 1);
    const start = article.text.search(new RegExp(`${words}\\b`));
    return { start, end: start + words.length };
  });
  await insertClaims(article, author.id, spans);
  const page = await open(author, options);
  await page.goto(`/desk/articles/${article.id}${hash}`);
  await expect(page.getByRole("button", { name: "Sentences" })).toBeVisible();
  return { page, article, author };
}

const region = (page: Page): Locator => page.getByRole("region", { name: "Claims in this article" });
const headings = (page: Page): Locator => region(page).getByRole("heading", { level: 3 });
const cardLink = (page: Page, number: number): Locator =>
  region(page).getByRole("link", { name: statementOf(number), exact: true });

/** Its words are in sight and framed, and its card has the focus, outlined. */
async function expectArrived(page: Page, number: number): Promise<void> {
  await expect(cardLink(page, number)).toBeFocused();
  await expect(markLink(page, number)).toBeInViewport();
  await expect(cardLink(page, number)).toBeInViewport();
  await expect(page.locator("mark[data-active]")).toHaveText(statementOf(number));
  const card = region(page).locator("[data-active]");
  await expect(card).toHaveCSS("outline-style", "solid");
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  for (const width of [1440, 1100, 820, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `at ${width} px`).toBeLessThanOrEqual(width);
  }
}

test("all claims are in one list, reached by keys and found by heading, though few cards are drawn at first", async ({
  open,
}) => {
  test.slow();
  const { page } = await openMany(open);
  await expect(page.getByText(`0 of ${COUNT} claims have a verdict`)).toBeVisible();
  await expect(cardLink(page, 1)).toBeVisible();
  await expect.poll(() => headings(page).count()).toBeLessThan(60);

  await page.getByRole("button", { name: `List all ${COUNT} claims` }).press("Enter");
  await expect(page.getByRole("button", { name: "Show claims beside the text" })).toBeFocused();
  const first = await headings(page).count();
  expect(first).toBeLessThan(40);
  const more = page.getByRole("button", { name: /^Show \d+ more$/ });
  await more.press("Enter");
  await expect(headings(page)).toHaveCount(first + 200);
  await expect(cardLink(page, first + 1)).toBeFocused();
  await more.press("Enter");
  await expect(headings(page)).toHaveCount(COUNT);
  // The button is gone, and the focus not lost with it.
  await expect(cardLink(page, first + 201)).toBeFocused();
  const said = await headings(page).allTextContents();
  expect(said).toEqual(Array.from({ length: COUNT }, (_, at) => statementOf(at + 1)));

  await page
    .getByRole("heading", { name: statementOf(200), exact: true })
    .getByRole("link")
    .focus();
  await expect(cardLink(page, 200)).toBeInViewport();
  await region(page).getByRole("link", { name: "Show in the text" }).press("Enter");
  await expect(markLink(page, 200)).toBeFocused();
  await expect(markLink(page, 200)).toBeInViewport();
  await press(page, "j");
  await expect(markLink(page, 201)).toBeFocused();
  await expect(markLink(page, 201)).toBeInViewport();
  await expectNoSidewaysScrolling(page);
});

test("a link to a far claim scrolls to it, outlines it, and goes on from there", async ({ open }) => {
  const { page } = await openMany(open, { hash: "#claim-180" });
  await expectArrived(page, 180);
  await press(page, "j");
  await expectArrived(page, 181);
  await press(page, "k", "k");
  await expectArrived(page, 179);
  await expectNoAxeFindings(page, ["light"]);
  await page.evaluate(() => {
    location.hash = "#claim-3";
  });
  await expectArrived(page, 3);
});

test("next and previous go to claims whose cards and words are not drawn yet", async ({ open }) => {
  const { page } = await openMany(open, { hash: `#claim-${BEFORE_GAP}` });
  await expectArrived(page, BEFORE_GAP);
  await expect(cardLink(page, BEFORE_GAP + 1)).toHaveCount(0);
  await press(page, "j");
  await expectArrived(page, BEFORE_GAP + 1);
  await press(page, "k");
  await expectArrived(page, BEFORE_GAP);
});

test("a claim is made and deleted far down, and the focus stays there", async ({ open }) => {
  const { page, article } = await openMany(open, { hash: "#claim-180" });
  await expectArrived(page, 180);
  await dragOver(page, "People of place 90 say");
  await press(page, "c", "Enter");
  const number = COUNT + 1;
  await expectToast(page, `Claim ${number} created`);
  const made = region(page).getByRole("link", { name: "People of place 90 say" });
  await expect(made).toBeFocused();
  await expect(markLink(page, number)).toBeInViewport();
  await press(page, "k");
  await expectArrived(page, 180);
  await press(page, "j");
  await expect(made).toBeFocused();

  await region(page).locator("[data-active]").getByRole("button", { name: "Delete" }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).press("Enter");
  await expectToast(page, `Claim ${number} deleted`);
  await expectArrived(page, 181);
  await expect(markLink(page, number)).toHaveCount(0);
  expect(await db.claim.count({ where: { articleId: article.id } })).toBe(COUNT);
});

test("on a phone a far claim opens from its words and its line, and the list goes on by pieces", async ({
  open,
}) => {
  const { page } = await openMany(open, { options: PHONE, hash: "#claim-180" });
  await expect(markLink(page, 180)).toBeFocused();
  await expect(markLink(page, 180)).toBeInViewport();
  await markLink(page, 180).press("Enter");
  const sheet = page.getByRole("dialog", { name: "1 claim here" });
  await expect(sheet.getByRole("link", { name: "Open claim 180" })).toBeVisible();
  await sheet.getByRole("button", { name: "Edit" }).tap();
  const form = page.getByRole("form", { name: "Claim 180" });
  await expect(field(form, "Claim in one checkable sentence")).toHaveValue(statementOf(180));
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(markLink(page, 180)).toBeFocused();

  const first = await headings(page).count();
  expect(first).toBeLessThan(40);
  await page.getByRole("button", { name: "Show 200 more" }).tap();
  await expect(cardLink(page, first + 1)).toBeFocused();
  await cardLink(page, 200).press("Tab");
  await region(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: statementOf(200), exact: true }) })
    .getByRole("link", { name: "Show in the text" })
    .tap();
  await expect(markLink(page, 200)).toBeFocused();
  await expect(markLink(page, 200)).toBeInViewport();
  await expectNoSidewaysScrolling(page);
});
