import type { HTMLAttributes, ReactNode } from "react";
import type { Block } from "#lib/anchoring/blocks.ts";

/**
 * A block by itself in the element of its kind. `attributes` stand where its words do. `below`: the level of the
 * heading that the article's own stand under.
 */
export function BlockElement({
  block: { type, level },
  below,
  attributes,
  children,
}: {
  block: Pick<Block, "type" | "level">;
  below: 1 | 2;
  attributes: HTMLAttributes<HTMLElement>;
  children: ReactNode;
}) {
  switch (type) {
    case "heading": {
      const tags = HEADINGS[below];
      const Tag = tags[(level ?? 2) - 1] ?? tags[0];
      return <Tag {...attributes}>{children}</Tag>;
    }
    case "quote":
    case "embed":
      return (
        <blockquote data-embed={type === "embed" || undefined}>
          <p {...attributes}>{children}</p>
        </blockquote>
      );
    case "list-item":
      return (
        <ul>
          <li {...attributes} data-level={listLevel(level)}>
            {children}
          </li>
        </ul>
      );
    case "caption":
      return (
        <figure>
          <figcaption {...attributes}>{children}</figcaption>
        </figure>
      );
    case "preformatted":
      return <pre {...attributes}>{children}</pre>;
    case "table-cell":
    case "paragraph":
      return <p {...attributes}>{children}</p>;
  }
}

/** By the level of the heading above, then by their own. An article's first and second are one: pages begin with either. */
const HEADINGS = {
  1: ["h2", "h2", "h3", "h4", "h5", "h6"],
  2: ["h3", "h3", "h4", "h5", "h6", "h6"],
} as const;

/** Lists nested deeper are drawn as if they were so deep. */
const DEEPEST_LEVEL = 5;

/** How deep a list's item is drawn. */
export function listLevel(level = 1): number {
  return Math.min(level, DEEPEST_LEVEL);
}
