import type { Writable } from "node:stream";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { NOBODYS_HASH } from "#lib/auth/nobodys-hash.ts";
import { listed, quoted, type Table } from "./tables.ts";

/** How a copy of everything is written. */
export type Form = {
  name: "backup" | "export";
  /** Where a table's rows lie in the folder. */
  fileOf: (table: string) => string;
  /** Whether that file is gzip of the rows. */
  isCompressed: boolean;
  holds: (table: Table) => boolean;
  /** The rows of a table in the order of its key, one a line, whatever is in them. */
  rowsOf: (client: pg.Client, table: Table) => NodeJS.ReadableStream;
  /** Takes such rows into a table that is empty. */
  sinkOf: (client: pg.Client, table: Table) => Promise<Writable>;
  /** What is left to do when the sink has them all. */
  settle: (client: pg.Client, table: Table) => Promise<void>;
};

/** For the same product again, with everything it needs to go on: rows as Postgres' COPY writes them. */
export const BACKUP: Form = {
  name: "backup",
  fileOf: (table) => `tables/${table}.gz`,
  isCompressed: true,
  holds: () => true,
  rowsOf: (client, { name, columns, order }) =>
    client.query(
      copyTo(`COPY (SELECT ${listed(columns)} FROM ${quoted(name)} ORDER BY ${listed(order)}) TO STDOUT`),
    ),
  sinkOf: async (client, { name, columns }) =>
    client.query(copyFrom(`COPY ${quoted(name)} (${listed(columns)}) FROM STDIN`)),
  settle: async () => {},
};

/** What signs somebody in or other programs trust, what is forgotten soon, and what is true of this place: in no export. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "api_answers",
  "api_tokens",
  "audit_verifications",
  "authenticators",
  "backup_codes",
  "entry_links",
  "provider_accounts",
  "passkey_challenges",
  "passkeys",
  "rate_limits",
  "sent_forms",
  "sessions",
  "webhook_deliveries",
  "webhooks",
]);

/** Columns that are secrets, and what stands in them after an import instead: nothing that anybody could show. */
const SECRETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  members: {
    password_hash: `'${NOBODYS_HASH}'`,
  },
};

/** COPY as it neither escapes nor quotes anything of a line of JSON, which has no control characters in it. */
const AS_IT_IS = "(FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')";

/** For people and other programs, without secrets: rows as objects of JSON, one a line. docs/export.md */
export const EXPORT: Form = {
  name: "export",
  fileOf: (table) => `rows/${table}.jsonl`,
  isCompressed: false,
  holds: ({ name }) => !LEFT_OUT.has(name),
  rowsOf: (client, { name, columns, order }) => {
    const shown = listed(shownColumns({ name, columns }));
    const rows = `SELECT ${shown} FROM ${quoted(name)} ORDER BY ${listed(order)}`;
    return client.query(
      copyTo(`COPY (SELECT row_to_json(shown) FROM (${rows}) shown) TO STDOUT ${AS_IT_IS}`),
    );
  },
  sinkOf: async (client) => {
    await client.query("CREATE TEMPORARY TABLE IF NOT EXISTS lines (line text NOT NULL) ON COMMIT DROP");
    await client.query("TRUNCATE lines");
    return client.query(copyFrom(`COPY lines FROM STDIN ${AS_IT_IS}`));
  },
  settle: async (client, { name, columns }) => {
    const values = columns.map((column) => secretsOf(name)[column] ?? `given.${quoted(column)}`);
    await client.query(`
      INSERT INTO ${quoted(name)} (${listed(columns)}) OVERRIDING SYSTEM VALUE SELECT ${values.join(", ")}
      FROM lines, json_populate_record(NULL::${quoted(name)}, lines.line::json) given`);
  },
};

/** The columns of a table that an export has. */
export function shownColumns({ name, columns }: Pick<Table, "name" | "columns">): string[] {
  return columns.filter((column) => secretsOf(name)[column] === undefined);
}

const secretsOf = (table: string): Readonly<Record<string, string>> => SECRETS[table] ?? {};
