import type { Page } from "@playwright/test";
import { directionOf } from "#lib/i18n/languages.ts";
import { expect, expectNoAxeFindings, type Theme } from "./fixtures.ts";

// The guidelines: WCAG 2.2 AA. What axe can see, in both themes, on a phone and on a desk; that nothing needs scrolling
// sideways at 320 px; and headings in order.

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
/** 1280 px at 400 %. */
export const NARROW = { width: 320, height: 640 };

/** `themes`: in which colours are looked at. In none: all the rest. */
type Look = { size: typeof DESK; themes: readonly Theme[] };
export const EVERY_LOOK: readonly Look[] = [
  { size: DESK, themes: ["light", "dark"] },
  { size: PHONE, themes: ["light", "dark"] },
];
/** For states of pages that are looked at in every way already. */
const ONCE_EACH: readonly Look[] = [
  { size: DESK, themes: ["light"] },
  { size: PHONE, themes: ["dark"] },
];

/**
 * In a language: colours are the same in all, and so is all that is wide enough for its words; but from right to left
 * things stand elsewhere, and over other grounds.
 */
export function looksIn(language: string): readonly Look[] {
  const isOfItsOwn = language === "en" || directionOf(language) === "rtl";
  if (!isOfItsOwn) return [{ size: NARROW, themes: [] }];
  return [
    { size: DESK, themes: ["light"] },
    { size: NARROW, themes: ["dark"] },
  ];
}

/** `A11Y=whole`: all that is promised, from 320 px on; for once in a while, as it takes four times as long. */
export const IS_WHOLE = process.env.A11Y === "whole";
const TABLET = { width: 820, height: 1180 };
const WHOLE = [NARROW, PHONE, TABLET, DESK].map((size): Look => ({ size, themes: ["light", "dark"] }));

export async function expectAccessible(page: Page, looks = ONCE_EACH): Promise<void> {
  for (const { size, themes } of IS_WHOLE ? WHOLE : looks) {
    await page.setViewportSize(size);
    await expectNoAxeFindings(page, themes);
  }
  await expectReflow(page);
  await expectHeadingsInOrder(page);
}

/** Nothing needs scrolling sideways, once what is placed beside words has found its place again. */
export async function expectReflow(page: Page): Promise<void> {
  await page.setViewportSize(NARROW);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
      message: `${page.url()} at ${NARROW.width} px`,
    })
    .toBeLessThanOrEqual(NARROW.width);
}

/** One first heading, and no level left out on the way down; behind an open dialog too. */
async function expectHeadingsInOrder(page: Page): Promise<void> {
  const headings = page.getByRole("heading", { includeHidden: true }).filter({ visible: true });
  const levels = await headings.evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
  const jumps = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
  expect({ first: levels.filter((level) => level === 1).length, jumps, levels }).toEqual({
    first: 1,
    jumps: [],
    levels,
  });
}
