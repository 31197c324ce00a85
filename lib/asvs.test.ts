import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// docs/asvs.md counts itself: its first table says how many of its rows are in which state, and every test it names is there.

const TEXT = readFileSync("docs/asvs.md", "utf8");
const STATES = ["met", "met, no test", "not met", "does not apply"];
const ROWS = [
  ...TEXT.matchAll(/^\| (\d+\.\d+\.\d+) +\| +([12]) \|[^|]+\| ([a-z, ]+?) +\| (.+?) +\|$/gmu),
].map(([, id = "", level = "", state = "", by = ""]) => ({ id, level, state, by }));

test("every requirement of the two levels has one row, in one of the states", () => {
  expect(ROWS).toHaveLength(253);
  expect(new Set(ROWS.map(({ id }) => id)).size).toBe(253);
  expect(ROWS.filter(({ state }) => !STATES.includes(state))).toEqual([]);
});

test.each([...STATES, "all"])("the figures are those of the rows: %s", (state) => {
  const counted = ROWS.filter((row) => state === "all" || row.state === state);
  const figures = ["1", "2"].map((level) => counted.filter((row) => row.level === level).length);
  const row = new RegExp(`^\\| ${state} +\\| +(\\d+) \\| +(\\d+) \\| +(\\d+) \\|$`, "mu").exec(TEXT);
  expect(row?.slice(1).map(Number)).toEqual([...figures, counted.length]);
});

test("what is met names a test that is there, and no other row does without a word", () => {
  const named = (by: string) =>
    [...by.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)`/gu)].map(([, path = ""]) => path);
  expect(ROWS.filter(({ state, by }) => state === "met" && named(by).length === 0)).toEqual([]);
  expect(ROWS.flatMap(({ by }) => named(by)).filter((path) => !existsSync(path))).toEqual([]);
  expect(ROWS.filter(({ by }) => by.trim() === "")).toEqual([]);
});
