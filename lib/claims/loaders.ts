import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type HistoryEvent, listHistory } from "#lib/audit/queries.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { Page } from "#lib/cursor.ts";
import { AppError, type Refusal } from "#lib/errors.ts";
import { isId } from "#lib/input.ts";
import { loadNewsroom } from "#lib/members/loaders.ts";
import { getMember } from "#lib/members/queries.ts";
import { listGateFacts } from "#lib/publishing/queries.ts";
import { type GateItem, gate } from "#lib/publishing/rules.ts";
import { countQueue, getSnooze, listReviewers } from "#lib/queue/queries.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { knowsConfidential, namesWithheld } from "#lib/sources/rules.ts";
import { getScaleChoices } from "#lib/verdicts/queries.ts";
import type { ScaleChoices } from "#lib/verdicts/schema.ts";
import type { CheckedClaim } from "./checked-before.ts";
import type { ClaimCard, ClaimListItem } from "./claim-card.ts";
import type { ClaimDetail } from "./claim-detail.ts";
import { claimsToText } from "./claims-as-text.ts";
import { type DeskClaim, toDeskClaim } from "./desk-claim.ts";
import { getClaim, getClaimCard, listCheckedBefore, listClaims, listWork } from "./queries.ts";
import { type ClaimCommand, refusals } from "./rules.ts";
import { REVIEW_STATES, STATE_FILTERS, type StateFilter } from "./values.ts";
import type { Work } from "./work.ts";

/** One claim with what this member may do to it, what publishing still asks, and what happened to it. */
export type ClaimPage = {
  actor: Actor;
  claim: ClaimDetail;
  /** Why not, for each command; null where they may. */
  can: Record<ClaimCommand, Refusal | null>;
  gate: GateItem[];
  /** What a verdict is chosen from. */
  scale: ScaleChoices;
  /** Whom an editor may ask to do it; nobody for those who may not ask. */
  reviewers: { id: string; name: string }[];
  /** Until when the viewer put it aside. */
  snoozedUntil: Date | null;
  history: HistoryEvent[];
  /** Other claims that say nearly the same, while this one is not checked yet. */
  alike: CheckedClaim[];
  now: Date;
};

/** The page of one claim. Not found when there is none. */
export const loadClaim = cache(async (id: string): Promise<ClaimPage> => (await findClaim(id)) ?? notFound());

/** The same, or null when there is no such claim: for pages that show other things beside it. */
export const findClaim = cache(async (id: string): Promise<ClaimPage | null> => {
  const actor = await requireActor();
  const now = new Date();
  const newsroom = await loadNewsroom();
  const [claim, facts, history] = await Promise.all([
    getClaim({ id, viewer: actor }),
    isId(id) ? listGateFacts([id], { ...newsroom, now }).then((found) => found.get(id)) : undefined,
    listHistory({ claimId: id }),
  ]);
  if (!claim || !facts) return null;
  const can = refusals(claim.facts, actor, now);
  const [scale, alike, reviewers, snoozedUntil] = await Promise.all([
    getScaleChoices(newsroom.scaleId),
    listAlike(claim),
    can.assign === null ? listReviewers() : [],
    getSnooze({ claimId: id, memberId: actor.id, now }),
  ]);
  return {
    actor,
    claim,
    can,
    gate: gate(facts),
    scale,
    reviewers,
    snoozedUntil,
    history: history.filter((event) => !namesWithheld(event, withheldFrom(claim, actor))),
    alike,
    now,
  };
});

/** Once a claim is checked, that others say the same is of no use any more. */
async function listAlike({ id, state, statement }: ClaimDetail): Promise<CheckedClaim[]> {
  const isOpen = state === "draft" || REVIEW_STATES.some((known) => known === state);
  return isOpen ? listCheckedBefore({ statement, exceptId: id }) : [];
}

/** Cards as this member may use them, for `claimsFromText`. `listedAt`: when they were read, in milliseconds. */
export function deskClaims(
  cards: readonly ClaimCard[],
  { actor, readAt }: { actor: Actor; readAt: Date },
): { text: string; listedAt: number } {
  return {
    text: claimsToText(cards.map((card) => toDeskClaim(card, { actor, now: readAt }))),
    listedAt: readAt.getTime(),
  };
}

/** One claim's card as this member may use it. Throws `not_found` when there is none. */
export async function requireDeskClaim({ id, actor }: { id: string; actor: Actor }): Promise<DeskClaim> {
  const card = await getClaimCard(id);
  if (!card) throw new AppError("not_found");
  return toDeskClaim(card, { actor, now: new Date() });
}

function withheldFrom({ withheldEvidenceIds, facts }: ClaimDetail, actor: Actor) {
  const { authorId, lease, reviewerIds } = facts;
  const holderId = lease !== null && lease.expiresAt > new Date() ? lease.holderId : null;
  const knowsAll = knowsConfidential({ authorId, reviewerIds, holderId }, actor);
  return { evidenceIds: withheldEvidenceIds, knowsAll };
}

/** Stands in the address for whoever reads it. */
const ME = "me";

/** The desk's list of claims for what the address asks: `state`, `q`, `author` (a member's id, or `me`), `cursor`. */
export async function loadClaims(searchParams: SearchParams): Promise<
  Page<ClaimListItem> & {
    actor: Actor;
    state: StateFilter | null;
    search: string;
    /** Whose claims are asked for, as the address says it; null: everybody's. */
    author: { asked: string; isMine: boolean; name: string | null } | null;
    isFirstPage: boolean;
    now: Date;
  }
> {
  const actor = await requireActor();
  const params = await searchParams;
  const asked = firstOf(params.state);
  const state = STATE_FILTERS.find((known) => known === asked);
  const search = firstOf(params.q);
  const cursor = firstOf(params.cursor);
  const author = authorFrom(params.author);
  const authorId = author === ME ? actor.id : author;
  const [page, member] = await Promise.all([
    listClaims({ state, search, authorId, cursor }),
    authorId === undefined ? null : getMember(authorId),
  ]);
  return {
    ...page,
    actor,
    state: state ?? null,
    search: search ?? "",
    author:
      author === undefined
        ? null
        : { asked: author, isMine: authorId === actor.id, name: member?.name ?? null },
    isFirstPage: cursor === undefined,
    now: new Date(),
  };
}

function authorFrom(asked: string | string[] | undefined): string | undefined {
  const id = firstOf(asked);
  return id === ME || (id !== undefined && isId(id)) ? id : undefined;
}

/** What waits for this member, what became of their claims, and what the queue holds. */
export async function loadMyWork(): Promise<{
  actor: Actor;
  work: Work;
  waiting: { first: number; second: number; adjudication: number; ready: number };
  now: Date;
}> {
  const actor = await requireActor();
  const now = new Date();
  const [work, counts] = await Promise.all([
    listWork({ memberId: actor.id, now }),
    countQueue({ viewer: actor, now }),
  ]);
  const { next: first, second, adjudication, ready } = counts;
  return { work, actor, waiting: { first, second, adjudication, ready }, now };
}
