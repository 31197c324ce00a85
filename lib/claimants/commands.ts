import type { ClaimantKind } from "#lib/claims/values.ts";
import type { Tx } from "#lib/db/client.ts";
import { nameKey } from "#lib/input.ts";
import { findOrMake } from "#lib/slug.ts";

/** The id of the claimant of this name, made on first use. One that exists keeps its spelling and its kind. */
export async function claimantNamed(
  tx: Tx,
  { name, kind }: { name: string; kind: ClaimantKind },
): Promise<string> {
  const key = nameKey(name);
  return findOrMake(name, {
    find: () => tx.claimant.findUnique({ where: { nameKey: key }, select: { id: true } }),
    make: (slug) =>
      tx.claimant.createMany({ data: [{ slug, name, nameKey: key, kind }], skipDuplicates: true }),
  });
}
