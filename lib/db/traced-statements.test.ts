import { expect, test } from "vitest";
import { bareStatement } from "./traced-statements.ts";

test.each([
  [`SELECT "id" FROM "claims" WHERE "slug" = $1`, `SELECT "id" FROM "claims" WHERE "slug" = $1`],
  ["SELECT 'a ''quoted'' word', 'b'", "SELECT ?, ?"],
  [String.raw`SELECT E'it\'s secret', e'\\', 'C:\', b`, "SELECT ?, ?, ?, b"],
  ["DO $body$ secret $body$;\n  SELECT $$more$$", "DO ?; SELECT ?"],
  ["INSERT INTO\n\t notes VALUES ('x')", "INSERT INTO notes VALUES (?)"],
])("%j is told as %j", (text, bare) => {
  expect(bareStatement(text)).toBe(bare);
});
