import pg from "pg";
import { withClient } from "../database.ts";
import { Problem } from "../screen.mjs";

// Attacks in the place of everything a table keeps in words, whichever door those came in by: a form, the API, a page
// that was fetched, a feed, a list of others' checks, a name at a provider. It is done past the doors and what they refuse.

/**
 * How a column is attacked. `words`: as many attacks as fit; `mail`: in small letters. `address`: one, in a web address,
 * since the table takes nothing else; `anyAddress`: one in an address, or as one. `text`: as long as what was there, since
 * others say where in it they stand. `json`: whatever in it is words or an address.
 */
type Kind = "words" | "mail" | "address" | "anyAddress" | "text" | "json" | "query" | "draft";
type Row = Kind | { as: Kind; most: number } | null;

/** Every column that keeps text, by table; null where it keeps none of anybody's: words of ours, hashes, keys, slugs. */
export const COLUMNS: Record<string, Record<string, Row>> = {
  api_answers: { key: null, result: null, answer: null },
  api_tokens: { name: "words", scopes: null, start: null },
  archivings: { job_id: "words", failure: null },
  articles: {
    ...{ slug: null, title: "words", byline: "words", publisher: "words", source_url: "address" },
    ...{ language: null, direction: null, import_choices: "json" },
  },
  audit_erasures: { part: null },
  audit_events: { actor_name: "words", token_name: "words", action: null, kind: null, data: "json" },
  audit_heads: { key: null, signature: null },
  audit_verifications: { found: null },
  authenticators: { sealed_secret: null },
  backup_codes: { code_hash: null },
  check_file_rows: {
    ...{ outcome: null, statement: "words", url: "anyAddress", publisher: "words", rating_label: "words" },
  },
  check_files: { name: "words", sha256: null, ratings: null, failure: null },
  claim_terms: { terms: null },
  claimants: { slug: null, name: "words", name_key: null },
  claims: {
    ...{ slug: null, statement: "words", said_where: "words", no_primary_reason: "words" },
    ...{ search_note: "words", return_reason: "words", dismissal_reason: "words" },
  },
  comment_versions: { body: "words" },
  comments: { body: "words" },
  corrections: { reason: "words" },
  deleted_claims: { rows: null },
  documents: {
    ...{ sha256: null, content_type: null, storage_key: null, file_name: "words", alt: "words" },
  },
  drafts: { key: null, content: "draft" },
  evidence: {
    ...{ quote: "words", note: "words", no_snapshot_reason: "words" },
    ...{ quote_prefix: "words", quote_suffix: "words" },
  },
  feed_items: { key: null },
  feeds: {
    ...{ url: "address", title: "words", words: "words", etag: null, last_modified: null, failure: null },
  },
  foreign_checks: {
    ...{ url: "address", statement: "words", rating_label: "words", publisher: "words" },
    ...{ claimant_name: "words", terms: null },
  },
  former_addresses: { url: "address" },
  group_entries: { slug: null, rating_label: { as: "words", most: 250 } },
  imports: { url: "address", title: "words", result: "json", failure: null },
  invitations: { email: { as: "mail", most: 250 } },
  listed_claims: { language: null, marks: null },
  listed_words: { word: null, key: null },
  member_settings: { shortcuts: null, locale: null },
  members: {
    email: { as: "mail", most: 250 },
    name: "words",
    bio: { as: "words", most: 600 },
    password_hash: null,
  },
  merged_sources: { url: "address", title: "words" },
  newsroom: { name: "words", time_zone: null, locale: null, reader_languages: null },
  originals: {
    ...{
      content_type: null,
      url: "address",
      file_name: "words",
      sha256: null,
      etag: null,
      last_modified: null,
    },
  },
  passages: {
    ...{ quote: "words", chosen_quote: "words", prefix: "words", suffix: "words" },
    ...{ candidates: null, before_repair: null },
  },
  passkey_challenges: { challenge: null },
  passkeys: { name: "words" },
  policy_translations: { language: null, text: "words" },
  policy_versions: { text: "words" },
  presences: { field: null },
  problems: { key: null, label: "words", definition: "words" },
  provider_accounts: { issuer: null, subject: null },
  publications: {
    ...{ slug: null, content: "json", statement: "words", conclusion: "words", rating_key: null },
    ...{
      claimant_name: "words",
      language: null,
      overridden_item: null,
      override_reason: "words",
      places: "json",
    },
  },
  queue_entries: {},
  rate_limits: { key: null },
  ratings: { key: null, label: "words", definition: "words" },
  reply_requests: { asked: "words", via: "words", answer: "words" },
  reviews: { conclusion: "words", rationale: "words" },
  revisions: { text: "text", blocks: "json", sha256: null },
  saved_views: { name: "words", name_key: null, query: "query" },
  scales: { key: null, name: "words" },
  sessions: { user_agent: "words" },
  snapshots: {
    ...{ archive_url: "address", url: "address", content_type: null, sha256: null, storage_key: null },
    ...{ text: "text", blocks: "json", metadata: "json", failure: null },
    document_sha256: null,
  },
  source_tasks: { moved_to: "address", failure: null, reason: "words" },
  source_watches: { failure: null, etag: null, last_modified: null },
  sources: {
    ...{ url: "address", title: "words", publisher: "words", author: "words" },
    ...{ interests: "words", reliability_note: "words" },
  },
  stored_files: { storage_key: null },
  term_translations: {
    ...{ language: null, label: null, definition: null },
    ...{ translated_label: "words", translated_definition: "words" },
  },
  tips: {
    ...{ send_key: null, words: { as: "words", most: 8_000 }, link: "address", claimant_name: "words" },
    ...{ email: { as: "mail", most: 250 }, reason: "words", answer: "words" },
  },
  topics: { slug: null, name: "words", name_key: null },
  translations: { language: null, statement: "words", conclusion: "words", rationale: "words" },
  verdicts: { conclusion: "words", rationale: "words" },
  waved_suggestions: { sentence_key: null },
  webhook_deliveries: { event: null, failure: null },
  webhooks: { url: "address", events: null, sealed_secret: null, former_sealed_secret: null },
};

/** What a migrated database itself says it has: `table.column`, with whether it is a list, or JSON. */
export async function columnsThereAre(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT table_name || '.' || column_name AS name, udt_name AS type FROM information_schema.columns
     JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'
       AND udt_name IN ('text', '_text', 'jsonb', 'json', 'varchar')`,
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

/** Names of columns that have no row in `COLUMNS`, and of rows that are of no column. */
export function unknownColumns(there: ReadonlyMap<string, string>): string[] {
  const known = new Set(
    Object.entries(COLUMNS).flatMap(([table, columns]) =>
      Object.keys(columns).map((name) => `${table}.${name}`),
    ),
  );
  return [...new Set(there.keys()).symmetricDifference(known)].toSorted();
}

/** Attacks to put somewhere, dealt out anew each time. */
export type Deck = {
  /** As many as fit in so many UTF-16 code units. */
  words: (room: number) => string;
  one: () => string;
  /** How many are dealt in all, so that each comes to each place. */
  size: number;
};

export type Filled = { columns: number; values: number; empty: string[] };

/**
 * Puts attacks into every row of every column that takes any, triggers and references resting. `rounds`: how often this
 * is done in all, so that in the end most attacks have stood everywhere.
 */
export async function fillColumns(url: string, deck: Deck, rounds: number): Promise<Filled> {
  return withClient(url, async (client) => {
    const there = await columnsThereAre(client);
    const unknown = unknownColumns(there);
    if (unknown.length > 0)
      throw new Problem(`Say in xss-columns.ts what these columns keep: ${unknown.join(", ")}`);
    await client.query("SET session_replication_role = replica");
    const filled: Filled = { columns: 0, values: 0, empty: [] };
    for (const [table, columns] of Object.entries(COLUMNS)) {
      for (const [column, row] of Object.entries(columns)) {
        if (row === null) continue;
        const { as, most } = typeof row === "string" ? { as: row, most: 40_000 } : row;
        const type = there.get(`${table}.${column}`) ?? "text";
        const place = { table, column, type, as, deck, rounds };
        const done = await fillColumn(client, { ...place, most }).catch((error: Error) => {
          // An index takes no more of it than a few hundred letters.
          if (!/index row size/u.test(error.message))
            throw new Problem(`${table}.${column}: ${error.message}`);
          return fillColumn(client, { ...place, most: 250 });
        });
        filled.columns += 1;
        filled.values += done;
        if (done === 0) filled.empty.push(`${table}.${column}`);
      }
    }
    await client.query(`SELECT pg_notify('proofmark', '{"topic":"public","kind":"attack","seq":null}')`);
    return filled;
  });
}

type Place = {
  table: string;
  column: string;
  type: string;
  as: Kind;
  most: number;
  deck: Deck;
  rounds: number;
};

async function fillColumn(
  client: pg.Client,
  { table, column, type, as, most, deck, rounds }: Place,
): Promise<number> {
  const [t, c] = [table, column].map((name) => pg.escapeIdentifier(name));
  const { rows } = await client.query<{ id: string; value: unknown }>(
    `SELECT ctid::text AS id, ${type === "json" || type === "jsonb" ? c : `${c}::text`} AS value FROM ${t} WHERE ${c} IS NOT NULL`,
  );
  if (rows.length === 0) return 0;
  // What is dealt over all rows and rounds should be about the whole deck, but pages have to stay pages.
  const room = Math.min(most, Math.max(300, Math.ceil(deck.size / (rows.length * rounds))));
  const values = rows.map(({ value }, at) => attacked(as, value, { deck, room, at }));
  const cast = type === "_text" ? "ARRAY[v.value]" : type.startsWith("json") ? `v.value::${type}` : "v.value";
  const { rowCount } = await client.query(
    `UPDATE ${t} SET ${c} = ${cast} FROM unnest($1::tid[], $2::text[]) v(id, value) WHERE ${t}.ctid = v.id`,
    [rows.map(({ id }) => id), values],
  );
  return rowCount ?? 0;
}

type Dealing = { deck: Deck; room: number; at: number };

function attacked(as: Kind, value: unknown, { deck, room, at }: Dealing): string {
  // Some columns have no value twice.
  const words = () => `${deck.words(room - 8)} ${at}`;
  switch (as) {
    case "words":
      return words();
    case "mail":
      return words().toLowerCase();
    case "address":
      return webAddressWith(deck.one(), at);
    case "anyAddress":
      return addressWith(deck.one(), at);
    case "query":
      return `q=${encodeURIComponent(deck.words(200)).slice(0, 900)}`.replace(/%.?$/u, "");
    case "text":
      return sameLength(deck, String(value));
    case "json":
      return JSON.stringify(inJson(value, deck));
    case "draft":
      return JSON.stringify(inJson(JSON.parse(String(value)), deck));
  }
}

/** Code as an address where it is one, else an address that has it in its path, its query and behind its hash. */
function addressWith(attack: string, at: number): string {
  const code = attack.trim();
  if (/^(?:javascript|data|vbscript):/iu.test(code) && URL.canParse(code))
    return `${code.slice(0, 1_500)}//${at}`;
  return webAddressWith(attack, at);
}

function webAddressWith(attack: string, at: number): string {
  const part = attack.slice(0, 300).toWellFormed();
  return `https://paper.example/${part}?${part}#${part}${at}`;
}

/** Others say where in a text something stands: it stays as long as it was. */
function sameLength(deck: Deck, text: string): string {
  let made = "";
  while (made.length < text.length) made += deck.words(Math.max(60, text.length - made.length));
  return made.slice(0, text.length).replaceAll(/[\ud800-\udfff]/g, "x");
}

/** Words of ours, such as kinds and keys; days, times, ids and hashes. */
const OURS = /^(?:[a-z][a-zA-Z0-9_.-]*|\d{4}-\d\d-\d\d.*|[0-9a-f-]{36}|[0-9a-f]{64}|)$/;
/** Shares a text with offsets. */
const SOLID = new Set(["text", "blocks", "places", "passages"]);

function inJson(value: unknown, deck: Deck): unknown {
  if (typeof value === "string") {
    if (OURS.test(value)) return value;
    return URL.canParse(value) ? addressWith(deck.one(), 0) : deck.words(300);
  }
  if (Array.isArray(value)) return value.map((each) => inJson(each, deck));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      SOLID.has(name) && typeof each === "string" ? sameLength(deck, each) : inJson(each, deck),
    ]),
  );
}
