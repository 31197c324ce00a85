import { type Db, db } from "#lib/db/client.ts";

export type OwnPasskey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

/** More than this nobody has devices for. */
export const MOST_PASSKEYS = 20;

/** A member's passkeys, the newest first. */
export function listPasskeys(memberId: string): Promise<OwnPasskey[]> {
  return db.passkey.findMany({
    where: { memberId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_PASSKEYS,
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  });
}

/** What the devices call a member's keys. */
export async function listCredentialIds(memberId: string, on: Db = db): Promise<string[]> {
  const rows = await on.passkey.findMany({
    where: { memberId },
    orderBy: { id: "asc" },
    take: MOST_PASSKEYS,
    select: { credentialId: true },
  });
  return rows.map(({ credentialId }) => Buffer.from(credentialId).toString("base64url"));
}
