import type { Locator, Page } from "@playwright/test";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { claimForm, dragOver } from "./desk.ts";
import { expect, person, test } from "./fixtures.ts";

const DESK = { viewport: { width: 1440, height: 900 } };

/** The button with a command's key. */
const keyOf = (scope: Page | Locator, command: string, key: string): Locator =>
  scope.getByRole("button", { name: `${command}: ${key}. Change the key` });

const help = (page: Page): Locator => page.getByRole("dialog", { name: "Keyboard shortcuts" });

/** The link that opens a claim from its card. */
const card = (page: Page, words: string): Locator => page.getByRole("link", { name: words }).first();

/** An article with two claims, open at the desk of its author. */
async function openArticle(
  open: (actor: Awaited<ReturnType<typeof person>>, options: typeof DESK) => Promise<Page>,
) {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author });
  for (const words of ["NATO was founded in 1949", "It had twelve members at first."])
    await makeClaim({ author, article, words });
  const page = await open(author, DESK);
  await page.goto(`/desk/articles/${article.id}`);
  return { page, author, article };
}

/** What the browser sends for a key while an input method puts a character together. */
async function pressWhileComposing(page: Page, how: "isComposing" | "keyCode", key: string): Promise<void> {
  await page.evaluate(
    ([kind, pressed]) => {
      const event = new KeyboardEvent("keydown", {
        key: pressed,
        bubbles: true,
        cancelable: true,
        ...(kind === "isComposing" ? { isComposing: true } : { keyCode: 229 }),
      });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    [how, key] as const,
  );
}

test("a member gives a command another key: it works at once, on every page and after a reload", async ({
  open,
}) => {
  const { page, author } = await openArticle(open);
  await page.keyboard.press("?");
  const next = keyOf(help(page), "Next claim", "J");
  await next.click();
  await page.keyboard.press("x");
  await expect(keyOf(help(page), "Next claim", "X")).toBeVisible();
  await expect(page.getByRole("status").getByText("“Next claim” is on X now.")).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(help(page)).toBeHidden();

  await page.keyboard.press("j");
  await expect(card(page, "NATO was founded in 1949")).not.toBeFocused();
  await page.keyboard.press("x");
  await expect(card(page, "NATO was founded in 1949")).toBeFocused();
  await page.reload();
  await page.keyboard.press("x");
  await expect(card(page, "NATO was founded in 1949")).toBeFocused();

  const elsewhere = await open(author, DESK);
  await elsewhere.goto("/desk/settings/shortcuts");
  await expect(keyOf(elsewhere, "Next claim", "X")).toBeVisible();
  await elsewhere.getByRole("button", { name: "Reset “Next claim”" }).click();
  await expect(keyOf(elsewhere, "Next claim", "J")).toBeVisible();
});

test("the right keys are in the page from the start, before any script", async ({ open, requestAs }) => {
  const reviewer = await person("reviewer");
  const page = await open(reviewer, DESK);
  await page.goto("/desk/settings/shortcuts");
  await keyOf(page, "Take the next claim", "T").click();
  await page.keyboard.press("z");
  await expect(page.getByRole("status").getByText("“Take the next claim” is on Z now.")).toBeAttached();
  const request = await requestAs(reviewer);
  const html = await (await request.get("/desk/settings/shortcuts")).text();
  expect(html).toContain("Take the next claim: Z. Change the key");
});

test("a key that another command has is told beside it, and can be swapped", async ({ open }) => {
  const page = await open(await person("reporter"), DESK);
  await page.goto("/desk/settings/shortcuts");
  await keyOf(page, "Edit the claim", "E").click();
  await page.keyboard.press("s");
  await expect(page.getByText("S already stands for “Choose a sentence”.").first()).toBeVisible();
  await expect(keyOf(page, "Edit the claim", "E")).toBeVisible();
  await page.getByRole("button", { name: "Swap the keys" }).click();
  await expect(keyOf(page, "Edit the claim", "S")).toBeVisible();
  await expect(keyOf(page, "Choose a sentence", "E")).toBeVisible();

  await page.getByRole("button", { name: "Reset all keys" }).click();
  await expect(keyOf(page, "Edit the claim", "E")).toBeVisible();
  await expect(keyOf(page, "Choose a sentence", "S")).toBeVisible();
});

test("keys that cannot be one are refused, and Escape and Backspace mean what they say", async ({ open }) => {
  const page = await open(await person("reporter"), DESK);
  await page.goto("/desk/settings/shortcuts");
  const edit = keyOf(page, "Edit the claim", "E");
  for (const key of ["Space", "1", "Control+x", "F2"]) {
    await edit.click();
    await page.keyboard.press(key);
    await expect(page.getByText(/cannot be used/).first(), key).toBeVisible();
  }
  await edit.click();
  await page.keyboard.press("Escape");
  await expect(edit).toBeVisible();
  await edit.click();
  await page.keyboard.press("Backspace");
  await expect(keyOf(page, "Edit the claim", "No key")).toBeVisible();
});

test("switched off, no single key does anything, the list's own included; the button brings them back", async ({
  open,
}) => {
  const { page } = await openArticle(open);
  await page.keyboard.press("?");
  await help(page).getByRole("checkbox", { name: "Single-key shortcuts are on" }).uncheck();
  await expect(page.getByRole("status").getByText("Single-key shortcuts are off.")).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(help(page)).toBeHidden();
  await page.reload();
  for (const key of ["j", "s", "?"]) await page.keyboard.press(key);
  await expect(card(page, "NATO was founded in 1949")).not.toBeFocused();
  await expect(page.getByRole("dialog")).toBeHidden();

  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await help(page).getByRole("checkbox").check();
  await page.keyboard.press("Escape");
  await expect(help(page)).toBeHidden();
  await page.keyboard.press("j");
  await expect(card(page, "NATO was founded in 1949")).toBeFocused();
});

test("keys never act where somebody writes, nor while an input method puts a character together", async ({
  open,
}) => {
  const { page } = await openArticle(open);
  await dragOver(page, "thirty-two");
  await page.keyboard.press("c");
  const statement = claimForm(page).getByLabel("Claim in one checkable sentence");
  await statement.fill("");
  await statement.pressSequentially("scjke?");
  await expect(statement).toHaveValue("scjke?");
  await expect(page.getByRole("dialog")).toBeHidden();
  await claimForm(page).getByRole("button", { name: "Cancel" }).click();

  for (const how of ["isComposing", "keyCode"] as const) {
    await pressWhileComposing(page, how, "?");
    await expect(help(page), how).toBeHidden();
  }
  await page.keyboard.press("?");
  await expect(help(page)).toBeVisible();
});

test("on a keyboard of another script the keys are where they are on QWERTY", async ({ open }) => {
  const { page } = await openArticle(open);
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "о", code: "KeyJ", bubbles: true })),
  );
  await expect(card(page, "NATO was founded in 1949")).toBeFocused();
});

test("one goes from claim to claim that waits for its verdict", async ({ open }) => {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author });
  const [judged, waiting] = ["NATO was founded in 1949", "It had twelve members at first."];
  await makeClaim({ author, article, words: judged, state: "published" });
  await makeClaim({ author, article, words: waiting });
  const page = await open(author, DESK);
  await page.goto(`/desk/articles/${article.id}`);
  await page.keyboard.press("n");
  await expect(card(page, waiting)).toBeFocused();
  await page.keyboard.press("p");
  await expect(card(page, waiting)).toBeFocused();
  await page.keyboard.press("k");
  await expect(card(page, judged)).toBeFocused();
});
