import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assembleBlocks,
  BLOCK_TYPES,
  type Block,
  type BlockPart,
  blockProblems,
  type InlineMark,
} from "./blocks.ts";

/** Line ends are line feeds by the time text reaches blocks. */
const partText = fc.string({ unit: "binary" }).map((text) => text.replaceAll("\r", ""));
const mark = (text: string): fc.Arbitrary<InlineMark> =>
  fc.record({
    type: fc.constantFrom("em", "strong", "code"),
    start: fc.integer({ min: -3, max: text.length + 3 }),
    end: fc.integer({ min: -3, max: text.length + 3 }),
  });
const part: fc.Arbitrary<BlockPart> = partText.chain((text) =>
  fc.record({
    type: fc.constantFrom(...BLOCK_TYPES),
    text: fc.constant(text),
    level: fc.integer({ min: 1, max: 6 }),
    marks: fc.array(mark(text), { maxLength: 4 }),
  }),
);

describe("assembleBlocks", () => {
  test("joins parts by a blank line and moves their marks along", () => {
    const link = { type: "link", start: 4, end: 7, href: "https://example.org/" } as const;
    const parts: BlockPart[] = [
      { type: "heading", text: "Title", level: 1 },
      { type: "paragraph", text: "" },
      { type: "paragraph", text: "See this.", marks: [link] },
    ];
    expect(assembleBlocks(parts)).toEqual({
      text: "Title\n\nSee this.",
      blocks: [
        { type: "heading", start: 0, end: 5, level: 1, marks: [] },
        { type: "paragraph", start: 7, end: 16, marks: [{ ...link, start: 11, end: 14 }] },
      ],
    });
  });

  test("widens a mark that would split a character", () => {
    const parts: BlockPart[] = [
      { type: "paragraph", text: "cafe\u0301s", marks: [{ type: "em", start: 0, end: 4 }] },
    ];
    expect(assembleBlocks(parts).blocks[0]?.marks).toEqual([{ type: "em", start: 0, end: 5 }]);
  });

  test("makes sound blocks of any parts", () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const { text, blocks } = assembleBlocks(parts);
        expect(blockProblems(text, blocks)).toEqual([]);
        const texts = blocks.map((block) => text.slice(block.start, block.end));
        expect(texts).toEqual(parts.map((each) => each.text).filter((words) => words !== ""));
      }),
    );
  });
});

describe("blockProblems", () => {
  const text = "One.\n\nTwo.";
  const block = (start: number, end: number, marks: InlineMark[] = []): Block => ({
    type: "paragraph",
    start,
    end,
    marks,
  });
  const sound = [block(0, 4), block(6, 10)];

  test("finds nothing wrong with sound blocks", () => {
    expect(blockProblems(text, sound)).toEqual([]);
    expect(blockProblems("", [])).toEqual([]);
  });

  const cases: [string, string, Block[]][] = [
    ["text without blocks", text, []],
    ["a beginning left out", text, [block(1, 4), block(6, 10)]],
    ["an end left out", text, [block(0, 4), block(6, 9)]],
    ["an end beyond the text", text, [block(0, 4), block(6, 11)]],
    ["blocks in the wrong order", text, [block(6, 10), block(0, 4)]],
    ["blocks that overlap", text, [block(0, 5), block(4, 10)]],
    ["a gap that is no blank line", "One.  Two.", sound],
    ["an empty block", "\n\nTwo.", [block(0, 0), block(2, 6)]],
    ["an offset that is no whole number", text, [block(0, 4), block(6, Number.NaN)]],
    ["a mark outside its block", text, [block(0, 4, [{ type: "em", start: 2, end: 5 }]), block(6, 10)]],
    ["an empty mark", text, [block(0, 4, [{ type: "em", start: 2, end: 2 }]), block(6, 10)]],
    ["a mark that splits a character", "e\u0301", [block(0, 2, [{ type: "em", start: 0, end: 1 }])]],
    ["a carriage return", "a\r\nb", [block(0, 4)]],
  ];
  test.each(cases)("tells of %s", (_, words, blocks) => {
    expect(blockProblems(words, blocks)).not.toEqual([]);
  });
});
