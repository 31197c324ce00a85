import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";
import { nameKey } from "#lib/input.ts";
import { type SaveViewInput, VIEW_LIMITS } from "./schema.ts";

// Only ever a member's own views, so the actor is whose they are. As with their keys, what somebody likes to look at
// is no part of how the newsroom came to a verdict: these commands write no audit event.

/** Keeps a view under a name; one that has the name already is replaced. */
export async function saveView({
  actor,
  name,
  query,
}: SaveViewInput & { actor: Actor }): Promise<{ id: string }> {
  const memberId = actor.id;
  const key = nameKey(name);
  return db.$transaction(async (tx) => {
    // Of two saves at once the second counts what the first has left.
    await tx.$queryRaw`SELECT FROM members WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
    const others = await tx.savedView.count({ where: { memberId, nameKey: { not: key } } });
    if (others >= VIEW_LIMITS.count) {
      throw new AppError("too_many_views", { values: { limit: VIEW_LIMITS.count }, field: "name" });
    }
    return tx.savedView.upsert({
      where: { memberId_nameKey: { memberId, nameKey: key } },
      create: { memberId, name, nameKey: key, query },
      update: { name, query },
      select: { id: true },
    });
  });
}

/** Somebody else's view is not found. Answers what it was, so that it can be kept again. */
export async function deleteView({
  actor,
  viewId,
}: {
  actor: Actor;
  viewId: string;
}): Promise<{ name: string; query: string }> {
  return db.$transaction(async (tx) => {
    const view = await tx.savedView.findUnique({
      where: { id: viewId, memberId: actor.id },
      select: { name: true, query: true },
    });
    if (!view) throw new AppError("not_found");
    await tx.savedView.deleteMany({ where: { id: viewId } });
    return view;
  });
}
