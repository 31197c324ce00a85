import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MUTATIONS } from "./mutations.ts";

// `npm run mutate` takes long and is run seldom: what it would break has to be found now.

test.each(MUTATIONS)("$what: the code it would break is there, once", ({ file, find, put, tests }) => {
  expect(readFileSync(file, "utf8").split(find)).toHaveLength(2);
  expect(put).not.toBe(find);
  expect(tests.filter((path) => !existsSync(path))).toEqual([]);
});
