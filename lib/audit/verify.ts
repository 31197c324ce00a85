import { type Db, db as pool } from "#lib/db/client.ts";
import { beginningOf, type ChainedEvent, digestOf, linkHash } from "./chain.ts";
import { type ErasedParts, keptOf, listErasures, listUntold } from "./erasures.ts";
import { DESK_CHAIN, type FINDING_KINDS } from "./values.ts";

/** How long a chain was at a time, and its last hash then, in hex. */
export type Head = { chain: string; length: number; hash: string; at: string };

/** What can be wrong with the chains; what is wrong with a head is no finding of theirs. */
export type FindingKind = Exclude<(typeof FINDING_KINDS)[number], "forged">;

/** What is wrong, and where: `from` to `to` are places in the chain; null where an event has none. */
export type Finding = {
  kind: FindingKind;
  chain: string;
  from: number | null;
  to: number | null;
  eventId: string | null;
};

/** `erased`: events of which a part was taken out for a person's sake. */
export type Verification = {
  events: number;
  chains: number;
  heads: number;
  erased: number;
  findings: Finding[];
};

type Row = {
  chain: string;
  position: number;
  eventId: string;
  digest: Uint8Array;
  hash: Uint8Array;
  isThere: boolean;
} & ChainedEvent;

const BATCH = 5_000;

/** Computes every chain anew, and compares it with the heads that were kept. */
export async function verifyChains({
  heads = [],
  db = pool,
}: {
  heads?: readonly Head[];
  db?: Db;
} = {}): Promise<Verification> {
  const kept = Map.groupBy(heads, ({ chain }) => chain);
  const findings: Finding[] = [];
  const seen = { events: 0, chains: 0 };
  const erasures = await listErasures(db);
  let open: OpenChain | undefined;
  const close = () => {
    if (!open) return;
    findings.push(...open.findings, ...againstHeads(open, kept.get(open.chain) ?? []));
    kept.delete(open.chain);
    seen.chains += 1;
  };
  for await (const row of allLinks(db)) {
    if (row.chain !== open?.chain) {
      close();
      open = openChain(row.chain, kept.get(row.chain) ?? []);
    }
    if (row.isThere) seen.events += 1;
    examine(open, row, erasures.get(row.eventId));
  }
  close();
  for (const [chain, lost] of kept) findings.push(...againstHeads(openChain(chain, lost), lost));
  const unlinked = await listUnlinked(db);
  findings.push(...unlinked);
  for (const eventId of await listUntold(db)) {
    findings.push({ kind: "emptied", chain: DESK_CHAIN, from: null, to: null, eventId });
  }
  return {
    events: seen.events + unlinked.length,
    chains: seen.chains,
    heads: heads.length,
    erased: erasures.size,
    findings,
  };
}

/** A chain that is being walked. `at`: the hashes at the places whose heads were kept. */
type OpenChain = {
  chain: string;
  last: number;
  hash: Uint8Array;
  wanted: ReadonlySet<number>;
  at: Map<number, string>;
  findings: Finding[];
};

function openChain(chain: string, heads: readonly Head[]): OpenChain {
  const wanted = new Set(heads.map(({ length }) => length));
  return { chain, last: 0, hash: beginningOf(chain), wanted, at: new Map(), findings: [] };
}

function examine(open: OpenChain, row: Row, erased: ErasedParts | undefined): void {
  const { chain, position, eventId } = row;
  const find = (kind: FindingKind) =>
    open.findings.push({ kind, chain, from: position, to: position, eventId });
  if (position === open.last + 1) {
    if (!linkHash(open.hash, row.digest).equals(row.hash)) find("broken");
  } else {
    open.findings.push({ kind: "missing", chain, from: open.last + 1, to: position - 1, eventId: null });
  }
  if (!row.isThere) find("deleted");
  else {
    if (!saysTheSame(row, erased)) find("edited");
    if ((row.articleId ?? DESK_CHAIN) !== chain) find("moved");
  }
  open.last = position;
  open.hash = row.hash;
  if (open.wanted.has(position)) open.at.set(position, Buffer.from(row.hash).toString("hex"));
}

/** An event that is no event any more, with a fraction in its data for instance, was edited too. */
function saysTheSame(row: Row, erased: ErasedParts | undefined): boolean {
  try {
    const kept = keptOf(row, erased);
    return kept !== null && digestOf(row, kept).equals(row.digest);
  } catch {
    return false;
  }
}

/** Rewritten is what lies between the last head that fits and the first that does not. */
function againstHeads({ chain, last, at }: OpenChain, heads: readonly Head[]): Finding[] {
  const findings: Finding[] = [];
  const find = (kind: FindingKind, from: number, to: number) => {
    if (from <= to) findings.push({ kind, chain, from, to, eventId: null });
  };
  const inOrder = heads.toSorted((a, b) => a.length - b.length);
  const firstBad = inOrder.findIndex(({ length, hash }) => at.get(length) !== hash);
  if (firstBad < 0) return [];
  const fits = inOrder[firstBad - 1]?.length ?? 0;
  const bad = inOrder[firstBad]?.length ?? 0;
  const longest = inOrder.at(-1)?.length ?? 0;
  if (at.has(bad)) find("rewritten", fits + 1, bad);
  find("unproven", (at.has(bad) ? bad : fits) + 1, last);
  find("truncated", last + 1, longest);
  return findings;
}

/** Every link with its event, chain by chain, in order. */
async function* allLinks(db: Db): AsyncGenerator<Row> {
  let after = { chain: DESK_CHAIN, position: 0 };
  while (true) {
    const rows = await db.$queryRaw<Row[]>`
      SELECT l.chain, l.position, l.event_id AS "eventId", l.digest, l.hash, e.id IS NOT NULL AS "isThere",
        l.event_id AS id, e.seq, e.at, e.action, e.article_id AS "articleId", e.claim_id AS "claimId",
        e.subject_id AS "subjectId", e.actor_id AS "actorId", e.actor_name AS "actorName",
        e.token_id AS "tokenId", e.token_name AS "tokenName", e.data,
        e.actor_salt AS "actorSalt", e.data_salt AS "dataSalt"
      FROM audit_links l LEFT JOIN audit_events e ON e.id = l.event_id
      WHERE (l.chain, l.position) > (${after.chain}::uuid, ${after.position}::int)
      ORDER BY l.chain, l.position LIMIT ${BATCH}`;
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last;
  }
}

async function listUnlinked(db: Db): Promise<Finding[]> {
  const rows = await db.$queryRaw<{ eventId: string; chain: string }[]>`
    SELECT e.id AS "eventId", audit_chain(e.article_id) AS chain FROM audit_events e
    WHERE NOT EXISTS (SELECT FROM audit_links l WHERE l.event_id = e.id) ORDER BY e.seq`;
  return rows.map((row) => ({ kind: "inserted", from: null, to: null, ...row }));
}
