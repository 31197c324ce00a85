import { type PointerEvent, useRef } from "react";

/** Pixels a pointer goes before a press becomes a drag. */
const SLACK = 4;

type Drag = { row: HTMLElement; rows: HTMLElement[]; startY: number; to: number; isDragging: boolean };

/**
 * Handlers for a handle inside a list item that moves it by mouse, pen or touch; `onDrop` gets its new place, from 0.
 * While it is dragged the item follows the pointer, and where it would fall is marked (`data-drop` in controls.css).
 */
export function useDragInList(onDrop: (to: number) => void) {
  const drag = useRef<Drag | null>(null);

  function begin(event: PointerEvent<HTMLElement>): void {
    const row = event.currentTarget.closest("li");
    const rows = [...(row?.parentElement?.children ?? [])].filter((each) => each instanceof HTMLElement);
    if (row === null || !event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { row, rows, startY: event.clientY, to: rows.indexOf(row), isDragging: false };
  }

  function move({ clientY }: PointerEvent): void {
    const now = drag.current;
    if (now === null) return;
    now.isDragging ||= Math.abs(clientY - now.startY) > SLACK;
    if (!now.isDragging) return;
    const from = now.rows.indexOf(now.row);
    now.to = placeAt(now.rows, from, clientY);
    now.row.style.translate = `0 ${clientY - now.startY}px`;
    now.row.dataset.dragged = "";
    for (const [at, row] of now.rows.entries()) {
      if (at === now.to && at !== from) row.dataset.drop = at < from ? "before" : "after";
      else delete row.dataset.drop;
    }
  }

  function clear(): Drag | null {
    const was = drag.current;
    drag.current = null;
    if (was === null) return null;
    was.row.style.translate = "";
    delete was.row.dataset.dragged;
    for (const row of was.rows) delete row.dataset.drop;
    return was;
  }

  return {
    onPointerDown: begin,
    onPointerMove: move,
    onPointerUp: () => {
      const was = clear();
      if (was?.isDragging) onDrop(was.to);
    },
    onPointerCancel: () => void clear(),
  };
}

/** The row whose middle the pointer has passed, coming from `from`. */
function placeAt(rows: readonly HTMLElement[], from: number, clientY: number): number {
  const middle = (row: HTMLElement) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2;
  };
  const before = rows.findIndex((row, at) => at < from && clientY < middle(row));
  if (before >= 0) return before;
  const after = rows.findLastIndex((row, at) => at > from && clientY > middle(row));
  return after >= 0 ? after : from;
}
