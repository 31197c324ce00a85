import type { CaretMove } from "#lib/anchoring/caret.ts";

/** What a key asks of a caret. `side` is as the arrow points, the text's direction says which way along it that is. */
export type CaretAsk =
  | { kind: "side"; side: "left" | "right"; by: "character" | "word" }
  | ({ kind: "move" } & CaretMove)
  | { kind: "line"; toward: CaretMove["toward"] }
  | { kind: "lineEdge"; edge: "earlier" | "later" | "left" | "right" }
  | { kind: "enter" }
  | { kind: "leave" };

type Keys = { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean };

/**
 * What a key means in caret mode, as in the text fields of Windows, Linux and macOS alike: Ctrl or Alt makes steps
 * larger, Cmd leads to the edge. Null for keys that mean nothing to it, so that shortcuts and the browser's own keep
 * working. Shift is the caller's: it chooses.
 */
export function caretAsk({ key, ctrlKey, altKey, metaKey }: Keys): CaretAsk | null {
  const isLarge = ctrlKey || altKey;
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight": {
      const side = key === "ArrowLeft" ? "left" : "right";
      if (metaKey) return { kind: "lineEdge", edge: side };
      return { kind: "side", side, by: isLarge ? "word" : "character" };
    }
    case "ArrowUp":
    case "ArrowDown": {
      const toward = key === "ArrowUp" ? "earlier" : "later";
      if (metaKey) return { kind: "move", by: "text", toward };
      return isLarge ? { kind: "move", by: "sentence", toward } : { kind: "line", toward };
    }
    case "Home":
    case "End": {
      const toward = key === "Home" ? "earlier" : "later";
      return isLarge ? { kind: "move", by: "text", toward } : { kind: "lineEdge", edge: toward };
    }
    case "PageUp":
    case "PageDown":
      return isLarge ? null : { kind: "move", by: "block", toward: key === "PageUp" ? "earlier" : "later" };
    case "Enter":
      return isLarge || metaKey ? null : { kind: "enter" };
    case "Escape":
      return { kind: "leave" };
    default:
      return null;
  }
}
