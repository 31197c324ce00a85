import { NOBODYS_HASH } from "#lib/auth/nobodys-hash.ts";
import { db } from "#lib/db/client.ts";

export type OwnProviderAccount = { issuer: string; createdAt: Date };

/** By which providers a member signs in: one account each. */
export function listProviderAccounts(memberId: string): Promise<OwnProviderAccount[]> {
  return db.providerAccount.findMany({
    where: { memberId },
    orderBy: [{ createdAt: "asc" }, { issuer: "asc" }],
    take: 20,
    select: { issuer: true, createdAt: true },
  });
}

/** Whether there is a password that signs the member in: who came by a provider has none until they choose one. */
export async function hasPassword(memberId: string): Promise<boolean> {
  const where = { id: memberId, passwordHash: { not: NOBODYS_HASH } };
  return (await db.member.count({ where })) > 0;
}
