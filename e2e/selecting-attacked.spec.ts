import type { Page } from "@playwright/test";
import { makeClaim } from "#lib/testing/factories.ts";
import { claimForm, dragOver, placeOf, toolbar } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { ARABIC, chosenWords, openArticle, PHONE } from "./selecting.ts";

// Ways of selecting that leave the browser's selection where nobody would expect it.

/** Selects as Android's handles do: the page hears of the selection alone. `steps`: one after the other. */
async function handles(page: Page, words: string, steps: readonly [number, number][]): Promise<void> {
  await page
    .getByText(words)
    .first()
    .evaluate((element, ranges) => {
      const text = [...element.childNodes].find((node) => node instanceof Text);
      for (const [from, to] of ranges) text && getSelection()?.setBaseAndExtent(text, from, text, to);
    }, steps);
}

/** Lets go of the words, so that the toolbar covers no others. */
async function letGo(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(toolbar(page)).toBeHidden();
}

test("three presses on a paragraph choose it, and nothing of the next block", async ({ open }) => {
  const { page } = await openArticle(open);
  for (const [words, whole] of [
    ["The bridge cost", "The bridge cost ten million euros. The council paid all of it."],
    ["What it cost", "What it cost"],
    ["not a cent more", "Ten million euros it was, not a cent more."],
    ["Photo: Ana", "The bridge in May. Photo: Ana Silva"],
    ["four million", "four million"],
    ["forty thousand", "It carries forty thousand cars a day."],
  ] as const) {
    const { begin } = await placeOf(page, words);
    await page.mouse.click(begin.x + 4, begin.y, { clickCount: 3 });
    await expect(chosenWords(page)).toHaveText(whole);
    await letGo(page);
  }
});

test("a selection that ends where the next block begins has nothing of it", async ({ open }) => {
  const { page } = await openArticle(open);
  await page.getByText("The bridge cost").evaluate((from) => {
    const next = from.nextElementSibling;
    if (from.firstChild && next) getSelection()?.setBaseAndExtent(from.firstChild, 4, next, 0);
  });
  await expect(chosenWords(page)).toHaveText("bridge cost ten million euros. The council paid all of it.");
});

test("words are chosen from the margin, backwards, and on with Shift", async ({ open }) => {
  const { page } = await openArticle(open);
  const { begin, end } = await placeOf(page, "The bridge cost ten");
  await page.mouse.move(begin.x - 12, begin.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await page.mouse.up();
  await expect(chosenWords(page)).toHaveText("The bridge cost ten");

  const million = await placeOf(page, "million euros");
  await page.mouse.move(million.end.x, million.end.y);
  await page.mouse.down();
  await page.mouse.move(million.begin.x, million.begin.y, { steps: 5 });
  await page.mouse.up();
  await expect(chosenWords(page)).toHaveText("million euros");

  const council = await placeOf(page, "The council");
  await page.mouse.click(council.begin.x + 1, council.begin.y);
  await expect(toolbar(page)).toBeHidden();
  await page.keyboard.down("Shift");
  await page.mouse.click(council.end.x, council.end.y);
  await page.keyboard.up("Shift");
  await expect(chosenWords(page)).toHaveText("The council");
});

test("handles without pointer events choose, on a phone as on a desk", async ({ open }) => {
  const { page } = await openArticle(open, { options: PHONE });
  await handles(page, "The bridge cost", [
    [4, 10],
    [4, 15],
    [4, 19],
  ]);
  await expect(chosenWords(page)).toHaveText("bridge cost ten");
  await handles(page, "The bridge cost", [[11, 19]]);
  await expect(chosenWords(page)).toHaveText("cost ten");
});

test("a tap chooses the sentence it is in, another the next", async ({ open }) => {
  const { page } = await openArticle(open, { options: PHONE });
  for (const [words, sentence] of [
    ["paid all", "The council paid all of it."],
    ["it was, not", "Ten million euros it was, not a cent more."],
    ["Photo", "Photo: Ana Silva"],
    ["four million", "four million"],
  ] as const) {
    const { begin } = await placeOf(page, words);
    await page.touchscreen.tap(begin.x + 4, begin.y);
    await expect(chosenWords(page)).toHaveText(sentence);
  }
});

test("in an Arabic article words are chosen by pointer, mixed with Latin ones too", async ({ open }) => {
  const { page } = await openArticle(open, { parts: ARABIC, language: "ar" });
  const { begin } = await placeOf(page, "الجسر عشرة");
  await page.mouse.dblclick(begin.x + 4, begin.y);
  await expect(chosenWords(page)).toHaveText("الجسر");
  await letGo(page);
  const latin = await placeOf(page, "BBC News");
  await page.mouse.move(latin.begin.x + 1, latin.begin.y);
  await page.mouse.down();
  await page.mouse.move(latin.end.x - 1, latin.end.y, { steps: 5 });
  await page.mouse.up();
  await expect(chosenWords(page)).toHaveText("BBC News");
  await letGo(page);
  await page.mouse.click(latin.begin.x + 2, latin.begin.y, { clickCount: 3 });
  await expect(chosenWords(page)).toHaveText("قال العمدة في BBC News إن الجسر افتتح في مايو 2023.");
});

test("selections without words are none, and characters stay whole", async ({ open }) => {
  const parts = [{ type: "paragraph", text: "One café\u0301s 👩‍👩‍👧 two 🇵🇹🇪🇸 three." }] as const;
  const { page } = await openArticle(open, { parts });
  const text = parts[0].text;
  await handles(page, "One", [[0, 3]]);
  await expect(chosenWords(page)).toHaveText("One");
  await handles(page, "One", [[3, 3]]);
  await expect(toolbar(page)).toBeHidden();
  await handles(page, "One", [[0, 3]]);
  await expect(toolbar(page)).toBeVisible();
  await handles(page, "One", [[3, 4]]);
  await expect(toolbar(page)).toBeHidden();
  for (const [from, to, words] of [
    [text.indexOf("👩") + 1, text.indexOf("👩") + 4, "👩‍👩‍👧"],
    [text.indexOf("\u0301"), text.indexOf("\u0301") + 2, "é\u0301s"],
    [text.indexOf("🇵🇹") + 1, text.indexOf("🇵🇹") + 2, "🇵🇹"],
  ] as const) {
    await handles(page, "One", [[from, to]]);
    await expect(chosenWords(page)).toHaveText(words);
  }
});

test("a long press that the system takes over from the page chooses what it selects", async ({ open }) => {
  const { page } = await openArticle(open, { options: PHONE });
  const { begin } = await placeOf(page, "bridge cost");
  const at = { bubbles: true, clientX: begin.x + 4, clientY: begin.y };
  const send = (type: string) =>
    page
      .getByText("The bridge cost")
      .first()
      .dispatchEvent(type, { pointerType: "touch", isPrimary: true, ...at });
  await send("pointerdown");
  await handles(page, "The bridge cost", [[4, 10]]);
  await send("pointercancel");
  await expect(chosenWords(page)).toHaveText("bridge");
  await toolbar(page).getByRole("button", { name: "Whole sentence" }).tap();
  await expect(chosenWords(page)).toHaveText("The bridge cost ten million euros.");
});

test("a drag goes from one cell to the next, and along a caption", async ({ open }) => {
  const { page } = await openArticle(open);
  const from = (await placeOf(page, "2023")).begin;
  const to = (await placeOf(page, "four million")).end;
  await page.mouse.move(from.x + 1, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x - 1, to.y, { steps: 5 });
  await page.mouse.up();
  await expect(chosenWords(page)).toHaveText(/^2023\s+four million$/);
  await letGo(page);
  await dragOver(page, "Photo: Ana Silva");
  await expect(chosenWords(page)).toHaveText("Photo: Ana Silva");
});

test("a drag that begins above the text chooses from its beginning", async ({ open }) => {
  const { page } = await openArticle(open);
  const ten = (await placeOf(page, "cost ten")).end;
  const title = await page.getByRole("heading", { level: 1 }).boundingBox();
  if (!title) throw new Error("No title");
  await page.mouse.move(title.x + 30, title.y + title.height / 2);
  await page.mouse.down();
  await page.mouse.move(ten.x - 1, ten.y, { steps: 5 });
  await page.mouse.up();
  await expect(chosenWords(page)).toHaveText(/^What it cost\s+The bridge cost ten$/);
});

/** Presses at the beginning of words, drags to a place of the window and lets go there. */
async function dragFrom(page: Page, words: string, to: { x: number; y: number }): Promise<void> {
  const { begin } = await placeOf(page, words);
  await page.mouse.move(begin.x + 1, begin.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

test("a drag that is let go over a card or the edge ends at the nearest end of the line", async ({
  open,
}) => {
  const { page, article, author } = await openArticle(open);
  await makeClaim({ article, author, words: "forty thousand cars" });
  await makeClaim({ article, author, words: "The council paid" });
  await page.reload();
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(2);
  const { begin } = await placeOf(page, "ten million");
  const line = begin.y;
  const card = await page.getByRole("link", { name: "The council paid" }).boundingBox();
  if (!card) throw new Error("No card");
  const rest = "ten million euros. The council paid all of it.";
  for (const to of [
    { x: card.x + 40, y: line },
    { x: 1439, y: line },
  ]) {
    await dragFrom(page, "ten million", to);
    await expect(chosenWords(page)).toHaveText(rest);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(rest);
    await letGo(page);
  }
  // To the left of the text, over the navigation.
  await dragFrom(page, "million euros", { x: 60, y: line });
  await expect(chosenWords(page)).toHaveText("The bridge cost ten");
  await letGo(page);
  const below = await page.getByText("It carries").boundingBox();
  if (!below) throw new Error("No text");
  await dragFrom(page, "Ten million euros it", { x: card.x + 40, y: below.y + below.height + 60 });
  await expect(chosenWords(page)).toHaveText(/^Ten million euros it was.*a day\.$/s);
});

test("while a drag is over a card, the selection shows what it will be", async ({ open }) => {
  const { page, article, author } = await openArticle(open);
  await makeClaim({ article, author, words: "The council paid" });
  await page.reload();
  const card = await page.getByRole("link", { name: "The council paid" }).boundingBox();
  if (!card) throw new Error("No card");
  const { begin } = await placeOf(page, "ten million");
  await page.mouse.move(begin.x + 1, begin.y);
  await page.mouse.down();
  await page.mouse.move(card.x + 40, begin.y, { steps: 5 });
  const selected = () => page.evaluate(() => getSelection()?.toString());
  await expect.poll(selected).toBe("ten million euros. The council paid all of it.");
  // On to the card's words, and past all of them.
  await page.mouse.move(card.x + 60, begin.y + 1);
  await expect.poll(selected).toBe("ten million euros. The council paid all of it.");
  await page.mouse.move(card.x + 60, 890);
  await expect.poll(selected).toMatch(/forty thousand cars a day\.$/);
  await page.mouse.up();
  await expect(chosenWords(page)).toHaveText(/forty thousand cars a day\.$/);
});

test("in an Arabic article a foreign word is chosen by two presses", async ({ open }) => {
  const { page } = await openArticle(open, { parts: ARABIC, language: "ar" });
  const { begin } = await placeOf(page, "BBC News");
  // At the edge of its first letter, and in the middle of its second.
  for (const dx of [2, 16]) {
    await page.mouse.dblclick(begin.x + dx, begin.y);
    await expect(chosenWords(page)).toHaveText("BBC");
    expect(await page.evaluate(() => getSelection()?.toString())).toBe("BBC");
    await letGo(page);
  }
  await page.mouse.dblclick((await placeOf(page, "BBC")).end.x - 2, begin.y);
  await expect(chosenWords(page)).toHaveText("BBC");
});

test("words selected before the page's scripts have come are chosen as soon as they have", async ({
  open,
}) => {
  const { page, article } = await openArticle(open, { parts: ARABIC, language: "ar" });
  const scripts = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto(`/desk/articles/${article.id}`, { waitUntil: "commit" });
  await expect(page.getByText("BBC News")).toBeVisible();
  const { begin } = await placeOf(page, "BBC News");
  await page.mouse.dblclick(begin.x + 16, begin.y);
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe("BBC");
  await expect(toolbar(page)).toBeHidden();
  scripts.resolve();
  await expect(chosenWords(page)).toHaveText("BBC");
});

test("the toolbar keeps its bar inside a narrow phone", async ({ open }) => {
  const { page } = await openArticle(open, { options: { ...PHONE, viewport: { width: 320, height: 640 } } });
  const { begin } = await placeOf(page, "bridge cost");
  await page.touchscreen.tap(begin.x + 4, begin.y);
  await expect(toolbar(page)).toBeVisible();
  for (const button of await toolbar(page).getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
});

test("a hand that moves while it presses a button of the toolbar changes no words", async ({ open }) => {
  const { page } = await openArticle(open);
  await page.getByText("It carries").evaluate((element) => element.scrollIntoView({ block: "center" }));
  const last = page.locator("[data-block-start]").last();
  const words = (await last.textContent())?.split(" ").slice(0, 2).join(" ") ?? "";
  await dragOver(page, words);
  const button = await toolbar(page).getByRole("button", { name: "Claim", exact: true }).boundingBox();
  const [x, y] = [(button?.x ?? 0) + 20, (button?.y ?? 0) + 15];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 2, y + 1, { steps: 2 });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await page.mouse.up();
  await expect(claimForm(page).getByLabel("Claim in one checkable sentence")).toHaveValue(words);
});
