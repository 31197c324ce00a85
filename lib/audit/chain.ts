import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical.ts";

/** An event as the chain knows it. */
export type ChainedEvent = {
  id: string;
  seq: bigint;
  at: Date;
  action: string;
  articleId: string | null;
  claimId: string | null;
  subjectId: string | null;
  actorId: string | null;
  actorName: string;
  tokenId: string | null;
  tokenName: string | null;
  data: unknown;
  actorSalt: string;
  dataSalt: string;
};

/** The three texts an event's digest is made of: who, what exactly, and the rest with the hashes of those two in it. */
export type EventTexts = { actor: string; data: string; event: string };

/** What stood in a part that was taken out, as the hash it is in the chain by. */
export type Kept = { actor?: string | undefined; data?: string | undefined };

/** The same as `audit_digest` in the database, which has to stay so: lib/audit/chain.db.test.ts. */
export function textsOf(event: ChainedEvent, kept: Kept = {}): EventTexts {
  const { id, at, action, articleId, claimId, subjectId, tokenId } = event;
  const actor = canonicalJson({
    ...{ id: event.actorId, name: event.actorName, salt: event.actorSalt },
    // Left out where there is none: so was it before events had any.
    ...(tokenId !== null && { token: { id: tokenId, name: event.tokenName } }),
  });
  const data = canonicalJson({ data: event.data, salt: event.dataSalt, subjectId });
  return {
    actor,
    data,
    event: canonicalJson({
      ...{ v: 1, id, seq: Number(event.seq), at: at.toISOString(), action, articleId, claimId },
      actor: kept.actor ?? sha256(actor).toString("hex"),
      data: kept.data ?? sha256(data).toString("hex"),
    }),
  };
}

/** What an event says, as a hash. */
export function digestOf(event: ChainedEvent, kept?: Kept): Buffer {
  return sha256(textsOf(event, kept).event);
}

/** What stands before the first link of a chain: a link of one chain fits into no other. */
export function beginningOf(chain: string): Buffer {
  return sha256(chain);
}

/** The hash of a link, from the one before it and what its event says. */
export function linkHash(previous: Uint8Array, digest: Uint8Array): Buffer {
  return createHash("sha256").update(previous).update(digest).digest();
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
