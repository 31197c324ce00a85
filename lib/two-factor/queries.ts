import { unseal } from "#lib/auth/sealing.ts";
import { type Db, db } from "#lib/db/client.ts";

/** `off`; `begun`: a secret is made and not confirmed yet; `on`, with how many backup codes are left. */
export type TwoFactor =
  | { state: "off" }
  | { state: "begun"; secret: string }
  | { state: "on"; since: Date; codesLeft: number };

/** What a member signs in with beside their password. */
export async function getTwoFactor(memberId: string): Promise<TwoFactor> {
  const found = await db.authenticator.findUnique({
    where: { memberId },
    select: { confirmedAt: true, sealedSecret: true },
  });
  if (!found) return { state: "off" };
  const { confirmedAt, sealedSecret } = found;
  if (confirmedAt) {
    const codesLeft = await db.backupCode.count({ where: { memberId, usedAt: null } });
    return { state: "on", since: confirmedAt, codesLeft };
  }
  const secret = unseal(sealedSecret, { purpose: "authenticator", owner: memberId });
  return secret === null ? { state: "off" } : { state: "begun", secret };
}

/** Whether a member's password alone signs nobody in. */
export async function hasTwoFactor(memberId: string, on: Db = db): Promise<boolean> {
  const where = { memberId, confirmedAt: { not: null } };
  return (await on.authenticator.findFirst({ where, select: { memberId: true } })) !== null;
}
