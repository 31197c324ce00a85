import type { Page } from "@playwright/test";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { claimForm, dragOver, expectToast, toolbar } from "./desk.ts";
import { expect, person, test } from "./fixtures.ts";
import { expectChosen, lines, openPalette, palette, paletteField } from "./palette.ts";

// When the palette opens and when it does not, and what becomes of the page under it.

const DESK = { viewport: { width: 1440, height: 900 } };

/** An article with one claim at the desk of its author. */
async function openArticle(
  open: (actor: Awaited<ReturnType<typeof person>>, options: typeof DESK) => Promise<Page>,
) {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author });
  await makeClaim({ author, article, words: "It had twelve members at first." });
  const page = await open(author, DESK);
  await page.goto(`/desk/articles/${article.id}`);
  return { page, author, article };
}

const help = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

test("what can be done on the page is offered and done, with the member's own key beside it", async ({
  open,
}) => {
  const { page, author } = await openArticle(open);
  await openPalette(page);
  await page.keyboard.type("keyboard");
  await expect(lines(page).first()).toContainText("Show the shortcuts of the page?");
  await expectChosen(page, "Show the shortcuts of the page");
  await page.keyboard.press("Enter");
  await expect(help(page)).toContainText("Search, and go to");

  await help(page).getByRole("button", { name: "Next claim: J. Change the key" }).click();
  await page.keyboard.press("x");
  await expect(page.getByRole("status").getByText("“Next claim” is on X now.")).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(help(page)).toBeHidden();
  await openPalette(page);
  await page.keyboard.type("next claim");
  await expect(lines(page).first()).toHaveText("Next claimX");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "It had twelve members at first." }).first()).toBeFocused();

  const elsewhere = await open(author, DESK);
  await elsewhere.goto("/desk/settings/shortcuts");
  await elsewhere.getByRole("checkbox", { name: "Single-key shortcuts are on" }).uncheck();
  await expect(elsewhere.getByRole("status").getByText("Single-key shortcuts are off.")).toBeAttached();
  await page.reload();
  // Switched off are single keys: the palette opens all the same, and gives the commands without them.
  await openPalette(page);
  await page.keyboard.type("next claim");
  await expect(lines(page).first()).toHaveText("Next claim");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "It had twelve members at first." }).first()).toBeFocused();
});

test("chosen words stay chosen: a command is about them, and so is the page after Escape", async ({
  open,
}) => {
  const { page } = await openArticle(open);
  await dragOver(page, "thirty-two");
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await expect(toolbar(page)).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("thirty-two");
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("article-words");
  await openPalette(page);
  await page.keyboard.type("make a claim");
  await expect(lines(page)).toHaveText([/^Make a claim of the chosen words/]);
  await page.keyboard.press("Enter");
  await expect(claimForm(page)).toContainText("thirty-two");
});

test("Escape gives the focus back, and a field keeps what was typed and where", async ({ open }) => {
  const { page } = await openArticle(open);
  const link = page.getByRole("link", { name: "Claims", exact: true });
  await link.focus();
  await openPalette(page);
  await page.keyboard.type("words");
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await expect(link).toBeFocused();
  await openPalette(page);
  await expect(paletteField(page)).toHaveValue("");
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeHidden();
  await expect(link).toBeFocused();

  await dragOver(page, "thirty-two");
  await page.keyboard.press("c");
  const statement = claimForm(page).getByLabel("Claim in one checkable sentence");
  await statement.fill("One, three.");
  for (let count = 0; count < 6; count += 1) await page.keyboard.press("ArrowLeft");
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(statement).toBeFocused();
  await page.keyboard.type("two, ");
  await expect(statement).toHaveValue("One, two, three.");
});

test("it opens once, and not over a dialog that waits for an answer", async ({ open }) => {
  const { page } = await openArticle(open);
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await page.keyboard.press("?");
  await expect(help(page)).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await expect(palette(page)).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(help(page)).toBeHidden();
  await openPalette(page);
  await expect(page.getByRole("dialog")).toHaveCount(1);
});

test("an input method keeps its keys: nothing opens, and nothing is taken, while it composes", async ({
  open,
}) => {
  const { page } = await openArticle(open);
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  const press = (given: {
    key: string;
    code: string;
    ctrlKey?: true;
    isComposing?: true;
    keyCode?: number;
  }) =>
    page.evaluate((init) => {
      const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
      (document.activeElement ?? document.body).dispatchEvent(event);
    }, given);
  for (const how of [{ isComposing: true }, { keyCode: 229 }] as const) {
    await press({ key: "k", code: "KeyK", ctrlKey: true, ...how });
    await expect(palette(page)).toBeHidden();
  }
  // On a Russian keyboard the K key says "л".
  await press({ key: "л", code: "KeyK", ctrlKey: true });
  await expect(paletteField(page)).toBeFocused();

  await page.keyboard.type("queue");
  await expect(lines(page).first()).toContainText("Queue");
  await press({ key: "Enter", code: "Enter", isComposing: true, keyCode: 229 });
  await expect(palette(page)).toBeVisible();
  const chinese = await page.context().newCDPSession(page);
  await chinese.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
  await expect(paletteField(page)).toHaveValue("queueni");
  await expect(lines(page).first()).toContainText("Queue");
  await chinese.send("Input.insertText", { text: "你" });
  await expect(paletteField(page)).toHaveValue("queue你");
  await expect(palette(page)).toContainText("Nothing is called “queue你”.");
});

test("keys pressed while it is on its way are meant for it", async ({ open }) => {
  const { page } = await openArticle(open);
  await expect(page.getByRole("link", { name: "It had twelve members at first." }).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const asked = page.waitForRequest(/\/_next\/static\//);
  await page.route(/\/_next\/static\//, async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  await asked;
  await page.keyboard.type("jcx?");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Control+k");
  arrive();
  await expect(paletteField(page)).toHaveValue("jcx");
  await expect(paletteField(page)).toBeFocused();
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await expect(claimForm(page)).toBeHidden();
});

test("where it cannot come the page stays, and it is said", async ({ open, tolerate }) => {
  tolerate(/ERR_FAILED/);
  const { page } = await openArticle(open);
  await page.waitForLoadState("networkidle");
  await page.route(/\/_next\/static\//, (route) => route.abort());
  await page.keyboard.press("Control+k");
  await expectToast(page, "Search could not be opened: no connection.");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.unroute(/\/_next\/static\//);
  await openPalette(page);
});
