import { expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { withClient } from "../database.ts";
import { columnsThereAre, unknownColumns } from "./xss-columns.ts";

test("every column that keeps text has a row that says whether attacks are put there", async () => {
  const there = await withClient(env.DATABASE_URL, columnsThereAre);
  expect(there.size).toBeGreaterThan(150);
  expect(unknownColumns(there)).toEqual([]);
});
