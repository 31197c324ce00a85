import type { Block } from "#lib/anchoring/blocks.ts";
import { BLOCK_START } from "#lib/anchoring/text-tree.ts";

/** What the element of a block carries: its offset into the revision's text, and the language of its words if it has its own. */
export function blockAttributes({ start, language, direction }: Block) {
  return { [BLOCK_START]: start, lang: language, dir: direction };
}
