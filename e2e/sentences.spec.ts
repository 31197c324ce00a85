import type { BlockPart } from "#lib/anchoring/blocks.ts";
import { dragOver } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { openArticle } from "./selecting.ts";

/** Long ones, so that the list must guess how high they are while they are out of sight. */
const LONG: readonly BlockPart[] = Array.from({ length: 30 }, (_, at) => ({
  type: "paragraph",
  text: `Sentence ${at} begins ${"and goes on about what the council of the town decided ".repeat(6)}.`,
}));

for (const at of [3, 4, 5, 17, 29])
  test(`the list of sentences opens at the chosen one, number ${at}, with the focus`, async ({ open }) => {
    const { page } = await openArticle(open, { parts: LONG });
    await dragOver(page, `Sentence ${at} begins and goes on`);
    await page.keyboard.press("s");
    const list = page.getByRole("listbox", { name: "Sentences of the article" });
    await expect(list).toBeFocused();
    const chosen = list.getByRole("option", { selected: true });
    await expect(chosen).toContainText(`Sentence ${at} begins`);
    await expect(chosen).toBeInViewport({ ratio: 0.95 });

    await page.keyboard.press("ArrowUp");
    await expect(chosen).toContainText(`Sentence ${at - 1} begins`);
    await expect(chosen).toBeInViewport({ ratio: 0.95 });
  });

test("it opens there also when it was open before, and the sentences above are higher than guessed", async ({
  open,
}) => {
  const filler = "and the council of the town decided otherwise ";
  const parts = [2, 4, 5, 3, 2, 2].map(
    (length, at) => ({ type: "paragraph", text: `Sentence ${at} begins ${filler.repeat(length)}.` }) as const,
  );
  const { page } = await openArticle(open, { parts, options: { viewport: { width: 1366, height: 820 } } });
  const list = page.getByRole("listbox", { name: "Sentences of the article" });
  for (const at of [3, 4, 3, 5]) {
    await dragOver(page, `Sentence ${at} begins`);
    await page.getByRole("button", { name: "Sentences" }).click();
    await expect(list).toBeFocused();
    const chosen = list.getByRole("option", { selected: true });
    await expect(chosen).toContainText(`Sentence ${at} begins`);
    await expect(chosen).toBeInViewport({ ratio: 0.95 });
    await page.keyboard.press("Escape");
    await expect(list).toHaveCount(0);
  }
});
