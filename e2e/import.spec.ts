import type { Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { makeArticle } from "#lib/testing/factories.ts";
import { startArticleServer } from "./article-server.ts";
import { expectPreview, field, pasteArticle, tick } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

/** A page as papers make them: what is around the article, and of the article something of every kind. */
const pageOf = (title: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} | The Coast Courier</title>
<meta property="og:site_name" content="The Coast Courier"><meta name="author" content="Mara Lindqvist">
<meta property="article:published_time" content="2026-01-19T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/politics">Politics</a></nav>
<article><h1>${title}</h1>
<p>The council said on Monday that the <a href="/tunnel">harbour tunnel</a> will cost 4.2 billion, twice the sum that voters were shown before the referendum, and that it will open three years later.</p>
<h2>Where the money goes</h2>
<p>Most of the difference comes from the ground: engineers found clay where the survey had shown rock, and every metre has to be lined before the next can be dug.</p>
<ul><li>Lining: 1.1 billion</li><li>Pumps: 0.6 billion</li></ul>
<blockquote><p>We told the council that nobody had drilled deep enough.</p></blockquote>
<table><tr><th>Year</th><th>Estimate</th></tr><tr><td>2019</td><td>2.1 billion</td></tr></table>
<p>A committee will report in May. Until then no new contracts are to be signed, and the southern entrance stays closed.</p>
</article><footer><p>All rights reserved by the paper.</p></footer></body></html>`;

async function savedTypes(page: Page): Promise<string[]> {
  const articleId = new URL(page.url()).pathname.replace("/desk/articles/", "");
  const { blocks } = await db.revision.findFirstOrThrow({ where: { articleId }, select: { blocks: true } });
  return (blocks as { type: string }[]).map(({ type }) => type);
}

async function save(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Save article" }).click();
  await page.waitForURL(/\/desk\/articles\/[^/]+$/);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

test("an article comes to the desk by its web address, without what stands around it", async ({ open }) => {
  await using server = await startArticleServer();
  const title = `A tunnel for ${unique()}`;
  const url = server.serve("/tunnel", pageOf(title));
  const page = await open(await person("reporter"));
  await page.goto("/desk/articles/new");
  await expect(field(page, "Web address of the article")).toBeFocused();
  await page.keyboard.insertText(url);
  await page.keyboard.press("Enter");
  await expectPreview(page);

  await expect(field(page, "Title")).toHaveValue(title);
  await expect(field(page, "Byline")).toHaveValue("Mara Lindqvist");
  await expect(field(page, "Publisher")).toHaveValue("The Coast Courier");
  await expect(field(page, "Date of publication")).toHaveValue("2026-01-19");
  await expect(field(page, "Web address")).toHaveValue(url);
  await expect(field(page, "Language")).toHaveValue("en");
  await expect(page.getByText(`Fetched from ${new URL(url).host}`)).toBeVisible();
  await expect(page.getByRole("cell", { name: "2.1 billion" })).toBeVisible();

  await tick(page, "Pumps: 0.6 billion").uncheck();
  await save(page, title);
  await expect(page.getByText("We told the council that nobody had drilled deep enough.")).toBeVisible();
  await expect(page.getByText("All rights reserved by the paper.")).toBeHidden();
  await expect(page.getByText("Pumps: 0.6 billion")).toBeHidden();
  expect(await savedTypes(page)).toEqual([
    "paragraph",
    "heading",
    "paragraph",
    "list-item",
    "quote",
    ...Array.from({ length: 4 }, () => "table-cell"),
    "paragraph",
  ]);

  await page.goto("/desk/articles/new");
  await field(page, "Web address of the article").fill(url);
  await page.getByRole("button", { name: "Fetch it" }).click();
  await expectPreview(page);
  await expect(page.getByText("From this address there is at the desk already:")).toBeVisible();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
});

test("an address that answers with an error says so, and leads to pasting with the address kept", async ({
  open,
}) => {
  await using server = await startArticleServer();
  const url = server.serve("/here", "").replace("/here", "/gone");
  const page = await open(await person("reporter"));
  await page.goto("/desk/articles/new");
  await field(page, "Web address of the article").fill(url);
  await page.keyboard.press("Enter");
  await expect(page.getByText("The site answered with an error (404).")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "This could not be read" })).toBeVisible();

  server.serve("/gone", pageOf("It is back"));
  await page.getByRole("button", { name: "Try again" }).click();
  await expectPreview(page);
  await page.goBack();
  await page.getByRole("link", { name: "Paste the text instead" }).click();
  await expect(field(page, "Web address it is from")).toHaveValue(url);
  await field(page, "Text of the article").fill("One sentence. And another.");
  await page.getByRole("button", { name: "Read it" }).click();
  await expectPreview(page);
  await expect(field(page, "Web address")).toHaveValue(url);
});

test("what is pasted with its structure keeps it, until it is typed into or wanted plain", async ({
  open,
}) => {
  const page = await open(await person("reporter"));
  await page.goto("/desk/articles/new?way=paste");
  const box = field(page, "Text of the article");
  const kept = page.getByText("Headings, lists and links of what you pasted are kept.");
  const paste = () => pasteRich(page, RICH);

  await paste();
  await expect(kept).toBeVisible();
  await box.press("End");
  await page.keyboard.type(" More.");
  await expect(kept).toBeHidden();
  await box.fill("");
  await paste();
  await page.getByRole("button", { name: "Use plain text only" }).click();
  await expect(kept).toBeHidden();
  await expect(box).toHaveValue(RICH.text);
  await box.fill("");
  await paste();
  await page.reload();
  await expect(kept).toBeVisible();

  await page.getByRole("button", { name: "Read it" }).click();
  await expectPreview(page);
  const title = `Pasted ${unique()}`;
  await field(page, "Title").fill(title);
  await save(page, title);
  expect(await savedTypes(page)).toEqual(["heading", "paragraph", "list-item", "list-item"]);
  await expect(page.getByRole("link", { name: "harbour" })).toHaveAttribute(
    "href",
    "https://paper.example/harbour",
  );
});

const RICH = {
  text: "What is planned\n\nA tunnel under the harbour, in two parts.\n\nThe north\nThe south",
  html: `<h2>What is planned</h2><p>A tunnel under the <a href="https://paper.example/harbour">harbour</a>, in two parts.</p><ul><li>The north</li><li>The south</li></ul>`,
};

/** Pastes into the box that has the focus, as from a page in a browser. */
async function pasteRich(page: Page, { text, html }: typeof RICH): Promise<void> {
  await field(page, "Text of the article").focus();
  await page.evaluate(
    ({ text, html }) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      clipboardData.setData("text/html", html);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      // Scripts may not have a browser paste: what it would do next is to type the plain words in.
      if (document.activeElement?.dispatchEvent(event)) document.execCommand("insertText", false, text);
    },
    { text, html },
  );
}

test("an article comes to the desk as a file, and one that is too large is not even sent", async ({
  open,
}) => {
  const page = await open(await person("reporter"));
  await page.goto("/desk/articles/new?way=file");
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(
    page.getByText("Choose a file with something in it: a web page, a PDF or plain text."),
  ).toBeVisible();

  const file = page.getByLabel("File of the article");
  const mimeType = "text/html";
  await file.setInputFiles({ name: "huge.html", mimeType, buffer: Buffer.alloc(10_000_001) });
  await expect(file).toHaveAccessibleDescription(/“huge.html” has 11 MB/);
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(file).toBeFocused();
  expect(sent).toEqual([]);

  const title = `A filed tunnel ${unique()}`;
  await file.setInputFiles({ name: "tunnel.html", mimeType, buffer: Buffer.from(pageOf(title)) });
  await page.getByRole("button", { name: "Read it" }).click();
  await expectPreview(page);
  await expect(page.getByText("“tunnel.html”, received on")).toBeVisible();
  await save(page, title);
});

test("blocks are taken out and brought back by keyboard, one or many", async ({ open }) => {
  const page = await open(await person("reporter"));
  await pasteArticle(
    page,
    ["First", "Second", "Third", "Fourth"].map((word) => `${word} sentence here.`).join("\n\n"),
  );
  const tally = page.getByText(/^\d blocks?( ·|$)/);
  await expect(tally).toHaveText("4 blocks");
  await tick(page, "Third").focus();
  await page.keyboard.press("Space");
  await expect(tally).toHaveText("3 blocks · 1 block left out");
  await page.getByRole("button", { name: "Leave out everything above too" }).press("Enter");
  await expect(tally).toHaveText("1 block · 3 blocks left out");
  await tick(page, "Second").press("Space");
  await expect(tally).toHaveText("2 blocks · 2 blocks left out");

  const title = `Cut ${unique()}`;
  await field(page, "Title").fill(title);
  await save(page, title);
  await expect(page.getByText("Second sentence here.")).toBeVisible();
  await expect(page.getByText("Third sentence here.")).toBeHidden();
});

test("a new text of an article is looked through and becomes its next revision", async ({ open }) => {
  const title = `Changing ${unique()}`;
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, title, sourceUrl: "https://paper.example/changing" });
  const page = await open(author);
  await page.goto(`/desk/articles/new?article=${article.id}`);
  await expect(page.getByRole("heading", { level: 1, name: `New text: ${title}` })).toBeVisible();
  await expect(page.getByRole("link", { name: "Web address" })).toBeHidden();
  await field(page, "Text of the article").fill(article.text.replace("thirty-two", "thirty-three"));
  await page.getByRole("button", { name: "Read it" }).click();
  await expectPreview(page);
  await expect(field(page, "Title")).toBeHidden();
  await page.getByRole("button", { name: "Save as revision 2" }).click();
  await expect(page).toHaveURL(`/desk/articles/${article.id}/revisions`);
  expect(await db.revision.count({ where: { articleId: article.id } })).toBe(2);
});

test("a text of more blocks than can be shown keeps all of them", async ({ open }) => {
  const text = Array.from({ length: 1_050 }, (_, at) => `This is sentence number ${at + 1}.`).join("\n\n");
  const page = await open(await person("reporter"));
  await pasteArticle(page, text);
  await expect(page.getByText("50 further blocks are not shown here.")).toBeVisible();
  const title = `Long ${unique()}`;
  await field(page, "Title").fill(title);
  await save(page, title);
  expect(await savedTypes(page)).toHaveLength(1_050);
});
