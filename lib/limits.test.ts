import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// docs/limits.md says what the code does: each row that names a constant has its figure.

const PATTERN = /^\|(?<what>[^|]+)\|(?<limit>[^|]+)\| *`(?<file>lib\/[^`]+\.ts)` `(?<path>[\w.]+)` *\|$/gmu;
const ROWS = [...readFileSync("docs/limits.md", "utf8").matchAll(PATTERN)].map(({ groups = {} }) => ({
  what: groups.what?.trim() ?? "",
  limit: groups.limit?.trim() ?? "",
  file: groups.file ?? "",
  path: groups.path ?? "",
}));

const UNITS: Readonly<Record<string, number>> = {
  seconds: 1_000,
  minute: 60_000,
  minutes: 60_000,
  days: 86_400_000,
};

const figure = (text = "") => Number(text.replaceAll(",", ""));

/** What the constant may be for the row to be true. */
function meant(limit: string): unknown[] {
  const [number, second, third, fourth] = limit.split(" ");
  if (second === "in") {
    return [{ most: figure(number), milliseconds: figure(third) * (UNITS[fourth ?? ""] ?? Number.NaN) }];
  }
  return [figure(number), figure(number) * (UNITS[second ?? ""] ?? 1)];
}

async function constant(file: string, path: string): Promise<unknown> {
  const [name = "", ...keys] = path.split(".");
  const module = (await import(/* @vite-ignore */ `#${file}`)) as Record<string, unknown>;
  const value = keys.reduce<unknown>(
    (within, key) => (within as Record<string, unknown>)?.[key],
    module[name],
  );
  if (typeof value !== "object" || value === null) return value;
  const { most, milliseconds } = value as { most: number; milliseconds: number };
  return { most, milliseconds };
}

test("there are rows to compare", () => {
  expect(ROWS.length).toBeGreaterThan(45);
});

test.each(ROWS)("$what: $limit", async ({ limit, file, path }) => {
  expect(meant(limit)).toContainEqual(await constant(file, path));
});
