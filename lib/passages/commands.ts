import { quoteAt, trimSpan } from "#lib/anchoring/spans.ts";
import { lockArticle } from "#lib/articles/queries.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { CLAIM_LIMITS } from "#lib/claims/schema.ts";
import { db, type Tx } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { followArticle } from "#lib/publishing/commands.ts";
import { repairRefusal } from "./rules.ts";
import type { PassageInput, PlacePassageInput } from "./schema.ts";

type By = { actor: Actor; now: Date };

/** A person says: these reworded words still make the claim. */
export async function confirmPassage({ actor, passageId, now }: PassageInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const passage = await lockPassage(tx, passageId);
    insist(repairRefusal(passage, passage.claim, actor));
    // Only of several places, or of none, there is nothing to confirm.
    if (passage.startOffset === null || passage.repair !== null) throw new AppError("passage_repaired");
    const data = { repair: "confirmed", chosenQuote: passage.quote } as const;
    await settle(tx, { passage, data, action: "passage.confirmed", actor, now });
  });
}

/**
 * A person says where the claim's words stand in the newest text: one of the places offered, or words of their own
 * choice, trimmed to whole characters. Refuses with `passage_outside_text` and `passage_too_long`.
 */
export async function placePassage({
  actor,
  passageId,
  start,
  end,
  now,
}: PlacePassageInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const passage = await lockPassage(tx, passageId);
    insist(repairRefusal(passage, passage.claim, actor));
    if (end - start > CLAIM_LIMITS.passage) {
      throw new AppError("passage_too_long", { values: { limit: CLAIM_LIMITS.passage } });
    }
    const { text } = passage.revision;
    const span = end <= text.length ? trimSpan(text, { start, end }) : null;
    if (!span) throw new AppError("passage_outside_text");
    await insistOnFreePlace(tx, passage, span);
    const words = quoteAt(text, span);
    const data = {
      ...words,
      repair: "placed",
      startOffset: span.start,
      endOffset: span.end,
      chosenQuote: words.quote,
    } as const;
    await settle(tx, { passage, data, action: "passage.placed", actor, now });
  });
}

/** A person says: the claim is not made in this text any more. Its words stay known, and so does where they stood. */
export async function detachPassage({ actor, passageId, now }: PassageInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const passage = await lockPassage(tx, passageId);
    insist(repairRefusal(passage, passage.claim, actor));
    if (passage.repair === "detached") throw new AppError("passage_repaired");
    const data = { repair: "detached", startOffset: null, endOffset: null } as const;
    await settle(tx, { passage, data, action: "passage.detached", actor, now });
  });
}

const lockedSelect = {
  id: true,
  claimId: true,
  revisionId: true,
  outcome: true,
  repair: true,
  isCurrent: true,
  startOffset: true,
  endOffset: true,
  quote: true,
  chosenQuote: true,
  claim: { select: { state: true, authorId: true, articleId: true, number: true } },
  revision: { select: { number: true, text: true } },
} satisfies Prisma.PassageSelect;

type LockedPassage = Prisma.PassageGetPayload<{ select: typeof lockedSelect }>;

/** The article is locked, as a new revision locks it: of two who say something at once, the second sees the first's word. */
async function lockPassage(tx: Tx, passageId: string): Promise<LockedPassage> {
  const claim = { select: { articleId: true } } as const;
  const known = await tx.passage.findUnique({ where: { id: passageId }, select: { claim } });
  if (!known) throw new AppError("not_found");
  await lockArticle(tx, known.claim.articleId);
  return tx.passage.findUniqueOrThrow({ where: { id: passageId }, select: lockedSelect });
}

async function insistOnFreePlace(
  tx: Tx,
  { id, claimId, revisionId }: LockedPassage,
  { start, end }: { start: number; end: number },
): Promise<void> {
  const taken = await tx.passage.count({
    where: { claimId, revisionId, startOffset: start, endOffset: end, id: { not: id } },
  });
  if (taken > 0) throw new AppError("passage_there");
}

type Settled = By & {
  passage: LockedPassage;
  data: Prisma.PassageUncheckedUpdateInput;
  action: "passage.confirmed" | "passage.placed" | "passage.detached";
};

async function settle(tx: Tx, { passage, data, action, actor, now }: Settled): Promise<void> {
  const after = await tx.passage.update({
    where: { id: passage.id },
    data: { ...data, repairedById: actor.id, repairedAt: now },
    select: { quote: true, startOffset: true },
  });
  const { articleId, number } = passage.claim;
  await followArticle(tx, { articleId, claimId: passage.claimId, now });
  await recordAudit(tx, {
    actor,
    action,
    articleId,
    claimId: passage.claimId,
    subjectId: passage.id,
    data: {
      number,
      revision: passage.revision.number,
      before: passage.chosenQuote,
      after: after.startOffset === null ? null : after.quote,
    },
  });
}
