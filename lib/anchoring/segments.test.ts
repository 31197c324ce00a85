import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assembleBlocks, type Block, type BlockPart, type InlineMark } from "./blocks.ts";
import { type CoveringSpan, cutArticle, cutSegments, type Segment } from "./segments.ts";

const em = (start: number, end: number): InlineMark => ({ type: "em", start, end });
const paragraph = (start: number, end: number, marks: InlineMark[] = []): Block => ({
  type: "paragraph",
  start,
  end,
  marks,
});
const pieces = (segments: Segment[]) => segments.map(({ start, end, covering }) => [start, end, covering]);

describe("cutSegments", () => {
  test("a block without spans is one piece", () => {
    expect(cutSegments({ block: paragraph(3, 9), spans: [] })).toEqual([
      { start: 3, end: 9, covering: [], marks: [], startsIds: [], endsIds: [] },
    ]);
  });

  test("overlapping spans share the piece between them", () => {
    const spans = [
      { id: "a", start: 2, end: 6 },
      { id: "b", start: 4, end: 8 },
    ];
    const segments = cutSegments({ block: paragraph(0, 10), spans });
    expect(pieces(segments)).toEqual([
      [0, 2, []],
      [2, 4, ["a"]],
      [4, 6, ["a", "b"]],
      [6, 8, ["b"]],
      [8, 10, []],
    ]);
    expect(segments.map((segment) => segment.startsIds)).toEqual([[], ["a"], ["b"], [], []]);
    expect(segments.map((segment) => segment.endsIds)).toEqual([[], [], ["a"], ["b"], []]);
  });

  test("covering is outermost first: earlier, then longer, then by id", () => {
    const spans = [
      { id: "z", start: 2, end: 4 },
      { id: "inner", start: 3, end: 4 },
      { id: "a", start: 2, end: 4 },
      { id: "long", start: 2, end: 9 },
      { id: "early", start: 1, end: 4 },
    ];
    const segments = cutSegments({ block: paragraph(0, 10), spans });
    expect(segments.find((segment) => segment.start === 3)?.covering).toEqual([
      "early",
      "long",
      "a",
      "z",
      "inner",
    ]);
  });

  test("marks cut pieces as spans do", () => {
    const segments = cutSegments({
      block: paragraph(0, 8, [em(1, 5)]),
      spans: [{ id: "a", start: 3, end: 8 }],
    });
    expect(segments.map(({ start, covering, marks }) => [start, covering, marks])).toEqual([
      [0, [], []],
      [1, [], [em(1, 5)]],
      [3, ["a"], [em(1, 5)]],
      [5, ["a"], []],
    ]);
  });

  test("a span that goes beyond the block neither starts nor ends in it", () => {
    const [segment] = cutSegments({ block: paragraph(5, 9), spans: [{ id: "a", start: 2, end: 12 }] });
    expect(segment).toMatchObject({ covering: ["a"], startsIds: [], endsIds: [] });
  });
});

describe("cutArticle", () => {
  const blocks = [paragraph(0, 4), paragraph(6, 10), paragraph(12, 16)];

  test("a span over several blocks starts in the first and ends in the last", () => {
    const cut = cutArticle({ blocks, spans: [{ id: "a", start: 2, end: 14 }] });
    const covered = cut.flatMap(({ segments }) => segments.filter((segment) => segment.covering.length > 0));
    expect(covered.map(({ start, startsIds, endsIds }) => [start, startsIds, endsIds])).toEqual([
      [2, ["a"], []],
      [6, [], []],
      [12, [], ["a"]],
    ]);
  });

  test("ends that lie between blocks belong to the block that is covered", () => {
    const cut = cutArticle({ blocks, spans: [{ id: "a", start: 5, end: 11 }] });
    expect(
      cut.map(({ segments }) => segments.map((segment) => [segment.startsIds, segment.endsIds])),
    ).toEqual([[[[], []]], [[["a"], ["a"]]], [[[], []]]]);
  });

  test("empty spans and spans between blocks cover nothing", () => {
    const spans = [
      { id: "empty", start: 3, end: 3 },
      { id: "gap", start: 4, end: 6 },
    ];
    expect(cutArticle({ blocks, spans }).flatMap(({ segments }) => pieces(segments))).toEqual([
      [0, 4, []],
      [6, 10, []],
      [12, 16, []],
    ]);
  });
});

const article = fc
  .array(
    fc
      .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 12 })
      .chain((text): fc.Arbitrary<BlockPart> => {
        const offset = fc.integer({ min: 0, max: text.length });
        const marks = fc.array(fc.record({ type: fc.constant("em" as const), start: offset, end: offset }), {
          maxLength: 3,
        });
        return fc.record({ type: fc.constant("paragraph" as const), text: fc.constant(text), marks });
      }),
    { minLength: 1, maxLength: 6 },
  )
  .map(assembleBlocks)
  .chain(({ text, blocks }) => {
    const offset = fc.integer({ min: 0, max: text.length });
    const ends = fc.array(fc.tuple(offset, offset), { maxLength: 12 });
    return fc.record({
      text: fc.constant(text),
      blocks: fc.constant(blocks),
      spans: ends.map((all) =>
        all.map(([start, end], index): CoveringSpan => ({ id: `s${index}`, start, end })),
      ),
    });
  });

/** The same answers the slow way: every span looked at for every piece. */
function coveringOf(spans: CoveringSpan[], { start, end }: Segment): string[] {
  return spans
    .filter((span) => span.start <= start && span.end >= end)
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
    .map((span) => span.id);
}

test("the pieces of any article are its text, each covered by what lies over it, and as long as can be", () => {
  fc.assert(
    fc.property(article, ({ text, blocks, spans }) => {
      for (const { block, segments } of cutArticle({ blocks, spans })) {
        const rebuilt = segments.map((segment) => text.slice(segment.start, segment.end)).join("");
        expect(rebuilt).toBe(text.slice(block.start, block.end));
        for (const segment of segments) {
          expect(segment.start).toBeLessThan(segment.end);
          expect(segment.covering).toEqual(coveringOf(spans, segment));
          expect(segment.marks).toEqual(
            block.marks.filter((mark) => mark.start <= segment.start && mark.end >= segment.end),
          );
        }
        const edges = [...spans, ...block.marks].flatMap(({ start, end }) =>
          start < end ? [start, end] : [],
        );
        for (const { start } of segments.slice(1)) expect(edges).toContain(start);
      }
    }),
  );
});

test("every span that covers anything starts once and ends once, at its first and last piece", () => {
  fc.assert(
    fc.property(article, ({ blocks, spans }) => {
      const segments = cutArticle({ blocks, spans }).flatMap((cut) => cut.segments);
      for (const { id } of spans) {
        const covered = segments.filter((segment) => segment.covering.includes(id));
        expect(segments.filter((segment) => segment.startsIds.includes(id))).toEqual(covered.slice(0, 1));
        expect(segments.filter((segment) => segment.endsIds.includes(id))).toEqual(covered.slice(-1));
      }
    }),
  );
});

test("one block cut alone is cut as in its article", () => {
  fc.assert(
    fc.property(article, ({ blocks, spans }) => {
      for (const { block, segments } of cutArticle({ blocks, spans })) {
        expect(pieces(cutSegments({ block, spans }))).toEqual(pieces(segments));
      }
    }),
  );
});
