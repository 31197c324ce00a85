import type { ReactNode } from "react";
import type { WordPiece } from "./diff-words.ts";

/** One side of a change: what stands on this side only is struck out, or underlined. */
export function WordPieces({
  pieces,
  side,
}: {
  pieces: readonly WordPiece[];
  side: "before" | "now";
}): ReactNode {
  return pieces.map(({ text, isChanged }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces are known by their place alone
    if (!isChanged) return <span key={index}>{text}</span>;
    return side === "before" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces are known by their place alone
      <del key={index} className="rounded-xs bg-false-tint text-false-strong decoration-2">
        {text}
      </del>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces are known by their place alone
      <ins key={index} className="rounded-xs bg-true-tint font-semibold text-true-strong decoration-2">
        {text}
      </ins>
    );
  });
}
