import type { Locator, Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { makeClaim, makeDocument } from "#lib/testing/factories.ts";
import { makePdf } from "#lib/testing/pdf.ts";
import { makeZip } from "#lib/testing/zip.ts";
import { expectToast, field } from "./desk.ts";
import { expect, person, signIn, test, unique } from "./fixtures.ts";

const QUOTE = "The Parties agree that an armed attack shall be considered an attack against them all.";
const treaty = (title: string) =>
  Buffer.from(makePdf({ pages: [[{ text: QUOTE, x: 50, y: 700 }]], info: { Title: title } }));
/** Four grey dots, and another file each time: what stands behind the picture's end is not drawn. */
const picture = () =>
  Buffer.concat([
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGOoOMFQcQIABzYCgV9qXUsAAAAASUVORK5CYII=",
      "base64",
    ),
    Buffer.from(unique()),
  ]);
const file = (name: string, buffer: Buffer, mimeType = "application/pdf") => ({ name, buffer, mimeType });

const evidenceOn = (page: Page): Locator => page.getByRole("region", { name: "Evidence" });
const fileField = (page: Page): Locator => field(evidenceOn(page), "Or a file");
const send = (page: Page) => evidenceOn(page).getByRole("button", { name: "Attach a source" }).click();

async function openClaim(page: Page, claim: { id: string }): Promise<Locator> {
  await page.goto(`/desk/claims/${claim.id}`);
  return evidenceOn(page);
}

test("a PDF becomes a source, its words are quoted, and the library has it", async ({ open }) => {
  const author = await person("reporter");
  const claim = await makeClaim({ author });
  const page = await open(author);
  const evidence = await openClaim(page, claim);
  const title = `The treaty of ${unique()}`;

  await fileField(page).setInputFiles(file("scan_0042.pdf", treaty(title)));
  await expect(evidence.getByText(/^scan_0042\.pdf, \d/).first()).toBeVisible();
  await evidence.getByText("Supports").click();
  await send(page);
  await expectToast(page, "Source attached");
  await expect(evidence.getByRole("link", { name: "Choose the words" })).toBeVisible();
  await evidence.getByRole("link", { name: "Choose the words" }).click();
  await page.getByRole("option", { name: QUOTE }).click();
  await page.getByRole("button", { name: "Quote these words" }).click();
  await expect(evidence.getByText("Found in the kept copy")).toBeVisible();
  await expect(evidence.getByRole("heading", { name: title })).toBeVisible();

  await evidence.getByRole("link", { name: "About this source" }).click();
  const files = page.getByRole("region", { name: "The file" });
  await expect(files.getByText("scan_0042.pdf")).toBeVisible();
  await expect(files.getByText(`Attached by ${author.name}`)).toBeVisible();
  const download = page.waitForEvent("download");
  await files.getByRole("link", { name: "Download the file" }).click();
  expect((await download).suggestedFilename()).toMatch(/^[0-9a-f]{16}\.pdf$/);

  await page.goto(`/desk/sources?q=${encodeURIComponent(title)}`);
  await page.getByRole("link", { name: "Files", exact: true }).click();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await page.getByRole("link", { name: "Without a file", exact: true }).click();
  await expect(page.getByText("No source fits")).toBeVisible();
});

test("a picture is dropped, described and shown; the file can be taken off again by key", async ({
  open,
}) => {
  const author = await person("reporter");
  const page = await open(author);
  const evidence = await openClaim(page, await makeClaim({ author }));
  await field(evidence, "Quoted words").fill("Twelve states");
  await drop(page, [
    ["table.png", picture()],
    ["second.png", picture()],
  ]);
  await expect(evidence.getByText("only the first was taken")).toBeVisible();
  await field(evidence, "What the picture shows").fill("Twelve people at a table");

  await evidence.getByRole("button", { name: "Remove the file" }).press("Enter");
  await expect(fileField(page)).toBeFocused();
  await expect(field(evidence, "What the picture shows")).toBeHidden();
  await expect(field(evidence, "Quoted words")).toHaveValue("Twelve states");

  await drop(page, [["table.png", picture()]]);
  await expect(field(evidence, "What the picture shows")).toHaveValue("Twelve people at a table");
  await evidence.getByText("Supports").click();
  await send(page);
  const shown = evidence.getByRole("img", { name: "Twelve people at a table" });
  await expect(shown).toBeVisible();
  await expect
    .poll(() => shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBe(2);
  await expect(evidence.getByRole("blockquote")).toHaveText("Twelve states");
  await evidence.getByRole("link", { name: "Kept copy" }).click();
  await expect(page.getByText("This is a picture: quote the words in it by typing them.")).toBeVisible();
});

/** Lets files fall on the field for quoted words: anywhere on the form will do. */
async function drop(page: Page, files: readonly (readonly [name: string, bytes: Buffer])[]): Promise<void> {
  const dropped = files.map(([name, bytes]) => ({ name, base64: bytes.toString("base64") }));
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name, { type: "image/png" }));
    }
    return data;
  }, dropped);
  const place = field(evidenceOn(page), "Quoted words");
  await place.dispatchEvent("dragover", { dataTransfer: transfer });
  await place.dispatchEvent("drop", { dataTransfer: transfer });
}

test("what is no document is refused with what to do; nothing typed is lost", async ({ open }) => {
  const author = await person("reporter");
  const page = await open(author);
  const evidence = await openClaim(page, await makeClaim({ author }));
  const title = `Leaflet ${unique()}`;
  await field(evidence, "Title").fill(title);
  await evidence.getByText("Refutes").click();
  await fileField(page).setInputFiles(file("report.pdf", Buffer.from(makeZip({ "a.exe": "MZ" }))));
  await send(page);
  await expect(evidence.getByText("This is an archive. Unpack it")).toBeVisible();
  await expect(fileField(page)).toBeFocused();
  await expect(field(evidence, "Title")).toHaveValue(title);
  await expect(evidence.getByRole("radio", { name: "Refutes" })).toBeChecked();

  await fileField(page).setInputFiles(file("large.pdf", Buffer.alloc(25_000_001, "%PDF-1.7 ")));
  await expect(evidence.getByText("This is an archive.")).toBeHidden();
  await expect(evidence.getByText("“large.pdf” has 25 MB; 25 MB is the most.")).toBeVisible();
  await send(page);
  await expect(fileField(page)).toBeFocused();

  await fileField(page).setInputFiles(file("leaflet.txt", Buffer.from(`It says ${title}.`), "text/html"));
  await field(evidence, "Web address").fill("https://leaflet.example/");
  await send(page);
  await expect(evidence.getByText("Give a file or an address, not both.")).toBeVisible();
  await field(evidence, "Web address").fill("");
  await send(page);
  await expectToast(page, "Source attached");
  await expect(evidence.getByRole("heading", { name: title })).toBeVisible();
});

test("a file the desk has is told to be the source it is", async ({ open }) => {
  const [first, author] = [await person("reporter"), await person("reporter")];
  const bytes = treaty(unique());
  const title = `The treaty ${unique()}`;
  await makeDocument({ actor: first, claimId: (await makeClaim({ author: first })).id, bytes, title });
  const page = await open(author);
  const evidence = await openClaim(page, await makeClaim({ author }));
  await fileField(page).setInputFiles(file("copy of treaty.pdf", bytes));
  await evidence.getByText("Context").click();
  await send(page);
  await expectToast(page, `The desk had this file already: it is the source “${title}”.`);
  await expect(evidence.getByRole("heading", { name: title })).toBeVisible();
});

test("without script a file is attached, and a refused one loses nothing that was typed", async ({
  open,
}) => {
  test.slow(); // 26 MB are sent
  const author = await person("reporter");
  const claim = await makeClaim({ author });
  const page = await open(null, { javaScriptEnabled: false });
  await signIn(page.context(), author);
  const evidence = await openClaim(page, claim);
  const title = `By hand ${unique()}`;
  await field(evidence, "Title").fill(title);
  await field(evidence, "What the picture shows").fill("A drawing");
  await evidence.getByText("Supports").click();
  for (const [wrong, sentence] of [
    [file("drawing.png", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")), "An SVG drawing"],
    [file("large.pdf", Buffer.alloc(26_000_000, "%PDF-1.7 ")), "This file is larger than 25 MB."],
  ] as const) {
    await fileField(page).setInputFiles(wrong);
    await send(page);
    await expect(evidence.getByText(sentence)).toBeVisible();
    await expect(field(evidence, "Title")).toHaveValue(title);
    await expect(field(evidence, "What the picture shows")).toHaveValue("A drawing");
    await expect(evidence.getByRole("radio", { name: "Supports" })).toBeChecked();
  }
  await fileField(page).setInputFiles(file("table.png", picture()));
  await send(page);
  await expect(evidence.getByRole("heading", { name: title })).toBeVisible();
  expect(await db.document.findFirst({ where: { source: { title } } })).toMatchObject({ alt: "A drawing" });
});

test("a file in confidence is nobody else's: no page, no picture, no download", async ({
  open,
  requestAs,
}) => {
  const author = await person("reporter");
  const claim = await makeClaim({ author });
  const title = `The leak ${unique()}`;
  const { sourceId } = await makeDocument({
    ...{ actor: author, claimId: claim.id, bytes: picture(), title },
    visibility: "confidential",
  });
  const { id } = await db.snapshot.findFirstOrThrow({ where: { sourceId, state: "kept" } });
  const addresses = ["picture", "file"].map((as) => `/api/desk/snapshots/${id}/${as}`);
  const [nobody, stranger, own] = [
    await requestAs(null),
    await requestAs(await person("reviewer")),
    await requestAs(author),
  ];
  for (const address of addresses) {
    expect((await nobody.get(address)).status()).toBe(401);
    expect((await stranger.get(address)).status()).toBe(404);
    const answer = await own.get(address);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({
      "content-security-policy": expect.stringContaining("sandbox"),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
  }
  expect((await own.get(addresses[0] ?? "")).headers()["content-type"]).toBe("image/png");
  const page = await open(await person("reviewer"));
  await page.goto(`/desk/sources?as=file&q=${encodeURIComponent(title)}`);
  await expect(page.getByText("No source fits")).toBeVisible();
});

test("only pictures are shown as they are: a saved page is not", async ({ requestAs }) => {
  const author = await person("reporter");
  const page = Buffer.from(`<!doctype html><title>${unique()}</title><script>alert(1)</script><p>${QUOTE}`);
  const { sourceId } = await makeDocument({
    ...{ actor: author, claimId: (await makeClaim({ author })).id, bytes: page, fileName: "page.png" },
  });
  const { id } = await db.snapshot.findFirstOrThrow({ where: { sourceId, state: "kept" } });
  const own = await requestAs(author);
  expect((await own.get(`/api/desk/snapshots/${id}/picture`)).status()).toBe(404);
  expect((await own.get(`/api/desk/snapshots/${id}/file`)).headers()).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": expect.stringMatching(/^attachment; filename="[0-9a-f]{16}\.html"$/),
  });
});
