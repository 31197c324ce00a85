import type { Tx } from "#lib/db/client.ts";
import { nameKey } from "#lib/input.ts";
import { findOrMake } from "#lib/slug.ts";

/** The ids of the topics of these names, made on first use. One that exists keeps its spelling. */
export async function topicsNamed(tx: Tx, names: readonly string[]): Promise<string[]> {
  const byKey = new Map(names.map((name) => [nameKey(name), name]));
  const ids: string[] = [];
  // In one order everywhere: of two claims with the same new topics, one waits for the other, not each for each.
  for (const [key, name] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const id = await findOrMake(name, {
      find: () => tx.topic.findUnique({ where: { nameKey: key }, select: { id: true } }),
      make: (slug) => tx.topic.createMany({ data: [{ slug, name, nameKey: key }], skipDuplicates: true }),
    });
    ids.push(id);
  }
  return ids;
}
