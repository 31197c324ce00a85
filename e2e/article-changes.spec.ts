import type { Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { startArticleServer } from "./article-server.ts";
import {
  choose,
  expectPreview,
  expectToast,
  field,
  makeClaimOf,
  markLink,
  pasteArticle,
  tick,
  unfold,
} from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";
import { reviewAndPublish } from "./published.ts";
import {
  COMMITTEE,
  GROUND,
  HISTORY,
  IMPRINT,
  INTRO,
  NEW_CAPTION,
  pageOf,
  ROWS,
  TEASER,
  TRAFFIC,
} from "./tunnel-page.ts";

// What a desk lives with: the article that was checked is changed by whoever wrote it, and claims, verdicts and
// public pages have to follow.

const DESK = { viewport: { width: 1440, height: 900 } };

function claimOfArticle(articleId: string, number: number) {
  return db.claim.findFirstOrThrow({
    where: { articleId, number },
    select: { id: true, slug: true, statement: true },
  });
}

const revisionsOf = (articleId: string) => db.revision.count({ where: { articleId } });

/** Presses the button, and waits for what came of it. */
async function checkForChanges(page: Page, articleId: string, told: RegExp): Promise<void> {
  await page.goto(`/desk/articles/${articleId}/revisions`);
  await page.getByRole("button", { name: "Check for changes" }).click();
  await expect(page.getByRole("status").getByText(told)).toBeVisible();
}

/** One of the passages that wait on the repair list. */
const repairOf = (page: Page, number: number) =>
  page.getByRole("list", { name: "Passages to repair" }).getByRole("article", { name: `Claim ${number}:` });

/** The marks of a claim, in the order of the text. */
async function markedWords(page: Page, number: number): Promise<string[]> {
  const id = await markLink(page, number).first().getAttribute("data-claim");
  return page.locator(`mark[data-claims~="${id}"]`).allTextContents();
}

test("an article's claims follow it when its page changes, and what cannot follow is settled by people", async ({
  open,
}) => {
  test.setTimeout(180_000);
  await using server = await startArticleServer();
  const title = `A tunnel under the harbour ${unique()}`;
  const url = server.serve("/tunnel", pageOf({ title }));
  const reporter = await person("reporter");
  const page = await open(reporter, DESK);
  const reader = await open();

  const articleId = await test.step("a reporter fetches the page and cuts it", async () => {
    await page.goto("/desk/articles/new");
    await field(page, "Web address of the article").fill(url);
    await page.getByRole("button", { name: "Fetch it" }).click();
    await expect(page.getByRole("list", { name: "Steps" })).toContainText("Fetched");
    await expectPreview(page);
    await expect(page.getByRole("list", { name: "Steps" }).getByText("Cleaned")).toContainText("(done)");
    await tick(page, "Read the whole series").uncheck();
    await unfold(page, "1 block left out");
    await tick(page, IMPRINT).check();
    await choose(page, "Ours");
    await page.getByRole("button", { name: "Save article" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page).toHaveURL(/\/desk\/articles\/[\da-f-]{36}$/);
    await expect(page.getByText(IMPRINT)).toBeVisible();
    await expect(page.getByText(TEASER)).toBeHidden();
    return new URL(page.url()).pathname.split("/").at(-1) ?? "";
  });

  await test.step("claims are made of a caption, a table cell, words over two paragraphs, and a sentence", async () => {
    expect(await makeClaimOf(page, "Twelve drilling machines stand ready at the northern entrance")).toBe(1);
    expect(await makeClaimOf(page, "3.4 billion", "The estimate of 2023 was 3.4 billion.")).toBe(2);
    expect(await makeClaimOf(page, "should pay for the pumps.A committee will report in May")).toBe(3);
    expect(await makeClaimOf(page, "The first plans for a crossing are from 1968.")).toBe(4);
  });
  const [caption, sentence] = [await claimOfArticle(articleId, 1), await claimOfArticle(articleId, 4)];
  await reviewAndPublish(caption.id, reporter);
  await reviewAndPublish(sentence.id, reporter);

  await test.step("as long as the page is the same, there is no new text", async () => {
    await checkForChanges(page, articleId, /^Unchanged on/);
    expect(await revisionsOf(articleId)).toBe(1);
  });

  await test.step("the changed page becomes a revision, and the comparison tells what became of each claim", async () => {
    const paragraphs = [INTRO, HISTORY, COMMITTEE, GROUND, TRAFFIC];
    server.serve("/tunnel", pageOf({ title, caption: NEW_CAPTION, rows: ROWS.slice(0, 1), paragraphs }));
    await checkForChanges(page, articleId, /^Saved as revision 2 on/);
    await page
      .getByRole("status")
      .getByRole("link", { name: /^Saved as revision 2/ })
      .click();
    await expect(page.getByRole("heading", { level: 1, name: "Revision 2 against 1" })).toBeVisible();
    const outcomes = page.getByRole("region", { name: "Claims", exact: true });
    for (const outcome of [
      /^Claim 1 · reworded \d+ %$/,
      "Claim 2 · lost",
      /^Claim 3 · (?:lost|reworded)/,
      "Claim 4 · moved",
    ])
      await expect(outcomes.getByText(outcome)).toBeVisible();
    await expect(page.getByText(TEASER)).toBeHidden();
    const { text } = await db.revision.findFirstOrThrow({ where: { articleId, number: 2 } });
    expect([text.includes(TEASER), text.includes(IMPRINT)]).toEqual([false, true]);
  });

  const changed = /^The article changed on .+ after this check\./;
  await test.step("readers are told of the claim whose words changed, and of no other", async () => {
    await reader.goto(`/claims/${caption.slug}`);
    await expect(reader.getByRole("note").getByText(changed)).toBeVisible();
    await reader.goto(`/claims/${sentence.slug}`);
    await expect(reader.getByRole("heading", { level: 1, name: sentence.statement })).toBeVisible();
    await expect(reader.getByText(changed)).toBeHidden();
  });

  await test.step("an editor says, by keys alone, where the words are that did not follow", async () => {
    const editor = await open(await person("editor"), DESK);
    await editor.goto(`/desk/articles/${articleId}/repairs`);
    await expect(repairOf(editor, 1)).toContainText("Published: readers see a note until this is settled");
    await editor.keyboard.press("j");
    await expect(repairOf(editor, 1)).toBeFocused();
    await editor.keyboard.press("c");
    await expectToast(editor, "Confirmed: these words make the claim");
    await expect(repairOf(editor, 1)).toBeHidden();

    await repairOf(editor, 3).focus();
    await editor.keyboard.press("r");
    const chooser = editor.getByRole("dialog", { name: "Where do the words of claim 3 stand?" });
    await expect(chooser.getByRole("listbox")).toBeFocused();
    await editor.keyboard.press("Home");
    const wanted = chooser.getByRole("option", { name: "Toll income should pay for the pumps." });
    for (let presses = 0; (await wanted.getAttribute("aria-selected")) !== "true"; presses++) {
      expect(presses).toBeLessThan(20);
      await editor.keyboard.press("ArrowDown");
    }
    await editor.keyboard.press("Enter");
    await expectToast(editor, "The claim stands at these words now");

    await expect(repairOf(editor, 2)).toBeFocused();
    await editor.keyboard.press("d");
    await expectToast(editor, "Detached: the claim is not made in this text any more");
    await expect(editor.getByText("Everything is in its place")).toBeVisible();

    await editor.goto(`/desk/articles/${articleId}`);
    const machines = "Nine drilling machines stand ready at the northern entrance";
    expect((await markedWords(editor, 1)).join("")).toBe(machines);
    expect(await markedWords(editor, 3)).toEqual(["Toll income should pay for the pumps."]);
    await expect(markLink(editor, 2)).toBeHidden();

    await editor.goto(`/desk/claims/${caption.id}`);
    const form = editor.getByRole("region", { name: "Correct what is published" });
    await unfold(form, "Write a correction");
    await choose(form, "Update");
    await form
      .getByRole("textbox", { name: "Reason" })
      .fill("The paper counted its machines again, and so did we.");
    await form.getByRole("button", { name: "Publish the correction" }).click();
    await expectToast(editor, "Correction published");
  });

  await test.step("readers see the corrected check without the note, and the words where they stand now", async () => {
    await reader.goto(`/claims/${caption.slug}`);
    await expect(reader.getByText("The paper counted its machines again, and so did we.")).toBeVisible();
    await expect(reader.getByText(changed)).toBeHidden();
    await reader.getByRole("link", { name: "See it in its place" }).click();
    await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const marked = reader.locator("figcaption mark");
    await expect(marked).toHaveText("Nine drilling machines stand ready at the northern entrance");
    await expect(reader.locator("mark", { hasText: "from 1968" })).toHaveText(
      "The first plans for a crossing are from 1968.",
    );
    await expect(reader.getByText("3.4 billion", { exact: true })).toBeHidden();
  });

  await test.step("the same page again makes no revision, and one that wants a login waits for a person", async () => {
    await checkForChanges(page, articleId, /^Unchanged on/);
    const wall =
      "Sign in to read on. Subscribers get every article, every day, on all their devices, without any interruption.";
    server.serve("/tunnel", pageOf({ title: "Sign in", caption: "", rows: [], paragraphs: [wall, wall] }));
    await checkForChanges(page, articleId, /^The page has changed so much/);
    expect(await revisionsOf(articleId)).toBe(2);
    await page.getByRole("link", { name: "See what was found" }).click();
    await expectPreview(page);
    await expect(page.getByText("This page has changed so much since revision 2")).toBeVisible();
  });
});

test("the newsroom's own article is pasted anew, and its published claim stands in the new text", async ({
  open,
}) => {
  test.slow();
  const editor = await person("editor");
  const page = await open(editor, DESK);
  const title = `Our own harbour ${unique()}`;
  await pasteArticle(page, [INTRO, GROUND, HISTORY].join("\n\n"));
  await field(page, "Title").fill(title);
  await choose(page, "Ours");
  await page.getByRole("button", { name: "Save article" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page).toHaveURL(/\/desk\/articles\/[\da-f-]{36}$/);
  const articleId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await makeClaimOf(page, "The first plans for a crossing are from 1968.");
  const claim = await claimOfArticle(articleId, 1);
  await reviewAndPublish(claim.id, editor);

  await page.goto(`/desk/articles/${articleId}/revisions`);
  await expect(page.getByText("This article has no web address to look at.")).toBeVisible();
  await page.getByRole("link", { name: "Paste or upload the article’s new text" }).click();
  await field(page, "Text of the article").fill([HISTORY, INTRO, COMMITTEE].join("\n\n"));
  await page.getByRole("button", { name: "Read it" }).click();
  await expectPreview(page);
  await page.getByRole("button", { name: "Save as revision 2" }).click();
  await expect(page).toHaveURL(`/desk/articles/${articleId}/revisions`);
  await expect(page.getByText("moved 1")).toBeVisible();
  await page.goto(`/desk/articles/${articleId}/repairs`);
  await expect(page.getByText("Everything is in its place")).toBeVisible();

  const reader = await open();
  await reader.goto(`/claims/${claim.slug}`);
  await expect(reader.getByRole("heading", { level: 1, name: claim.statement })).toBeVisible();
  await expect(reader.getByText(/^The article changed on/)).toBeHidden();
  await reader.getByRole("link", { name: "See it in its place" }).click();
  await expect(reader.locator("mark")).toHaveText("The first plans for a crossing are from 1968.");
  await expect(reader.getByText(COMMITTEE)).toBeVisible();
  await expect(reader.getByText(GROUND)).toBeHidden();
});
