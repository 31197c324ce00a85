"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import { offsetsOfSelection } from "#lib/anchoring/selection.ts";
import { type Span, trimSpan } from "#lib/anchoring/spans.ts";
import { selectSpan } from "./words-in-text.ts";

/** Words a person has chosen, and whether the browser shows them as its selection. */
export type ChosenWords = { span: Span; isSelection: boolean };

/** How long a selection made by keys or by touch handles must rest to count as made, in milliseconds. */
const SETTLING = 250;

/**
 * The words selected under `root` once the selection settles: when the pointer lets go, or when keys or touch
 * handles have rested. Not while `isPaused`: then a form holds words already chosen.
 */
export function useChosenWords({
  root,
  text,
  isPaused,
}: {
  root: RefObject<HTMLElement | null>;
  text: string;
  isPaused: boolean;
}) {
  const [chosen, setChosen] = useState<ChosenWords | null>(null);
  const choose = useCallback((span: Span | null) => setChosen(span && { span, isSelection: false }), []);
  /** Chooses words and makes them the browser's selection. */
  const select = (span: Span) => {
    selectSpan(root.current, span);
    setChosen({ span, isSelection: true });
  };
  /** The chosen words as they are now, for a key that does not wait for the selection to settle. */
  const settleNow = (): ChosenWords | null => {
    if (isPaused) return chosen;
    const now = after(chosen, selectedSpan(root.current, text));
    setChosen(now);
    return now;
  };

  useEffect(() => {
    if (isPaused) return;
    const settle = () => setChosen((before) => after(before, selectedSpan(root.current, text)));
    return onSettled(settle);
  }, [root, text, isPaused]);

  return { chosen, choose, select, settleNow };
}

function selectedSpan(root: HTMLElement | null, text: string): Span | null {
  const selection = getSelection();
  const span = root && selection ? offsetsOfSelection(root, selection) : null;
  return span && trimSpan(text, span);
}

/** Words chosen otherwise stay until something else is chosen. */
function after(before: ChosenWords | null, span: Span | null): ChosenWords | null {
  if (span === null) return before?.isSelection ? null : before;
  const isSame = before?.isSelection && before.span.start === span.start && before.span.end === span.end;
  return isSame ? before : { span, isSelection: true };
}

function onSettled(settle: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPressed = false;
  const soon = (delay: number) => {
    clearTimeout(timer);
    if (!isPressed) timer = setTimeout(settle, delay);
  };
  const onDown = () => {
    isPressed = true;
    clearTimeout(timer);
  };
  // After the event: a press that ends a selection clears it only once the browser has handled the press.
  const onUp = () => {
    isPressed = false;
    soon(0);
  };
  const onChange = () => soon(SETTLING);
  document.addEventListener("pointerdown", onDown);
  document.addEventListener("pointerup", onUp);
  document.addEventListener("pointercancel", onUp);
  document.addEventListener("selectionchange", onChange);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("pointerdown", onDown);
    document.removeEventListener("pointerup", onUp);
    document.removeEventListener("pointercancel", onUp);
    document.removeEventListener("selectionchange", onChange);
  };
}
