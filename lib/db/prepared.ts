import type { QueryResultRow } from "pg";
import { pool } from "./client.ts";
import type { Prisma } from "./generated/client.ts";
import { tracedStatement } from "./traced-statements.ts";

/**
 * SQLSTATE invalid_sql_statement_name, duplicate_prepared_statement: what stands between us and Postgres hands
 * connections around and does not know of prepared statements.
 */
const NOT_KEPT: readonly unknown[] = ["26000", "42P05"];

type Values = Record<string, string | boolean | null>;

/**
 * One of the few statements that are dear to plan and often asked: each connection plans it once and keeps it under its
 * name, where Prisma has every statement planned anew. `make` is called once, with marks where the values of a call go.
 * Gives what runs it, as its own transaction; the rows are as `pg` reads them.
 */
export function prepared<Given extends Values, Row extends QueryResultRow>(
  name: string,
  places: readonly (keyof Given & string)[],
  make: (marks: Record<keyof Given, string>) => Prisma.Sql,
): (given: Given) => Promise<Row[]> {
  const marks = new Map(places.map((place) => [`:${place}`, place]));
  const sql = make(
    Object.fromEntries(places.map((place) => [place, `:${place}`])) as Record<keyof Given, string>,
  );
  const slots = [...new Set(sql.values)];
  const text = sql.strings.reduce(
    (head, tail, at) => `${head}$${slots.indexOf(sql.values[at - 1]) + 1}${tail}`,
  );
  const valueFor = (slot: unknown, given: Given) => {
    const place = marks.get(String(slot));
    return place === undefined ? slot : given[place];
  };
  const run = async (given: Given) => {
    const values = slots.map((slot) => valueFor(slot, given));
    try {
      return (await pool().query<Row>({ name, text, values })).rows;
    } catch (error) {
      if (!isNotKept(error)) throw error;
      return (await pool().query<Row>({ text, values })).rows;
    }
  };
  return (given) => tracedStatement(text, () => run(given));
}

function isNotKept(error: unknown): boolean {
  return error instanceof Error && "code" in error && NOT_KEPT.includes(error.code);
}
