import { expect, type Locator, type Page } from "@playwright/test";

// What people do at the desk, step by step on the screens. Specs tell the story with these.

export async function signInThroughForm(
  page: Page,
  { email, password }: { email: string; password: string },
) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Opens what is folded away, unless it is open already. */
export async function unfold(scope: Page | Locator, summary: string): Promise<void> {
  const line = scope.getByText(summary, { exact: true }).filter({ visible: true }).first();
  if (!(await line.evaluate((element) => element.closest("details")?.open))) await line.click();
}

/** The field a label in sight belongs to. */
export function field(page: Page | Locator, label: string): Locator {
  return page.getByLabel(label).filter({ visible: true });
}

/** The note that something was done. */
export async function expectToast(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByRole("region", { name: "Messages" }).getByText(text)).toBeVisible();
}

/** Pastes a text as a new article. Its preview is open afterwards. */
export async function pasteArticle(page: Page, text: string): Promise<void> {
  await page.goto("/desk/articles/new?way=paste");
  await field(page, "Text of the article").fill(text);
  await page.getByRole("button", { name: "Read it" }).click();
  await expectPreview(page);
}

/** The page of an import that was read: each of its blocks with a tick. */
export async function expectPreview(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Look it through" })).toBeVisible();
}

/** The tick of the block that begins with these words. */
export const tick = (page: Page, words: string): Locator =>
  page.getByRole("checkbox", { name: `Part of the article: ${words}` });

type Edge = { x: number; y: number };

/** Where words of the article stand on the screen: the middle of their first and of their last character. */
export async function placeOf(page: Page, words: string): Promise<{ begin: Edge; end: Edge }> {
  const place = await page.getByRole("main").evaluate((main, sought) => {
    const nodes: { node: Text; start: number }[] = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    let all = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      nodes.push({ node, start: all.length });
      all += node.data;
    }
    const at = all.indexOf(sought);
    if (at < 0) return null;
    const rectAt = (offset: number) => {
      const found = nodes.findLast(({ start }) => start <= offset);
      if (!found) return null;
      const range = document.createRange();
      range.setStart(found.node, offset - found.start);
      range.setEnd(found.node, offset - found.start + 1);
      found.node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      return range;
    };
    const [first, last] = [rectAt(at), rectAt(at + sought.length - 1)];
    const [a, b] = [first?.getBoundingClientRect(), last?.getBoundingClientRect()];
    return (
      a &&
      b && { begin: { x: a.left, y: a.top + a.height / 2 }, end: { x: b.right, y: b.top + b.height / 2 } }
    );
  }, words);
  if (!place) throw new Error(`“${words}” is not on the page`);
  return place;
}

/** Selects words of the article by dragging over them. */
export async function dragOver(page: Page, words: string): Promise<void> {
  const { begin, end } = await settledPlaceOf(page, words);
  await page.mouse.move(begin.x + 1, begin.y);
  await page.mouse.down();
  await page.mouse.move(end.x - 1, end.y, { steps: 5 });
  await page.mouse.up();
  await expect(toolbar(page)).toBeVisible();
  const selected = await page.evaluate(() => getSelection()?.toString() ?? "");
  expect(selected.replaceAll(/\s/g, "")).toBe(words.replaceAll(/\s/g, ""));
}

/** As `placeOf`, once nothing moves any more: what was just made may still be gliding into sight. */
async function settledPlaceOf(page: Page, words: string): Promise<{ begin: Edge; end: Edge }> {
  let place = await placeOf(page, words);
  await expect(async () => {
    const before = place;
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    place = await placeOf(page, words);
    expect(place).toEqual(before);
  }).toPass();
  return place;
}

export const toolbar = (page: Page): Locator => page.getByRole("toolbar", { name: "Chosen words" });
export const claimForm = (page: Page): Locator => page.getByRole("form", { name: "New claim" });

/** The link with a claim's number before its words in the article. */
export const markLink = (page: Page, number: number): Locator =>
  page.getByRole("link", { name: new RegExp(`^Claim ${number}, `) });

/** Selects words with the mouse and makes a claim of them. Answers its number, which its open card names. */
export async function makeClaimOf(page: Page, words: string, statement?: string): Promise<number> {
  await dragOver(page, words);
  await toolbar(page).getByRole("button", { name: "Claim", exact: true }).click();
  if (statement !== undefined)
    await field(claimForm(page), "Claim in one checkable sentence").fill(statement);
  await claimForm(page).getByRole("button", { name: "Create claim" }).click();
  const open = page.getByRole("link", { name: /^Open claim \d+$/ });
  return Number((await open.getAttribute("aria-label"))?.match(/\d+/)?.[0]);
}

export type TypedSource = {
  url: string;
  title: string;
  publisher?: string;
  publishedOn?: string;
  kind?: "Primary" | "Secondary" | "Reference";
  stance: "Supports" | "Refutes" | "Context";
  quote?: string;
  noCopy?: string;
};

/** Attaches a source on the claim's page. */
export async function attachSource(page: Page, source: TypedSource): Promise<void> {
  const evidence = page.getByRole("region", { name: "Evidence" });
  await unfold(evidence, "Attach a source");
  await field(evidence, "Web address").fill(source.url);
  await field(evidence, "Title").fill(source.title);
  if (source.publisher) await field(evidence, "Publisher").fill(source.publisher);
  if (source.publishedOn) await field(evidence, "Published on").fill(source.publishedOn);
  if (source.kind) await field(evidence, "Kind of source").selectOption({ label: kindLabel[source.kind] });
  await choose(evidence, source.stance);
  if (source.quote) await field(evidence, "Quoted words").fill(source.quote);
  if (source.noCopy) {
    await unfold(evidence, "Author, note, kept copy, who may see it");
    await field(evidence, "Why there is no kept copy").fill(source.noCopy);
  }
  await evidence.getByRole("button", { name: "Attach a source" }).click();
  await expect(evidence.getByRole("heading", { name: source.title })).toBeVisible();
}

const kindLabel = {
  Primary: "Primary: the document, data or words themselves",
  Secondary: "Secondary: somebody reporting on them",
  Reference: "Reference: an encyclopaedia, a register",
};

/** Chooses one of a few cards: a press on the card, as its radio button is out of sight. */
export async function choose(scope: Page | Locator, label: string): Promise<void> {
  const radio = scope.getByRole("radio", { name: new RegExp(`^${label}`) }).filter({ visible: true });
  await radio.locator("..").click();
  await expect(radio).toBeChecked();
}

/** Writes down what was looked for on the other side. */
export async function noteSearch(page: Page, note: string): Promise<void> {
  const part = page.getByRole("region", { name: "For publication" });
  await unfold(part, "Edit the notes");
  await field(part, "What was looked for on the other side").fill(note);
  await part.getByRole("button", { name: "Save the notes" }).click();
  await expectToast(page, "Notes saved");
}

export type TypedVerdict = { rating: string; conclusion: string; rationale: string };

/** Fills in the verdict form. */
export async function writeVerdict(
  page: Page,
  { rating, conclusion, rationale }: TypedVerdict,
): Promise<void> {
  await choose(page, rating);
  await page.getByRole("textbox", { name: "Conclusion, in one sentence" }).fill(conclusion);
  await page.getByRole("textbox", { name: "Why", exact: true }).fill(rationale);
}

/** Takes the claim whose page is open, and commits a verdict on it. */
export async function takeAndJudge(page: Page, verdict: TypedVerdict): Promise<void> {
  await page.getByRole("button", { name: "Take it", exact: true }).click();
  await writeVerdict(page, verdict);
  await page.getByRole("button", { name: "Commit verdict" }).click();
  await expectToast(page, "Verdict committed");
}

/** Publishes the claim whose page is open. */
export async function publish(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("alertdialog", { name: "Publish this verdict?" });
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("link", { name: "See the public page" })).toBeVisible();
}
