import { lockArticle, lockArticleOfClaim } from "#lib/articles/queries.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { changesBetween } from "#lib/audit/schema.ts";
import { type Actor, forbidden, includesRole } from "#lib/auth/policy.ts";
import { claimantNamed } from "#lib/claimants/commands.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { dayFrom, dayTo } from "#lib/db/days.ts";
import { AppError, insist } from "#lib/errors.ts";
import { copyEvidence } from "#lib/evidence/commands.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { isId, nameKey } from "#lib/input.ts";
import { notifyAuthor } from "#lib/notifications/commands.ts";
import { wordsChosen } from "#lib/passages/rules.ts";
import { enterQueue, orderAgain } from "#lib/queue/commands.ts";
import { type LockedClaim, lockClaim } from "#lib/reviews/queries.ts";
import { withFreeSlug } from "#lib/slug.ts";
import { topicsNamed } from "#lib/topics/commands.ts";
import { queueWebhooks } from "#lib/webhooks/commands.ts";
import { keepDeleted, putBack } from "./deleted-claims.ts";
import { refusal } from "./rules.ts";
import type {
  CreateClaimInput,
  DismissClaimInput,
  EarlierInput,
  EditChecksInput,
  EditClaimInput,
  PrioritiseClaimInput,
} from "./schema.ts";
import type { DismissalGround } from "./values.ts";

/** Who does it, and when. */
type By = { actor: Actor; now?: Date };

const DAY = 86_400_000;

/** What every event of a claim's history begins with. */
function about({ id, articleId }: LockedClaim, actor: Actor) {
  return { actor, articleId, claimId: id };
}

/**
 * Marks words of an article as a claim: a draft with the article's next number. One that repeats an earlier claim may
 * take its public evidence, or be dismissed at once.
 */
export async function createClaim({
  now = new Date(),
  ...claim
}: CreateClaimInput & By): Promise<{ id: string; number: number }> {
  return withFreeSlug(claim.statement, (slug) =>
    db.$transaction((tx) => addClaim(tx, { ...claim, now, slug })),
  );
}

/** The same inside the caller's transaction, which gave the claim its slug. */
export async function addClaim(
  tx: Tx,
  { actor, now, slug, ...input }: CreateClaimInput & Required<By> & { slug: string },
): Promise<{ id: string; number: number }> {
  insist(forbidden(actor, "claim.create"));
  refuseFuture("saidOn", input.saidOn, now);
  const { articleId, statement } = input;
  const number = await nextNumber(tx, articleId);
  const passage = await placePassage(tx, input);
  const claim = await tx.claim.create({
    data: {
      slug,
      articleId,
      number,
      statement,
      authorId: actor.id,
      saidOn: dayTo(input.saidOn),
      saidWhere: input.saidWhere,
      claimantId: await claimantIdOf(tx, input),
      topics: { create: (await topicsNamed(tx, input.topics)).map((topicId) => ({ topicId })) },
      passages: { create: passage },
    },
    select: { id: true, number: true },
  });
  await recordAudit(tx, {
    actor,
    action: "claim.created",
    articleId,
    claimId: claim.id,
    data: { number, statement },
  });
  await takeOverEarlier(tx, { actor, now, claimId: claim.id }, input);
  return claim;
}

/** Does with earlier claims what was chosen. Throws `earlier_gone` when one was deleted meanwhile. */
async function takeOverEarlier(
  tx: Tx,
  { actor, now, claimId }: Required<By> & { claimId: string },
  { duplicateOfId, sourcesOfId }: EarlierInput,
): Promise<void> {
  if (sourcesOfId !== undefined) await copyEvidence(tx, { actor, now, claimId, fromId: sourcesOfId });
  if (duplicateOfId === undefined) return;
  const claim = await lockClaim(tx, claimId);
  insist(refusal("dismiss", claim, actor, now));
  if (duplicateOfId === claimId) throw new AppError("duplicate_of_itself");
  if ((await tx.claim.count({ where: { id: duplicateOfId } })) === 0) throw new AppError("earlier_gone");
  const { locale } = await tx.newsroom.findUniqueOrThrow({ where: { id: 1 }, select: { locale: true } });
  const reason = wordsFor(locale).claims.earlier.reason;
  await dismissLocked(tx, { claim, actor, now, ground: "duplicate", reason, duplicateOfId });
}

/** Never given twice: of two claims made at once in one article, the second waits here for its number. */
async function nextNumber(tx: Tx, articleId: string): Promise<number> {
  const [article] = await tx.article.updateManyAndReturn({
    where: { id: articleId },
    data: { claimsMade: { increment: 1 } },
    select: { claimsMade: true },
  });
  if (!article) throw new AppError("not_found");
  return article.claimsMade;
}

/** The passage's row: trimmed to whole words' edges, with the text's own words. Only in the newest text. */
async function placePassage(
  tx: Tx,
  { articleId, revisionId, start, end }: Pick<CreateClaimInput, "articleId" | "revisionId" | "start" | "end">,
) {
  const revision = await tx.revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { id: true, text: true },
  });
  if (revision?.id !== revisionId) throw new AppError("already_changed");
  return { revisionId, ...wordsChosen(revision.text, { start, end }) };
}

async function claimantIdOf(
  tx: Tx,
  { claimantName, claimantKind = "person" }: Pick<EditClaimInput, "claimantName" | "claimantKind">,
): Promise<string | null> {
  return claimantName === null ? null : claimantNamed(tx, { name: claimantName, kind: claimantKind });
}

/** Refuses days after tomorrow in UTC: somewhere in the world it is tomorrow already. */
function refuseFuture(field: string, day: string | null, now: Date): void {
  const tomorrow = dayFrom(new Date(now.getTime() + DAY));
  if (day !== null && day > tomorrow) throw new AppError("date_in_future", { field });
}

/**
 * Changes a claim's wording and details, and uses an earlier one that says nearly the same. Saving what stands there
 * already does nothing.
 */
export async function editClaim({
  actor,
  now = new Date(),
  claimId,
  version,
  ...input
}: EditClaimInput & By): Promise<void> {
  refuseFuture("saidOn", input.saidOn, now);
  await db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    insist(refusal("edit", claim, actor, now));
    if (claim.version !== version) throw new AppError("stale_version");
    const before = await readDetails(tx, claimId);
    await correctClaimant(tx, { claimId, before, actor }, input);
    const claimantId = await claimantIdOf(tx, input);
    const topicIds = await topicsNamed(tx, input.topics);
    await tx.claim.update({
      where: { id: claimId, version },
      data: {
        statement: input.statement,
        claimantId,
        saidOn: dayTo(input.saidOn),
        saidWhere: input.saidWhere,
        topics: { deleteMany: {}, create: topicIds.map((topicId) => ({ topicId })) },
      },
      select: { id: true },
    });
    const changes = changesBetween(before, await readDetails(tx, claimId));
    if (Object.keys(changes).length > 0) {
      await tx.claim.update({
        where: { id: claimId },
        data: { version: { increment: 1 } },
        select: { id: true },
      });
      await recordAudit(tx, { ...about(claim, actor), action: "claim.edited", data: { changes } });
    }
    if (changes.statement) await orderAgain(tx, { claimId });
    await takeOverEarlier(tx, { actor, now, claimId }, input);
  });
}

/** A claim's details as its history tells them. */
type Details = {
  statement: string;
  claimant: string | null;
  claimantKind: string | null;
  saidOn: string | null;
  saidWhere: string | null;
  topics: string[];
};

async function readDetails(tx: Tx, claimId: string): Promise<Details> {
  const { claimant, saidOn, topics, ...row } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      statement: true,
      saidOn: true,
      saidWhere: true,
      claimant: { select: { name: true, kind: true } },
      topics: { orderBy: { topic: { name: "asc" } }, select: { topic: { select: { name: true } } } },
    },
  });
  return {
    ...row,
    saidOn: dayFrom(saidOn),
    claimant: claimant?.name ?? null,
    claimantKind: claimant?.kind ?? null,
    topics: topics.map(({ topic }) => topic.name),
  };
}

/**
 * The same name with another kind or spelling is meant as a correction. While other claims are theirs too it is
 * an editor's to make: their kind decides whether a claim needs a right of reply.
 */
async function correctClaimant(
  tx: Tx,
  { claimId, before, actor }: { claimId: string; before: Details; actor: Actor },
  { claimantName: name, claimantKind: kind }: Pick<EditClaimInput, "claimantName" | "claimantKind">,
): Promise<void> {
  if (name === null || before.claimant === null || nameKey(name) !== nameKey(before.claimant)) return;
  const others = { claimant: { nameKey: nameKey(name) }, id: { not: claimId } };
  if (
    !includesRole(actor.role, "editor") &&
    (await tx.claim.findFirst({ where: others, select: { id: true } }))
  ) {
    if (kind && kind !== before.claimantKind)
      throw new AppError("claimant_shared", { field: "claimantKind" });
    return;
  }
  await tx.claimant.updateMany({ where: { nameKey: nameKey(name) }, data: { name, ...(kind && { kind }) } });
}

/**
 * Deletes a claim that was never in the queue, a draft or dismissed. Its number and statement stay in the history, and
 * for a day whoever deleted it can bring it back.
 */
export async function deleteClaim({
  actor,
  now = new Date(),
  claimId,
}: By & { claimId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockArticleOfClaim(tx, claimId);
    const claim = await lockClaim(tx, claimId);
    insist(refusal("delete", claim, actor, now));
    await keepDeleted(tx, { claimId, actorId: actor.id, now });
    const { number, statement } = await tx.claim.delete({
      where: { id: claimId, state: claim.state },
      select: { number: true, statement: true },
    });
    await recordAudit(tx, { ...about(claim, actor), action: "claim.deleted", data: { number, statement } });
  });
}

/**
 * Brings back a draft that this member deleted, as it was, with its number and everything that stood on it. Refuses
 * with `not_found` when there is none of theirs, with `already_changed` when the article has a newer text, and with
 * `cited_gone` when something the draft cites is gone.
 */
export async function restoreClaim({
  actor,
  now = new Date(),
  claimId,
}: By & { claimId: string }): Promise<void> {
  insist(forbidden(actor, "claim.create"));
  await db.$transaction(async (tx) => {
    const known = await tx.deletedClaim.findUnique({ where: { claimId }, select: deletedSelect });
    if (known?.deletedById !== actor.id) throw new AppError("not_found");
    const { articleId } = known.revision;
    await lockArticle(tx, articleId);
    const newest = await tx.revision.findFirstOrThrow({
      where: { articleId },
      orderBy: { number: "desc" },
      select: { id: true },
    });
    if (newest.id !== known.revisionId) throw new AppError("already_changed");
    // Of two tries at once the second waited for the article, and finds it back.
    if ((await tx.deletedClaim.count({ where: { claimId } })) === 0) throw new AppError("not_found");
    await putBack(tx, claimId);
    await tx.deletedClaim.delete({ where: { claimId }, select: { claimId: true } });
    const { number, statement } = await tx.claim.update({
      where: { id: claimId },
      data: { updatedAt: now },
      select: { number: true, statement: true },
    });
    const data = { number, statement };
    await recordAudit(tx, { actor, articleId, claimId, action: "claim.restored", data });
  });
}

const deletedSelect = {
  deletedById: true,
  revisionId: true,
  revision: { select: { articleId: true } },
} as const;

/** Forgets drafts that were deleted more than a day ago. Answers how many. */
export async function purgeDeletedClaims({ now }: { now: Date }): Promise<number> {
  const before = new Date(now.getTime() - DAY);
  return (await db.deletedClaim.deleteMany({ where: { deletedAt: { lt: before } } })).count;
}

/** Sends a draft to the reviewers' queue. */
export async function submitClaim({
  actor,
  now = new Date(),
  claimId,
}: By & { claimId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    // Whoever changes the article's dates meanwhile waits, and then finds the claim in line.
    await lockArticleOfClaim(tx, claimId);
    const claim = await lockClaim(tx, claimId);
    insist(refusal("submit", claim, actor, now));
    await tx.claim.update({
      where: { id: claimId, state: claim.state },
      data: { state: "queued", submittedAt: now, returnReason: null },
      select: { id: true },
    });
    await enterQueue(tx, { claimId, now });
    await tx.claim.update({ where: { id: claimId }, data: NOT_RECALLED, select: { id: true } });
    await recordAudit(tx, {
      ...about(claim, actor),
      action: "claim.submitted",
      data: { round: claim.round },
    });
    await queueWebhooks(tx, { event: "claim.submitted", claimId, now });
  });
}

const NOT_RECALLED = { recalledAt: null, waitedSince: null } as const;

/**
 * Takes a claim back out of the queue while nobody works on it: a draft again, in the same round. It keeps its place in
 * line for a while (lib/queue/rules.ts).
 */
export async function recallClaim({
  actor,
  now = new Date(),
  claimId,
}: By & { claimId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    insist(refusal("recall", claim, actor, now));
    const entry = await tx.queueEntry.delete({ where: { claimId }, select: { enqueuedAt: true } });
    await tx.claim.update({
      where: { id: claimId, state: claim.state },
      data: { state: "draft", recalledAt: now, waitedSince: entry.enqueuedAt },
      select: { id: true },
    });
    await recordAudit(tx, { ...about(claim, actor), action: "claim.recalled", data: {} });
  });
}

/** Changes what the publish gate asks besides sources. Saving what stands there already does nothing. */
export async function editChecks({
  actor,
  now = new Date(),
  claimId,
  version,
  ...checks
}: EditChecksInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    insist(refusal("edit_evidence", claim, actor, now));
    if (claim.version !== version) throw new AppError("stale_version");
    const before = await tx.claim.findUniqueOrThrow({
      where: { id: claimId },
      select: { noPrimaryReason: true, searchNote: true },
    });
    const changes = changesBetween(before, checks);
    if (Object.keys(changes).length === 0) return;
    await tx.claim.update({
      where: { id: claimId, version },
      data: { ...checks, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, { ...about(claim, actor), action: "claim.checks_edited", data: { changes } });
  });
}

/** Takes a claim off the desk's work, with the reason why it is not checked. */
export async function dismissClaim({
  actor,
  now = new Date(),
  claimId,
  ground,
  reason,
  duplicateOf,
}: DismissClaimInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    insist(refusal("dismiss", claim, actor, now));
    const duplicateOfId = ground === "duplicate" ? await originalOf(tx, { claimId, duplicateOf }) : null;
    await dismissLocked(tx, { claim, actor, now, ground, reason, duplicateOfId });
  });
}

async function dismissLocked(
  tx: Tx,
  {
    claim,
    actor,
    now,
    ground,
    reason,
    duplicateOfId,
  }: Required<By> & {
    claim: LockedClaim;
    ground: DismissalGround;
    reason: string;
    duplicateOfId: string | null;
  },
): Promise<void> {
  await tx.claim.update({
    where: { id: claim.id, state: claim.state },
    data: {
      state: "dismissed",
      dismissedAt: now,
      dismissalGround: ground,
      dismissalReason: reason,
      duplicateOfId,
    },
    select: { id: true },
  });
  await tx.queueEntry.deleteMany({ where: { claimId: claim.id } });
  await notifyAuthor(tx, { kind: "claim_dismissed", claim, actor, now });
  await recordAudit(tx, {
    ...about(claim, actor),
    action: "claim.dismissed",
    data: { ground, reason, duplicateOf: duplicateOfId },
  });
}

/** The claim that `claimId` repeats, found by its slug or id, or by the address of a page that ends in one. */
async function originalOf(
  tx: Tx,
  { claimId, duplicateOf }: { claimId: string; duplicateOf: string | null },
): Promise<string> {
  const field = "duplicateOf";
  const name =
    (duplicateOf ?? "")
      .replace(/[?#].*$/u, "")
      .split("/")
      .at(-1) ?? "";
  const original = await tx.claim.findUnique({
    where: isId(name) ? { id: name } : { slug: name },
    select: { id: true },
  });
  if (!original) throw new AppError("duplicate_not_found", { field });
  if (original.id === claimId) throw new AppError("duplicate_of_itself", { field });
  return original.id;
}

/** Makes a dismissed claim a draft again; its next way through the queue is a new round. */
export async function reopenClaim({
  actor,
  now = new Date(),
  claimId,
}: By & { claimId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    insist(refusal("reopen", claim, actor, now));
    const { round } = await tx.claim.update({
      where: { id: claimId, state: claim.state },
      data: {
        state: "draft",
        round: { increment: 1 },
        dismissedAt: null,
        dismissalGround: null,
        dismissalReason: null,
        duplicateOfId: null,
        ...NOT_RECALLED,
      },
      select: { round: true },
    });
    await recordAudit(tx, {
      ...about(claim, actor),
      action: "claim.reopened",
      data: { from: claim.state, round },
    });
  });
}

/** Puts a claim in front of the queue (1) or back in line (0). Where it stands already, it does nothing. */
export async function prioritiseClaim({
  actor,
  now = new Date(),
  claimId,
  priority,
}: PrioritiseClaimInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    insist(refusal("prioritise", claim, actor, now));
    const { count } = await tx.claim.updateMany({
      where: { id: claimId, priority: { not: priority } },
      data: { priority, prioritisedById: priority > 0 ? actor.id : null },
    });
    if (count === 0) return;
    await tx.queueEntry.updateMany({ where: { claimId }, data: { priority } });
    await recordAudit(tx, { ...about(claim, actor), action: "claim.prioritised", data: { priority } });
  });
}
