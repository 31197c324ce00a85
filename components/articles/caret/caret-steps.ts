import type { RefObject } from "react";
import type { DeskArticle, DeskClaim } from "#components/articles/store/desk-claim.ts";
import {
  type Caret,
  type CaretUnit,
  caretAt,
  caretOver,
  moveCaret,
  towardSide,
} from "#lib/anchoring/caret.ts";
import { lineEdge, lineMove } from "#lib/anchoring/caret-lines.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import type { CaretAsk } from "./caret-keys.ts";
import { firstOffsetInSight, isInSight, placeInWindow } from "./caret-place.ts";

/** The step a key asked for, and how much of the text is read out after it. */
export type Step = { caret: Caret; by: Exclude<CaretUnit, "text"> | Span; keepsColumn?: boolean };

/** Where a caret begins: at the chosen words, at the active claim, at the last press, or where the reader is. */
export function beginning({
  root,
  article,
  active,
  chosen,
  pressed,
}: {
  root: HTMLElement;
  article: DeskArticle;
  active: DeskClaim | undefined;
  chosen: Span | null;
  pressed: number | null;
}): Caret | null {
  if (chosen) return caretOver(article, chosen);
  const isPressInSight = pressed !== null && isInSight(root, article, pressed);
  const at = active?.passages[0]?.start ?? (isPressInSight ? pressed : firstOffsetInSight(root));
  return caretAt(article, at);
}

/** What a key's step comes to in this text as it is on screen. */
export function stepFor(
  ask: Exclude<CaretAsk, { kind: "enter" | "leave" }>,
  {
    root,
    article,
    caret,
    column,
    isExtending,
  }: {
    root: HTMLElement;
    article: DeskArticle;
    caret: Caret;
    /** How far along the line up and down began, in pixels from the window's left. */
    column: RefObject<number | null>;
    isExtending: boolean;
  },
): Step {
  const placeAt = (at: number) => placeInWindow(root, article, at);
  const to = (head: number): Caret => ({ anchor: isExtending ? caret.anchor : head, head });
  switch (ask.kind) {
    case "side": {
      const toward = towardSide(article, caret.head, ask.side);
      return { caret: moveCaret(article, caret, { by: ask.by, toward }, isExtending), by: ask.by };
    }
    case "move": {
      const by = ask.by === "text" ? "sentence" : ask.by;
      return { caret: moveCaret(article, caret, ask, isExtending), by };
    }
    case "lineEdge": {
      const { edge } = ask;
      const toward = edge === "left" || edge === "right" ? towardSide(article, caret.head, edge) : edge;
      return { caret: to(lineEdge(article, caret.head, { toward, placeAt })), by: "character" };
    }
    case "line": {
      const x = column.current ?? placeAt(caret.head)?.x ?? 0;
      column.current = x;
      const head = lineMove(article, caret.head, { toward: ask.toward, x, placeAt });
      const line = {
        start: lineEdge(article, head, { toward: "earlier", placeAt }),
        end: lineEdge(article, head, { toward: "later", placeAt }),
      };
      return { caret: to(head), by: line, keepsColumn: true };
    }
  }
}
