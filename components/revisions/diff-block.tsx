import type { ReactNode } from "react";
import type { Block } from "#lib/anchoring/blocks.ts";

/** The element a block is drawn in, as the article's own page has it. */
export function DiffBlock({ block, children }: { block: Block; children: ReactNode }) {
  const tongue = { lang: block.language, dir: block.direction };
  switch (block.type) {
    case "heading":
      return <Heading block={block}>{children}</Heading>;
    case "quote":
    case "embed":
      return (
        <blockquote data-embed={block.type === "embed" || undefined}>
          <p {...tongue}>{children}</p>
        </blockquote>
      );
    case "list-item":
      return (
        <ul>
          <li {...tongue} data-level={Math.min(block.level ?? 1, DEEPEST_LEVEL)}>
            {children}
          </li>
        </ul>
      );
    case "caption":
      return (
        <figure>
          <figcaption {...tongue}>{children}</figcaption>
        </figure>
      );
    case "preformatted":
      return <pre {...tongue}>{children}</pre>;
    case "table-cell":
    case "paragraph":
      return <p {...tongue}>{children}</p>;
  }
}

const DEEPEST_LEVEL = 5;

/** The cells of a table, in its columns where the article says which. What `children` draws is told by its place. */
export function DiffCells({
  blocks,
  children,
}: {
  blocks: readonly Block[];
  children: (index: number) => ReactNode;
}) {
  const columns = blocks.map(({ cell }) => cell?.column ?? 0);
  const isPlaced = columns.every((column) => column > 0);
  const template = `repeat(${Math.max(...columns)}, minmax(5rem, 1fr))`;
  return (
    <div data-cells style={isPlaced ? { gridTemplateColumns: template } : undefined}>
      {blocks.map(({ start, language, direction }, index) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: cells of two texts can begin at one offset
          key={`${start} ${index}`}
          lang={language}
          dir={direction}
          style={isPlaced ? { gridColumn: columns[index] } : undefined}
        >
          {children(index)}
        </p>
      ))}
    </div>
  );
}

/** Below the page's own headings. */
function Heading({ block, children }: { block: Block; children: ReactNode }) {
  const Tag = HEADINGS[(block.level ?? 2) - 1] ?? "h3";
  return (
    <Tag lang={block.language} dir={block.direction}>
      {children}
    </Tag>
  );
}

const HEADINGS = ["h3", "h3", "h4", "h5", "h6", "h6"] as const;
