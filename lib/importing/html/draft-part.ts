import type { BlockPart } from "#lib/anchoring/blocks.ts";
import type { PageElement } from "./page-tree.ts";

/**
 * A block of a page before it is decided whether it is the article's. `element`: the block element nearest to it.
 * `kept`, `linked`: how many of its characters Readability keeps, and how many stand in links. `language` and
 * `direction`: as the nearest element above says, null when none does.
 */
export type DraftPart = Omit<BlockPart, "language" | "direction"> & {
  element: PageElement;
  kept: number;
  linked: number;
  language: string | null;
  direction: "ltr" | "rtl" | null;
};
