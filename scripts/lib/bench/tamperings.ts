import { beginningOf, linkHash } from "#lib/audit/chain.ts";
import { DESK_CHAIN } from "#lib/audit/values.ts";
import type { Db } from "#lib/db/client.ts";

/** Random whole numbers below a limit, the same for the same seed. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A place in a chain that something is done to. */
export type Place = { chain: string; position: number; eventId: string; length: number };

type Tampering = (at: { db: Db; place: Place; roll: (below: number) => number }) => Promise<unknown>;

/** What somebody may do who can do everything, triggers resting. What `place` names has to be found. */
export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  "what was done is edited": ({ db, place }) =>
    db.$executeRaw`UPDATE audit_events SET data = data || '{"stage":"other"}' WHERE id = ${place.eventId}::uuid`,
  "who did it is edited": ({ db, place }) =>
    db.$executeRaw`UPDATE audit_events SET actor_name = actor_name || '.' WHERE id = ${place.eventId}::uuid`,
  "when it was done is edited": ({ db, place }) =>
    db.$executeRaw`UPDATE audit_events SET at = at - interval '1 millisecond' WHERE id = ${place.eventId}::uuid`,
  "an event is deleted": ({ db, place }) => deleteEvent(db, place),
  "an event is deleted with its link": async ({ db, place }) => {
    await deleteEvent(db, place);
    await deleteLink(db, place);
  },
  "an event is deleted, the chain closed and hashed anew": async ({ db, place }) => {
    await deleteEvent(db, place);
    await deleteLink(db, place);
    await shift(db, place.chain, place.position, -1);
    await hashAnew(db, place.chain);
  },
  "an event is inserted": ({ db, place }) => insertCopy(db, place),
  "an event is inserted, the chain opened and hashed anew": async ({ db, place }) => {
    const [copy] = await insertCopy(db, place);
    await shift(db, place.chain, place.position, 1);
    await db.$executeRaw`
      INSERT INTO audit_links (chain, position, event_id, digest, hash)
      SELECT ${place.chain}::uuid, ${place.position}::int, e.id, audit_digest(e), '' FROM audit_events e
      WHERE e.id = ${copy?.id ?? ""}::uuid`;
    await hashAnew(db, place.chain);
  },
  "two events change places": async ({ db, place, roll }) => {
    const other = await anotherOf(db, place, roll);
    await swapIds(db, place.eventId, other.eventId);
  },
  "two links change places": async ({ db, place, roll }) => {
    await swapLinks(db, place, await anotherOf(db, place, roll));
  },
  "two links change places and all is hashed anew": async ({ db, place, roll }) => {
    await swapLinks(db, place, await anotherOf(db, place, roll));
    await hashAnew(db, place.chain);
  },
  "the end is cut off": ({ db, place }) => cut(db, place.chain, place.position),
  "a whole chain is deleted": ({ db, place }) => cut(db, place.chain, 1),
  "a hash is changed": ({ db, place }) =>
    db.$executeRaw`
      UPDATE audit_links SET hash = sha256(hash) WHERE chain = ${place.chain}::uuid AND position = ${place.position}::int`,
  "an event is edited and all is hashed anew": async ({ db, place }) => {
    await db.$executeRaw`UPDATE audit_events SET actor_name = 'Nobody' WHERE id = ${place.eventId}::uuid`;
    await db.$executeRaw`
      UPDATE audit_links l SET digest = audit_digest(e) FROM audit_events e WHERE e.id = l.event_id AND l.event_id = ${place.eventId}::uuid`;
    await hashAnew(db, place.chain);
  },
  "an event is given to another article": ({ db, place }) =>
    db.$executeRaw`UPDATE audit_events SET article_id = uuidv7() WHERE id = ${place.eventId}::uuid`,
};

const deleteEvent = (db: Db, { eventId }: Place) =>
  db.$executeRaw`DELETE FROM audit_events WHERE id = ${eventId}::uuid`;

const deleteLink = (db: Db, { eventId }: Place) =>
  db.$executeRaw`DELETE FROM audit_links WHERE event_id = ${eventId}::uuid`;

const insertCopy = (db: Db, { eventId }: Place) =>
  db.$queryRaw<{ id: string }[]>`
    INSERT INTO audit_events (id, at, actor_id, actor_name, token_id, token_name, action, article_id, claim_id, subject_id, data)
    SELECT uuidv7(), at, actor_id, actor_name, token_id, token_name, action, article_id, claim_id, subject_id, data
    FROM audit_events WHERE id = ${eventId}::uuid RETURNING id`;

async function anotherOf(db: Db, place: Place, roll: (below: number) => number): Promise<Place> {
  const position = ((place.position + roll(place.length - 1)) % place.length) + 1;
  const link = await db.auditLink.findUniqueOrThrow({
    where: { chain_position: { chain: place.chain, position } },
  });
  return { ...place, position, eventId: link.eventId };
}

async function swapIds(db: Db, one: string, other: string): Promise<void> {
  await db.$executeRaw`UPDATE audit_events SET id = ${DESK_CHAIN}::uuid WHERE id = ${one}::uuid`;
  await db.$executeRaw`UPDATE audit_events SET id = ${one}::uuid WHERE id = ${other}::uuid`;
  await db.$executeRaw`UPDATE audit_events SET id = ${other}::uuid WHERE id = ${DESK_CHAIN}::uuid`;
}

async function swapLinks(db: Db, { chain, position }: Place, other: Place): Promise<void> {
  const move = (from: number, to: number) =>
    db.$executeRaw`UPDATE audit_links SET position = ${to}::int WHERE chain = ${chain}::uuid AND position = ${from}::int`;
  await move(position, 0);
  await move(other.position, position);
  await move(0, other.position);
}

/** By two steps, because two links may not stand at one place meanwhile. */
async function shift(db: Db, chain: string, from: number, by: number): Promise<void> {
  await db.$executeRaw`
    UPDATE audit_links SET position = -(position + ${by}::int) WHERE chain = ${chain}::uuid AND position >= ${from}::int`;
  await db.$executeRaw`UPDATE audit_links SET position = -position WHERE chain = ${chain}::uuid AND position < 0`;
}

async function cut(db: Db, chain: string, from: number): Promise<void> {
  await db.$executeRaw`
    DELETE FROM audit_events WHERE id IN (
      SELECT event_id FROM audit_links WHERE chain = ${chain}::uuid AND position >= ${from}::int)`;
  await db.$executeRaw`DELETE FROM audit_links WHERE chain = ${chain}::uuid AND position >= ${from}::int`;
}

async function hashAnew(db: Db, chain: string): Promise<void> {
  const links = await db.auditLink.findMany({ where: { chain }, orderBy: { position: "asc" } });
  let previous: Uint8Array = beginningOf(chain);
  for (const { position, digest } of links) {
    previous = linkHash(previous, digest);
    await db.$executeRaw`
      UPDATE audit_links SET hash = ${Buffer.from(previous)}::bytea WHERE chain = ${chain}::uuid AND position = ${position}::int`;
  }
}
