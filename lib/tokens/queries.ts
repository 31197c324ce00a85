import { type Db, db as pool } from "#lib/db/client.ts";
import { type TokenState, tokenState } from "./rules.ts";
import { SCOPES, type Scope } from "./values.ts";

export type TokenListItem = {
  id: string;
  name: string;
  /** How the token begins. */
  start: string;
  scopes: Scope[];
  member: { id: string; name: string; email: string };
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  state: TokenState;
};

/** More than a newsroom with fifty programs has. */
const MOST = 500;
/** Milliseconds that a token which ended is still listed, for whoever wonders why their program stopped. */
const REMEMBERED = 30 * 86_400_000;

/** Tokens of a member, or of everybody, newest first: those that work, and those that ended in the last month. */
export async function listTokens({
  memberId,
  now,
  db = pool,
}: {
  memberId?: string | undefined;
  now: Date;
  db?: Db;
}): Promise<TokenListItem[]> {
  const since = new Date(now.getTime() - REMEMBERED);
  const rows = await db.apiToken.findMany({
    where: {
      ...(memberId !== undefined && { memberId }),
      AND: [
        { OR: [{ revokedAt: null }, { revokedAt: { gt: since } }] },
        { OR: [{ expiresAt: null }, { expiresAt: { gt: since } }] },
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: {
      id: true,
      name: true,
      start: true,
      scopes: true,
      createdAt: true,
      expiresAt: true,
      lastUsedAt: true,
      revokedAt: true,
      member: { select: { id: true, name: true, email: true } },
    },
  });
  return rows.map(({ revokedAt, scopes, ...row }) => ({
    ...row,
    scopes: SCOPES.filter((scope) => scopes.includes(scope)),
    state: tokenState({ expiresAt: row.expiresAt, revokedAt }, now),
  }));
}
