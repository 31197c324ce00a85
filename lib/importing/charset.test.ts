import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeText } from "./charset.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("decodeText", () => {
  const cases: [string, Uint8Array, string | null, string][] = [
    [
      "a byte order mark decides",
      Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xa9),
      "text/html; charset=latin1",
      "é",
    ],
    ["UTF-16 has one too", Uint8Array.of(0xff, 0xfe, 0xe9, 0x00), null, "é"],
    ["then the content type", latin("\xE9"), 'text/html; charset="ISO-8859-1"', "é"],
    [
      "then the markup",
      latin("<meta charset=windows-1251>\xE9"),
      "text/html",
      "<meta charset=windows-1251>й",
    ],
    ["undeclared UTF-8 is told", bytesOf("Brücke 橋"), null, "Brücke 橋"],
    ["undeclared other bytes are windows-1252", latin("\x93caf\xE9\x94"), null, "“café”"],
    [
      "a wrong UTF-8 gives way to the markup",
      latin("<meta charset=koi8-r>\xC9"),
      "text/html; charset=utf-8",
      "<meta charset=koi8-r>и",
    ],
    ["broken UTF-8 with no other word stays broken", latin("a\xE9"), "text/html; charset=utf-8", "a\uFFFD"],
    ["unknown names are not believed", bytesOf("é"), "text/html; charset=klingon", "é"],
    [
      "encodings that are attacks are not decoded",
      latin("\x1B$(C<script>"),
      "text/html; charset=iso-2022-kr",
      "\uFFFD",
    ],
  ];
  test.each(cases)("%s", (_, bytes, contentType, text) => {
    expect(decodeText(bytes, contentType)).toBe(text);
  });

  test("a declaration behind a long script counts", () => {
    const late = `<script>${" ".repeat(5_000)}</script><meta charset=windows-1251>`;
    expect(decodeText(latin(`${late}\xE9`), null)).toBe(`${late}й`);
  });
});

const corpus = join(
  process.env.CORPORA_DIR ?? join(import.meta.dirname, "../../../shared/corpora"),
  "html-charset-parsing",
);

/** Pages with the encoding they are in. Bytes as the characters of the same numbers. */
function encodingCases(file: string): [page: string, encoding: string][] {
  const parts = readFileSync(join(corpus, file), "latin1").split(/(?:^|\n)#data\n/);
  return parts.flatMap((part): [string, string][] => {
    const [page, encoding] = part.split("\n#encoding\n");
    return page === undefined || encoding === undefined ? [] : [[page, encoding.trim().split("\n")[0] ?? ""]];
  });
}

describe.skipIf(!existsSync(corpus))("html5lib's pages", () => {
  test.each(["encoding__tests2.dat", "encoding__test-yahoo-jp.dat"])(
    "%s are read in the right encoding",
    (file) => {
      const cases = encodingCases(file);
      expect(cases.length).toBeGreaterThan(0);
      for (const [page, encoding] of cases) {
        // A byte that is no UTF-8: what it becomes tells how the page is read.
        const bytes = latin(encoding.toLowerCase() === "utf-8" ? `${page}\xC3\xA9` : `${page}\xE9 `);
        expect([page, decodeText(bytes, null)]).toEqual([page, new TextDecoder(encoding).decode(bytes)]);
      }
    },
  );
});
