import type { Page } from "@playwright/test";
import { publishedArticle, readyImport, sayingOf, sayings } from "./attack-pages.ts";
import {
  ATTACKS,
  after,
  before,
  headingOf,
  keeps,
  offers,
  type Reached,
  readFiles,
  WAYS,
} from "./attacks.ts";
import { expect, person, test } from "./fixtures.ts";
import { expectHarmless, expectHarmlessMarkup, watchForAttacks } from "./harmless.ts";

// Every known attack on what shows other people's markup, through every way in, and then on every page that shows
// it: what was read of many of them is put into one article, so that a few pages show them all.

test.skip(ATTACKS.length === 0, "the corpus of attacks is not on this machine");
test.describe.configure({ timeout: 300_000 });

for (const [name, ways] of Object.entries(WAYS)) {
  test(`no attack in ${name} does anything, and what stands around it is read`, async ({ open }) => {
    const page = await open(await person("editor"));
    const seen = await watchForAttacks(page);
    const different = new Map<string, Reached>();
    for (const { markup, read } of ways) {
      const reached = await read(ATTACKS);
      const shown = markup && (await shownByBrowsers(page, ATTACKS.map(markup)));
      const lost = reached.filter(({ attack, article }) => {
        const isShown = (shown?.[attack.number] ?? true) && !UNENDED.test(attack.payload);
        return !keeps(article, before(attack)) || (isShown && !offers(article, after(attack)));
      });
      expect(lost.map(({ attack }) => attack)).toEqual([]);
      for (const each of reached) if (!different.has(leftOf(each))) different.set(leftOf(each), each);
    }
    for (const group of groupsOf([...different.values()])) await expectNothingHappens(page, group);
    expect(seen).toEqual([]);
  });
}

/** All that was read of an attack, but for its number: what is left of most is nothing, and is looked at once. */
function leftOf({ attack, article }: Reached): string {
  const [above, below] = [before(attack), after(attack)];
  const parts = article.parts.map((part) => {
    const text = part.text.replace(above, "before").replace(below, "after");
    return { ...part, text: text === headingOf(attack) ? "heading" : text };
  });
  return JSON.stringify(parts);
}

/** Drawings, comments and code that do not end where browsers, by long habit, let them end all the same. */
const UNENDED = /<svg(?![^>]*\/>)|<!\[CDATA/i;

/** A preview shows so many blocks, one by one; the rest it only counts. */
const MOST_SHOWN = 1_000;

function groupsOf(reached: readonly Reached[]): Reached[][] {
  const groups: Reached[][] = [];
  let room = 0;
  for (const each of reached) {
    room -= each.article.parts.length;
    if (room < 0) {
      groups.push([]);
      room = MOST_SHOWN - each.article.parts.length;
    }
    groups.at(-1)?.push(each);
  }
  return groups;
}

/** Whether a browser would show the words after each attack: what it takes for code, controls or media it would not. */
function shownByBrowsers(page: Page, pages: readonly string[]): Promise<boolean[]> {
  return page.evaluate((pages) => {
    const notText =
      "script,style,template,title,svg,iframe,object,video,audio,button,select,textarea,noembed,noframes,xmp,dialog";
    return pages.map((markup) => {
      const parsed = new DOMParser().parseFromString(markup, "text/html");
      const texts = parsed.createTreeWalker(parsed, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const isIt = node.nodeValue?.includes("stands after attack") ?? false;
        if (isIt && !node.parentElement?.closest(notText)) return true;
      }
      return false;
    });
  }, pages);
}

/** Puts what was read into an article and an import, and opens every page that shows them. */
async function expectNothingHappens(page: Page, reached: readonly Reached[]): Promise<void> {
  const parts = reached.flatMap(({ article }) => article.parts);
  const [sentence = "", ...others] = reached.flatMap(({ attack, article }) =>
    [before(attack), after(attack)].filter((words) => keeps(article, words)),
  );
  const said = sayingOf(reached);
  const { id, slug, claimSlug } = await publishedArticle({ ...said, parts, sentence });
  const importId = await readyImport({ ...said, parts });
  const desk = `/desk/articles/${id}`;
  for (const path of [`/articles/${slug}`, desk, `/desk/imports/${importId}`, `${desk}/revisions/2`]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText(others.at(-1) ?? "");
    const text = (await page.getByRole("main").textContent()) ?? "";
    expect(others.filter((words) => !text.includes(words))).toEqual([]);
    await expectHarmless(page);
  }
  for (const path of [`/claims/${claimSlug}`, `${desk}/repairs`, `${desk}/revisions`]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText(/attack|Revision 2/);
    await expectHarmless(page);
  }
}

test("no attack in what pages say of themselves does anything where it is looked through", async ({
  open,
}) => {
  const [first, ...rest] = await readFiles(ATTACKS);
  const titles = [first, ...rest].flatMap((reached) => reached?.article.metadata.title ?? []);
  expect(titles.length).toBeGreaterThan(ATTACKS.length * 0.9);
  const page = await open(await person("editor"));
  const seen = await watchForAttacks(page);
  for (const [index, said] of sayings(titles).entries()) {
    const path = `/desk/imports/${await readyImport({ ...said, parts: first?.article.parts ?? [] })}`;
    if (index % OPENED === 0) {
      await page.goto(path);
      await expect(page.getByLabel("Title", { exact: true })).toHaveValue(said.title);
      await expectHarmless(page);
    } else {
      await expectHarmlessMarkup(page, await (await page.request.get(path)).text());
    }
  }
  expect(seen).toEqual([]);
});

/** One in so many previews is opened; of the others the markup is parsed, which is a tenth of the time. */
const OPENED = 20;
