import type { ArticleReach } from "#lib/articles/values.ts";
import { HEAD_START } from "./values.ts";

const HOUR = 3_600_000;

/** What an editor says of an article that its claims are ordered by. */
export type Planning = { reach: ArticleReach; deadlineAt: Date | null; embargoUntil: Date | null };

/** Where a claim stands in line: high priority first, then by `dueAt` (none last), then by `standsFrom`. */
export type Place = {
  dueAt: Date | null;
  /** Hours of waiting it is given. */
  headStart: number;
  standsFrom: Date;
};

/** `points`: how much the claim looks worth checking. Time passing changes nothing of it. */
export function placeInLine({
  points,
  enqueuedAt,
  ...planning
}: Planning & { points: number; enqueuedAt: Date }): Place {
  const worth = Math.min(Math.max(Math.round(points * HEAD_START.perPoint), 0), HEAD_START.most);
  const headStart = worth + (planning.reach === "wide" ? HEAD_START.wide : 0);
  return {
    dueAt: dueAt(planning),
    headStart,
    standsFrom: new Date(enqueuedAt.getTime() - headStart * HOUR),
  };
}

/** Milliseconds a claim that was taken back may be away from the queue without losing its place. */
const KEEPS_PLACE = 24 * HOUR;

/**
 * Since when a claim waits that is submitted now. Taking it back to mend a word and submitting it again the same day is no
 * reason to wait anew; a place that is kept for longer would be one in line for something that is not there.
 */
export function waitsSince(
  { recalledAt, waitedSince }: { recalledAt: Date | null; waitedSince: Date | null },
  now: Date,
): Date {
  if (recalledAt === null || waitedSince === null) return now;
  return now.getTime() - recalledAt.getTime() <= KEEPS_PLACE ? waitedSince : now;
}

/** The article's deadline or the end of its embargo, whichever comes first. */
export function dueAt({
  deadlineAt,
  embargoUntil,
}: Pick<Planning, "deadlineAt" | "embargoUntil">): Date | null {
  if (deadlineAt === null || embargoUntil === null) return deadlineAt ?? embargoUntil;
  return deadlineAt < embargoUntil ? deadlineAt : embargoUntil;
}

/** Why a claim stands where it stands, the heaviest first. `worth` is what makes it worth checking. */
export type PlaceReason<Worth extends string = string> =
  | { kind: "high"; by: string | null }
  | { kind: "deadline" | "embargo"; at: Date; isOver: boolean }
  | { kind: "wide" }
  | { kind: "worth"; worth: Worth };

/** How many things that make it worth checking are named: the heaviest say enough. */
const MOST_WORTHS = 2;

/** The reasons of `placeInLine`, for a person to read. */
export function placeReasons<Worth extends string>({
  isHigh,
  highBy,
  worths,
  points,
  now,
  ...planning
}: Planning & {
  isHigh: boolean;
  highBy: string | null;
  worths: readonly Worth[];
  points: number;
  now: Date;
}): PlaceReason<Worth>[] {
  const reasons: PlaceReason<Worth>[] = [];
  if (isHigh) reasons.push({ kind: "high", by: highBy });
  const at = dueAt(planning);
  if (at) {
    const kind = at === planning.deadlineAt ? "deadline" : "embargo";
    reasons.push({ kind, at, isOver: at <= now });
  }
  if (planning.reach === "wide") reasons.push({ kind: "wide" });
  // Without points nothing of it moved the claim forward.
  if (points > 0) {
    for (const worth of worths.slice(0, MOST_WORTHS)) reasons.push({ kind: "worth", worth });
  }
  return reasons;
}
