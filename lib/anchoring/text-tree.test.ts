import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offsetsOfRange, rangeOfOffsets, type TreeNode } from "./text-tree.ts";

type Attributes = Record<string, string>;
type FakeNode = {
  nodeType: number;
  nodeValue: string | null;
  parentNode: FakeNode | null;
  childNodes: FakeNode[];
  getAttribute(name: string): string | null;
};

function leaf(nodeType: number, nodeValue: string): FakeNode {
  return { nodeType, nodeValue, parentNode: null, childNodes: [], getAttribute: () => null };
}

const words = (value: string) => leaf(3, value);
const comment = (value: string) => leaf(8, value);

function element(attributes: Attributes, ...childNodes: FakeNode[]): FakeNode {
  const node: FakeNode = {
    nodeType: 1,
    nodeValue: null,
    parentNode: null,
    childNodes,
    getAttribute: (name) => attributes[name] ?? null,
  };
  for (const child of childNodes) child.parentNode = node;
  return node;
}

const block = (start: number, ...children: FakeNode[]) =>
  element({ "data-block-start": String(start) }, ...children);
const hidden = (...children: FakeNode[]) => element({ "data-not-text": "" }, ...children);

/** "One two three.\n\nFour five.\n\nSix." with a mark around "two" that carries a button, and chrome between blocks. */
function page() {
  const one = words("One ");
  const two = words("two");
  const label = words("Claim 1");
  const mark = element({}, two, element({}, hidden(label)));
  const three = words(" three.");
  const aside = words("Share this");
  const four = words("Four five.");
  const six = words("Six.");
  const note = comment("note");
  const first = block(0, one, mark, three);
  const second = block(16, note, four);
  const third = block(28, six);
  const gap = element({}, aside);
  const root = element({}, first, gap, second, third);
  const outside = words("Next article");
  const body = element({}, words("Menu"), root, outside);
  return {
    one,
    two,
    label,
    mark,
    three,
    aside,
    four,
    six,
    note,
    first,
    second,
    third,
    gap,
    root,
    outside,
    body,
  };
}

describe("offsetsOfRange", () => {
  const on = page();
  const cases: [string, [TreeNode, number], [TreeNode, number], [number, number] | null][] = [
    ["inside one text node", [on.four, 5], [on.four, 9], [21, 25]],
    ["at character 0", [on.one, 0], [on.one, 3], [0, 3]],
    ["over a mark, without its label", [on.one, 1], [on.three, 6], [1, 13]],
    ["over two blocks and what stands between", [on.three, 1], [on.four, 4], [8, 20]],
    ["from element to element", [on.first, 1], [on.first, 2], [4, 7]],
    ["a whole block by its own children", [on.second, 0], [on.second, 2], [16, 26]],
    ["blocks by the root's children", [on.root, 1], [on.root, 3], [16, 26]],
    ["everything", [on.root, 0], [on.root, 4], [0, 32]],
    ["a triple click that ends at the beginning of the next block", [on.four, 0], [on.third, 0], [16, 26]],
    ["a triple click that ends in the next block's text at 0", [on.four, 0], [on.six, 0], [16, 26]],
    ["beginning in the gap between blocks", [on.aside, 3], [on.four, 4], [16, 20]],
    ["ending in the gap between blocks", [on.three, 1], [on.aside, 5], [8, 14]],
    ["beginning in a label", [on.label, 2], [on.three, 6], [7, 13]],
    ["ending in a label", [on.one, 0], [on.label, 3], [0, 7]],
    ["beginning in a comment", [on.note, 2], [on.four, 4], [16, 20]],
    ["beginning before the article", [on.body, 0], [on.two, 2], [0, 6]],
    ["ending after the article", [on.six, 1], [on.outside, 4], [29, 32]],
    ["around the article", [on.body, 0], [on.body, 3], [0, 32]],
    ["only in the gap", [on.gap, 0], [on.gap, 1], null],
    ["only in a label", [on.label, 0], [on.label, 5], null],
    ["from the end of one text to the beginning of the next", [on.one, 4], [on.two, 0], null],
    ["empty", [on.four, 2], [on.four, 2], null],
  ];
  test.each(cases)("%s", (_, [startNode, start], [endNode, end], expected) => {
    const range = { start: { node: startNode, offset: start }, end: { node: endNode, offset: end } };
    const span = offsetsOfRange(on.root, range);
    expect(span === null ? null : [span.start, span.end]).toEqual(expected);
  });

  test("a block inside a block counts from its own offset", () => {
    const inner = words("inner");
    const outer = words("outer");
    const after = words("after");
    const root = element({}, block(10, outer, block(40, inner), after));
    const from = (node: TreeNode) =>
      offsetsOfRange(root, { start: { node, offset: 0 }, end: { node, offset: 2 } });
    expect([from(outer), from(inner), from(after)]).toEqual([
      { start: 10, end: 12 },
      { start: 40, end: 42 },
      { start: 15, end: 17 },
    ]);
  });
});

describe("rangeOfOffsets", () => {
  const on = page();
  test("finds the text nodes at both ends", () => {
    const range = rangeOfOffsets(on.root, { start: 4, end: 20 });
    expect(range).toEqual({ start: { node: on.two, offset: 0 }, end: { node: on.four, offset: 4 } });
  });

  test("takes ends between blocks to the text they enclose", () => {
    const range = rangeOfOffsets(on.root, { start: 15, end: 27 });
    expect(range).toEqual({ start: { node: on.four, offset: 0 }, end: { node: on.four, offset: 10 } });
  });

  test("is null for what is not shown", () => {
    expect(rangeOfOffsets(on.root, { start: 14, end: 16 })).toBeNull();
    expect(rangeOfOffsets(on.root, { start: 90, end: 99 })).toBeNull();
    expect(rangeOfOffsets(on.root, { start: 5, end: 5 })).toBeNull();
  });
});

test("offsets to range and back are the same offsets, as far as they are text", () => {
  const textLengths = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(textLengths, fc.nat(80), fc.nat(80), (blocks, start, length) => {
      let offset = 0;
      const shown = new Set<number>();
      const nodes = blocks.map((lengths) => {
        const blockStart = offset;
        const children = lengths.map((count) => {
          for (let at = offset; at < offset + count; at += 1) shown.add(at);
          offset += count;
          return element({}, hidden(words("label")), words("x".repeat(count)));
        });
        offset += 2;
        return block(blockStart, ...children);
      });
      const root = element({}, ...nodes);
      const range = rangeOfOffsets(root, { start, end: start + length });
      const covered = [...shown].filter((at) => at >= start && at < start + length);
      const [first] = covered;
      const last = covered.at(-1);
      const expected = first === undefined || last === undefined ? null : { start: first, end: last + 1 };
      expect(range === null ? null : offsetsOfRange(root, range)).toEqual(expected);
    }),
  );
});
