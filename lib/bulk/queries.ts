import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import type { Refusal } from "#lib/errors.ts";
import { type MissingPart, missingOf } from "#lib/queue/queries.ts";
import { lastChanges, listAnswers, listFacts } from "#lib/reviews/queries.ts";
import { bulkRefusal } from "./rules.ts";
import type { BulkAct } from "./values.ts";

/** One claim of a summary. */
export type BulkItem = {
  claimId: string;
  number: number;
  statement: string;
  articleTitle: string;
  /** The number of the last change that is shown here: what is done later refuses when there was another. */
  seen: string;
  /** Why it is left out; null when it is not. */
  refusal: Refusal | null;
};

/** What would become of these claims, in the order they were chosen. Claims that are gone are left out. */
export async function listBulk({
  act,
  claimIds,
  viewer,
  now,
}: {
  act: BulkAct;
  claimIds: readonly string[];
  viewer: Actor;
  now: Date;
}): Promise<BulkItem[]> {
  if (claimIds.length === 0) return [];
  // First the number, then what is shown: should something change in between, it is refused and not done unseen.
  const seen = await lastChanges(claimIds, db);
  const [facts, shown] = await Promise.all([listFacts(claimIds, db), listShown(claimIds)]);
  const ready = act === "publish" ? facts.filter(({ state }) => state === "ready") : [];
  const [answers, missing] = await Promise.all([listAnswers(ready, db), missingParts(ready, shown, now)]);
  return claimIds.flatMap((claimId) => {
    const claim = facts.find(({ id }) => id === claimId);
    const words = shown.get(claimId);
    if (!claim || !words) return [];
    const blocked = blockedBy(missing.get(claimId) ?? []);
    const { number, statement, article } = words;
    return {
      claimId,
      number,
      statement,
      articleTitle: article.title,
      seen: seen.get(claimId) ?? "0",
      refusal: bulkRefusal(act, { claim, answers: answers.get(claimId) ?? [], blocked }, viewer, now),
    };
  });
}

type Shown = Awaited<ReturnType<typeof listShown>>;

async function listShown(claimIds: readonly string[]) {
  const claims = await db.claim.findMany({
    where: { id: { in: [...claimIds] } },
    select: {
      id: true,
      number: true,
      statement: true,
      article: { select: { title: true, embargoUntil: true } },
    },
  });
  return new Map(claims.map((claim) => [claim.id, claim]));
}

function missingParts(ready: readonly { id: string }[], shown: Shown, now: Date) {
  const rows = ready.map(({ id }) => ({
    claimId: id,
    embargoUntil: shown.get(id)?.article.embargoUntil ?? null,
  }));
  return missingOf(rows, now);
}

/** In the order publishing asks: places, embargo, gate. */
function blockedBy(missing: readonly MissingPart[]): Refusal | null {
  if (missing.some(({ part }) => part === "passages")) return { reason: "passage_needs_repair" };
  const embargo = missing.find((each) => each.part === "embargo");
  if (embargo) return { reason: "under_embargo", values: { at: embargo.until.toISOString() } };
  const items = missing.map(({ part }) => part);
  return items.length === 0 ? null : { reason: "gate_blocked", values: { missing: items.join(",") } };
}
