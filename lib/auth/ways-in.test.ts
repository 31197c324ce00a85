import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { WAYS_IN } from "./ways-in.ts";

test("every way in is described, with what it proves", () => {
  const text =
    readFileSync("docs/security.md", "utf8").split("\n## Signing in\n")[1]?.split("\n## ")[0] ?? "";
  const described = [...text.matchAll(/^\| `(\w+)` +\| \w/gmu)].map(([, way]) => way);
  expect(described).toEqual([...WAYS_IN]);
});
