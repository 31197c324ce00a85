import { sameWords } from "#lib/anchoring/diff/same-words.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { type ClaimFacts, wrote } from "#lib/claims/rules.ts";
import type { ClaimantKind } from "#lib/claims/values.ts";
import type { Refusal } from "#lib/errors.ts";
import { nameKey } from "#lib/input.ts";
import { type AskedFacts, standingOf } from "#lib/replies/rules.ts";
import type { SourceKind, Stance, Visibility } from "#lib/sources/values.ts";
import type { CorrectClaimInput } from "./schema.ts";
import { type CorrectionType, GATE_KEYS, type GateKey } from "./values.ts";

/** What the gate looks at. */
export type GateFacts = {
  evidence: readonly {
    stance: Stance;
    visibility: Visibility;
    kind: SourceKind;
    hasSnapshot: boolean;
    noSnapshotReason: string | null;
  }[];
  noPrimaryReason: string | null;
  searchNote: string | null;
  verdict: { conclusion: string; rationale: string } | null;
  /** Opinions given in this round. */
  opinionCount: number;
  /** Null when nobody in particular said it. */
  claimantKind: ClaimantKind | null;
  /** Who was asked for a reply, and what came of it. */
  replies: readonly AskedFacts[];
  /** What the newsroom asks. */
  minSources: number;
  opinionsRequired: number;
  now: Date;
};

/**
 * How an item stands. `waits`: settled, but an answer may still come. `overdue`: settled, but the time to answer is
 * over and nobody has noted what came of it. `not_yet`: there is nothing it could be judged by.
 */
export type GateStatus = "done" | "waits" | "overdue" | "not_yet" | "missing";

/** `passed`: it is in nobody's way. */
export type GateItem = { key: GateKey; status: GateStatus; passed: boolean };

const CHECKS: Record<GateKey, (facts: GateFacts) => boolean | GateStatus> = {
  sources: ({ evidence, minSources }) => evidence.length >= minSources,
  primary: ({ evidence, noPrimaryReason }) =>
    noPrimaryReason !== null || evidence.some(({ kind }) => kind === "primary"),
  snapshots: ({ evidence }) =>
    evidence.length === 0
      ? "not_yet"
      : evidence.every(
          ({ visibility, hasSnapshot, noSnapshotReason }) =>
            visibility === "confidential" || hasSnapshot || noSnapshotReason !== null,
        ),
  both_sides: ({ evidence, searchNote }) =>
    searchNote !== null ||
    (evidence.some(({ stance }) => stance === "supports") &&
      evidence.some(({ stance }) => stance === "refutes")),
  verdict: ({ verdict }) => verdict !== null && verdict.conclusion !== "" && verdict.rationale !== "",
  second_opinion: ({ opinionCount, opinionsRequired }) => opinionCount >= opinionsRequired,
  reply: ({ claimantKind, replies, now }) => {
    if (claimantKind !== "person" && claimantKind !== "organisation") return true;
    const standings = replies.map((reply) => standingOf(reply, now));
    return (["overdue", "waits"] as const).find((known) => standings.includes(known)) ?? replies.length > 0;
  },
};

/** The checklist before publishing, in the order it is shown. */
export function gate(facts: GateFacts): GateItem[] {
  return GATE_KEYS.map((key) => {
    const answer = CHECKS[key](facts);
    const status = answer === true ? "done" : answer === false ? "missing" : answer;
    return { key, status, passed: status !== "missing" };
  });
}

/** What stands in the way of publishing, in the order of the checklist. */
export function missingOf(items: readonly GateItem[]): GateKey[] {
  return items.filter(({ passed }) => !passed).map(({ key }) => key);
}

/** How much of the checklist is still to do: what is missing, and what nothing can be said of yet. */
export function countLeft(items: readonly GateItem[]): number {
  return items.filter(({ status }) => status === "missing" || status === "not_yet").length;
}

export type Override = { item: GateKey; reason: string };

/**
 * Why a claim may not be published, or null. An editor may override the one missing item with a reason, except
 * the verdict: without one there is nothing to publish. `missing` lists the keys, separated by commas.
 */
export function publishRefusal(items: readonly GateItem[], override: Override | null): Refusal | null {
  const missing = missingOf(items);
  if (missing.length === 0) return null;
  const blocked: Refusal = { reason: "gate_blocked", values: { missing: missing.join(",") } };
  if (override === null || missing.includes("verdict")) return blocked;
  if (missing.length > 1) return { reason: "override_one_item" };
  return missing[0] === override.item ? null : blocked;
}

/** Why nothing of an article may be published yet, or null. `at`: an ISO instant. */
export function embargoRefusal(embargoUntil: Date | null, now: Date): Refusal | null {
  if (embargoUntil === null || embargoUntil <= now) return null;
  return { reason: "under_embargo", values: { at: embargoUntil.toISOString() } };
}

type Judged = Pick<CorrectClaimInput, "ratingId" | "conclusion" | "rationale"> & {
  problemId: string | null;
};

/** Whether the verdict itself differs, not only the claim's wording or its sources. */
export function isNewVerdict(before: Judged, after: Judged): boolean {
  return (
    before.ratingId !== after.ratingId ||
    before.problemId !== after.problemId ||
    before.conclusion !== after.conclusion ||
    before.rationale !== after.rationale
  );
}

type Correction = {
  type: CorrectClaimInput["type"];
  ratingChanged: boolean;
  /** Whether readers would see any difference at all. */
  hasChanges: boolean;
  /** Whose claim it is, and whose it was. */
  claim: Pick<ClaimFacts, "authorId" | "formerAuthorIds">;
};

/**
 * Why a correction may not be made like this, or null. Readers are told "verdict changed" exactly when the
 * rating changed, and nobody changes the rating of their own claim, or of one they wrote before it was handed over.
 */
export function correctionRefusal(
  { type, ratingChanged, hasChanges, claim }: Correction,
  actor: Pick<Actor, "id">,
): Refusal | null {
  if (!hasChanges) return { reason: "nothing_changed" };
  if (ratingChanged && type !== "verdict_changed") return { reason: "rating_changed" };
  if (!ratingChanged && type === "verdict_changed") return { reason: "rating_unchanged" };
  return ratingChanged && wrote(claim, actor.id) ? { reason: "own_claim" } : null;
}

/** Whether an editor changed the verdict since it was published: the opinions are about the first one then. */
export function isVerdictChanged(corrections: readonly { type: CorrectionType }[]): boolean {
  return corrections.some(({ type }) => type === "verdict_changed");
}

/** Whether all words that were checked still stand in the article. Words said to be gone when they were checked do not. */
export function standsAsChecked(
  checked: readonly { quote: string; isGone: boolean }[],
  found: readonly { quote: string }[],
): boolean {
  return checked.every(
    ({ quote, isGone }) => !isGone && found.some((passage) => sameWords(passage.quote, quote)),
  );
}

/**
 * Whether readers still have to be given a correction: the words the desk settled (`settled`, in the newest text) are
 * others than the ones that were checked and shown. Nothing is left when all are gone and readers were told so.
 */
export function correctionIsLeft(
  checked: readonly { quote: string; isGone: boolean }[],
  settled: readonly { quote: string }[],
): boolean {
  const shown = checked.filter(({ isGone }) => !isGone);
  const has = (passages: readonly { quote: string }[], quote: string) =>
    passages.some((passage) => sameWords(passage.quote, quote));
  return shown.some(({ quote }) => !has(settled, quote)) || settled.some(({ quote }) => !has(shown, quote));
}

/** Why a claim's page carries no ClaimReview. */
export type Ineligible = "withdrawn" | "own_article" | "no_claimant" | "own_claimant";

/** What keeps a claim from having ClaimReview that can be told before it is published; null when nothing does. */
export function whyNoClaimReview(
  { origin, claimantName }: { origin: "own" | "external"; claimantName: string | null },
  newsroomName: string,
): Ineligible | null {
  if (origin === "own") return "own_article";
  if (claimantName === null) return "no_claimant";
  return nameKey(claimantName) === nameKey(newsroomName) ? "own_claimant" : null;
}
