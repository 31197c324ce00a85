import { z } from "zod";
import { decodeCursor, type Page, pageOf } from "#lib/cursor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { getPublished } from "#lib/publishing/queries.ts";
import { canonicalJson } from "./canonical.ts";
import { beginningOf, type ChainedEvent, type Kept, textsOf } from "./chain.ts";
import { keptOf, listErasures } from "./erasures.ts";
import { type HeadRow, headOf, type SignedHead, statementOf } from "./heads.ts";
import { readAuditEntry } from "./schema.ts";
import { MOST_HEADS } from "./values.ts";

// What of the audit log readers may check. Nothing here knows who is asking.

/** A link of a chain; hashes in hex. */
export type PublicLink = { number: number; previous: string; digest: string; hash: string };

/** An event readers know of. Its texts are canonical JSON, to be hashed as they stand. */
type PublicEvent = {
  /** Of its link. */
  number: number;
  action: PublicAction;
  at: string;
  /** Its SHA-256 is the link's digest. Who did it is a hash in it. */
  event: string;
  /** What exactly, with its salt: its SHA-256 is `data` in the event. Null when readers are not shown that. */
  data: string | null;
};

/** A published claim's part of its article's chain. */
export type PublicRecord = {
  v: 1;
  claim: string;
  /** The article's id, of which the chain's beginning is made. */
  chain: string;
  /** Newest last. */
  events: PublicEvent[];
  /** Without gaps. The other links are of what readers are not told. */
  links: PublicLink[];
  /** Of the links up to its length; null when no event of the claim has been signed yet. */
  head: SignedHead | null;
  /** What was signed, as text. */
  signed: string | null;
  /** Events of the claim before the first link, which the record has no room for. */
  omitted: number;
};

const PUBLIC_ACTIONS = ["claim.published", "claim.corrected", "claim.withdrawn"] as const;
type PublicAction = (typeof PUBLIC_ACTIONS)[number];

/** As many links as a record holds. */
export const MOST_LINKS = 1_000;

/** The record of a claim by its public slug; null when it has none. */
export async function getPublicRecord(asked: string): Promise<PublicRecord | null> {
  const published = await getPublished(asked);
  if (published === null) return null;
  const { slug } = published;
  const { claimId, articleId: chain } = await db.publication.findFirstOrThrow({
    where: { slug, isCurrent: true },
    select: { claimId: true, articleId: true },
  });
  const events = await db.auditEvent.findMany({
    where: { claimId, articleId: chain, action: { in: [...PUBLIC_ACTIONS] } },
    orderBy: { seq: "asc" },
  });
  const places = await db.auditLink.findMany({
    where: { chain, eventId: { in: events.map(({ id }) => id) } },
    select: { eventId: true, position: true },
  });
  const numbers = new Map(places.map(({ eventId, position }) => [eventId, position]));
  const known = [...numbers.values()].toSorted((a, b) => a - b);
  const [first = 1, last = 0] = [known.at(0), known.at(-1)];
  // One that is not too far from what it is to prove.
  const signed = await db.auditHead.findFirst({
    where: { chain, length: { gte: first, lt: last + MOST_LINKS / 2 } },
    orderBy: { length: "desc" },
  });
  const head = signed && headOf(signed);
  const end = Math.max(last, head?.length ?? 0);
  const start = Math.max(first, end - MOST_LINKS + 1);
  const override = published.claim?.override ?? null;
  const erasures = await listErasures(
    db,
    events.map(({ id }) => id),
  );
  const shown = events.flatMap((event): PublicEvent[] => {
    const number = numbers.get(event.id);
    const erased = erasures.get(event.id);
    return number === undefined || number < start
      ? []
      : [
          publicEvent(event, {
            number,
            kept: keptOf(event, erased) ?? {},
            isShown: !erased?.data && isKnown(event, { stands: published.claim !== null, override }),
          }),
        ];
  });
  return {
    v: 1,
    claim: slug,
    chain,
    events: shown.toSorted((a, b) => a.number - b.number),
    links: await listLinks(chain, { start, end }),
    head,
    signed: head && statementOf(head),
    omitted: events.length - shown.length,
  };
}

/**
 * Whether readers are told all that the event says. Reasons of corrections and withdrawals stay on the page of
 * corrections; the verdict of a check that was withdrawn does not, nor why an earlier one lacked something.
 */
function isKnown(
  event: ChainedEvent,
  { stands, override }: { stands: boolean; override: { item: string; reason: string } | null },
): boolean {
  const entry = readAuditEntry(event);
  if (entry.action === "event.unreadable") return false;
  if (entry.action !== "claim.published") return true;
  const given = entry.data.override;
  return stands && (given === null || canonicalJson(given) === canonicalJson(override));
}

function publicEvent(
  event: ChainedEvent,
  { number, kept, isShown }: { number: number; kept: Kept; isShown: boolean },
): PublicEvent {
  const texts = textsOf(event, kept);
  return {
    number,
    action: event.action as PublicAction,
    at: event.at.toISOString(),
    event: texts.event,
    data: isShown ? texts.data : null,
  };
}

async function listLinks(
  chain: string,
  { start, end }: { start: number; end: number },
): Promise<PublicLink[]> {
  const rows = await db.auditLink.findMany({
    where: { chain, position: { gte: start - 1, lte: end } },
    orderBy: { position: "asc" },
  });
  const before = new Map(rows.map(({ position, hash }) => [position, hex(hash)]));
  const beginning = beginningOf(chain).toString("hex");
  return rows
    .filter(({ position }) => position >= start)
    .map(({ position, digest, hash }) => ({
      number: position,
      previous: position === 1 ? beginning : (before.get(position - 1) ?? ""),
      digest: hex(digest),
      hash: hex(hash),
    }));
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

const chainCursor = z.tuple([z.uuid()]);

/**
 * The newest head of each article with a published check, in the order of their ids. One whose checks were all withdrawn
 * stays: a chain that could leave the list would prove nothing.
 */
export async function listPublicHeads({
  cursor,
  take = MOST_HEADS,
}: {
  cursor: string | null;
  take?: number;
}): Promise<Page<SignedHead>> {
  const after = decodeCursor(cursor, chainCursor);
  const rows = await db.$queryRaw<({ id: string } & (HeadRow | { chain: null }))[]>`
    SELECT a.id, h.chain, h.length, h.hash, h.at, h.key, h.signature
    FROM (
      SELECT DISTINCT article_id AS id FROM publications
      WHERE is_current AND ${after ? Prisma.sql`article_id > ${after[0]}::uuid` : Prisma.sql`true`}
      ORDER BY article_id LIMIT ${take + 1}
    ) a LEFT JOIN LATERAL (
      SELECT * FROM audit_heads WHERE chain = a.id ORDER BY length DESC LIMIT 1
    ) h ON true
    ORDER BY a.id`;
  const { items, next } = pageOf(rows, take, ({ id }) => [id]);
  return { items: items.flatMap((row) => (row.chain === null ? [] : [headOf(row)])), next };
}
