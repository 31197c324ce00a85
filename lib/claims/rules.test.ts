import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { bulkRefusal } from "#lib/bulk/rules.ts";
import type { Refusal } from "#lib/errors.ts";
import { removalRefusal } from "#lib/replies/rules.ts";
import { afterOpinion } from "#lib/reviews/rules.ts";
import {
  assigneeRefusal,
  CLAIM_COMMANDS,
  type ClaimCommand,
  type ClaimFacts,
  maySeeOpinions,
  refusal,
  refusals,
  snoozeRefusal,
} from "./rules.ts";
import { CLAIM_STATES, type ClaimState } from "./values.ts";

/*
 * Who may do what to a claim, and when. One block per command, one line per state it is possible in, one column
 * per person. In every state without a line the command is refused: because of the state to those whose role
 * would do, because of the role to everybody else.
 *
 *   yes    may do it                        take   has to take the claim from the queue first
 *   role   the role does not allow it       late   their time with the claim ran out
 *   yours  only the author or an editor     held   somebody else is working on it
 *   own    it is their own claim            given  already gave an opinion in this round
 *   taken  a reviewer has it, so it stays with the reviewers
 *   kept   an editor asked somebody else
 *   told   readers know of it
 *
 * Besides what is done to the claim itself: "record_reply" is a request in the log of replies, made or answered;
 * "remove_reply" takes one out again that the person wrote down themselves; "publish_several" is publishing by the bulk
 * what nobody disagreed on and nothing is missing of.
 *
 * "late": took the claim and let the time run out. "earlier": gave an opinion in this round, if there is one yet.
 * "waits": somebody else holds the claim just now, where it can be held. "kept": an editor asked somebody else to do it.
 */
const TABLE = `
                reporter      reviewer                                        editor                admin  unknown
                author other  author other  holds  late  earlier waits kept  author other  waits   other  other
edit
  draft         yes    yours  yes    yours  yours  yours yours   yours yours yes    yes    yes     yes    role
  queued        role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  ready         role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  published     role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
delete
  draft         yes    yours  yes    yours  yours  yours yours   yours yours yes    yes    yes     yes    role
  dismissed     yes    yours  yes    yours  yours  yours yours   yours yours yes    yes    yes     yes    role
submit
  draft         yes    yours  yes    yours  yours  yours yours   yours yours yes    yes    yes     yes    role
recall
  queued        yes    yours  yes    yours  yours  yours yours   yours yours yes    yes    yes     yes    role
  in_review     yes    yours  yes    yours  yours  yours yours   yours yours yes    yes    taken   yes    role
edit_evidence
  draft         yes    yours  yes    yours  yours  yours yours   yours yours yes    yes    yes     yes    role
  queued        role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  in_review     role   role   own    take   yes    late  take    held  kept  yes    yes    yes     yes    role
  second_review role   role   own    take   yes    late  given   held  kept  yes    yes    yes     yes    role
  adjudication  role   role   own    take   yes    late  given   held  kept  yes    yes    yes     yes    role
  ready         role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  published     role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
record_reply
  draft         yes    yours  yes    yours  yours  yours yours   yours yours yes    yes    yes     yes    role
  queued        role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  in_review     role   role   own    take   yes    late  take    held  kept  yes    yes    yes     yes    role
  second_review role   role   own    take   yes    late  given   held  kept  yes    yes    yes     yes    role
  adjudication  role   role   own    take   yes    late  given   held  kept  yes    yes    yes     yes    role
  ready         role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  published     role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
remove_reply
  draft         yes    yours  yes    yours  yours  yours yours   yours yours yes    yes    yes     yes    role
  queued        role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  in_review     role   role   own    take   yes    late  take    held  kept  yes    yes    yes     yes    role
  second_review role   role   own    take   yes    late  given   held  kept  yes    yes    yes     yes    role
  adjudication  role   role   own    take   yes    late  given   held  kept  yes    yes    yes     yes    role
  ready         role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  published     role   role   role   role   role   role  role    role  role  told   told   told    told   role
attest
  draft         role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  queued        role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  in_review     role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  second_review role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  adjudication  role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  ready         role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  published     role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
take
  queued        role   role   own    yes    yes    yes   yes     yes   kept  own    yes    yes     yes    role
  in_review     role   role   own    yes    yes    yes   yes     held  kept  own    yes    held    yes    role
  second_review role   role   own    yes    yes    yes   given   held  kept  own    yes    held    yes    role
  adjudication  role   role   own    yes    yes    yes   given   held  kept  own    yes    held    yes    role
release
  in_review     role   role   take   take   yes    yes   take    held  take  take   take   yes     take   role
  second_review role   role   take   take   yes    yes   take    held  take  take   take   yes     take   role
  adjudication  role   role   take   take   yes    yes   take    held  take  take   take   yes     take   role
decide
  queued        role   role   own    take   take   take  take    take  kept  own    take   take    take   role
  in_review     role   role   own    take   yes    late  take    held  kept  own    take   held    take   role
  second_review role   role   own    take   yes    late  given   held  kept  own    take   held    take   role
  adjudication  role   role   own    take   yes    late  given   held  kept  own    take   held    take   role
return
  queued        role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  in_review     role   role   own    take   yes    late  take    held  kept  yes    yes    yes     yes    role
  second_review role   role   own    take   yes    late  given   held  kept  yes    yes    yes     yes    role
  adjudication  role   role   own    take   yes    late  given   held  kept  yes    yes    yes     yes    role
  ready         role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
dismiss
  draft         yes    yours  yes    yours  yours  yours yours   yours yours yes    yes    yes     yes    role
  queued        role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  in_review     role   role   own    take   yes    late  take    held  kept  yes    yes    yes     yes    role
reopen
  dismissed     yes    yours  yes    yours  yours  yours yours   yours yours yes    yes    yes     yes    role
prioritise
  queued        role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  in_review     role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  second_review role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  adjudication  role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
assign
  queued        role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  in_review     role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  second_review role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
  adjudication  role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
snooze
  queued        role   role   own    yes    yes    yes   yes     yes   yes   own    yes    yes     yes    role
  in_review     role   role   own    yes    yes    yes   yes     yes   yes   own    yes    yes     yes    role
  second_review role   role   own    yes    yes    yes   given   yes   yes   own    yes    yes     yes    role
  adjudication  role   role   own    yes    yes    yes   given   yes   yes   own    yes    yes     yes    role
publish
  ready         role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
publish_several
  ready         role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
correct
  published     role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
withdraw
  published     role   role   role   role   role   role  role    role  role  yes    yes    yes     yes    role
`;

/** What can be done to a claim besides the commands of its life, by the rules that are asked for it. */
const BESIDES = {
  record_reply: (claim, actor) => refusal("edit_evidence", claim, actor, now),
  remove_reply: (claim, actor) =>
    refusal("edit_evidence", claim, actor, now) ??
    removalRefusal({ createdById: actor.id, claimState: claim.state }, actor),
  publish_several: (claim, actor) =>
    bulkRefusal("publish", { claim, answers: ["true", "true"], blocked: null }, actor, now),
} satisfies Record<string, (claim: ClaimFacts, actor: Actor) => Refusal | null>;

type Deed = ClaimCommand | keyof typeof BESIDES;
const DEEDS: readonly Deed[] = [...CLAIM_COMMANDS, ...(Object.keys(BESIDES) as (keyof typeof BESIDES)[])];

function refusalOf(deed: Deed, claim: ClaimFacts, actor: Actor): Refusal | null {
  if (deed in BESIDES) return BESIDES[deed as keyof typeof BESIDES](claim, actor);
  return refusal(deed as ClaimCommand, claim, actor, now);
}

/** The least role of each, for the states without a line. */
const NEEDS: Record<Deed, "reporter" | "reviewer" | "editor"> = {
  edit: "reporter",
  delete: "reporter",
  submit: "reporter",
  recall: "reporter",
  edit_evidence: "reporter",
  attest: "editor",
  take: "reviewer",
  release: "reviewer",
  decide: "reviewer",
  return: "reviewer",
  dismiss: "reporter",
  reopen: "reporter",
  prioritise: "editor",
  assign: "editor",
  snooze: "reviewer",
  publish: "editor",
  correct: "editor",
  withdraw: "editor",
  record_reply: "reporter",
  remove_reply: "reporter",
  publish_several: "editor",
};

const REASONS = {
  yes: undefined,
  role: "not_allowed",
  yours: "not_yours",
  own: "own_claim",
  given: "opinion_given",
  held: "leased_by_other",
  take: "lease_missing",
  late: "lease_expired",
  taken: "taken_by_other",
  kept: "assigned_to_other",
  told: "reply_published",
} as const;
type Cell = keyof typeof REASONS;

type Relation = "author" | "other" | "holds" | "late" | "earlier" | "waits" | "kept";
type Person = { role: string; is: Relation };

const PEOPLE: Person[] = [
  { role: "reporter", is: "author" },
  { role: "reporter", is: "other" },
  { role: "reviewer", is: "author" },
  { role: "reviewer", is: "other" },
  { role: "reviewer", is: "holds" },
  { role: "reviewer", is: "late" },
  { role: "reviewer", is: "earlier" },
  { role: "reviewer", is: "waits" },
  { role: "reviewer", is: "kept" },
  { role: "editor", is: "author" },
  { role: "editor", is: "other" },
  { role: "editor", is: "waits" },
  { role: "admin", is: "other" },
  { role: "intern", is: "other" },
];

const now = new Date("2026-03-01T12:00:00Z");
const LATER = new Date("2026-03-01T12:00:01Z");
const EARLIER = now;

const me = (role: string): Actor => ({ id: "me", name: "Me", role: role as Actor["role"] });

/** A claim as it can be in this state, with this person in their relation to it. */
function claimFor(state: ClaimState, is: Relation): ClaimFacts {
  const canBeHeld = state === "in_review" || state === "second_review" || state === "adjudication";
  const lease = {
    holds: { holderId: "me", holderName: "Me", expiresAt: LATER },
    late: { holderId: "me", holderName: "Me", expiresAt: EARLIER },
    waits: { holderId: "ben", holderName: "Ben", expiresAt: LATER },
    author: null,
    other: null,
    earlier: null,
    kept: null,
  }[is];
  const hasOpinions = !["draft", "queued", "in_review", "dismissed"].includes(state);
  return {
    state,
    authorId: is === "author" ? "me" : "ana",
    formerAuthorIds: [],
    evidenceCount: 1,
    passageCount: 1,
    wasSubmitted: state !== "draft" && state !== "dismissed",
    reviewerIds: hasOpinions ? [is === "earlier" ? "me" : "carl"] : [],
    stage: canBeHeld || state === "queued" ? "first" : null,
    lease: canBeHeld ? lease : null,
    assignment: is === "kept" ? { memberId: "ben", memberName: "Ben", until: LATER } : null,
  };
}

function readTable(): Map<string, Cell[]> {
  const cells = new Map<string, Cell[]>();
  let command = "";
  for (const line of TABLE.split("\n").slice(3)) {
    const [first = "", ...rest] = line.trim().split(/\s+/);
    if (rest.length === 0) command = first;
    else cells.set(`${command} ${first}`, rest as Cell[]);
  }
  return cells;
}

const RANKS = ["intern", "reporter", "reviewer", "editor", "admin"];

function expected(command: Deed, state: ClaimState, person: Person, index: number): string | undefined {
  const line = readTable().get(`${command} ${state}`);
  if (line) {
    const cell = line[index];
    if (cell === undefined || !Object.hasOwn(REASONS, cell)) throw new Error(`no such cell: ${cell}`);
    return REASONS[cell];
  }
  return RANKS.indexOf(person.role) < RANKS.indexOf(NEEDS[command]) ? "not_allowed" : "wrong_state";
}

describe("every command in every state for every person", () => {
  test("the table names only commands and states there are, and decides for all fourteen people", () => {
    for (const [key, line] of readTable()) {
      const [command, state] = key.split(" ");
      expect(DEEDS).toContain(command);
      expect(CLAIM_STATES).toContain(state);
      expect(line, key).toHaveLength(PEOPLE.length);
    }
  });

  for (const command of DEEDS) {
    test.each(CLAIM_STATES)(`${command} while %s`, (state) => {
      for (const [index, person] of PEOPLE.entries()) {
        const answer = refusalOf(command, claimFor(state, person.is), me(person.role));
        const cell = `${command} while ${state}: ${person.role}, ${person.is}`;
        expect(answer?.reason, cell).toBe(expected(command, state, person, index));
        if (answer?.reason === "wrong_state") expect(answer.values).toEqual({ state });
      }
    });
  }

  test("all answers at once are the single answers", () => {
    const claim = claimFor("in_review", "holds");
    const all = refusals(claim, me("reviewer"), now);
    for (const command of CLAIM_COMMANDS) {
      expect(all[command]).toEqual(refusal(command, claim, me("reviewer"), now));
    }
  });
});

describe("what the table cannot say", () => {
  const draft = claimFor("draft", "author");
  const reporter = me("reporter");

  test("of several claims, one is left out on which opinions differed, or that something keeps from readers", () => {
    const claim = claimFor("ready", "other");
    const facts = { claim, answers: ["true", "true"], blocked: null };
    const several = (change: object) =>
      bulkRefusal("publish", { ...facts, ...change }, me("editor"), now)?.reason;
    expect(several({ answers: ["true", "false"] })).toBe("opinions_differed");
    expect(several({ blocked: { reason: "gate_blocked" } })).toBe("gate_blocked");
  });

  test("what somebody else wrote down in the log of replies nobody takes out, not even an admin", () => {
    for (const claimState of CLAIM_STATES) {
      const refused = removalRefusal({ createdById: "ana", claimState }, me("admin"));
      expect(refused).toEqual({ reason: "reply_not_yours" });
    }
  });

  test("a claim without evidence is not submitted", () => {
    expect(refusal("submit", { ...draft, evidenceCount: 0 }, reporter, now)).toEqual({
      reason: "no_evidence",
    });
  });

  test("a claim without its words in the article is not submitted", () => {
    expect(refusal("submit", { ...draft, passageCount: 0 }, reporter, now)).toEqual({ reason: "no_passage" });
  });

  test("a draft that was in the queue before is not deleted, not even by an editor", () => {
    const returned = { ...draft, wasSubmitted: true };
    expect(refusal("delete", returned, reporter, now)).toEqual({ reason: "was_submitted" });
    expect(refusal("delete", returned, me("admin"), now)).toEqual({ reason: "was_submitted" });
  });

  test("who is told that somebody else has the claim hears who and until when", () => {
    const values = { name: "Ben", until: LATER.toISOString() };
    expect(refusal("take", claimFor("in_review", "waits"), me("reviewer"), now)).toEqual({
      reason: "leased_by_other",
      values,
    });
  });

  test("a claim somebody has taken is not called back from under their hands", () => {
    const taken = { ...claimFor("in_review", "waits"), authorId: "me" };
    expect(refusal("recall", taken, reporter, now)).toEqual({
      reason: "taken_by_other",
      values: { name: "Ben" },
    });
    const lapsed = { holderId: "ben", holderName: "Ben", expiresAt: EARLIER };
    expect(refusal("recall", { ...taken, lease: lapsed }, reporter, now)).toBeNull();
  });

  test("whom an editor asked may take it, and so may everybody once the time for that is over", () => {
    const claim = claimFor("queued", "kept");
    const kept = (memberId: string, until: Date) => ({
      ...claim,
      assignment: { memberId, memberName: "Ben", until },
    });
    expect(refusal("take", kept("me", LATER), me("reviewer"), now)).toBeNull();
    expect(refusal("take", kept("ben", EARLIER), me("reviewer"), now)).toBeNull();
    expect(refusal("take", kept("ben", LATER), me("editor"), now)).toEqual({
      reason: "assigned_to_other",
      values: { name: "Ben" },
    });
  });

  test.each([
    [{ id: "ben" }, undefined],
    [{ id: "ben", role: "admin" }, undefined],
    [{ id: "ana" }, "assignee_own_claim"],
    [{ id: "carl" }, "assignee_gave_opinion"],
    [{ id: "ben", role: "reporter" }, "assignee_no_reviewer"],
    [{ id: "ben", role: "intern" }, "assignee_no_reviewer"],
    [{ id: "ben", isDisabled: true }, "assignee_disabled"],
  ])("of the people an editor may ask: %j", (person, reason) => {
    const claim = claimFor("second_review", "other");
    const member = { ...me("reviewer"), isDisabled: false, name: "Ben", ...person } as Actor & {
      isDisabled: boolean;
    };
    expect(assigneeRefusal(claim, member)).toEqual(reason ? { reason, values: { name: "Ben" } } : null);
  });

  test("a claim is put aside for a while, not into the past and not for good", () => {
    const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
    expect(snoozeRefusal(now, now)).toEqual({ reason: "snooze_past" });
    expect(snoozeRefusal(days(1), now)).toBeNull();
    expect(snoozeRefusal(days(31), now)).toBeNull();
    expect(snoozeRefusal(days(32), now)).toEqual({ reason: "snooze_too_long" });
  });

  test("somebody else's expired lease is in nobody's way", () => {
    const claim = claimFor("in_review", "waits");
    const left = { ...claim, lease: { holderId: "ben", holderName: "Ben", expiresAt: EARLIER } };
    expect(refusal("take", left, me("reviewer"), now)).toBeNull();
    expect(refusal("decide", left, me("reviewer"), now)).toEqual({ reason: "lease_missing" });
  });
});

describe("any sequence of commands by anybody", () => {
  const MEMBERS: Actor[] = [
    { id: "reporter", name: "Ria", role: "reporter" },
    { id: "reviewer-1", name: "Rob", role: "reviewer" },
    { id: "reviewer-2", name: "Rue", role: "reviewer" },
    { id: "reviewer-3", name: "Rex", role: "reviewer" },
    { id: "editor", name: "Eve", role: "editor" },
    { id: "admin", name: "Ada", role: "admin" },
    { id: "intern", name: "Ian", role: "intern" as Actor["role"] },
  ];

  type Opinion = { reviewerId: string; answer: string };
  type Model = ClaimFacts & {
    required: number;
    opinions: Opinion[];
    adjudication: Opinion | null;
    verdict: string | null;
  };
  type Step = { who: number; command: ClaimCommand; rating: string; minutes: number };

  const LEASE = 60 * 60_000;
  const start = (author: Actor, required: number): Model => ({
    state: "draft",
    authorId: author.id,
    formerAuthorIds: [],
    evidenceCount: 1,
    passageCount: 1,
    wasSubmitted: false,
    reviewerIds: [],
    stage: null,
    lease: null,
    assignment: null,
    required,
    opinions: [],
    adjudication: null,
    verdict: null,
  });

  const newRound: Partial<Model> = {
    state: "draft",
    stage: null,
    lease: null,
    reviewerIds: [],
    opinions: [],
    adjudication: null,
    verdict: null,
  };

  function decided(model: Model, opinion: Opinion): Partial<Model> {
    const reviewerIds = [...model.reviewerIds, opinion.reviewerId];
    if (model.stage === "adjudication") {
      return {
        state: "ready",
        stage: null,
        lease: null,
        reviewerIds,
        adjudication: opinion,
        verdict: opinion.answer,
      };
    }
    const opinions = [...model.opinions, opinion];
    const outcome = afterOpinion({ required: model.required, opinions });
    const given = { reviewerIds, opinions, lease: null };
    if (outcome.next === "another") return { ...given, state: "second_review", stage: outcome.stage };
    if (outcome.next === "adjudication") return { ...given, state: "adjudication", stage: "adjudication" };
    return { ...given, state: "ready", stage: null, verdict: outcome.opinion.answer };
  }

  /** What the commands do to a claim, without a database. */
  function apply(model: Model, step: Step, actor: Actor, at: Date): Partial<Model> {
    const holder = { holderId: actor.id, holderName: actor.name, expiresAt: new Date(at.getTime() + LEASE) };
    switch (step.command) {
      case "submit":
        return { state: "queued", stage: "first", wasSubmitted: true };
      case "take":
        return { state: model.state === "queued" ? "in_review" : model.state, lease: holder };
      case "release":
        return { state: model.state === "in_review" ? "queued" : model.state, lease: null };
      case "decide":
        return decided(model, { reviewerId: actor.id, answer: step.rating });
      case "recall":
        return { state: "draft", stage: null, lease: null };
      case "return":
      case "reopen":
        return newRound;
      case "dismiss":
        return { state: "dismissed", stage: null, lease: null };
      case "publish":
        return { state: "published" };
      case "withdraw":
        return { state: "withdrawn" };
      default:
        return {};
    }
  }

  const steps = fc.array(
    fc.record({
      who: fc.nat(MEMBERS.length - 1),
      // Mostly the commands of a review, or no sequence would ever get through one.
      command: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom<ClaimCommand>("submit", "take", "decide", "publish") },
        { weight: 1, arbitrary: fc.constantFrom(...CLAIM_COMMANDS) },
      ),
      rating: fc.constantFrom("true", "true", "false", "mixed"),
      minutes: fc.constantFrom(0, 0, 0, 1, 1, 1, 90),
    }),
    { minLength: 60, maxLength: 160 },
  );

  function everyMoment(check: (model: Model) => void): number {
    let reachedReady = 0;
    fc.assert(
      fc.property(
        fc.nat(MEMBERS.length - 2),
        fc.integer({ min: 1, max: 3 }),
        steps,
        (author, required, sequence) => {
          let model = start(MEMBERS[author] as Actor, required);
          let at = now;
          for (const step of sequence) {
            at = new Date(at.getTime() + step.minutes * 60_000);
            const actor = MEMBERS[step.who] as Actor;
            if (refusal(step.command, model, actor, at) !== null) continue;
            model = { ...model, ...apply(model, step, actor, at) };
            if (model.state === "ready") reachedReady += 1;
            check(model);
          }
        },
      ),
      { numRuns: 2_000, seed: 7 },
    );
    return reachedReady;
  }

  test("nobody ever decides on their own claim, nor twice in a round", () => {
    everyMoment(({ authorId, reviewerIds }) => {
      expect(reviewerIds).not.toContain(authorId);
      expect(new Set(reviewerIds).size).toBe(reviewerIds.length);
    });
  });

  test("nothing gets ready or out with fewer opinions than the newsroom asks for, or against most of them", () => {
    const reachedReady = everyMoment(({ state, opinions, required, adjudication, verdict }) => {
      if (state !== "ready" && state !== "published") return;
      expect(opinions.length).toBeGreaterThanOrEqual(required);
      expect(new Set(opinions.map(({ reviewerId }) => reviewerId)).size).toBe(opinions.length);
      const inFavour = opinions.filter(({ answer }) => answer === verdict).length;
      if (adjudication) expect(verdict).toBe(adjudication.answer);
      else expect(inFavour).toBeGreaterThan(opinions.length / 2);
    });
    expect(reachedReady).toBeGreaterThan(500);
  });

  test("opinions stay hidden until all those required are in", () => {
    everyMoment((model) => {
      if (model.opinions.length < model.required) expect(maySeeOpinions(model)).toBe(false);
    });
  });

  test("a claim is held only while it waits for an opinion", () => {
    everyMoment(({ state, lease, stage }) => {
      const waits = ["queued", "in_review", "second_review", "adjudication"].includes(state);
      expect(stage !== null).toBe(waits);
      if (lease) expect(["in_review", "second_review", "adjudication"]).toContain(state);
    });
  });
});
