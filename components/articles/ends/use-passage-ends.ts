"use client";

import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { caretAsk } from "#components/articles/caret/caret-keys.ts";
import { stepFor } from "#components/articles/caret/caret-steps.ts";
import { revealSpan } from "#components/articles/selecting/words-in-text.ts";
import type { ClaimStore } from "#components/articles/store/claim-store.ts";
import type { DeskArticle, DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useHighlight } from "#components/articles/text/use-highlight.ts";
import { towardSide } from "#lib/anchoring/caret.ts";
import { type Span, trimSpan } from "#lib/anchoring/spans.ts";
import { isComposing } from "#lib/shortcuts/rules.ts";
import { type Edge, withEnd, withStep } from "./passage-ends.ts";
import { useMovePassage } from "./use-move-passage.ts";

export type PassageEnds = ReturnType<typeof usePassageEnds>;

type Passage = DeskClaim["passages"][number];

/** Other words tried for a passage. `from`: where it stood when that began. `isOpen`: by keys or buttons. */
type Trial = { passageId: string; from: Span; span: Span; isOpen: boolean };

/**
 * The ends of the active claim's words, which pointers and keys move. What is tried is only shown until it is kept:
 * letting go of an end keeps it, keys and buttons have their own way to keep or leave.
 */
export function usePassageEnds({
  article,
  store,
  active,
  current,
  text,
  isFree,
  onBegin,
}: {
  article: DeskArticle;
  store: ClaimStore;
  active: DeskClaim | undefined;
  /** Which of its passages is meant; null for the first. */
  current: string | null;
  text: RefObject<HTMLElement | null>;
  /** Whether neither a form nor other chosen words have the text. */
  isFree: boolean;
  /** Whatever else has the text makes room. */
  onBegin: (claim: DeskClaim) => void;
}) {
  const move = useMovePassage(store);
  const [trial, setTrial] = useState<Trial | null>(null);
  /** Known to what closes in the moment the buttons open. */
  const hasBegun = useRef(false);
  const column = useRef<number | null>(null);
  const passage = isFree && active?.canEdit ? passageOf(active, current) : undefined;
  const own = trial && trial.passageId === passage?.id ? trial : null;
  const span = own?.span ?? passage ?? null;
  useHighlight("passage-trial", text, own && span, span);

  const tryOut = (tried: Span | null, isOpen: boolean) => {
    if (!passage || !tried) return;
    const { id: passageId, start, end } = passage;
    setTrial({ passageId, from: own?.from ?? { start, end }, span: tried, isOpen });
  };
  const leave = () => {
    hasBegun.current = false;
    setTrial(null);
  };
  const keep = (to: Span | null = own?.span ?? null) => {
    leave();
    const from = own?.from ?? passage;
    if (!active || !passage || !from || !to || (to.start === from.start && to.end === from.end)) return;
    const { start, end } = from;
    move({ passageId: passage.id, number: active.number, from: { start, end }, to });
  };

  const stepped = (edge: Edge, event: KeyboardEvent): Span | null | "keep" | "leave" => {
    const ask = isComposing(event.nativeEvent) ? null : caretAsk(event);
    if (ask === null || span === null || text.current === null) return null;
    if (ask.kind === "enter") return "keep";
    if (ask.kind === "leave") return "leave";
    if (ask.kind !== "line") column.current = null;
    if (ask.kind === "side") {
      const toward = towardSide(article, span[edge], ask.side);
      return withStep(article, span, { edge, by: ask.by, toward }) ?? span;
    }
    if (ask.kind === "move" && ask.by === "sentence") {
      return withStep(article, span, { edge, by: ask.by, toward: ask.toward }) ?? span;
    }
    const caret = { anchor: edge === "start" ? span.end : span.start, head: span[edge] };
    const step = stepFor(ask, { root: text.current, article, caret, column, isExtending: true });
    return withEnd(article.text, span, { edge, at: step.caret.head }) ?? span;
  };

  return {
    claim: active,
    /** The words as they are tried, or as they stand; null while their ends cannot be moved. */
    span: passage ? span : null,
    /** Whether the buttons beside the words are there. */
    isOpen: own?.isOpen ?? false,
    hasBegun,
    /** Whether a claim's card offers to move the ends of its words. */
    canMove: (claim: DeskClaim) => claim.canEdit && passageOf(claim, current) !== undefined,
    /** Opens the buttons and goes to the words. */
    begin: (claim: DeskClaim) => {
      const found = passageOf(claim, current);
      if (!found) return;
      const { id: passageId, start, end } = found;
      hasBegun.current = true;
      onBegin(claim);
      setTrial({ passageId, from: { start, end }, span: { start, end }, isOpen: true });
      revealSpan(text.current, found);
    },
    tryEdge: (edge: Edge, at: number) =>
      span && tryOut(withEnd(article.text, span, { edge, at }), own?.isOpen ?? false),
    /** Lets go of an end at `at`, null for where it is shown, and keeps it. */
    drop: (edge: Edge, at: number | null) => {
      const to = span && at !== null ? withEnd(article.text, span, { edge, at }) : null;
      keep(to ?? own?.span);
    },
    adjust: (adjusted: Span) => tryOut(trimSpan(article.text, adjusted), true),
    keep,
    leave,
    /** Answers whether the key meant something. */
    onKey: (edge: Edge, event: KeyboardEvent): boolean => {
      const asked = stepped(edge, event);
      if (asked === null || (asked === "leave" && own === null)) return false;
      if (asked === "keep") keep();
      else if (asked === "leave") leave();
      else tryOut(asked, true);
      return true;
    },
  };
}

/** What waits on the repair list is settled there, where both texts are in sight. */
function passageOf(claim: DeskClaim, current: string | null): Passage | undefined {
  const movable = claim.passages.filter(({ needsRepair }) => !needsRepair);
  return movable.find(({ id }) => id === current) ?? movable[0];
}
