import { randomUUID } from "node:crypto";
import { assignClaim, snoozeClaim, unassignClaim, wakeClaim } from "#lib/assignments/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { AppError, type Refusal } from "#lib/errors.ts";
import { publishClaim } from "#lib/publishing/commands.ts";
import { releaseClaim } from "#lib/reviews/commands.ts";
import { lastChanges } from "#lib/reviews/queries.ts";
import type { Before, SeenClaim } from "./schema.ts";

/** What is to be done to each, with what it needs. `until` is an instant here. */
export type BulkDeed =
  | { act: "publish" | "release" }
  | { act: "assign"; memberId: string }
  | { act: "snooze"; until: Date };

/** What became of one claim. `undo`: what it takes to put it back, where it can be. */
export type Done = { claimId: string; refusal: Refusal | null; undo: Before | null };

type By = { actor: Actor; now: Date };

/**
 * Does the same to several claims, one after the other: each is a command of its own, with its transaction and its line
 * in the history, and what one of them refuses stops none of the others.
 */
export async function actOnClaims({
  actor,
  claims,
  deed,
  now,
}: By & { claims: readonly SeenClaim[]; deed: BulkDeed }): Promise<Done[]> {
  const batchId = randomUUID();
  const done: (Omit<Done, "undo"> & { before: string | null })[] = [];
  for (const { claimId, seen } of claims) {
    const tried = await attempt(() => perform(deed, { actor, claimId, seen, batchId, now }));
    done.push({ claimId, ...tried });
  }
  const canUndo = deed.act === "assign" || deed.act === "snooze";
  if (!canUndo) return done.map(({ before: _, ...rest }) => ({ ...rest, undo: null }));
  const seen = await lastChanges(
    done.filter(({ refusal }) => refusal === null).map(({ claimId }) => claimId),
    db,
  );
  return done.map(({ before, ...rest }) => {
    const last = seen.get(rest.claimId);
    return { ...rest, undo: last === undefined ? null : { claimId: rest.claimId, seen: last, before } };
  });
}

type One = By & { claimId: string; seen: string };

/** Answers what it was before, where that can be put back. */
async function perform(
  deed: BulkDeed,
  { batchId, ...one }: One & { batchId: string },
): Promise<string | null> {
  const { actor, claimId, seen, now } = one;
  switch (deed.act) {
    case "publish":
      await publishClaim({ actor, claimId, overrideItem: null, overrideReason: null, unread: { seen }, now });
      return null;
    case "release":
      await releaseClaim(one);
      return null;
    case "assign":
      return (await assignClaim({ ...one, memberId: deed.memberId, batchId })).before;
    case "snooze":
      return (await snoozeClaim({ ...one, until: deed.until })).before?.toISOString() ?? null;
  }
}

/** Puts back what was done to several claims, each unless it has changed since. */
export async function undoOnClaims({
  actor,
  act,
  items,
  now,
}: By & { act: "assign" | "snooze"; items: readonly Before[] }): Promise<Done[]> {
  const done: Done[] = [];
  for (const { before, ...one } of items) {
    const tried = await attempt(() => putBack(act, before, { actor, ...one, now }));
    done.push({ claimId: one.claimId, refusal: tried.refusal, undo: null });
  }
  return done;
}

async function putBack(act: "assign" | "snooze", before: string | null, one: One): Promise<null> {
  if (act === "assign") {
    await (before === null ? unassignClaim(one) : assignClaim({ ...one, memberId: before }));
  } else {
    const until = before === null ? null : new Date(before);
    await (until === null ? wakeClaim(one) : snoozeClaim({ ...one, until }));
  }
  return null;
}

async function attempt(
  run: () => Promise<string | null>,
): Promise<{ refusal: Refusal | null; before: string | null }> {
  try {
    return { refusal: null, before: await run() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { refusal: { reason: error.reason, values: error.values }, before: null };
  }
}
