import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { CLAIM_STATES, type ClaimState } from "#lib/claims/values.ts";

/** What is asked of a claim's state: one of them, or several that mean the same to who works through an article. */
export const STATE_GROUPS = ["unresolved", "resolved"] as const;
export type StateChoice = (typeof STATE_GROUPS)[number] | ClaimState;

/** Oneself in either part, who wrote the claim, or who reviews it, by the member's id. */
export type PersonChoice = "mine" | `author.${string}` | `reviewer.${string}`;

/** Which of an article's claims are shown. Null: it does not matter. */
export type ClaimFilter = {
  readonly state: StateChoice | null;
  readonly person: PersonChoice | null;
  readonly topic: string | null;
};

/** The parts of a filter, by the names they have in the address. */
export const FILTER_PARTS = ["state", "person", "topic"] as const;

export const NO_FILTER: ClaimFilter = { state: null, person: null, topic: null };

const STATE_CHOICES: readonly StateChoice[] = [...STATE_GROUPS, ...CLAIM_STATES];

/** What the address asks for. What it cannot mean is not asked for. */
export function filterFrom(params: { get: (name: string) => string | null }): ClaimFilter {
  const person = params.get("person") ?? "";
  return {
    state: STATE_CHOICES.find((choice) => choice === params.get("state")) ?? null,
    person: isPersonChoice(person) ? person : null,
    topic: params.get("topic") || null,
  };
}

function isPersonChoice(text: string): text is PersonChoice {
  return /^(mine|(author|reviewer)\..+)$/.test(text);
}

/** The query of an address that asks for `filter`, and for everything else that `search` did. */
export function searchFor(filter: ClaimFilter, search: string): string {
  const params = new URLSearchParams(search);
  for (const part of FILTER_PARTS) {
    const value = filter[part];
    if (value === null) params.delete(part);
    else params.set(part, value);
  }
  return params.size > 0 ? `?${params}` : "";
}

export function isFiltering(filter: ClaimFilter): boolean {
  return FILTER_PARTS.some((part) => filter[part] !== null);
}

/** Waits for its verdict. */
export function isUnresolved({ state, tone }: Pick<DeskClaim, "state" | "tone">): boolean {
  return tone === null && state !== "dismissed";
}

type Filtered = Pick<DeskClaim, "state" | "tone" | "authorId" | "lease" | "topics">;

/** Whether a claim is one of those `filter` asks for. `memberId`: whose page it is. */
export function fits(claim: Filtered, { state, person, topic }: ClaimFilter, memberId: string): boolean {
  return (
    (state === null || isInState(claim, state)) &&
    (person === null || isOf(claim, person, memberId)) &&
    (topic === null || claim.topics.includes(topic))
  );
}

function isInState(claim: Filtered, choice: StateChoice): boolean {
  if (choice === "unresolved") return isUnresolved(claim);
  if (choice === "resolved") return claim.tone !== null;
  return claim.state === choice;
}

function isOf({ authorId, lease }: Filtered, choice: PersonChoice, memberId: string): boolean {
  if (choice === "mine") return authorId === memberId || lease?.holderId === memberId;
  return choice === `author.${authorId}` || (lease !== null && choice === `reviewer.${lease.holderId}`);
}

/** What there is to choose from in some claims: states in the order of a claim's life, the rest by name. */
export type Choices = {
  states: readonly ClaimState[];
  authors: readonly { id: string; name: string }[];
  reviewers: readonly { id: string; name: string }[];
  topics: readonly string[];
};

export function choicesIn(claims: readonly DeskClaim[], locale: string): Choices {
  const states = new Set<ClaimState>();
  const authors = new Map<string, string>();
  const reviewers = new Map<string, string>();
  const topics = new Set<string>();
  for (const { state, authorId, authorName, lease, topics: its } of claims) {
    states.add(state);
    authors.set(authorId, authorName);
    if (lease) reviewers.set(lease.holderId, lease.holderName);
    for (const topic of its) topics.add(topic);
  }
  const { compare } = new Intl.Collator(locale);
  const byName = (people: Map<string, string>) =>
    [...people].map(([id, name]) => ({ id, name })).sort((a, b) => compare(a.name, b.name));
  return {
    states: CLAIM_STATES.filter((state) => states.has(state)),
    authors: byName(authors),
    reviewers: byName(reviewers),
    topics: [...topics].sort(compare),
  };
}

/** The parts of a filter that name a person or a topic no claim has. */
export function unknownIn({ person, topic }: ClaimFilter, claims: readonly DeskClaim[]): ClaimFilter {
  const isKnown = (part: ClaimFilter) => claims.some((claim) => fits(claim, part, ""));
  return {
    state: null,
    person: person === null || person === "mine" || isKnown({ ...NO_FILTER, person }) ? null : person,
    topic: topic === null || isKnown({ ...NO_FILTER, topic }) ? null : topic,
  };
}

/** `filter` without the parts that are the same in `ignored`. */
export function withoutParts(filter: ClaimFilter, ignored: ClaimFilter): ClaimFilter {
  const { state, person, topic } = filter;
  return {
    state: state === ignored.state ? null : state,
    person: person === ignored.person ? null : person,
    topic: topic === ignored.topic ? null : topic,
  };
}
