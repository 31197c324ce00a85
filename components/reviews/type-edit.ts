import type { Chosen, Edit } from "./markdown-edits.ts";

/** Does an edit in a text field as if it were typed: it can be undone by the browser's own undo. */
export function typeEdit(area: HTMLTextAreaElement, edit: (chosen: Chosen) => Edit): void {
  const { value: text, selectionStart, selectionEnd } = area;
  const { from, to, typed, start, end } = edit({ text, start: selectionStart, end: selectionEnd });
  area.focus();
  area.setSelectionRange(from, to);
  const isTyped =
    typed === "" ? document.execCommand("delete") : document.execCommand("insertText", false, typed);
  if (!isTyped) {
    area.setRangeText(typed, from, to, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  area.setSelectionRange(start, end);
}
