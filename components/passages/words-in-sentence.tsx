import type { ReactNode } from "react";
import type { WordsInContext } from "#lib/anchoring/sentences.ts";
import type { WordPiece } from "./diff-words.ts";

type Props = {
  context: WordsInContext;
  /** The words cut by what changed in them; left out, they are shown plain. */
  pieces?: readonly WordPiece[] | undefined;
  /** Which side of the change this is. */
  side: "before" | "now";
  language: string;
  direction: "ltr" | "rtl";
};

/** A passage's words marked in their sentence, with what changed in them struck out or underlined. */
export function WordsInSentence({ context: { text, start, end }, pieces, side, language, direction }: Props) {
  return (
    <blockquote
      lang={language === "und" ? "" : language}
      dir={direction}
      className="font-serif text-[1.0625rem]/relaxed whitespace-pre-line text-muted wrap-anywhere"
    >
      {text.slice(0, start)}
      <mark data-tone="pending" className="text-ink">
        {pieces ? <Pieces pieces={pieces} side={side} /> : text.slice(start, end)}
      </mark>
      {text.slice(end)}
    </blockquote>
  );
}

function Pieces({ pieces, side }: { pieces: readonly WordPiece[] } & Pick<Props, "side">): ReactNode {
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
