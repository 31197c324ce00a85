import { db } from "#lib/db/client.ts";
import { addPassage } from "#lib/passages/commands.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { dragOver, expectToast, markLink, toolbar } from "./desk.ts";
import { expect, person, test } from "./fixtures.ts";

const TEXT = "NATO was founded in 1949. It has thirty members.\n\nThe alliance dates from 1949.";
const AGAIN = "The alliance dates from 1949";

async function openOwn(open: Parameters<Parameters<typeof test>[2]>[0]["open"]) {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, text: TEXT });
  const claim = await makeClaim({ article, author });
  const page = await open(author, { viewport: { width: 1440, height: 900 } });
  await page.goto(`/desk/articles/${article.id}`);
  const places = async () => {
    const passages = await db.passage.findMany({
      where: { claimId: claim.id },
      orderBy: { startOffset: "asc" },
    });
    return passages.map(({ quote }) => quote);
  };
  return { page, places };
}

test("words are attached to the active claim, shown on its card and taken away, each with a way back", async ({
  open,
}) => {
  const { page, places } = await openOwn(open);
  const undo = (said: string) =>
    page.getByRole("dialog", { name: said }).getByRole("button", { name: "Undo" }).click();
  await markLink(page, 1).first().click();
  await dragOver(page, AGAIN);
  await page.keyboard.press("a");
  await expectToast(page, "Claim 1: these words are attached");
  await expect(page.getByText("Passage 1 of 2")).toBeVisible();
  await expect(toolbar(page)).toBeHidden();
  expect((await places()).at(-1)).toBe(AGAIN);

  await undo("Claim 1: these words are attached");
  await expectToast(page, "Taken back: the words are not attached");
  await expect(page.getByText("Passage 1 of 2")).toBeHidden();
  expect(await places()).toHaveLength(1);

  await dragOver(page, AGAIN);
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Next passage of claim 1" }).click();
  await expect(page.getByText("Passage 2 of 2")).toBeVisible();
  await page.getByRole("button", { name: "Remove this passage" }).click();
  await expectToast(page, "Claim 1: these words are taken away");
  expect(await places()).toHaveLength(1);
  // The button that was pressed is gone: the focus is on the claim's card.
  await expect(page.getByRole("link", { name: "NATO was founded in 1949" })).toBeFocused();
  await undo("Claim 1: these words are taken away");
  await expectToast(page, "Taken back: the words are attached again");
  await expect(page.getByText(/^Passage \d of 2$/)).toBeVisible();
  expect((await places()).at(-1)).toBe(AGAIN);
});

test("without an active claim the words' claim is chosen from a list, by keys", async ({ open }) => {
  const { page, places } = await openOwn(open);
  await dragOver(page, AGAIN);
  await page.keyboard.press("a");
  const list = page.getByRole("menu", { name: "Which claim is made here too?" });
  await expect(list.getByRole("menuitem")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expectToast(page, "Claim 1: these words are attached");
  await expect(page.getByText("Passage 1 of 2")).toBeVisible();
  expect(await places()).toHaveLength(2);
});

test("of many claims the one meant is found by its words, by keys", async ({ open }) => {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, text: TEXT });
  for (const words of TEXT.replaceAll(/[.\n]/g, " ").split(/\s+/).filter(Boolean).slice(0, 9)) {
    await makeClaim({ article, author, words, statement: `Said of ${words}` });
  }
  const page = await open(author, { viewport: { width: 1440, height: 900 } });
  await page.goto(`/desk/articles/${article.id}`);
  await dragOver(page, AGAIN);
  await page.keyboard.press("a");
  const search = page.getByRole("combobox", { name: "Which claim is made here too?" });
  await expect(search).toBeFocused();
  const found = page.getByRole("listbox").getByRole("option");
  await expect(found).toHaveCount(9);
  await search.fill("no such words");
  await expect(page.getByText("No claim you may edit has these words.")).toBeVisible();
  await search.fill("thirty");
  await expect(found).toHaveText(/Said of thirty/);
  await page.keyboard.press("Enter");
  await expect(search).toBeHidden();
  await expectToast(page, /these words are attached$/);
  const attached = await db.passage.findFirstOrThrow({
    where: { quote: AGAIN, claim: { articleId: article.id } },
    select: { claim: { select: { statement: true } } },
  });
  expect(attached.claim.statement).toBe("Said of thirty");
});

test("going to a passage far away scrolls to its words and shows which of them it is", async ({ open }) => {
  const author = await person("reporter");
  const between = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} tells of other things.`);
  const text = [TEXT, ...between, "To its founders, 1949 was the year."].join("\n\n");
  const article = await makeArticle({ actor: author, text });
  const claim = await makeClaim({ article, author });
  const start = text.indexOf("1949 was the year");
  await addPassage({
    actor: author,
    claimId: claim.id,
    revisionId: article.revisionId,
    start,
    end: start + "1949 was the year".length,
    now: new Date(),
  });
  const page = await open(author, { viewport: { width: 1440, height: 900 } });
  await page.goto(`/desk/articles/${article.id}#claim-1`);
  const far = page.getByText("To its founders,");
  await expect(page.getByText("Passage 1 of 2")).toBeVisible();
  await expect(far).not.toBeInViewport();
  await page.getByRole("button", { name: "Next passage of claim 1" }).click();
  await expect(far).toBeInViewport();
  await expect(page.getByRole("slider", { name: "End of claim 1’s words" })).toBeInViewport();
  const shown = () =>
    page.evaluate(() => [...(CSS.highlights.get("passage") ?? [])].map((range) => String(range)));
  await expect.poll(shown).toEqual(["1949 was the year"]);
});
