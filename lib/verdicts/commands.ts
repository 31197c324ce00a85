import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { nameKey } from "#lib/input.ts";
import { slugOf } from "#lib/slug.ts";
import { firstScaleIn, firstTranslations } from "./first-scale.ts";
import { PRESETS } from "./presets.ts";
import { requireScale, type ScaleView } from "./queries.ts";
import { moved, useRefusal } from "./rules.ts";
import type {
  AddProblemInput,
  AddRatingInput,
  DraftOfScale,
  EditProblemInput,
  EditRatingInput,
  MoveRatingInput,
  NewScale,
  RemoveProblemInput,
  RetireRatingInput,
} from "./schema.ts";
import { MOST_PROBLEMS, MOST_RATINGS } from "./values.ts";

type By = { actor: Actor };

/** The scale a newsroom begins with, in its language, with its words in the others. Answers its id. */
export async function createFirstScale(tx: Tx, language: string, now = new Date()): Promise<string> {
  await tx.termTranslation.createMany({
    data: firstTranslations(language).map((translation) => ({ ...translation, updatedAt: now })),
  });
  return createScale(tx, firstScaleIn(language), now);
}

/** Adds a scale that is in use from `now` on, first version. Answers its id. */
export async function createScale(tx: Tx, scale: NewScale, now = new Date()): Promise<string> {
  return insertScale(tx, { ...scale, version: 1, inUseSince: now });
}

type Insert = NewScale & {
  version: number;
  inUseSince: Date | null;
  ratings: readonly (NewScale["ratings"][number] & { retiredAt?: Date | null })[];
};

async function insertScale(tx: Tx, { ratings, problems, ...scale }: Insert): Promise<string> {
  const { id } = await tx.scale.create({
    data: {
      ...scale,
      ratings: { create: ratings.map((rating, index) => ({ ...rating, position: index + 1 })) },
      problems: { create: problems.map((problem, index) => ({ ...problem, position: index + 1 })) },
    },
    select: { id: true },
  });
  return id;
}

/**
 * Begins the draft of a scale: the next version of the one in use, or what a preset says. There is one draft at a time;
 * where somebody began one already, that is the answer. Throws `not_found` for a preset nobody knows.
 */
export async function draftScale({
  actor,
  preset: key,
}: By & { preset: string | null }): Promise<{ id: string }> {
  insist(forbidden(actor, "newsroom.edit"));
  const known = PRESETS.find((preset) => preset.key === key);
  if (key !== null && !known) throw new AppError("not_found");
  return db.$transaction(async (tx) => {
    // Of two who begin at once the second waits here, and then finds the first one's.
    await tx.$executeRaw`SELECT id FROM newsroom WHERE id = 1 FOR UPDATE`;
    const draft = await tx.scale.findFirst({ where: { inUseSince: null }, select: { id: true } });
    if (draft) return draft;
    const from = known ? { ...known, ratings: known.ratings } : await scaleInUse(tx);
    const version = 1 + (await latestVersion(tx, from.key));
    const id = await insertScale(tx, { ...from, version, inUseSince: null });
    await recordAudit(tx, { actor, action: "scale.drafted", subjectId: id, data: { name: from.name } });
    return { id };
  });
}

async function scaleInUse(tx: Tx): Promise<Omit<Insert, "version" | "inUseSince">> {
  const { scaleId } = await tx.newsroom.findUniqueOrThrow({ where: { id: 1 }, select: { scaleId: true } });
  const { key, name, isRated, ratings, problems } = await tx.scale.findUniqueOrThrow({
    where: { id: scaleId },
    select: {
      key: true,
      name: true,
      isRated: true,
      ratings: {
        orderBy: { position: "asc" },
        select: { key: true, label: true, definition: true, tone: true, value: true, retiredAt: true },
      },
      problems: {
        orderBy: { position: "asc" },
        select: { key: true, label: true, definition: true },
      },
    },
  });
  return { key, name, isRated, ratings, problems };
}

async function latestVersion(tx: Tx, key: string): Promise<number> {
  const { _max } = await tx.scale.aggregate({ where: { key }, _max: { version: true } });
  return _max.version ?? 0;
}

/**
 * Changes the draft: whoever saw another state of it is told so, and whoever puts it into use meanwhile waits. `change`
 * answers what history keeps of it.
 */
async function changeDraft(
  { actor, scaleId, version }: DraftOfScale & By,
  change: (tx: Tx, draft: ScaleView) => Promise<string>,
): Promise<void> {
  insist(forbidden(actor, "newsroom.edit"));
  await db.$transaction(async (tx) => {
    const draft = await lockDraft(tx, { scaleId, version });
    const what = await change(tx, draft);
    await tx.scale.update({
      where: { id: scaleId },
      data: { edits: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, {
      actor,
      action: "scale.edited",
      subjectId: scaleId,
      data: { name: draft.name, what },
    });
  });
}

async function lockDraft(tx: Tx, { scaleId, version }: DraftOfScale): Promise<ScaleView> {
  const [locked] = await tx.$queryRaw<{ edits: number }[]>`
    SELECT edits FROM scales WHERE id = ${scaleId}::uuid AND in_use_since IS NULL FOR UPDATE`;
  if (!locked) throw new AppError("draft_gone");
  if (locked.edits !== version) throw new AppError("stale_version");
  return requireScale(scaleId, tx);
}

export async function renameScale({ name, ...draft }: DraftOfScale & By & { name: string }): Promise<void> {
  await changeDraft(draft, async (tx, { id }) => {
    await tx.scale.update({ where: { id }, data: { name }, select: { id: true } });
    return name;
  });
}

export async function addRating({ actor, scaleId, version, ...rating }: AddRatingInput & By): Promise<void> {
  await changeDraft({ actor, scaleId, version }, async (tx, { ratings }) => {
    if (ratings.length >= MOST_RATINGS) throw new AppError("scale_too_large");
    insistOnNewLabel(ratings, rating.label);
    const data = { ...rating, scaleId, key: freeKey(ratings, rating.label), position: ratings.length + 1 };
    await tx.rating.create({ data, select: { id: true } });
    return rating.label;
  });
}

/** Its key stays: opinions on the version before say the same by it. */
export async function editRating({
  actor,
  scaleId,
  version,
  ratingId,
  ...rating
}: EditRatingInput & By): Promise<void> {
  await changeDraft({ actor, scaleId, version }, async (tx, { ratings }) => {
    requireItem(ratings, ratingId);
    insistOnNewLabel(
      ratings.filter(({ id }) => id !== ratingId),
      rating.label,
    );
    await tx.rating.update({ where: { id: ratingId }, data: rating, select: { id: true } });
    return rating.label;
  });
}

/** A retired rating is given no more, and stays in sight for those who meet it on older verdicts. */
export async function retireRating({ ratingId, retired, ...draft }: RetireRatingInput & By): Promise<void> {
  await changeDraft(draft, async (tx, { ratings }) => {
    const { label } = requireItem(ratings, ratingId);
    const data = { retiredAt: retired ? new Date() : null };
    await tx.rating.update({ where: { id: ratingId }, data, select: { id: true } });
    return label;
  });
}

export async function moveRating({ ratingId, move, ...draft }: MoveRatingInput & By): Promise<void> {
  await changeDraft(draft, async (tx, { ratings }) => {
    const { label } = requireItem(ratings, ratingId);
    for (const [index, { id, position }] of moved(ratings, { id: ratingId, move }).entries()) {
      if (position === index + 1) continue;
      await tx.rating.update({ where: { id }, data: { position: index + 1 }, select: { id: true } });
    }
    return label;
  });
}

export async function addProblem({
  actor,
  scaleId,
  version,
  ...problem
}: AddProblemInput & By): Promise<void> {
  await changeDraft({ actor, scaleId, version }, async (tx, { problems }) => {
    if (problems.length >= MOST_PROBLEMS) throw new AppError("scale_too_large");
    insistOnNewLabel(problems, problem.label);
    const data = {
      ...problem,
      scaleId,
      key: freeKey(problems, problem.label),
      position: problems.length + 1,
    };
    await tx.problem.create({ data, select: { id: true } });
    return problem.label;
  });
}

export async function editProblem({
  actor,
  scaleId,
  version,
  problemId,
  ...problem
}: EditProblemInput & By): Promise<void> {
  await changeDraft({ actor, scaleId, version }, async (tx, { problems }) => {
    requireItem(problems, problemId);
    insistOnNewLabel(
      problems.filter(({ id }) => id !== problemId),
      problem.label,
    );
    await tx.problem.update({ where: { id: problemId }, data: problem, select: { id: true } });
    return problem.label;
  });
}

export async function removeProblem({ problemId, ...draft }: RemoveProblemInput & By): Promise<void> {
  await changeDraft(draft, async (tx, { problems }) => {
    const { label } = requireItem(problems, problemId);
    await tx.problem.delete({ where: { id: problemId }, select: { id: true } });
    return label;
  });
}

/**
 * Verdicts are given on the draft from now on, and it is fixed for good. Verdict forms that are open on the scale before
 * are refused with a word, so nobody's rating changes its meaning under them.
 */
export async function putScaleIntoUse({
  actor,
  scaleId,
  version,
  now,
}: DraftOfScale & By & { now: Date }): Promise<void> {
  insist(forbidden(actor, "newsroom.edit"));
  await db.$transaction(async (tx) => {
    const draft = await lockDraft(tx, { scaleId, version });
    insist(useRefusal(draft));
    await dropNeverGiven(tx, draft);
    await tx.scale.update({ where: { id: scaleId }, data: { inUseSince: now }, select: { id: true } });
    await tx.newsroom.update({
      where: { id: 1 },
      data: { scaleId, version: { increment: 1 } },
      select: { id: true },
    });
    const data = { name: draft.name, number: draft.version };
    await recordAudit(tx, { actor, action: "scale.put_into_use", subjectId: scaleId, data });
  });
}

/** A rating that was added and retired in the same draft was never there. */
async function dropNeverGiven(tx: Tx, { id: scaleId, key, version }: ScaleView): Promise<void> {
  const before = await tx.rating.findMany({
    where: { scale: { key, version: { lt: version } } },
    distinct: ["key"],
    select: { key: true },
  });
  const keys = before.map((rating) => rating.key);
  await tx.rating.deleteMany({ where: { scaleId, retiredAt: { not: null }, key: { notIn: keys } } });
}

/** Throws the draft away. */
export async function discardScale({ actor, ...which }: DraftOfScale & By): Promise<void> {
  insist(forbidden(actor, "newsroom.edit"));
  await db.$transaction(async (tx) => {
    const { id, name } = await lockDraft(tx, which);
    await tx.scale.delete({ where: { id }, select: { id: true } });
    await recordAudit(tx, { actor, action: "scale.discarded", subjectId: id, data: { name } });
  });
}

type Labelled = { id: string; key: string; label: string };

function requireItem<Item extends Labelled>(items: readonly Item[], id: string): Item {
  const item = items.find((known) => known.id === id);
  if (!item) throw new AppError("not_found");
  return item;
}

function insistOnNewLabel(others: readonly Labelled[], label: string): void {
  if (others.some((other) => nameKey(other.label) === nameKey(label)))
    throw new AppError("label_taken", { field: "label" });
}

/** A readable key that no other has. A label of signs alone has no slug. */
function freeKey(others: readonly Labelled[], label: string): string {
  const base = slugOf(label, 40) || "rating";
  const taken = new Set(others.map(({ key }) => key));
  for (let ending = 1; ; ending += 1) {
    const key = ending === 1 ? base : `${base}-${ending}`;
    if (!taken.has(key)) return key;
  }
}
