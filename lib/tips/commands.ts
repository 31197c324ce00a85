import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { boundaryBefore } from "#lib/anchoring/graphemes.ts";
import { addArticle } from "#lib/articles/commands.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { addClaim } from "#lib/claims/commands.ts";
import { CLAIM_LIMITS } from "#lib/claims/values.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { dayFrom } from "#lib/db/days.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { guessLanguage } from "#lib/importing/language.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { withFreeSlug } from "#lib/slug.ts";
import { type TipFacts, type TipStep, tipRefusal } from "./rules.ts";
import type { AnswerTipInput, SettleTipInput } from "./schema.ts";

type By = { actor: Actor; now: Date };
type OnTip = By & { tipId: string };

/** Takes a tip in hand: of two who do so at once, one has it and the other is told. */
export async function takeTip({ actor, tipId, now }: OnTip): Promise<void> {
  await step({ actor, tipId }, "take", async (tx, tip) => {
    const taken = { state: "in_work", takenById: actor.id, takenAt: now } as const;
    await change(tx, tip, taken, "tip_taken");
    await recordAudit(tx, { actor, action: "tip.taken", ...about(tip) });
  });
}

/** Puts a tip back for others. */
export async function releaseTip({ actor, tipId }: Omit<OnTip, "now">): Promise<void> {
  await step({ actor, tipId }, "release", async (tx, tip) => {
    await change(tx, tip, { state: "new", takenById: null, takenAt: null }, "tip_not_yours");
    await recordAudit(tx, { actor, action: "tip.released", ...about(tip) });
  });
}

/** Says what came of a tip, or why nothing did. */
export async function settleTip({
  actor,
  tipId,
  tipState: state,
  reason,
  now,
}: SettleTipInput & By): Promise<void> {
  await step({ actor, tipId }, "settle", async (tx, tip) => {
    await change(tx, tip, { state, reason, settledById: actor.id, settledAt: now }, "tip_settled");
    const { subjectId, data } = about(tip);
    await recordAudit(tx, { actor, action: "tip.settled", subjectId, data: { ...data, state, reason } });
  });
}

/** Takes a settled tip in hand again. What was said of it stays in the history. */
export async function reopenTip({ actor, tipId, now }: OnTip): Promise<void> {
  await step({ actor, tipId }, "reopen", async (tx, tip) => {
    const open = { state: "in_work", takenById: actor.id, takenAt: now } as const;
    await change(tx, tip, { ...open, settledById: null, settledAt: null, reason: null }, "tip_open");
    await recordAudit(tx, { actor, action: "tip.reopened", ...about(tip) });
  });
}

/**
 * Answers whoever wrote: by e-mail where this installation sends any (`byMail`), and otherwise by noting what the
 * member sends themselves. Once, however often it is pressed.
 */
export async function answerTip({
  actor,
  tipId,
  tipAnswer: answer,
  byMail,
  now,
}: AnswerTipInput & By & { byMail: boolean }): Promise<void> {
  await step({ actor, tipId }, "answer", async (tx, tip) => {
    await keepAnswer(tx, tip, { actor, answer, byMail, now });
  });
}

async function keepAnswer(
  tx: Tx,
  tip: LockedTip,
  { actor, answer, byMail, now }: By & { answer: string; byMail: boolean },
): Promise<void> {
  await tx.tip.update({
    where: { id: tip.id },
    data: { answer, answerByMail: byMail, answeredById: actor.id, answeredAt: now },
    select: { id: true },
  });
  if (byMail) await enqueue(tx, "tips.answer", { tipId: tip.id }, { key: tip.id });
  const { subjectId, data } = about(tip);
  await recordAudit(tx, { actor, action: "tip.answered", subjectId, data: { ...data, byMail } });
}

/**
 * Makes an article of the words somebody sent, with a draft claim over them, for a member to go on with. The tip is done
 * with that.
 */
export async function checkTip({ actor, tipId, now }: OnTip): Promise<{ claimId: string }> {
  const tip = await db.tip.findUnique({ where: { id: tipId }, select: { words: true } });
  if (!tip) throw new AppError("not_found");
  const title = titleOf(tip.words);
  return withFreeSlug(title, (articleSlug) =>
    withFreeSlug(title, (slug) =>
      step({ actor, tipId }, "check", (tx, held) =>
        makeClaimOf(tx, held, { actor, now, title, articleSlug, slug }),
      ),
    ),
  );
}

async function makeClaimOf(
  tx: Tx,
  tip: LockedTip,
  { actor, now, title, articleSlug, slug }: By & Record<"title" | "articleSlug" | "slug", string>,
): Promise<{ claimId: string }> {
  const { words, link, claimantName, saidOn } = await tx.tip.findUniqueOrThrow({
    where: { id: tip.id },
    select: { words: true, link: true, claimantName: true, saidOn: true },
  });
  const content = assembleBlocks(
    words.split(/\n+/u).map((line) => ({ type: "paragraph", text: line.trim() })),
  );
  const language = guessLanguage(content.text);
  const { id: articleId } = await addArticle(tx, {
    ...{ actor, title, slug: articleSlug, origin: "external", sourceUrl: link },
    ...{ byline: null, publisher: null, publishedOn: null },
    content: { ...content, language },
  });
  const revision = await tx.revision.findFirstOrThrow({ where: { articleId }, select: { id: true } });
  const { id: claimId } = await addClaim(tx, {
    ...{ actor, now, slug, articleId, revisionId: revision.id },
    start: 0,
    end: boundaryBefore(content.text, Math.min(content.text.length, CLAIM_LIMITS.passage)),
    statement: title,
    ...{ claimantName, claimantKind: "person", saidWhere: null, topics: [] },
    // What is said to have been said tomorrow is a slip of whoever wrote.
    saidOn: saidOn && saidOn > now ? null : dayFrom(saidOn),
  });
  await settleWith(tx, tip, { actor, now, claimId });
  return { claimId };
}

/** In UTF-16 code units: what an article's title and a claim in one sentence can be. */
const TITLE = 300;

function titleOf(words: string): string {
  const line = words.replace(/\s+/gu, " ").trim();
  return line.slice(0, boundaryBefore(line, Math.min(line.length, TITLE))).trim();
}

/**
 * Answers whoever sent a claim with the check of it there is already, and is done. `answer`: null when there is nobody
 * to answer, or no e-mail from here.
 */
export async function answerWithCheck({
  actor,
  tipId,
  claimId,
  answerOf,
  byMail,
  now,
}: OnTip & { claimId: string; answerOf: (slug: string) => string; byMail: boolean }): Promise<void> {
  await step({ actor, tipId }, "check", async (tx, tip) => {
    const publication = await tx.publication.findFirst({
      where: { claimId, isCurrent: true, withdrawnAt: null },
      select: { slug: true },
    });
    if (!publication) throw new AppError("not_found");
    if (byMail && tip.hasAddress && !tip.isAnswered)
      await keepAnswer(tx, tip, { actor, now, byMail, answer: answerOf(publication.slug) });
    await settleWith(tx, tip, { actor, now, claimId });
  });
}

async function settleWith(
  tx: Tx,
  tip: LockedTip,
  { actor, now, claimId }: By & { claimId: string },
): Promise<void> {
  await change(tx, tip, { state: "done", claimId, settledById: actor.id, settledAt: now }, "tip_settled");
  const data = { kind: tip.kind, claimId, state: "done", reason: null } as const;
  await recordAudit(tx, { actor, action: "tip.settled", subjectId: tip.id, data });
}

/** Deletes the address of whoever wrote: because they ask for it, say. */
export async function eraseAddress({ actor, tipId, now }: OnTip): Promise<void> {
  await step({ actor, tipId }, "erase", async (tx, tip) => {
    await tx.tip.update({
      where: { id: tip.id },
      data: { email: null, erasedAt: now },
      select: { id: true },
    });
    await recordAudit(tx, { actor, action: "tip.address_deleted", ...about(tip) });
  });
}

/** Deletes the addresses that are older than they may be. Answers how many. */
export async function eraseAddressesBefore({ before, now }: { before: Date; now: Date }): Promise<number> {
  return db.$transaction(async (tx) => {
    const erased = await tx.tip.updateManyAndReturn({
      where: { email: { not: null }, createdAt: { lte: before } },
      data: { email: null, erasedAt: now },
      select: { id: true, kind: true, claimId: true },
    });
    for (const tip of erased)
      await recordAudit(tx, { actor: null, action: "tip.address_deleted", ...about(tip) });
    return erased.length;
  });
}

/** Notes what the mail server said of an answer. */
export async function noteMailed({
  tipId,
  ...said
}: { tipId: string } & ({ mailedAt: Date } | { mailFailedAt: Date })): Promise<void> {
  await db.tip.updateMany({ where: { id: tipId, mailedAt: null }, data: said });
}

const facts = {
  id: true,
  kind: true,
  state: true,
  claimId: true,
  takenById: true,
  email: true,
  answeredAt: true,
} satisfies Prisma.TipSelect;

type LockedTip = TipFacts & { id: string; claimId: string | null };

const about = ({ id, kind, claimId }: Pick<LockedTip, "id" | "kind" | "claimId">) => ({
  subjectId: id,
  data: { kind, claimId },
});

/** Asks the rule with the tip held, so that of two who press at once the second is judged by what the first did. */
async function step<Result>(
  { actor, tipId }: { actor: Actor; tipId: string },
  name: TipStep,
  work: (tx: Tx, tip: LockedTip) => Promise<Result>,
): Promise<Result> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS one FROM tips WHERE id = ${tipId}::uuid FOR UPDATE`;
    const row = await tx.tip.findUnique({ where: { id: tipId }, select: facts });
    if (!row) throw new AppError("not_found");
    const { email, answeredAt, ...rest } = row;
    const tip = { ...rest, hasAddress: email !== null, isAnswered: answeredAt !== null };
    insist(tipRefusal(name, tip, actor));
    return work(tx, tip);
  });
}

/** Writes only over the state that was asked about. */
async function change(
  tx: Tx,
  { id, state, takenById }: LockedTip,
  data: Prisma.TipUncheckedUpdateManyInput,
  otherwise: "tip_taken" | "tip_not_yours" | "tip_settled" | "tip_open",
): Promise<void> {
  const { count } = await tx.tip.updateMany({ where: { id, state, takenById }, data });
  if (count === 0) throw new AppError(otherwise);
}
