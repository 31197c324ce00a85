import { type Db, db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { GivenRating, ProblemView, RatingView, ScaleChoices } from "./schema.ts";

export const ratingSelect = {
  id: true,
  key: true,
  label: true,
  definition: true,
  tone: true,
  value: true,
  position: true,
} satisfies Prisma.RatingSelect;

/** Of a rating that was given. */
export const givenRatingSelect = {
  ...ratingSelect,
  scale: { select: { isRated: true } },
} satisfies Prisma.RatingSelect;

export function toGivenRating({
  scale,
  ...rating
}: Prisma.RatingGetPayload<{ select: typeof givenRatingSelect }>): GivenRating {
  return { ...rating, isRated: scale.isRated };
}

export const problemSelect = {
  id: true,
  key: true,
  label: true,
  definition: true,
} satisfies Prisma.ProblemSelect;

const scaleSelect = {
  id: true,
  key: true,
  version: true,
  name: true,
  isRated: true,
  inUseSince: true,
  edits: true,
  ratings: { orderBy: { position: "asc" }, select: { ...ratingSelect, retiredAt: true } },
  problems: { orderBy: { position: "asc" }, select: problemSelect },
} satisfies Prisma.ScaleSelect;

export type ScaleRating = RatingView & { isRetired: boolean };

/** A scale as those who set it up see it, retired ratings included. */
export type ScaleView = {
  id: string;
  key: string;
  version: number;
  name: string;
  isRated: boolean;
  /** Null: a draft. */
  inUseSince: Date | null;
  /** Grows with every change of the draft. */
  edits: number;
  ratings: ScaleRating[];
  problems: ProblemView[];
};

/** The ratings of a scale that can be given, in the order of the scale. */
export function listRatings(scaleId: string, on: Db = db): Promise<RatingView[]> {
  return on.rating.findMany({
    where: { scaleId, retiredAt: null },
    orderBy: { position: "asc" },
    select: ratingSelect,
  });
}

/** What a verdict on this scale is chosen from. */
export async function getScaleChoices(scaleId: string): Promise<ScaleChoices> {
  const { ratings, problems, isRated } = await requireScale(scaleId);
  return {
    isRated,
    problems,
    ratings: ratings.filter(({ isRetired }) => !isRetired).map(({ isRetired: _, ...rating }) => rating),
  };
}

/** One scale, whatever version. Throws when there is none. */
export async function requireScale(scaleId: string, on: Db = db): Promise<ScaleView> {
  return toView(await on.scale.findUniqueOrThrow({ where: { id: scaleId }, select: scaleSelect }));
}

/** The draft somebody is drawing up, or null. */
export async function getDraft(on: Db = db): Promise<ScaleView | null> {
  const row = await on.scale.findFirst({ where: { inUseSince: null }, select: scaleSelect });
  return row && toView(row);
}

/** Scales that were in use, latest first, with how many verdicts were given on each. */
export async function listUsedScales(): Promise<(ScaleView & { verdicts: number })[]> {
  const rows = await db.scale.findMany({
    where: { inUseSince: { not: null } },
    orderBy: [{ inUseSince: "desc" }, { id: "desc" }],
    take: MOST_LISTED,
    select: {
      ...scaleSelect,
      ratings: {
        ...scaleSelect.ratings,
        select: { ...scaleSelect.ratings.select, _count: { select: { verdicts: true } } },
      },
    },
  });
  return rows.map(({ ratings, ...row }) => ({
    ...toView({ ...row, ratings }),
    verdicts: ratings.reduce((sum, { _count }) => sum + _count.verdicts, 0),
  }));
}

const MOST_LISTED = 50;

/**
 * Ratings that were given before and mean something that none of `scaleId` does, latest first, each meaning once: claims
 * still carry them.
 */
export async function listEarlierRatings(scaleId: string): Promise<RatingView[]> {
  const rows = await db.rating.findMany({
    where: { verdicts: { some: {} }, OR: [{ scaleId: { not: scaleId } }, { retiredAt: { not: null } }] },
    orderBy: [{ scale: { inUseSince: "desc" } }, { position: "asc" }, { id: "asc" }],
    take: MOST_LISTED,
    select: ratingSelect,
  });
  const meaning = ({ key, label, definition }: RatingView) => JSON.stringify([key, label, definition]);
  const seen = new Set((await listRatings(scaleId)).map(meaning));
  return rows.filter((row) => !seen.has(meaning(row)) && seen.add(meaning(row)));
}

function toView({ ratings, ...scale }: Prisma.ScaleGetPayload<{ select: typeof scaleSelect }>): ScaleView {
  return {
    ...scale,
    ratings: ratings.map(({ id, key, label, definition, tone, value, position, retiredAt }) => ({
      ...{ id, key, label, definition, tone, value, position },
      isRetired: retiredAt !== null,
    })),
  };
}

type Chosen = { ratingId: string; problemId: string | null; scaleId: string };

/** Whether a rating, and the kind of problem if any, are the newsroom's and not retired. */
export async function canBeGiven(on: Db, { ratingId, problemId, scaleId }: Chosen): Promise<boolean> {
  const ratings = await on.rating.count({ where: { id: ratingId, scaleId, retiredAt: null } });
  if (ratings === 0 || problemId === null) return ratings > 0;
  return (await on.problem.count({ where: { id: problemId, scaleId } })) > 0;
}
