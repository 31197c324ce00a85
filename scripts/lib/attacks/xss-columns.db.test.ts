import { expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { withClient } from "../database.ts";
import { COLUMNS, columnsThereAre, unknownColumns } from "./xss-columns.ts";

test("every column that keeps text has a row that says whether attacks are put there", async () => {
  const there = await withClient(env.DATABASE_URL, columnsThereAre);
  expect(there.size).toBeGreaterThan(150);
  expect(unknownColumns(there)).toEqual([]);
});

test("a column that keeps addresses takes none but of the web", async () => {
  const { rows } = await withClient(env.DATABASE_URL, (client) =>
    client.query<{ name: string }>(
      `SELECT conrelid::regclass || '.' || attname AS name FROM pg_constraint
       JOIN pg_attribute ON attrelid = conrelid AND conkey = ARRAY[attnum]
       WHERE contype = 'c' AND pg_get_constraintdef(pg_constraint.oid) LIKE '%^https?://%' ORDER BY 1`,
    ),
  );
  const addresses = Object.entries(COLUMNS).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, as]) => (as === "address" ? [`${table}.${column}`] : [])),
  );
  expect(rows.map(({ name }) => name)).toEqual(addresses.toSorted());
});
