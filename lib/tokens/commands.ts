import { createHash, randomBytes } from "node:crypto";
import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, may } from "#lib/auth/policy.ts";
import { purgeAnswersBefore } from "#lib/db/api-answers.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { type AccountChange, notifyOfAccount } from "#lib/notifications/commands.ts";
import { proveOwnPassword } from "#lib/two-factor/commands.ts";
import { scopesRefusal, tokenState } from "./rules.ts";
import type { CreateTokenInput } from "./schema.ts";
import { TOKEN_LIMITS } from "./values.ts";

/** So that people and programs that look for leaked secrets know one when they see it. */
const BEGINS = "pm_";
/** Characters of a token that are kept to be shown: 48 of its 256 bits. */
const SHOWN = BEGINS.length + 8;
const DAY = 86_400_000;
/** "Last used" is no more exact than this, in milliseconds, so that asking seldom writes. */
const USED_EVERY = 60_000;

/**
 * Makes a token of one's own at the desk. By one's password: a browser somebody left open is not enough for what goes on
 * acting when the session is over. Refuses with `wrong_password`, and as `createToken` does.
 */
export async function makeOwnToken({
  actor,
  password,
  ...asked
}: CreateTokenInput & AccountChange & { actor: Actor; password: string }): Promise<MadeToken> {
  await proveOwnPassword({ actor, password, now: asked.now });
  return createToken({ actor, memberId: actor.id, ...asked });
}

/** `actor` null: whoever works at the machine's command line, for any member. */
type By = { actor: Actor | null; now: Date };

type MadeToken = { id: string; token: string; expiresAt: Date | null };

/**
 * Makes a token of a member's, and tells them. It is in the answer and nowhere else. Refuses with `scope_beyond_role`,
 * `too_many_tokens` and, for others than oneself or disabled members, with `not_found`.
 */
export async function createToken({
  actor,
  memberId,
  name,
  scopes,
  days,
  ...change
}: CreateTokenInput & AccountChange & { actor: Actor | null; memberId: string }): Promise<MadeToken> {
  const { now } = change;
  const token = BEGINS + randomBytes(32).toString("base64url");
  const expiresAt = days === null ? null : new Date(now.getTime() + days * DAY);
  return db.$transaction(async (tx) => {
    const member = await lockMember(tx, memberId);
    if (!member || member.disabledAt || (actor !== null && actor.id !== memberId))
      throw new AppError("not_found");
    insist(scopesRefusal(member, scopes));
    await refuseTooMany(tx, { memberId, now });
    const { id } = await tx.apiToken.create({
      data: {
        memberId,
        name,
        scopes,
        expiresAt,
        createdAt: now,
        start: token.slice(0, SHOWN),
        sha256: hashOf(token),
      },
      select: { id: true },
    });
    await notifyOfAccount(tx, { memberId, kind: "token_made", ...change });
    const data = { name, scopes, member: member.name, memberId, expiresAt: expiresAt?.toISOString() ?? null };
    await recordAudit(tx, { actor, action: "token.created", subjectId: id, data });
    return { id, token, expiresAt };
  });
}

/** Of two tokens made at once the second waits here, and counts the first. */
async function lockMember(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 AS one FROM members WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.member.findUnique({ where: { id }, select: { name: true, role: true, disabledAt: true } });
}

async function refuseTooMany(tx: Tx, { memberId, now }: { memberId: string; now: Date }): Promise<void> {
  const working = { memberId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
  if ((await tx.apiToken.count({ where: working })) < TOKEN_LIMITS.count) return;
  throw new AppError("too_many_tokens", { values: { limit: TOKEN_LIMITS.count } });
}

/** Ends a token for good: one's own, or anybody's for an admin. Ended already, it stays as it is. */
export async function revokeToken({ actor, tokenId, now }: By & { tokenId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const token = await tx.apiToken.findUnique({
      where: { id: tokenId },
      select: { memberId: true },
    });
    const isAllowed = actor === null || actor.id === token?.memberId || may(actor, "members.edit");
    if (!token || !isAllowed) throw new AppError("not_found");
    await revokeWhere(tx, { actor, now, where: { id: tokenId } });
  });
}

/** Ends all tokens of a member whose account is switched off, in the transaction that does it. */
export async function revokeTokensOf(
  tx: Tx,
  { actor, memberId, now }: By & { memberId: string },
): Promise<void> {
  await revokeWhere(tx, { actor, now, where: { memberId } });
}

async function revokeWhere(
  tx: Tx,
  { actor, now, where }: By & { where: { id: string } | { memberId: string } },
): Promise<void> {
  const ended = await tx.apiToken.updateManyAndReturn({
    where: { ...where, revokedAt: null },
    data: { revokedAt: now },
    select: { id: true, name: true, scopes: true, memberId: true, member: { select: { name: true } } },
  });
  for (const { id, name, scopes, member, memberId } of ended) {
    const data = { name, scopes, member: member.name, memberId };
    await recordAudit(tx, { actor, action: "token.revoked", subjectId: id, data });
  }
}

/** Who asks with a token, as they are now, and what it may be used for. */
export type TokenUse = { tokenId: string; actor: Actor; scopes: string[] };

/**
 * Whose token this is. Looked up at every request: what was revoked, and whose account is switched off, is refused at
 * the next one. Throws `token_unknown` or `token_expired`.
 */
export async function recogniseToken({ token, now }: { token: string; now: Date }): Promise<TokenUse> {
  const known = await db.apiToken.findUnique({
    where: { sha256: hashOf(token) },
    select: {
      id: true,
      name: true,
      scopes: true,
      expiresAt: true,
      revokedAt: true,
      lastUsedAt: true,
      member: { select: { id: true, name: true, role: true, disabledAt: true } },
    },
  });
  if (!known || known.member.disabledAt) throw new AppError("token_unknown");
  const state = tokenState(known, now);
  if (state !== "works") throw new AppError(state === "expired" ? "token_expired" : "token_unknown");
  const { id, name, role } = known.member;
  if (known.lastUsedAt === null || now.getTime() - known.lastUsedAt.getTime() > USED_EVERY) {
    await db.apiToken.updateMany({ where: { id: known.id }, data: { lastUsedAt: now } });
  }
  return {
    tokenId: known.id,
    actor: { id, name, role, token: { id: known.id, name: known.name } },
    scopes: known.scopes,
  };
}

/** Forgets answers to requests that were sent with an idempotency key more than a day ago. Answers how many. */
export function purgeAnswers({ now }: { now: Date }): Promise<number> {
  return purgeAnswersBefore(new Date(now.getTime() - DAY));
}

function hashOf(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(token).digest());
}
