import { firstWhere } from "#lib/anchoring/first-where.ts";
import type { Span } from "#lib/anchoring/spans.ts";

/**
 * Says which items stand in each block of a text, by the block's place in the list and in the order of the items.
 * Asked again with other items, a block with the same ones gets the very same list: what is drawn of it can stay.
 */
export function createBlockIndex<Item>(
  blocks: readonly Span[],
  spansOf: (item: Item) => readonly Span[],
): (items: readonly Item[]) => readonly (readonly Item[])[] {
  const known = new WeakMap<readonly Item[], readonly (readonly Item[])[]>();
  let last: readonly (readonly Item[])[] = [];
  return (items) => {
    const found = known.get(items);
    if (found) return found;
    const table = sortIn(blocks, items, spansOf).map((list, index) => sameOr(last[index], list));
    known.set(items, table);
    last = table;
    return table;
  };
}

function sortIn<Item>(
  blocks: readonly Span[],
  items: readonly Item[],
  spansOf: (item: Item) => readonly Span[],
): Item[][] {
  const lists: Item[][] = blocks.map(() => []);
  for (const item of items) {
    for (const { start, end } of spansOf(item)) {
      for (let index = firstEndingAfter(blocks, start); (blocks[index]?.start ?? end) < end; index += 1) {
        const list = lists[index];
        if (list?.at(-1) !== item) list?.push(item);
      }
    }
  }
  return lists;
}

/** Blocks stand in the order of the text. */
function firstEndingAfter(blocks: readonly Span[], offset: number): number {
  return firstWhere(blocks.length, (index) => (blocks[index]?.end ?? 0) > offset);
}

function sameOr<Item>(before: readonly Item[] | undefined, list: readonly Item[]): readonly Item[] {
  const isSame = before?.length === list.length && before.every((item, index) => item === list[index]);
  return isSame ? before : list;
}
