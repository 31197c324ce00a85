import { expect, test } from "vitest";
import { stepsOf } from "./steps.ts";

const original = { url: null, fileName: null, contentType: null, size: 1, readAt: new Date(0) };

const told = (detail: Parameters<typeof stepsOf>[0]) =>
  stepsOf(detail).map(({ name, state }) => `${name} ${state}`);

test("what is fetched goes through four steps, one of them under way", () => {
  const address = { kind: "url", original: null } as const;
  const first = ["fetched current", "read ahead", "cleaned ahead", "saved ahead"];
  expect(told({ ...address, state: "waiting" })).toEqual(first);
  expect(told({ ...address, state: "fetching" })).toEqual(first);
  expect(told({ ...address, state: "reading", original })).toEqual([
    "fetched done",
    "read current",
    "cleaned ahead",
    "saved ahead",
  ]);
  expect(told({ ...address, state: "ready", original }).at(-1)).toBe("saved current");
});

test("what was pasted or uploaded is here from the beginning", () => {
  expect(told({ kind: "text", state: "waiting", original })).toEqual([
    "received done",
    "read current",
    "cleaned ahead",
    "saved ahead",
  ]);
});

test("an import that failed says at which step", () => {
  expect(told({ kind: "url", state: "failed", original: null })[0]).toBe("fetched failed");
  expect(told({ kind: "file", state: "failed", original })[1]).toBe("read failed");
});
