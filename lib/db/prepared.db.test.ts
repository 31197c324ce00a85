import { expect, test } from "vitest";
import { pool } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { prepared } from "./prepared.ts";

type Given = { word: string; isLoud: boolean };

const shout = prepared<Given, { said: string; length: string }>(
  "shout",
  ["word", "isLoud"],
  ({ word, isLoud }) =>
    Prisma.sql`SELECT CASE WHEN ${isLoud}::boolean THEN upper(${word}::text) ELSE ${word}::text END || ${"!"} AS said,
      length(${word}::text)::bigint AS length`,
);

const everywhere = (sql: string) => Promise.all(Array.from({ length: 10 }, () => pool().query(sql)));

test("each call has its own values, and what is fixed stays", async () => {
  expect(await shout({ word: "no", isLoud: true })).toEqual([{ said: "NO!", length: "2" }]);
  expect(await shout({ word: ":word", isLoud: false })).toEqual([{ said: ":word!", length: "5" }]);
});

test("where prepared statements get lost on the way it still answers", async () => {
  await shout({ word: "so", isLoud: false });
  await everywhere("DEALLOCATE ALL");
  expect(await shout({ word: "so", isLoud: false })).toEqual([{ said: "so!", length: "2" }]);
});

test("what else goes wrong is not tried twice", async () => {
  const fail = prepared<{ by: string }, never>("fail", ["by"], ({ by }) => Prisma.sql`SELECT 1 / ${by}::int`);
  await expect(fail({ by: "0" })).rejects.toMatchObject({ code: "22012" });
});
