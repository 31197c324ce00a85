import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makePdf } from "#lib/testing/pdf.ts";
import { makeDocx, makeZip } from "#lib/testing/zip.ts";
import { documentType } from "./document-type.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (digits: string) => Buffer.concat([Buffer.from(digits, "hex"), Buffer.alloc(64)]);
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const JPEG = hex("ffd8ffe000104a46494600010100000100010000");
const PNG = hex("89504e470d0a1a0a0000000d494844520000000100000001080600000");
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const oldOffice = (...streams: string[]) =>
  Buffer.concat([hex("d0cf11e0a1b11ae1"), ...streams.map((name) => Buffer.from(`${name}\0`, "utf16le"))]);

describe("what may be a source", () => {
  test.each<[what: string, bytes: Uint8Array, type: string]>([
    ["a PDF", makePdf({ pages: [[{ text: "Words", x: 50, y: 700 }]] }), "application/pdf"],
    ["a PDF behind a byte order mark", utf8("\uFEFF\n%PDF-1.7 …"), "application/pdf"],
    ["a photograph", JPEG, "image/jpeg"],
    ["a screenshot", PNG, "image/png"],
    ["a Word document", makeDocx(), WORD],
    ["an old Word document", oldOffice("Root Entry", "WordDocument"), "application/msword"],
    ["an old spreadsheet", oldOffice("Root Entry", "Workbook"), "application/vnd.ms-excel"],
    ["rich text", utf8("{\\rtf1\\ansi Words}"), "application/rtf"],
    ["plain text", utf8("Twelve states signed it.\r\n\tNorway did."), "text/plain; charset=utf-8"],
    ["text in another script", utf8("Двенадцать государств"), "text/plain; charset=utf-8"],
    ["text of an old Windows", Buffer.from("Z\xfcrich h\xe4tte \x80 12", "latin1"), "text/plain"],
    ["text as Windows saves it", utf16("Twelve states"), "text/plain; charset=utf-16le"],
    ["a table", utf8("state,signed\nNorway,1949-04-04"), "text/plain; charset=utf-8"],
    ["a saved page", utf8("<!doctype html><title>A</title><svg></svg>"), "text/html"],
    ["a saved page behind a comment", utf8("<!-- saved from --><html><body>A"), "text/html"],
    ["text that begins like a picture", utf8("BMW sold more cars."), "text/plain; charset=utf-8"],
    ["text that begins like a program", utf8("MZ is the mark of a program."), "text/plain; charset=utf-8"],
    ["text about a PDF", utf8("It began with %PDF-1.4, he said."), "text/plain; charset=utf-8"],
    ["text about a drawing", utf8("He wrote <svg onload=alert(1)>."), "text/plain; charset=utf-8"],
  ])("%s", async (_, bytes, type) => {
    expect(await documentType(bytes)).toBe(type);
  });
});

describe("what may not, each with its own advice", () => {
  test.each<[what: string, bytes: Uint8Array, reason: string]>([
    ["nothing", new Uint8Array(), "document_empty"],
    ["white space", utf8(" \n\uFEFF "), "document_empty"],
    ["a drawing with script in it", utf8(SVG), "document_drawing"],
    ["the same as XML", utf8(`<?xml version="1.0"?>\n<!-- ${"x".repeat(500)} -->${SVG}`), "document_drawing"],
    ["the same behind entities", utf8(`<!DOCTYPE svg [<!ENTITY a "<html>">]>\n${SVG}`), "document_drawing"],
    ["the same with a prefix", utf8(SVG.replaceAll("svg", "s:svg")), "document_drawing"],
    ["the same in capitals", utf8(SVG.toUpperCase()), "document_drawing"],
    ["the same in UTF-16", utf16(SVG), "document_drawing"],
    ["an archive", makeZip({ "a.txt": "words" }), "document_archive"],
    ["a compressed file", gzipSync("words"), "document_archive"],
    ["a program of Windows", hex("4d5a90000300000004000000ffff0000"), "document_program"],
    ["a program of Linux", hex("7f454c46020101000000000000000000"), "document_program"],
    ["a Java program", makeZip({ "META-INF/MANIFEST.MF": "Manifest-Version: 1.0" }), "document_archive"],
    ["sound", hex("664c6143000000220000000000000000"), "document_recording"],
    ["video", hex("0000002066747970697336d0000000006d703432"), "document_recording"],
    ["a picture browsers do not show", hex("49492a0008000000"), "document_picture"],
    [
      "an office document with macros",
      makeDocx("application/vnd.ms-word.document.macroEnabled"),
      "document_macros",
    ],
    ["an old one with macros", oldOffice("WordDocument", "_VBA_PROJECT"), "document_macros"],
    ["an installer", oldOffice("Root Entry", "SummaryInformation"), "document_unknown"],
    ["a page of a printer's language", utf8("%!PS-Adobe-3.0\nshowpage"), "document_unknown"],
    ["bytes", hex("0102030405060708"), "document_unknown"],
    ["a PDF behind something else", Buffer.concat([hex("01"), utf8("%PDF-1.7")]), "document_unknown"],
  ])("%s", async (_, bytes, reason) => {
    await expect(documentType(bytes)).rejects.toMatchObject({ reason, field: "document" });
  });
});

describe("files that are two things", () => {
  test("are what a browser would never run: the type is the one they are sent with, and kept as a download", async () => {
    const page = "<script>alert(1)</script>";
    expect(await documentType(Buffer.concat([JPEG, utf8(page)]))).toBe("image/jpeg");
    expect(await documentType(Buffer.concat([utf8("%PDF-1.7\n"), makeZip({ "a.html": page })]))).toBe(
      "application/pdf",
    );
    await expect(documentType(Buffer.concat([utf8(page), hex("00")]))).rejects.toMatchObject({
      reason: "document_unknown",
    });
  });
});

describe("files made to cost", () => {
  const bomb = "0".repeat(100_000_000);
  test("an archive that unpacks to 100 MB, and one that says it is a document", async () => {
    const began = process.memoryUsage().rss;
    await expect(documentType(makeZip({ "bomb.txt": bomb }))).rejects.toMatchObject({
      reason: "document_archive",
    });
    const said = makeZip({ "[Content_Types].xml": bomb, "word/document.xml": bomb });
    await documentType(said).catch((error: unknown) => expect(error).toHaveProperty("reason"));
    expect(process.memoryUsage().rss - began).toBeLessThan(600_000_000);
  });

  test.each([
    ["comments", "<!-- -->".repeat(400_000)],
    ["comments that do not end", "<!--".repeat(400_000)],
    ["a document type that does not end", `<!doctype a [${"] ".repeat(400_000)}`],
    ["instructions", "<?a?>".repeat(400_000)],
  ])("%s without a tag behind them", async (_, text) => {
    expect(await documentType(utf8(text))).toMatch(/^text\//);
  });
});

test("whatever it is given, it answers a type or says why not", async () => {
  const signatures = [
    "",
    "%PDF-",
    "PK\x03\x04",
    "\x89PNG\r\n\x1a\n",
    "\xff\xd8\xff",
    "RIFF",
    "GIF89a",
    "ID3",
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...signatures),
      fc.uint8Array({ maxLength: 200 }),
      async (signature, rest) => {
        const bytes = Buffer.concat([Buffer.from(signature, "latin1"), rest]);
        const answer = await documentType(bytes).catch((error: { reason: string }) => error.reason);
        expect(answer).toMatch(/^document_\w+$|^\w+\/[\w.+-]+(?:; charset=[\w-]+)?$/);
      },
    ),
    { numRuns: 500 },
  );
});
