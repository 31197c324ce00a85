import fc from "fast-check";
import { expect, test } from "vitest";
import type { Span } from "#lib/anchoring/spans.ts";
import { createBlockIndex } from "./block-index.ts";

const BLOCKS: Span[] = [
  { start: 0, end: 10 },
  { start: 12, end: 20 },
  { start: 22, end: 30 },
];

const indexed = (items: readonly Span[]) => createBlockIndex(BLOCKS, (item: Span) => [item])(items);

test("an item stands in every block that has a character of it, and in no other", () => {
  const span = fc
    .tuple(fc.nat(34), fc.nat(34))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
  fc.assert(
    fc.property(fc.array(span), (items) => {
      for (const [index, block] of BLOCKS.entries()) {
        const touching = items.filter(({ start, end }) => start < block.end && end > block.start);
        expect(indexed(items)[index]).toEqual(touching);
      }
    }),
  );
});

test("an item with two passages in one block stands there once", () => {
  const twice = { passages: [BLOCKS[0], BLOCKS[0], BLOCKS[2]].flatMap((span) => span ?? []) };
  const table = createBlockIndex(BLOCKS, (item: typeof twice) => item.passages)([twice]);
  expect(table).toEqual([[twice], [], [twice]]);
});

test("a further item leaves the lists of blocks it does not touch as they were", () => {
  const index = createBlockIndex(BLOCKS, (item: Span) => [item]);
  const items = [
    { start: 1, end: 2 },
    { start: 23, end: 25 },
  ];
  const before = index(items);
  const after = index([...items, { start: 13, end: 15 }]);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).toHaveLength(1);
  expect(after[2]).toBe(before[2]);
  expect(index(items)).toBe(before);
});
