import { describe, expect, test } from "vitest";
import { caretAsk } from "./caret-keys.ts";

const press = (keys: string) => {
  const parts = keys.split("+");
  return caretAsk({
    key: parts.at(-1) ?? "",
    ctrlKey: parts.includes("Ctrl"),
    altKey: parts.includes("Alt"),
    metaKey: parts.includes("Cmd"),
  });
};

describe("a key in caret mode", () => {
  const cases: [keys: string, asks: object | null][] = [
    ["ArrowLeft", { kind: "side", side: "left", by: "character" }],
    ["Ctrl+ArrowRight", { kind: "side", side: "right", by: "word" }],
    ["Alt+ArrowLeft", { kind: "side", side: "left", by: "word" }],
    ["Cmd+ArrowRight", { kind: "lineEdge", edge: "right" }],
    ["ArrowDown", { kind: "line", toward: "later" }],
    ["Ctrl+ArrowUp", { kind: "move", by: "sentence", toward: "earlier" }],
    ["Alt+ArrowDown", { kind: "move", by: "sentence", toward: "later" }],
    ["Cmd+ArrowUp", { kind: "move", by: "text", toward: "earlier" }],
    ["Home", { kind: "lineEdge", edge: "earlier" }],
    ["Ctrl+End", { kind: "move", by: "text", toward: "later" }],
    ["PageDown", { kind: "move", by: "block", toward: "later" }],
    ["Ctrl+PageDown", null],
    ["Enter", { kind: "enter" }],
    ["Ctrl+Enter", null],
    ["Escape", { kind: "leave" }],
    ["c", null],
    ["Tab", null],
  ];
  test.each(cases)("%s", (keys, asks) => expect(press(keys)).toEqual(asks));
});
