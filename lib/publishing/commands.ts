import { lockArticleOfClaim } from "#lib/articles/queries.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { refusal } from "#lib/claims/rules.ts";
import { db, type Tx } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { notifyAuthor } from "#lib/notifications/commands.ts";
import { placeOf, UNSURE } from "#lib/passages/rules.ts";
import { moveClaim } from "#lib/reviews/commands.ts";
import { type LockedClaim, listAnswers, lockClaim } from "#lib/reviews/queries.ts";
import { agreementRefusal } from "#lib/reviews/rules.ts";
import { canBeGiven } from "#lib/verdicts/queries.ts";
import { endCorrecting } from "#lib/watch/commands.ts";
import { queueWebhooks } from "#lib/webhooks/commands.ts";
import { freeze, type Words } from "./frozen-copy.ts";
import { listGateFacts } from "./queries.ts";
import {
  correctionRefusal,
  embargoRefusal,
  gate,
  isNewVerdict,
  publishRefusal,
  standsAsChecked,
} from "./rules.ts";
import {
  type CorrectClaimInput,
  type PublishClaimInput,
  type PublishedClaim,
  type PublishedPlaces,
  publishedClaim,
  publishedPlaces,
  type WithdrawClaimInput,
} from "./schema.ts";
import type { CorrectionType } from "./values.ts";

type By = { actor: Actor; now: Date };

/**
 * Lets readers see a claim that is ready, if the gate finds nothing missing or an editor overrides the one item.
 * `unread`: it is published with others, unread, as the person last knew it (`seen`), so all opinions have to agree.
 */
export async function publishClaim({
  actor,
  claimId,
  overrideItem,
  overrideReason,
  unread,
  now,
}: PublishClaimInput & By & { unread?: { seen: string } }): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    await lockArticleOfClaim(tx, claimId);
    const claim = await lockClaim(tx, claimId, unread?.seen);
    insist(refusal("publish", claim, actor, now));
    if (unread) insist(agreementRefusal((await listAnswers([claim], tx)).get(claimId) ?? []));
    await insistOnPlaces(tx, claimId);
    await insistOnEmbargo(tx, claim.articleId, now);
    const given = overrideItem && overrideReason ? { item: overrideItem, reason: overrideReason } : null;
    const facts = (await listGateFacts([claimId], { ...(await requireNewsroom(tx)), now }, tx)).get(claimId);
    if (!facts) throw new Error(`Claim ${claimId} is gone while it is locked`);
    const items = gate(facts);
    insist(publishRefusal(items, given));
    const override = items.every(({ passed }) => passed) ? null : given;

    const verdict = await requireVerdict(tx, claimId);
    const words = { ...verdict, statement: claim.statement };
    const content = await freeze(tx, { claimId, words, editorName: actor.name, override });
    const issue = { claim, verdictId: verdict.id, content, publishedAt: now, actor, now };
    const { number } = await addPublication(tx, issue);
    await moveClaim(tx, claim, { state: "published", publishedAt: now });
    await notifyAuthor(tx, { kind: "claim_published", claim, actor, now });
    const data = { number, ratingLabel: content.rating.label, override };
    await recordAudit(tx, { actor, action: "claim.published", claimId, articleId: claim.articleId, data });
    await queueWebhooks(tx, { event: "claim.published", claimId, now });
    return { slug: claim.slug };
  });
}

async function insistOnEmbargo(tx: Tx, articleId: string, now: Date): Promise<void> {
  const { embargoUntil } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { embargoUntil: true },
  });
  insist(embargoRefusal(embargoUntil, now));
}

/**
 * Changes what readers see, and tells them so: a new publication, with everything as it stands at the desk now,
 * and a correction that says what kind of change it is and why.
 */
export async function correctClaim({
  actor,
  claimId,
  version,
  type,
  reason,
  now,
  problemId,
  ...rest
}: CorrectClaimInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockArticleOfClaim(tx, claimId);
    const claim = await lockClaim(tx, claimId);
    insist(refusal("correct", claim, actor, now));
    await insistOnPlaces(tx, claimId);
    const current = await requireCurrent(tx, claimId);
    if (version !== current.number) throw new AppError("stale_version");
    const verdict = await requireVerdict(tx, claimId);
    const ratingChanged = verdict.ratingId !== rest.ratingId;
    // Where the form did not ask, the kind of problem goes with the rating it was given with.
    const kept = ratingChanged ? null : verdict.problemId;
    const words = { ...rest, problemId: problemId === undefined ? kept : problemId };
    if (ratingChanged) await insistOnRating(tx, words);
    else if (verdict.problemId !== words.problemId) await insistOnProblem(tx, words);

    const override = current.content.override;
    const content = await freeze(tx, { claimId, words, editorName: actor.name, override });
    const hasChanges = !readsTheSame(current.content, content);
    insist(correctionRefusal({ type, ratingChanged, hasChanges, claim }, actor));

    const verdictId = isNewVerdict(verdict, words)
      ? await addVerdict(tx, { claimId, words, actor, now })
      : verdict.id;
    const { publishedAt, articleChangedAt } = current;
    const issue = { claim, verdictId, content, publishedAt, articleChangedAt, actor, now };
    const { id, number } = await addPublication(tx, issue);
    await addCorrection(tx, { claimId, publicationId: id, type, reason, actor, now });
    if (claim.statement !== words.statement) {
      await moveClaim(tx, claim, { statement: words.statement, version: claim.version + 1 });
    }
    await endCorrecting(tx, { claimId, actor, now });
    const data = { number, type, reason };
    await recordAudit(tx, { actor, action: "claim.corrected", claimId, articleId: claim.articleId, data });
    await queueWebhooks(tx, { event: "claim.corrected", claimId, now });
  });
}

/**
 * Lets readers see a claim that the newsroom published elsewhere before there was this desk, since the day it did, with the
 * verdict it gave then: no opinions were given here, and no gate was passed. It is nothing new, so webhooks are not told.
 */
export async function publishArchived(
  tx: Tx,
  {
    actor,
    claimId,
    publishedAt,
    now,
    ...judged
  }: By & { claimId: string; publishedAt: Date; ratingId: string; conclusion: string; rationale: string },
): Promise<void> {
  await lockArticleOfClaim(tx, claimId);
  const claim = await lockClaim(tx, claimId);
  const words = { ...judged, problemId: null, statement: claim.statement };
  await insistOnRating(tx, words);
  const verdictId = await addVerdict(tx, { claimId, words, actor, now });
  const content = await freeze(tx, { claimId, words, editorName: actor.name, override: null });
  const { number } = await addPublication(tx, { claim, verdictId, content, publishedAt, actor, now });
  const days = { submittedAt: publishedAt, readyAt: publishedAt, publishedAt };
  await moveClaim(tx, claim, { state: "published", ...days });
  const data = { number, ratingLabel: content.rating.label, override: null };
  await recordAudit(tx, { actor, action: "claim.published", claimId, articleId: claim.articleId, data });
}

/** Takes a published claim back. Its page stays, and says only that it was withdrawn, when and why. */
export async function withdrawClaim({ actor, claimId, reason, now }: WithdrawClaimInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockArticleOfClaim(tx, claimId);
    const claim = await lockClaim(tx, claimId);
    insist(refusal("withdraw", claim, actor, now));
    const { content, verdictId, publishedAt } = await requireCurrent(tx, claimId);
    const issue = { claim, verdictId, content, publishedAt, withdrawnAt: now, actor, now };
    const { id } = await addPublication(tx, issue);
    await addCorrection(tx, { claimId, publicationId: id, type: "withdrawn", reason, actor, now });
    await moveClaim(tx, claim, { state: "withdrawn", withdrawnAt: now });
    await endCorrecting(tx, { claimId, actor, now });
    await notifyAuthor(tx, { kind: "claim_withdrawn", claim, actor, now });
    const articleId = claim.articleId;
    await recordAudit(tx, { actor, action: "claim.withdrawn", claimId, articleId, data: { reason } });
    await queueWebhooks(tx, { event: "claim.withdrawn", claimId, now });
  });
}

/** Readers are shown where a claim is made only after somebody settled every place the article's changes left open. */
async function insistOnPlaces(tx: Tx, claimId: string): Promise<void> {
  const open = await tx.passage.count({
    where: { claimId, isCurrent: true, repair: null, outcome: { in: UNSURE } },
  });
  if (open > 0) throw new AppError("passage_needs_repair");
}

type Issue = By & {
  claim: LockedClaim;
  verdictId: string;
  content: PublishedClaim;
  publishedAt: Date;
  withdrawnAt?: Date;
  /** Since when the article says something else, as readers were told before. */
  articleChangedAt?: Date | null;
};

/** The next number of a claim's publication takes the place of the one before. */
async function addPublication(
  tx: Tx,
  { claim, content, actor, now, ...rest }: Issue,
): Promise<{ id: string; number: number }> {
  const claimId = claim.id;
  const number = 1 + (await tx.publication.count({ where: { claimId } }));
  await tx.publication.updateMany({ where: { claimId, isCurrent: true }, data: { isCurrent: false } });
  const articleId = claim.articleId;
  const publication = await tx.publication.create({
    data: {
      ...rest,
      claimId,
      articleId,
      places: NOWHERE,
      number,
      slug: claim.slug,
      content,
      statement: content.statement,
      conclusion: content.conclusion,
      tone: content.rating.tone,
      ratingKey: content.rating.key,
      claimantName: content.claimant?.name ?? null,
      language: content.article.language,
      createdAt: now,
      publishedById: actor.id,
      overriddenItem: content.override?.item ?? null,
      overrideReason: content.override?.reason ?? null,
    },
    select: { id: true, number: true },
  });
  await followArticle(tx, { articleId, claimId, now });
  return publication;
}

/** Until the article has been looked at, in the same transaction. */
const NOWHERE: PublishedPlaces = { revision: 1, passages: [] };

/**
 * Tells the publications of an article, or of one claim in it, where their words stand in its newest text, and since
 * when they do not stand there as they were checked. Called by everything that changes either. `keepsPlaces`: the desk
 * chose other words in the same text, which readers get by a correction; until then theirs stay marked.
 */
export async function followArticle(
  tx: Tx,
  {
    articleId,
    claimId,
    keepsPlaces = false,
    now,
  }: { articleId: string; claimId?: string; keepsPlaces?: boolean; now: Date },
): Promise<void> {
  const publications = await tx.publication.findMany({
    where: { articleId, isCurrent: true, withdrawnAt: null, ...(claimId !== undefined && { claimId }) },
    select: {
      id: true,
      content: true,
      places: true,
      articleChangedAt: true,
      claim: { select: { passages: CURRENT } },
    },
  });
  for (const { id, content, articleChangedAt, claim, places: before } of publications) {
    const checked = publishedClaim.parse(content).passages;
    const found = placesOf(claim.passages, checked);
    const places = keepsPlaces ? withPlaces(found, publishedPlaces.parse(before)) : found;
    const stands = standsAsChecked(checked, places.passages);
    await tx.publication.update({
      where: { id },
      data: { places, articleChangedAt: stands ? null : (articleChangedAt ?? now) },
      select: { id: true },
    });
  }
}

const CURRENT = {
  where: { isCurrent: true },
  orderBy: { startOffset: "asc" },
  select: {
    outcome: true,
    repair: true,
    startOffset: true,
    endOffset: true,
    quote: true,
    revision: { select: { number: true } },
  },
} satisfies Prisma.Claim$passagesArgs;

/**
 * Places of the words that were checked, whatever stood there in between. Other words, also those a person confirmed
 * for the desk, carry no verdict before readers: a correction has to give them one.
 */
function placesOf(
  passages: readonly Prisma.PassageGetPayload<typeof CURRENT>[],
  checked: PublishedClaim["passages"],
): PublishedPlaces {
  return {
    revision: Math.max(1, ...passages.map(({ revision }) => revision.number)),
    passages: passages
      .filter((passage) => standsAsChecked([{ ...passage, isGone: false }], checked))
      .flatMap((passage) => {
        const place = placeOf(passage);
        return place ? [{ ...place, quote: passage.quote }] : [];
      }),
  };
}

/** Places in the same text that readers were shown before come too, in the order of the text. */
function withPlaces(found: PublishedPlaces, before: PublishedPlaces): PublishedPlaces {
  if (before.revision !== found.revision) return found;
  const missing = before.passages.filter(
    ({ start, end }) => !found.passages.some((passage) => passage.start === start && passage.end === end),
  );
  return { ...found, passages: [...found.passages, ...missing].sort((a, b) => a.start - b.start) };
}

type NewCorrection = By & { claimId: string; publicationId: string; type: CorrectionType; reason: string };

async function addCorrection(tx: Tx, { actor, now, ...correction }: NewCorrection): Promise<void> {
  const data = { ...correction, createdById: actor.id, createdAt: now };
  await tx.correction.create({ data, select: { id: true } });
}

type NewVerdict = By & { claimId: string; words: Words };

async function addVerdict(tx: Tx, { claimId, words, actor, now }: NewVerdict): Promise<string> {
  const { ratingId, problemId, conclusion, rationale } = words;
  const version = 1 + (await tx.verdict.count({ where: { claimId } }));
  const judged = { ratingId, problemId, conclusion, rationale };
  const data = { claimId, version, ...judged, authorId: actor.id, createdAt: now };
  return (await tx.verdict.create({ data, select: { id: true } })).id;
}

async function insistOnRating(
  tx: Tx,
  { ratingId, problemId }: Pick<Words, "ratingId" | "problemId">,
): Promise<void> {
  const { scaleId } = await requireNewsroom(tx);
  if (!(await canBeGiven(tx, { ratingId, problemId, scaleId })))
    throw new AppError("unknown_rating", { field: "ratingId" });
}

/** A kind of problem of the scale the rating is on, which may be an older one than the newsroom's. */
async function insistOnProblem(
  tx: Tx,
  { ratingId, problemId }: Pick<Words, "ratingId" | "problemId">,
): Promise<void> {
  if (problemId === null) return;
  const where = { id: problemId, scale: { ratings: { some: { id: ratingId } } } };
  if ((await tx.problem.count({ where })) === 0) throw new AppError("unknown_rating", { field: "problemId" });
}

type VerdictInForce = Omit<Words, "statement"> & { id: string };

function requireVerdict(tx: Tx, claimId: string): Promise<VerdictInForce> {
  return tx.verdict.findFirstOrThrow({
    where: { claimId },
    orderBy: { version: "desc" },
    select: { id: true, ratingId: true, problemId: true, conclusion: true, rationale: true },
  });
}

type Current = {
  number: number;
  content: PublishedClaim;
  verdictId: string;
  publishedAt: Date;
  articleChangedAt: Date | null;
};

async function requireCurrent(tx: Tx, claimId: string): Promise<Current> {
  const { content, ...current } = await tx.publication.findFirstOrThrow({
    where: { claimId, isCurrent: true },
    select: { number: true, content: true, verdictId: true, publishedAt: true, articleChangedAt: true },
  });
  return { ...current, content: publishedClaim.parse(content) };
}

/** Whether readers would see no difference, apart from the editor's name. Both come out of one schema, keys in its order. */
function readsTheSame(before: PublishedClaim, after: PublishedClaim): boolean {
  const withoutEditor = ({ people, passages, evidence, ...rest }: PublishedClaim) =>
    JSON.stringify({
      ...rest,
      people: { ...people, editor: null },
      // How a link finds the words is not what readers read, and older copies have neither that nor a quote's context.
      passages: passages.map((passage) => ({ ...passage, fragment: null })),
      evidence: evidence.map((item) => ({ ...item, fragment: null, context: null })),
    });
  return withoutEditor(before) === withoutEditor(after);
}
