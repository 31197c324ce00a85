import type { Page } from "@playwright/test";
import { type ImportedPart, importArticle } from "#lib/importing/import-article.ts";
import { readShared } from "#lib/testing/corpora.ts";
import { readyImport } from "./attack-pages.ts";
import { expectPreview, field, pasteArticle } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

// Characters that trip programs up, brought in as people bring articles in, and shown as they are.

const strings = readShared("corpora/naughty-strings/blns.json");
const charsets = readShared("corpora/html-charset-parsing/encoding__tests2.dat");

const NAUGHTY = (JSON.parse(strings ?? '{"strings":[]}') as { strings: { string: string }[] }).strings.map(
  ({ string }, number) =>
    `The council was asked on Tuesday to print what stands here at number ${number}, and printed “${string}”, word for word.`,
);

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Words as they are compared: a character may be written in one piece or several, and lines may end anywhere. */
const plain = (text: string) => text.normalize("NFC").replaceAll(/[\s\u200B]+/g, "");

/** Saves what is looked through, and expects the sentences on the article's page. */
async function expectSaved(page: Page, sentences: readonly string[]): Promise<void> {
  const title = `Strings ${unique()}`;
  await field(page, "Title").fill(title);
  await page.getByRole("button", { name: "Save article" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page).toHaveURL(/\/desk\/articles\/[\da-f-]{36}$/);
  const shown = plain((await page.getByRole("main").textContent()) ?? "");
  expect(sentences.filter((sentence) => !shown.includes(plain(sentence)))).toEqual([]);
}

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/desk/articles/new?way=file");
  await page.getByLabel("File of the article").setInputFiles({ name, mimeType: "", buffer });
  await page.getByRole("button", { name: "Read it" }).click();
  await expectPreview(page);
}

test.describe("strings that trip programs up", () => {
  test.skip(strings === null, "the corpus of strings is not on this machine");

  test("are shown as they were pasted", async ({ open }) => {
    const page = await open(await person("reporter"));
    await pasteArticle(page, NAUGHTY.join("\n\n"));
    await expectSaved(page, NAUGHTY);
  });

  test("are shown as they stood in a page", async ({ open }) => {
    const page = await open(await person("reporter"));
    const paragraphs = NAUGHTY.map((sentence) => `<p>${escaped(sentence)}</p>`).join("\n");
    const markup = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Strings</title></head><body><article>${paragraphs}</article></body></html>`;
    await upload(page, "strings.html", Buffer.from(markup));
    await expectSaved(page, NAUGHTY);
  });
});

test("what is no character is replaced, and said to be", async ({ open }) => {
  const page = await open(await person("reporter"));
  await upload(page, "zero.txt", Buffer.from("Before the \0 nothing.\n\nAfter it, a whole sentence."));
  await expect(page.getByText("A character that cannot be read was replaced by �.")).toBeVisible();
  await expectSaved(page, ["Before the � nothing.", "After it, a whole sentence."]);
});

/** Words, and their bytes, in each of the character sets the corpus has. */
const WORDS: Record<string, { word: string; bytes: Buffer }> = {
  "windows-1252": { word: "café", bytes: Buffer.from("café", "latin1") },
  "euc-jp": { word: "日本", bytes: Buffer.from([0xc6, 0xfc, 0xcb, 0xdc]) },
  "utf-8": { word: "café 日本", bytes: Buffer.from("café 日本") },
};

test("files are read in the character sets that browsers would read them in", async ({ open }) => {
  test.skip(charsets === null, "the corpus of character sets is not on this machine");
  const page = await open(await person("reporter"));
  const cases = (charsets ?? "").split("#data\n").slice(1);
  expect(cases.length).toBeGreaterThan(20);
  const sentences: string[] = [];
  const parts: ImportedPart[] = [];
  for (const [number, each] of cases.entries()) {
    const [data = "", encoding = ""] = each.split("\n#encoding\n");
    const { word, bytes } = WORDS[encoding.trim()] ?? {};
    if (word === undefined || bytes === undefined) throw new Error(`There are no words in ${encoding}`);
    const [start, end] = [`Number ${number} is about `, ", and about nothing else."];
    const file = Buffer.concat([Buffer.from(`${data}<p>${start}`), bytes, Buffer.from(`${end}</p>`)]);
    parts.push(
      ...(await importArticle({ kind: "file", bytes: file, contentType: "text/html", url: null })).parts,
    );
    sentences.push(`${start}${word}${end}`);
  }
  await page.goto(
    `/desk/imports/${await readyImport({ title: "Words", byline: null, publisher: null, parts })}`,
  );
  await expectPreview(page);
  await expectSaved(page, sentences);
});
