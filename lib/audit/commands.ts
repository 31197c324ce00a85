import type { Actor } from "#lib/auth/policy.ts";
import { db, nameCommand, type Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { signHead } from "./heads.ts";
import { type AuditAction, type AuditEntry, parseAuditEntry } from "./schema.ts";

/** What was done, by whom, to what. Without an actor it was the system itself. */
export type AuditEvent = AuditEntry & {
  actor: Actor | null;
  articleId?: string;
  claimId?: string;
  /** What it was done to, when that is neither article nor claim: an evidence, a member. */
  subjectId?: string;
  /** When others have to know it before it is written. */
  id?: string;
};

/**
 * Writes one event of the history, in the transaction of the change it tells of: both happen or neither. Answers its
 * number.
 */
export async function recordAudit(tx: Tx, event: AuditEvent): Promise<number> {
  const { action, data } = parseAuditEntry(event);
  nameCommand(action);
  const { seq } = await tx.auditEvent.create({
    data: {
      ...(event.id !== undefined && { id: event.id }),
      action,
      data,
      actorId: event.actor?.id ?? null,
      actorName: event.actor?.name ?? "",
      tokenId: event.actor?.token?.id ?? null,
      tokenName: event.actor?.token?.name ?? null,
      articleId: event.articleId ?? null,
      claimId: event.claimId ?? null,
      subjectId: event.subjectId ?? null,
    },
    select: { seq: true },
  });
  return Number(seq);
}

/**
 * The same as a part of a statement that makes the change and tells of it at once. `rows` gives `article_id`, `claim_id`
 * and `data`, which has to be what the action keeps; the part has the events' `seq`.
 */
export function auditInsert({
  actor,
  action,
  rows,
}: {
  actor: { id: string; name: string; tokenId: string | null; tokenName: string | null };
  action: AuditAction;
  rows: Prisma.Sql;
}): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO audit_events
      (id, action, actor_id, actor_name, token_id, token_name, article_id, claim_id, data)
    SELECT uuidv7(), ${action}, ${actor.id}::uuid, ${actor.name}, ${actor.tokenId}::uuid, ${actor.tokenName}::text,
      told.article_id, told.claim_id, told.data
    FROM (${rows}) told
    RETURNING seq`;
}

/**
 * An event may become visible after one with a higher number, by as long as a transaction takes; in that time a desk
 * writes far fewer events than these.
 */
const LATE_EVENTS = 20_000;

/**
 * Signs the end of every chain that has grown since it was last signed, and hands each to `keep` as a line of JSON before
 * it stands in the database. It tells of events and is none, so it leaves none. Answers how many.
 */
export async function keepHeads({
  privateKey,
  now,
  keep,
}: {
  privateKey: string;
  now: Date;
  keep: (lines: readonly string[]) => Promise<void>;
}): Promise<number> {
  return await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('audit_heads'))`;
    const grown = await tx.$queryRaw<{ chain: string; length: number; hash: Uint8Array; upTo: bigint }[]>`
      WITH late AS (
        SELECT DISTINCT audit_chain(article_id) AS chain FROM audit_events
        WHERE seq > coalesce((SELECT up_to FROM audit_heads ORDER BY number DESC LIMIT 1), 0) - ${LATE_EVENTS}::int
      )
      SELECT l.chain, l.position AS length, l.hash, (SELECT max(seq) FROM audit_events) AS "upTo"
      FROM late CROSS JOIN LATERAL (
        SELECT * FROM audit_links WHERE chain = late.chain ORDER BY position DESC LIMIT 1
      ) l
      WHERE NOT EXISTS (SELECT FROM audit_heads h WHERE h.chain = l.chain AND h.length = l.position)
      ORDER BY l.chain`;
    if (grown.length === 0) return 0;
    const heads = grown.map(({ chain, length, hash }) =>
      signHead(privateKey, { chain, length, hash: Buffer.from(hash).toString("hex"), at: now.toISOString() }),
    );
    await keep(heads.map((head) => JSON.stringify(head)));
    await tx.auditHead.createMany({
      data: heads.map(({ chain, length, key, signature }, at) => ({
        ...{ chain, length, key, signature, at: now },
        ...{ hash: grown[at]?.hash as Uint8Array<ArrayBuffer>, upTo: grown[at]?.upTo ?? 0n },
      })),
    });
    return heads.length;
  });
}
