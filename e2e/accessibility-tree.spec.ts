import type { Locator, Page } from "@playwright/test";
import { DESK, expectReflow, PHONE } from "./accessible.ts";
import { type AxNode, inside, readTree, unnamedStops, wordsIn } from "./ax-tree.ts";
import { CLAIMS, makeEveryState } from "./claims-of-every-state.ts";
import { claimForm, dragOver, markLink, placeOf } from "./desk.ts";
import { expect, expectNoAxeFindings, test } from "./fixtures.ts";

type Open = Parameters<Parameters<typeof test>[2]>[0]["open"];

let made: ReturnType<typeof makeEveryState> | undefined;
/** The article, which no test here changes. */
const everyState = () => {
  made ??= makeEveryState();
  return made;
};

async function openEveryState(open: Open, viewport = DESK): Promise<Page> {
  const { author, article } = await everyState();
  const page = await open(author, { viewport });
  await page.goto(`/desk/articles/${article.id}`);
  await expect(page.getByRole("button", { name: "Sentences" })).toBeVisible();
  return page;
}

/** Its statement, which stands on its card and leads to its page. */
const cardLink = (page: Page, statement: string): Locator =>
  page.getByRole("region", { name: "Claims in this article" }).getByRole("link", { name: statement });

const numbered = CLAIMS.map((claim, at) => ({ ...claim, number: at + 1 }));

function only(nodes: readonly AxNode[], what: string): AxNode {
  const [first, another] = nodes;
  if (first === undefined || another) throw new Error(`${nodes.length} nodes for ${what}`);
  return first;
}

for (const [where, viewport] of Object.entries({ "a desk": DESK, "a phone": PHONE })) {
  test(`on ${where} each claim is met as a heading, in the list and at its words, with name and state`, async ({
    open,
  }) => {
    test.slow();
    const page = await openEveryState(open, viewport);
    const tree = await readTree(page);
    const region = only(
      tree.filter(({ role, name }) => role === "region" && name === "Claims in this article"),
      "the list's region",
    );
    const items = inside(tree, region).filter(({ role }) => role === "listitem");
    expect(items).toHaveLength(CLAIMS.length);

    for (const { number, statement, said, named = said, words } of numbered) {
      const heading = only(
        tree.filter(({ role, name }) => role === "heading" && name === statement),
        statement,
      );
      const link = only(
        inside(tree, heading).filter(({ role }) => role === "link"),
        `the link of ${statement}`,
      );
      expect(link.description).toBe(`${said} Claim ${number}`);

      const item = items[number - 1];
      if (!item) throw new Error("No item");
      expect(heading.ancestors).toContain(item);
      expect(wordsIn(tree, item)).toMatch(new RegExp(`^${said} Claim ${number} ${statement}`));

      const marks = tree.filter(({ role, name }) => role === "link" && name.startsWith(`Claim ${number}, `));
      expect(marks).toHaveLength(words.length);
      for (const [at, mark] of marks.entries()) {
        expect(mark.name.toLowerCase()).toContain(named.toLowerCase());
        expect(mark.details).toEqual([item.element]);
        const around = mark.ancestors.find(({ role }) => role === "mark");
        if (!around) throw new Error("A number without marked words");
        // Without the numbers before them, which stand in links.
        const piece = wordsIn(
          tree.filter(({ ancestors }) => !ancestors.some(({ role }) => role === "link")),
          around,
        ).trim();
        expect(piece).not.toBe("");
        expect(words[at]?.startsWith(piece), `“${piece}” begins “${words[at]}”`).toBe(true);
      }
    }
    expect(await unnamedStops(page, tree)).toEqual([]);
    expect(await repeatedIds(page)).toEqual([]);
  });
}

/** Ids that two elements have: what refers to them means the wrong one. */
function repeatedIds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
  });
}

test("the focus goes from a claim's words to its card and back, for each claim", async ({ open }) => {
  const page = await openEveryState(open);
  for (const { number, statement } of numbered) {
    const mark = markLink(page, number).first();
    await mark.focus();
    await page.keyboard.press("Enter");
    await expect(cardLink(page, statement)).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(page.getByRole("link", { name: `Claim ${number}: back to its words` })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(mark).toBeFocused();
    await expect(mark).toBeInViewport();
  }
});

test("on a phone the focus goes from the words to the sheet and back, and from the list to the words", async ({
  open,
}) => {
  const page = await openEveryState(open, PHONE);
  for (const { number, statement } of numbered) {
    const mark = markLink(page, number).first();
    await mark.focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog", { name: "1 claim here" });
    await expect(sheet.getByRole("heading", { name: statement })).toBeVisible();
    await expect.poll(() => sheet.evaluate((it) => it.contains(document.activeElement))).toBe(true);
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await expect(mark).toBeFocused();

    await cardLink(page, statement).focus();
    await page
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name: statement }) })
      .getByRole("link", { name: "Show in the text" })
      .press("Enter");
    await expect(mark).toBeFocused();
    await expect(mark).toBeInViewport();
  }
});

type State = { name: string; show: (page: Page) => Promise<unknown> };

const STATES: readonly State[] = [
  { name: "as it opens", show: async () => {} },
  {
    name: "with the caret in the text",
    show: async (page) => {
      await page.keyboard.press("i");
      await page.keyboard.press("Shift+ArrowRight");
      await expect(page.getByRole("application", { name: "Caret in the article" })).toBeFocused();
    },
  },
  {
    name: "with the ends of a claim's words being moved",
    show: async (page) => {
      await markLink(page, 1).first().press("Enter");
      await page.getByRole("button", { name: "Move ends of claim 1’s words" }).press("Enter");
      await expect(page.getByRole("slider", { name: "End of claim 1’s words" })).toBeFocused();
      // Longer than its place has room for.
      for (let lines = 0; lines < 12; lines++) await page.keyboard.press("Control+ArrowDown");
      await expect(page.getByRole("group", { name: "Other words for claim 1" })).toBeVisible();
    },
  },
  {
    name: "with several claims under the pointer",
    show: async (page) => {
      const { begin } = await placeOf(page, "million euros");
      await page.mouse.click(begin.x + 4, begin.y);
      await expect(page.getByRole("menu").or(page.getByRole("dialog"))).toBeVisible();
    },
  },
  {
    name: "with the list of sentences",
    show: async (page) => {
      await page.keyboard.press("s");
      await expect(page.getByRole("listbox", { name: "Sentences of the article" })).toBeFocused();
    },
  },
  {
    name: "with the form for a claim",
    show: async (page) => {
      await dragOver(page, "cars cross it every day.");
      await page.keyboard.press("c");
      await expect(claimForm(page)).toBeVisible();
    },
  },
  {
    name: "with the suggestions",
    show: async (page) => {
      await page.keyboard.press("g");
      await expect(page.getByRole("list", { name: "Sentences worth checking" })).toBeVisible();
    },
  },
];

for (const { name, show } of STATES) {
  for (const [where, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
    test(`everybody can use the article ${name} on a ${where}`, async ({ open }) => {
      const page = await openEveryState(open, viewport);
      await show(page);
      await expectNoAxeFindings(page);
      expect(await unnamedStops(page, await readTree(page))).toEqual([]);
      expect(await repeatedIds(page)).toEqual([]);
      await expectReflow(page);
    });
  }
}
