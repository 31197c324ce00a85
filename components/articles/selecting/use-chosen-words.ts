"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import { placeNear } from "#components/articles/caret/caret-place.ts";
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
    const keep = (at: Place) => keepInText(root.current, at);
    return onSettled({
      keep,
      settle: (letGoAt) => {
        if (letGoAt) keep(letGoAt);
        setChosen((before) => after(before, selectedSpan(root.current, text)));
      },
    });
  }, [root, text, isPaused]);
  useEffect(() => {
    // What was selected before there was any script.
    setChosen((before) => after(before, selectedSpan(root.current, text)));
  }, [root, text]);

  return { chosen, choose, select, settleNow };
}

function selectedSpan(root: HTMLElement | null, text: string): Span | null {
  const selection = getSelection();
  const span = root && selection ? offsetsOfSelection(root, selection) : null;
  return span && trimSpan(text, span);
}

/** Where in the window. */
type Place = { x: number; y: number };

/**
 * A drag from the text that is let go beside it ends in the line where it was let go. Browsers select on to whatever
 * stands there, by way of all the text that comes between.
 */
function keepInText(root: HTMLElement | null, at: Place): void {
  const words = root?.firstElementChild;
  const selection = getSelection();
  if (!(words instanceof HTMLElement) || selection?.isCollapsed !== false) return;
  const { left, right, top, bottom } = words.getBoundingClientRect();
  const isBeside = at.x < left || at.x > right || at.y < top || at.y > bottom;
  if (!isBeside || !words.contains(selection.anchorNode)) return;
  const end = placeNear(words, at);
  if (end) selection.extend(end.node, end.offset);
}

/** Words chosen otherwise stay until something else is chosen. */
function after(before: ChosenWords | null, span: Span | null): ChosenWords | null {
  if (span === null) return before?.isSelection ? null : before;
  const isSame = before?.isSelection && before.span.start === span.start && before.span.end === span.end;
  return isSame ? before : { span, isSelection: true };
}

/** Whether the browser selects from where something was pressed: not from buttons, nor from what says so. */
function selects({ target }: PointerEvent): boolean {
  if (!(target instanceof Element) || target.closest("button, [data-not-text]")) return false;
  return getComputedStyle(target).userSelect !== "none";
}

/**
 * `keep` is told where a pressed mouse has moved to, at most once a frame: after the browser has moved the selection's
 * end there, and before that is painted. `settle` is told where the mouse has let go, when it has just done so.
 */
function onSettled({
  keep,
  settle,
}: {
  keep: (at: Place) => void;
  settle: (letGoAt?: Place) => void;
}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let isPressed = false;
  let isSelecting = false;
  const soon = (delay: number, letGoAt?: Place) => {
    clearTimeout(timer);
    if (!isPressed) timer = setTimeout(settle, delay, letGoAt);
  };
  const onDown = (event: PointerEvent) => {
    isPressed = true;
    isSelecting = selects(event);
    clearTimeout(timer);
  };
  const onMove = ({ pointerType, buttons, clientX: x, clientY: y }: PointerEvent) => {
    cancelAnimationFrame(frame);
    if (isSelecting && pointerType === "mouse" && buttons === 1)
      frame = requestAnimationFrame(() => keep({ x, y }));
  };
  // After the event: a press that ends a selection clears it only once the browser has handled the press.
  const onUp = (event: PointerEvent) => {
    isPressed = false;
    const isDrag = isSelecting && event.type === "pointerup" && event.pointerType === "mouse";
    soon(0, isDrag ? { x: event.clientX, y: event.clientY } : undefined);
  };
  const onChange = () => soon(SETTLING);
  document.addEventListener("pointerdown", onDown);
  document.addEventListener("pointermove", onMove, { passive: true });
  document.addEventListener("pointerup", onUp);
  document.addEventListener("pointercancel", onUp);
  document.addEventListener("selectionchange", onChange);
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    document.removeEventListener("pointerdown", onDown);
    document.removeEventListener("pointermove", onMove);
    document.removeEventListener("pointerup", onUp);
    document.removeEventListener("pointercancel", onUp);
    document.removeEventListener("selectionchange", onChange);
  };
}
