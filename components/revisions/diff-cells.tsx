import type { ReactNode } from "react";
import type { Block } from "#lib/anchoring/blocks.ts";

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
