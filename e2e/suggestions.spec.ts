import type { BrowserContextOptions, Page } from "@playwright/test";
import { makeArticle } from "#lib/testing/factories.ts";
import { claimForm, dragOver, expectToast, field } from "./desk.ts";
import { expect, person, test } from "./fixtures.ts";

const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

const STRONG = "Unemployment rose by 4 percent in 2023, more than in any other country.";
const FAIR = "The city built 1,200 homes.";
const DEED = "The council voted for the new bridge, and it was built within a year.";
const OPINION = "I think we should talk about it.";
const TEXT = `${OPINION} ${FAIR}\n\n${STRONG} ${OPINION}\n\n${DEED}`;

type Open = Parameters<Parameters<typeof test>[2]>[0]["open"];

async function openText(open: Open, text = TEXT, options = DESK) {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, text });
  const page = await open(author, options);
  await page.goto(`/desk/articles/${article.id}`);
  return { page, article, author };
}

const panel = (page: Page) => page.getByRole("dialog", { name: "Worth checking?" });
const list = (page: Page) => page.getByRole("list", { name: "Sentences worth checking" });
const sentences = (page: Page) => list(page).getByRole("listitem").locator("[data-sentence]");

/** The words the browser highlights, in the order of the text. */
function highlighted(page: Page, name: string): Promise<string[]> {
  return page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => String(range)), name);
}

test("asked for suggestions, the desk marks what looks checkable and says why, best first", async ({
  open,
}) => {
  const { page } = await openText(open);
  expect(await highlighted(page, "suggestion")).toEqual([]);
  await page.getByRole("button", { name: "Suggestions" }).click();
  await expect(sentences(page)).toHaveText([STRONG, FAIR, DEED]);
  await expect(list(page).getByRole("listitem").first()).toContainText("a number");
  await expect(list(page).getByRole("listitem").first()).toContainText("compares");
  await expect(sentences(page).first()).toHaveAccessibleDescription(/says what rose or fell/);
  expect(await highlighted(page, "suggestion")).toEqual([FAIR, STRONG, DEED]);
  expect(await highlighted(page, "suggestion-current")).toEqual([STRONG]);
  // Nothing is put among the article's words.
  await expect(page.locator("mark")).toHaveCount(0);

  await page.getByRole("button", { name: "As in the text" }).click();
  await expect(sentences(page)).toHaveText([FAIR, STRONG, DEED]);
  await page.getByRole("button", { name: "Take the marks away" }).click();
  await expect(panel(page)).toBeHidden();
  expect(await highlighted(page, "suggestion")).toEqual([]);
});

test("by keys alone one sentence becomes a claim, the next is waved away, and the list goes on", async ({
  open,
}) => {
  const { page } = await openText(open);
  await page.keyboard.press("g");
  await expect(sentences(page).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeHidden();
  const statement = field(claimForm(page), "Claim in one checkable sentence");
  await expect(statement).toHaveValue(STRONG);
  await expect(statement).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expectToast(page, "Claim 1 created");

  await expect(sentences(page)).toHaveText([FAIR, DEED]);
  await expect(sentences(page).first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(sentences(page).nth(1)).toBeFocused();
  await page.keyboard.press("x");
  await expectToast(page, "Waved away for the whole desk");
  await expect(sentences(page)).toHaveText([FAIR]);
  await expect(sentences(page).first()).toBeFocused();
  expect(await highlighted(page, "suggestion")).toEqual([FAIR]);
});

test("what one member waves away nobody at the desk is offered again, until it is taken back", async ({
  open,
}) => {
  const { page, article } = await openText(open);
  const colleague = await open(await person("editor"), DESK);
  await page.keyboard.press("g");
  await expect(sentences(page).first()).toBeFocused();
  await page.keyboard.press("x");
  await expect(sentences(page)).toHaveText([FAIR, DEED]);
  await expectToast(page, "Waved away");
  // It goes by itself after ten seconds, which a colleague's pages may take, but not from under a pointer.
  await page.getByRole("button", { name: "Undo" }).hover();

  const look = async () => {
    await colleague.goto(`/desk/articles/${article.id}`);
    await colleague.getByRole("button", { name: "Suggestions" }).click();
    return sentences(colleague).allTextContents();
  };
  await expect.poll(look).toEqual([FAIR, DEED]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(sentences(page)).toHaveText([STRONG, FAIR, DEED]);
  await expect.poll(look).toEqual([STRONG, FAIR, DEED]);
});

test("a sentence that carries a claim is not suggested", async ({ open }) => {
  const { page } = await openText(open);
  await dragOver(page, "built 1,200 homes");
  await page.keyboard.press("c");
  await claimForm(page).getByRole("button", { name: "Create claim" }).click();
  await expectToast(page, "Claim 1 created");
  await page.getByRole("button", { name: "Suggestions" }).click();
  await expect(sentences(page)).toHaveText([STRONG, DEED]);
});

test("where nothing can be checked, the list says so", async ({ open }) => {
  const { page } = await openText(open, OPINION);
  await page.getByRole("button", { name: "Suggestions" }).click();
  await expect(
    panel(page).getByRole("heading", { name: "Nothing here looks like a checkable claim" }),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Suggestions" })).toBeFocused();
});

test("on a phone the list comes from below, and fingers do the same", async ({ open }) => {
  const { page } = await openText(open, TEXT, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.getByRole("button", { name: "Suggestions" }).tap();
  await expect(sentences(page)).toHaveText([STRONG, FAIR, DEED]);
  await sentences(page).nth(1).tap();
  await list(page).getByRole("button", { name: "Wave away" }).tap();
  await expect(sentences(page)).toHaveText([STRONG, DEED]);
  await sentences(page).nth(1).tap();
  await list(page).getByRole("button", { name: "Make a claim" }).tap();
  await expect(field(claimForm(page), "Claim in one checkable sentence")).toHaveValue(DEED);
});
