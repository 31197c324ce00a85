import { describe, expect, test, vi } from "vitest";
import { assembleBlocks, blockProblems } from "#lib/anchoring/blocks.ts";
import { AppError } from "#lib/errors.ts";
import { makePdf, type PlacedText } from "#lib/testing/pdf.ts";
import { BLOCK_CASES } from "#lib/testing/pdf-block-cases.ts";
import { paragraph } from "#lib/testing/pdf-lines.ts";
import { PAGE_CASES } from "#lib/testing/pdf-page-cases.ts";
import { PARAGRAPH_CASES } from "#lib/testing/pdf-paragraph-cases.ts";
import { SCRIPT_CASES } from "#lib/testing/pdf-script-cases.ts";
import type { ReadDocument } from "../read-document.ts";
import { readPdf } from "./read-pdf.ts";

const NOW = new Date("2026-05-01T12:00:00Z");
const BODY = paragraph({
  top: 700,
  text: "Traders on both banks said they had not been asked about the bridge.",
});

/** Blocks with the level of headings and items; what is not kept, in brackets. */
function shown({ parts }: ReadDocument): [string, string][] {
  return parts.map(({ type, level, cell, text, isKept }) => {
    const place = cell ? ` ${cell.row}.${cell.column}${cell.isHeader ? " head" : ""}` : "";
    const name = `${type}${level === undefined ? "" : ` ${level}`}${place}`;
    return [isKept ? name : `(${name})`, text];
  });
}

async function reasonOf(bytes: Uint8Array): Promise<string> {
  const error = await readPdf(bytes, NOW).catch((caught: unknown) => caught);
  return error instanceof AppError ? error.reason : `no refusal: ${String(error)}`;
}

describe("a PDF's words become blocks:", () => {
  test.each([...PARAGRAPH_CASES, ...PAGE_CASES, ...BLOCK_CASES, ...SCRIPT_CASES])(
    "$name",
    async ({ pages, rotate, blocks }) => {
      const read = await readPdf(makePdf({ pages, rotate: rotate ?? 0 }), NOW);
      expect(shown(read)).toEqual(blocks);
      const { text, blocks: placed } = assembleBlocks(read.parts);
      expect(blockProblems(text, placed)).toEqual([]);
    },
  );
});

describe("what a PDF says about itself", () => {
  const about = async (info: Record<string, string>, catalog = "") =>
    await readPdf(
      makePdf({ pages: [[{ text: "Bridge to close", x: 50, y: 750, size: 24 }, ...BODY]], info, catalog }),
      NOW,
    );

  test("is its title, author, day and language", async () => {
    const info = { Title: "The old bridge", Author: "Jo Brook", CreationDate: "D:20260315233000-05'00'" };
    expect(await about(info, "/Lang (en-GB)")).toMatchObject({
      title: "The old bridge",
      byline: "Jo Brook",
      publisher: null,
      publishedOn: "2026-03-15",
      language: "en-GB",
      canonicalUrl: null,
      notes: [],
    });
  });

  test.each([
    "Microsoft Word - bridge.docx",
    "bridge_final_v2",
    "report.indd",
    "Untitled",
    "untitled document.pdf",
    " ",
    "2024-11",
  ])("is not its title when that is %j: the first heading is", async (Title) => {
    expect((await about({ Title })).title).toBe("Bridge to close");
  });

  test.each(["D:20260502050000Z", "D:20260503", "D:19700101", "D:20250230", "yesterday", ""])(
    "is its day %j only when that day can be",
    async (CreationDate) => {
      const isNearFuture = CreationDate.startsWith("D:20260502");
      expect((await about({ CreationDate })).publishedOn).toBe(isNearFuture ? "2026-05-02" : null);
    },
  );

  test.each(["Administrator", "jo@example.org", "C:\\Users\\jo"])(
    "names nobody as its author with %j",
    async (Author) => {
      expect((await about({ Author })).byline).toBeNull();
    },
  );
});

describe("a PDF is refused", () => {
  test("when it is locked", async () => {
    const secret = `<${"5a".repeat(32)}>`;
    const trailer = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${secret} /U ${secret} >>`;
    expect(await reasonOf(makePdf({ pages: [BODY], trailer }))).toBe("pdf_encrypted");
  });

  test("when it is broken", async () => {
    const whole = makePdf({ pages: [BODY] });
    expect(await reasonOf(whole.slice(0, 40))).toBe("import_unreadable");
    expect(await reasonOf(new TextEncoder().encode("%PDF-1.7\nnot really"))).toBe("import_unreadable");
    expect(await reasonOf(new Uint8Array())).toBe("import_unreadable");
  });

  test("when it has no words, or nothing but page numbers", async () => {
    expect(await reasonOf(makePdf({ pages: [[]] }))).toBe("import_no_text");
    const numbered = [1, 2, 3].map((page): PlacedText[] => [{ text: `Page ${page}`, x: 280, y: 30 }]);
    expect(await reasonOf(makePdf({ pages: numbered }))).toBe("import_no_text");
  });

  test("when it has more than a million characters", async () => {
    const line = "word ".repeat(400);
    const page = Array.from({ length: 50 }, (_, index) => ({
      text: line,
      x: 10,
      y: 780 - 12 * index,
      size: 0.5,
    }));
    expect(await reasonOf(makePdf({ pages: Array.from({ length: 11 }, () => page) }))).toBe("text_too_long");
  });

  test("when it has more than 2,000 pages", async () => {
    expect(await reasonOf(makePdf({ pages: Array.from({ length: 2_001 }, () => BODY) }))).toBe(
      "import_too_complex",
    );
  });
});

test("a cut-off file is read as far as its pages can be found", async () => {
  const whole = makePdf({ pages: [BODY] });
  const read = await readPdf(whole.slice(0, whole.length - 20), NOW);
  expect(read.parts.map((part) => part.text).join(" ")).toContain("Traders on both banks");
});

test("scripts in a PDF are not run, nothing is fetched, and the bytes stay the caller's", async () => {
  const fetching = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("no network in tests"));
  const script = "/OpenAction << /S /JavaScript /JS (globalThis.wasRun = true; app.alert\\(1\\)) >>";
  const bytes = makePdf({ pages: [BODY], catalog: script });
  const before = bytes.slice();
  await readPdf(bytes, NOW);
  expect("wasRun" in globalThis).toBe(false);
  expect(fetching).not.toHaveBeenCalled();
  expect(bytes).toEqual(before);
});

test("bullets that were taken off are told, and so are characters that are none", async () => {
  const page: PlacedText[] = [
    ...BODY,
    { text: "• One", x: 50, y: 600 },
    { text: "• Two", x: 50, y: 585 },
    { text: "A\u0000B", x: 50, y: 550, font: "unicode" },
  ];
  const { notes } = await readPdf(makePdf({ pages: [page] }), NOW);
  expect(notes).toEqual([
    { kind: "markers", removed: ["•", "•"] },
    { kind: "replaced_characters", count: 1 },
  ]);
});
