import type { Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { makeClaim } from "#lib/testing/factories.ts";
import { expectToast, markLink, placeOf } from "./desk.ts";
import { expect, person, test } from "./fixtures.ts";
import { ARABIC, DESK, expectPassages, openArticle, PHONE, passagesOf, press } from "./selecting.ts";

type Place = { x: number; y: number };
type Open = Parameters<Parameters<typeof test>[2]>[0]["open"];

/** An article with one claim of these words, which its author has made active. */
async function openClaim(open: Open, words: string, options: Parameters<typeof openArticle>[1] = {}) {
  const { page, article, author } = await openArticle(open, options);
  await makeClaim({ article, author, words });
  await page.reload();
  await markLink(page, 1).first().click();
  return { page, article };
}

const end = (page: Page, which: "Beginning" | "End") =>
  page.getByRole("slider", { name: `${which} of claim 1’s words` });

/** Where an end is taken hold of. */
async function knobOf(page: Page, which: "Beginning" | "End"): Promise<{ x: number; y: number }> {
  const box = await end(page, which).boundingBox();
  if (!box) throw new Error("The end is not in sight");
  return { x: box.x + 1, y: which === "End" ? box.y + box.height + 5 : box.y - 5 };
}

/** An end has its place: the page moves no more. */
async function expectStill(page: Page, which: "Beginning" | "End"): Promise<void> {
  const moved = async () => {
    const before = await knobOf(page, which);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const after = await knobOf(page, which);
    return Math.abs(after.x - before.x) + Math.abs(after.y - before.y);
  };
  await expect.poll(moved).toBe(0);
}

/** How far an end has to be dragged to stand at a place, or before or after words. */
async function wayTo(page: Page, which: "Beginning" | "End", words: string | Place) {
  const to = typeof words === "string" ? await edgeOf(page, which, words) : words;
  const box = await end(page, which).boundingBox();
  if (!box) throw new Error("The end is not in sight");
  return { dx: to.x - box.x - 1, dy: to.y - box.y - box.height / 2 };
}

async function edgeOf(page: Page, which: "Beginning" | "End", words: string): Promise<Place> {
  const { begin, end: after } = await placeOf(page, words);
  return which === "Beginning" ? begin : after;
}

async function dragEnd(page: Page, which: "Beginning" | "End", words: string | Place): Promise<void> {
  const { dx, dy } = await wayTo(page, which, words);
  const knob = await knobOf(page, which);
  await page.mouse.move(knob.x, knob.y);
  await page.mouse.down();
  await page.mouse.move(knob.x + dx, knob.y + dy, { steps: 5 });
  await page.mouse.up();
}

/** The words the active claim is marked at. */
const marked = async (page: Page) => (await page.locator("mark[data-active]").allTextContents()).join("");

const undo = (page: Page) =>
  page
    .getByRole("dialog", { name: "Claim 1: other words now" })
    .getByRole("button", { name: "Undo" })
    .click();

test("both ends are dragged with the mouse, and the move is taken back", async ({ open }) => {
  const { page, article } = await openClaim(open, "ten million");
  await dragEnd(page, "End", "ten million euros");
  await expectToast(page, "Claim 1: other words now");
  await expectPassages(article, 1, ["ten million euros"]);
  await dragEnd(page, "Beginning", "bridge cost");
  await expectPassages(article, 1, ["bridge cost ten million euros"]);
  await expect.poll(() => marked(page)).toBe("bridge cost ten million euros");
  await page.reload();
  await markLink(page, 1).first().click();
  expect(await marked(page)).toBe("bridge cost ten million euros");

  await dragEnd(page, "End", "council");
  await expectPassages(article, 1, ["bridge cost ten million euros. The council"]);
  await undo(page);
  await expectToast(page, "Taken back: the words are as before");
  await expectPassages(article, 1, ["bridge cost ten million euros"]);
});

test("an end never passes the other, keeps characters whole and goes over paragraphs", async ({ open }) => {
  const { page, article } = await openClaim(open, "all of it");
  await dragEnd(page, "End", "Families 👩‍👩‍👧");
  await expectPassages(article, 1, ["all of it.\n\nFamilies 👩‍👩‍👧"]);
  // Past the beginning there are no words: the last that were tried are kept.
  await dragEnd(page, "End", "The bridge");
  await expect.poll(async () => (await passagesOf(article, 1))[0]).toMatch(/^all/);
  expect((await passagesOf(article, 1))[0]?.length).toBeGreaterThan(0);
});

test("keys move an end by character, word and line; Enter keeps, Escape leaves", async ({ open }) => {
  const { page, article } = await openClaim(open, "ten million");
  await page.getByRole("button", { name: "Move ends of claim 1’s words" }).press("Enter");
  await expect(end(page, "End")).toBeFocused();
  await expect(end(page, "End")).toHaveAccessibleDescription(/Enter keeps the words/);
  await press(page, "Control+ArrowRight", "ArrowRight", "ArrowLeft", "Shift+Tab");
  await expect(end(page, "Beginning")).toBeFocused();
  await press(page, "Control+ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowRight");
  await expect(end(page, "Beginning")).toHaveAttribute(
    "aria-valuetext",
    "begins with “e cost ten million euros”",
  );
  await press(page, "ArrowRight", "Enter");
  await expectToast(page, "Claim 1: other words now");
  await expectPassages(article, 1, ["cost ten million euros"]);
  await expect(end(page, "Beginning")).toBeFocused();

  await press(page, "Tab", "Control+ArrowDown", "Control+ArrowDown");
  await expect(page.getByRole("group", { name: "Other words for claim 1" })).toContainText(
    "cost ten million euros. The council paid all of it.",
  );
  await page.keyboard.press("Escape");
  await expect(page.getByRole("group", { name: "Other words for claim 1" })).toBeHidden();
  await expect(end(page, "End")).toHaveAttribute("aria-valuetext", "ends with “cost ten million euros”");
  expect(await passagesOf(article, 1)).toEqual(["cost ten million euros"]);
});

test("buttons move the ends too", async ({ open }) => {
  const { page, article } = await openClaim(open, "ten million");
  await page.getByRole("button", { name: "Move ends of claim 1’s words" }).click();
  const bar = page.getByRole("group", { name: "Other words for claim 1" });
  await bar.getByRole("button", { name: "Begin a word earlier" }).click();
  await bar.getByRole("button", { name: "End a word later" }).click();
  await bar.getByRole("button", { name: "Keep" }).hover();
  await page.mouse.down();
  // A press beside the text selects nothing, and leaves the ends in reach.
  await expect(end(page, "End")).toHaveCSS("pointer-events", "auto");
  await page.mouse.up();
  await expectPassages(article, 1, ["cost ten million euros"]);
  await expect(end(page, "End")).toBeFocused();
});

test("on a phone a finger drags the ends, and the card's button leads to them", async ({ open }) => {
  const { page, article, author } = await openArticle(open, { options: PHONE });
  await makeClaim({ article, author, words: "ten million" });
  await page.reload();
  const move = page.getByRole("button", { name: "Move ends of claim 1’s words" });
  // The button is there before the script that hears it.
  await expect(async () => {
    await page.getByRole("button", { name: "1 claim here" }).tap({ timeout: 1_000 });
    await expect(move).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await move.tap();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(end(page, "End")).toBeFocused();
  await page.getByRole("button", { name: "Cancel" }).tap();

  await expectStill(page, "End");
  const { dx, dy } = await wayTo(page, "End", "ten million euros");
  const { x, y } = await knobOf(page, "End");
  const touch = await page.context().newCDPSession(page);
  const finger = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  const scrolled = await page.evaluate(() => scrollY);
  await finger("touchStart", [{ x, y: y + 8 }]);
  for (const part of [0.3, 0.6, 1]) await finger("touchMove", [{ x: x + dx * part, y: y + 8 + dy * part }]);
  await finger("touchEnd", []);
  await expectPassages(article, 1, ["ten million euros"]);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test("in an Arabic article the arrows go the way they point, and the ends are dragged", async ({ open }) => {
  const { page, article } = await openClaim(open, "عشرة ملايين", { parts: ARABIC, language: "ar" });
  // The right edge of the full stop is where the word before it ends.
  await dragEnd(page, "End", (await placeOf(page, "يورو.")).end);
  await expectPassages(article, 1, ["عشرة ملايين يورو"]);
  await end(page, "Beginning").focus();
  await press(page, "Control+ArrowRight", "Enter");
  await expectPassages(article, 1, ["الجسر عشرة ملايين يورو"]);
  await end(page, "End").focus();
  await press(page, "Control+ArrowRight", "Enter");
  await expectPassages(article, 1, ["الجسر عشرة ملايين"]);
});

test("what the server refuses goes back, with the reason", async ({ open }) => {
  const { page, article } = await openClaim(open, "ten million");
  const { id: authorId } = await person("reporter");
  await db.claim.updateMany({ where: { articleId: article.id }, data: { authorId } });
  await dragEnd(page, "End", "ten million euros");
  await expectToast(page, /Only the claim’s author/);
  await expect.poll(() => marked(page)).toBe("ten million");
  expect(await passagesOf(article, 1)).toEqual(["ten million"]);
});

test("without an answer the words go back too", async ({ open, tolerate }) => {
  tolerate(/ERR_FAILED/);
  const { page, article } = await openClaim(open, "ten million");
  await page.route("**/*", (route) =>
    route.request().headers()["next-action"] ? route.abort() : route.fallback(),
  );
  await dragEnd(page, "End", "ten million euros");
  await expectToast(page, /reach/);
  await expect.poll(() => marked(page)).toBe("ten million");
  expect(await passagesOf(article, 1)).toEqual(["ten million"]);
});

test("of a claim one may not edit the ends stay where they are", async ({ open }) => {
  const { page, article } = await openArticle(open, { options: DESK });
  await makeClaim({ article, words: "ten million" });
  await page.reload();
  await markLink(page, 1).first().click();
  await expect(page.getByRole("link", { name: "Open claim 1" })).toBeVisible();
  await expect(page.getByRole("slider")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Move ends/ })).toBeHidden();
});
