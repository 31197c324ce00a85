import { lockArticle, lockArticleOfClaim } from "#lib/articles/queries.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { followArticle } from "#lib/publishing/commands.ts";
import { type LockedClaim, lockClaim } from "#lib/reviews/queries.ts";
import { addRefusal, moveRefusal, placeOf, removeRefusal, repairRefusal, wordsChosen } from "./rules.ts";
import {
  type AddPassageInput,
  beforeRepair,
  type MovePassageInput,
  type PassageInput,
  type PlacePassageInput,
  type RemovePassageInput,
  type UndoRepairInput,
} from "./schema.ts";

type By = { actor: Actor; now: Date };

/** A person says: these reworded words still make the claim. */
export async function confirmPassage({ actor, passageId, now }: PassageInput & By): Promise<Repaired> {
  return db.$transaction(async (tx) => {
    const passage = await lockPassage(tx, passageId);
    insist(repairRefusal(passage, passage.claim, actor));
    // Only of several places, or of none, there is nothing to confirm.
    if (passage.startOffset === null || passage.repair !== null) throw new AppError("passage_repaired");
    const data = { repair: "confirmed", chosenQuote: passage.quote } as const;
    return settle(tx, { passage, data, action: "passage.confirmed", actor, now });
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
}: PlacePassageInput & By): Promise<Repaired> {
  return db.$transaction(async (tx) => {
    const passage = await lockPassage(tx, passageId);
    insist(repairRefusal(passage, passage.claim, actor));
    const words = wordsChosen(passage.revision.text, { start, end });
    await insistOnFreePlace(tx, passage, words);
    const data = { ...words, repair: "placed" } as const;
    return settle(tx, { passage, data, action: "passage.placed", actor, now });
  });
}

/** A person says: the claim is not made in this text any more. Its words stay known, and so does where they stood. */
export async function detachPassage({ actor, passageId, now }: PassageInput & By): Promise<Repaired> {
  return db.$transaction(async (tx) => {
    const passage = await lockPassage(tx, passageId);
    insist(repairRefusal(passage, passage.claim, actor));
    if (passage.repair === "detached") throw new AppError("passage_repaired");
    const data = { repair: "detached", startOffset: null, endOffset: null } as const;
    return settle(tx, { passage, data, action: "passage.detached", actor, now });
  });
}

/**
 * A person takes back what they said of a passage: their own last word, as long as nobody has said anything since, the
 * text is the same and no publication was made with it. Refuses with `repair_overtaken`.
 */
export async function undoRepair({ actor, passageId, repairedAt, now }: UndoRepairInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const passage = await lockPassage(tx, passageId);
    insist(repairRefusal(passage, passage.claim, actor));
    await insistOnLastWord(tx, passage, { actor, repairedAt });
    const former = beforeRepair.parse(passage.beforeRepair);
    const { startOffset, endOffset } = former;
    if (startOffset !== null && endOffset !== null) {
      await insistOnFreePlace(tx, passage, { startOffset, endOffset });
    }
    await tx.passage.update({
      where: { id: passage.id },
      data: { ...former, beforeRepair: Prisma.DbNull },
      select: { id: true },
    });
    const { articleId, number } = passage.claim;
    await followArticle(tx, { articleId, claimId: passage.claimId, now });
    const data = {
      number,
      revision: passage.revision.number,
      before: passage.repair === "detached" ? null : passage.chosenQuote,
      after: former.chosenQuote,
    };
    const about = { articleId, claimId: passage.claimId, subjectId: passage.id };
    await recordAudit(tx, { actor, action: "passage.repair_undone", ...about, data });
  });
}

async function insistOnLastWord(
  tx: Tx,
  { claimId, beforeRepair, repairedById, repairedAt }: LockedPassage,
  word: { actor: Actor; repairedAt: Date },
): Promise<void> {
  const isLast = repairedById === word.actor.id && repairedAt?.getTime() === word.repairedAt.getTime();
  // Readers may have been shown the words since, with a verdict on them.
  const shown = { claimId, createdAt: { gte: word.repairedAt } };
  if (!isLast || beforeRepair === null || (await tx.publication.count({ where: shown })) > 0) {
    throw new AppError("repair_overtaken");
  }
}

/**
 * A person says: the claim is made here too. Only in the newest text. Refuses with `passage_there`,
 * `passage_outside_text` and `passage_too_long`.
 */
export async function addPassage({
  actor,
  claimId,
  revisionId,
  start,
  end,
  now,
}: AddPassageInput & By): Promise<{ id: string; start: number; end: number }> {
  return db.$transaction(async (tx) => {
    await lockArticleOfClaim(tx, claimId);
    const claim = await lockClaim(tx, claimId);
    insist(addRefusal(claim, actor, now));
    const revision = await newestRevision(tx, claim.articleId);
    if (revision.id !== revisionId) throw new AppError("already_changed");
    const words = wordsChosen(revision.text, { start, end });
    await insistOnFreePlace(tx, { claimId, revisionId }, words);
    const { id } = await tx.passage.create({
      data: { claimId, revisionId, ...words, createdAt: now },
      select: { id: true },
    });
    const data = { revision: revision.number, words: words.quote };
    await tellOf(tx, { claim, passageId: id, entry: { action: "passage.added", data }, actor, now });
    return { id, start: words.startOffset, end: words.endOffset };
  });
}

/**
 * A person says: other words than these make the claim; its statement stays. `fromStart` and `fromEnd` are where they
 * saw the passage: of two who choose at once the second is told. Where it stands already, nothing happens.
 */
export async function movePassage({
  actor,
  passageId,
  fromStart,
  fromEnd,
  start,
  end,
  now,
}: MovePassageInput & By): Promise<{ claimId: string }> {
  return db.$transaction(async (tx) => {
    const { passage, claim } = await lockPassageAndClaim(tx, passageId);
    const seen = { start: fromStart, end: fromEnd };
    insist(moveRefusal({ passage, place: placeOf(passage), seen, claim }, actor, now));
    const words = wordsChosen(passage.revision.text, { start, end });
    const moved = { claimId: claim.id };
    if (words.startOffset === fromStart && words.endOffset === fromEnd) return moved;
    await insistOnFreePlace(tx, passage, words);
    await tx.passage.update({
      where: { id: passageId },
      // How it came through the article's changes stays known; a person's word on it is now these words.
      data: {
        ...words,
        ...(passage.repair && {
          repair: "placed",
          repairedById: actor.id,
          repairedAt: now,
          beforeRepair: Prisma.DbNull,
        }),
      },
      select: { id: true },
    });
    const data = { revision: passage.revision.number, before: passage.quote, after: words.quote };
    await tellOf(tx, { claim, passageId, entry: { action: "passage.moved", data }, actor, now });
    return moved;
  });
}

/** A person says: the claim is not made here. Refuses to take the last of its words from a claim: `last_passage`. */
export async function removePassage({
  actor,
  passageId,
  start,
  end,
  now,
}: RemovePassageInput & By): Promise<{ claimId: string }> {
  return db.$transaction(async (tx) => {
    const { passage, claim } = await lockPassageAndClaim(tx, passageId);
    insist(removeRefusal({ passage, place: placeOf(passage), seen: { start, end }, claim }, actor, now));
    await tx.passage.delete({ where: { id: passageId }, select: { id: true } });
    const data = { revision: passage.revision.number, words: passage.quote };
    await tellOf(tx, { claim, passageId, entry: { action: "passage.removed", data }, actor, now });
    return { claimId: claim.id };
  });
}

const lockedSelect = {
  id: true,
  claimId: true,
  revisionId: true,
  outcome: true,
  repair: true,
  repairedById: true,
  repairedAt: true,
  beforeRepair: true,
  isCurrent: true,
  startOffset: true,
  endOffset: true,
  quote: true,
  chosenQuote: true,
  prefix: true,
  suffix: true,
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
  const passage = await tx.passage.findUnique({ where: { id: passageId }, select: lockedSelect });
  if (!passage) throw new AppError("already_changed");
  return passage;
}

/** The claim too, as everything that depends on its state does. */
async function lockPassageAndClaim(
  tx: Tx,
  passageId: string,
): Promise<{ passage: LockedPassage; claim: LockedClaim }> {
  const passage = await lockPassage(tx, passageId);
  return { passage, claim: await lockClaim(tx, passage.claimId) };
}

async function newestRevision(
  tx: Tx,
  articleId: string,
): Promise<{ id: string; number: number; text: string }> {
  const select = { id: true, number: true, text: true } as const;
  return tx.revision.findFirstOrThrow({ where: { articleId }, orderBy: { number: "desc" }, select });
}

async function insistOnFreePlace(
  tx: Tx,
  { id, claimId, revisionId }: { id?: string; claimId: string; revisionId: string },
  { startOffset, endOffset }: { startOffset: number; endOffset: number },
): Promise<void> {
  const taken = await tx.passage.count({
    where: { claimId, revisionId, startOffset, endOffset, ...(id && { id: { not: id } }) },
  });
  if (taken > 0) throw new AppError("passage_there");
}

type Settled = By & {
  passage: LockedPassage;
  data: Prisma.PassageUncheckedUpdateInput;
  action: "passage.confirmed" | "passage.placed" | "passage.detached";
};

/** When a person's word was written: with it they can take it back. */
export type Repaired = { repairedAt: Date };

async function settle(tx: Tx, { passage, data, action, actor, now }: Settled): Promise<Repaired> {
  // Of two words in one millisecond the later one has to be told apart.
  const repairedAt = new Date(Math.max(now.getTime(), (passage.repairedAt?.getTime() ?? 0) + 1));
  const former = { ...passage, repairedAt: passage.repairedAt?.toISOString() ?? null };
  const after = await tx.passage.update({
    where: { id: passage.id },
    data: { ...data, repairedById: actor.id, repairedAt, beforeRepair: beforeRepair.parse(former) },
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
  return { repairedAt };
}

type Told = By & {
  claim: LockedClaim;
  passageId: string;
  entry:
    | { action: "passage.added" | "passage.removed"; data: { revision: number; words: string } }
    | { action: "passage.moved"; data: { revision: number; before: string; after: string } };
};

/** What every change of a claim's places ends with: the claim has changed, readers' marks follow, history knows. */
async function tellOf(tx: Tx, { claim, passageId, entry, actor, now }: Told): Promise<void> {
  const { id: claimId, articleId } = claim;
  const { number } = await tx.claim.update({
    where: { id: claimId },
    data: { updatedAt: now },
    select: { number: true },
  });
  await followArticle(tx, { articleId, claimId, keepsPlaces: true, now });
  const about = { actor, articleId, claimId, subjectId: passageId };
  if (entry.action === "passage.moved") {
    await recordAudit(tx, { ...about, action: entry.action, data: { number, ...entry.data } });
  } else await recordAudit(tx, { ...about, action: entry.action, data: { number, ...entry.data } });
}
