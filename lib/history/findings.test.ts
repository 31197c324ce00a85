import { expect, test } from "vitest";
import { foundOf, foundSchema } from "./findings.ts";

const broken = (at: number) => ({ kind: "broken" as const, chain: "c", from: at, to: at, eventId: null });

test("of many findings the first are kept, and all are counted and told apart", () => {
  const many = Array.from({ length: 5_000 }, (_, at) => broken(at + 1));
  const found = foundOf(many);
  expect(found?.kinds).toEqual({ broken: 5_000 });
  expect(found?.first).toEqual(many.slice(0, 10));
  expect(foundSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
  expect(foundOf([...many.slice(1), broken(5_001)])?.digest).not.toBe(found?.digest);
  expect(foundOf(many)?.digest).toBe(found?.digest);
  expect(foundOf([])).toBeNull();
});

test("heads that nobody known signed are told apart by their line", () => {
  const forged = (line: number) =>
    foundOf([{ kind: "forged", chain: "?", from: null, to: null, eventId: null, line }]);
  expect(forged(1)?.digest).not.toBe(forged(2)?.digest);
  expect(forged(1)?.first[0]).not.toHaveProperty("line");
});
