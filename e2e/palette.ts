import { expect, type Locator, type Page } from "@playwright/test";

// The palette, as it is found on the screen.

export const palette = (page: Page): Locator => page.getByRole("dialog", { name: "Search and go to" });
export const lines = (page: Page): Locator => palette(page).getByRole("option");
export const paletteField = (page: Page): Locator =>
  palette(page).getByRole("combobox", { name: "Search articles, claims, people and actions" });

/** What Enter takes, as the field tells those who do not see it. It follows the lines a moment later. */
export async function expectChosen(page: Page, words: string): Promise<void> {
  const chosen = () =>
    paletteField(page).evaluate((field) => {
      const id = field.getAttribute("aria-activedescendant");
      return id && document.getElementById(id)?.textContent;
    });
  await expect.poll(chosen).toContain(words);
}

/** Presses the keys until they are listened to: the page has to be ready first. */
export async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    if (!(await palette(page).isVisible())) await page.keyboard.press("Control+k");
    await expect(paletteField(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

/** Opens an article's or a claim's page and stays until it is noted as looked at: one may leave sooner. */
export async function lookAt(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const id = address.slice(address.lastIndexOf("/") + 1);
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain(id);
}
