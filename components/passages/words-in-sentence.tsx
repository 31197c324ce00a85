import type { WordsInContext } from "#lib/anchoring/sentences.ts";
import type { WordPiece } from "./diff-words.ts";
import { WordPieces } from "./word-pieces.tsx";

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
        {pieces ? <WordPieces pieces={pieces} side={side} /> : text.slice(start, end)}
      </mark>
      {text.slice(end)}
    </blockquote>
  );
}
