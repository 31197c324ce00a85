import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { assignClaim, snoozeClaim, unassignClaim } from "#lib/assignments/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";
import { correctClaim, publishClaim, withdrawClaim } from "#lib/publishing/commands.ts";
import {
  giveOpinion,
  releaseClaim,
  releaseExpiredLeases,
  returnClaim,
  takeClaim,
} from "#lib/reviews/commands.ts";
import { lockClaim } from "#lib/reviews/queries.ts";
import { recordSighting } from "#lib/sightings/commands.ts";
import { makeArticle, makeClaim, makeEvidence, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  dismissClaim,
  editChecks,
  editClaim,
  prioritiseClaim,
  recallClaim,
  reopenClaim,
  submitClaim,
} from "./commands.ts";
import { type ClaimCommand, refusal } from "./rules.ts";

// The rules' table is about one moment (rules.test.ts). Here anybody does anything in any order, on a real database: each
// command does what the rules said just before, or refuses with their reason, and what stands there always holds.

const start = new Date("2026-03-02T12:00:00Z");

let ratings: string[];
beforeEach(async () => {
  await resetDb();
  const made = await makeNewsroom({ leaseMinutes: 60 });
  ratings = [made.ratings.true ?? "", made.ratings.false ?? ""];
});

type Step = { who: number; whom: number; command: ClaimCommand; rating: number; minutes: number };
type Doing = { actor: Actor; claimId: string; now: Date; whom: Actor; rating: number };

const dismissal = { ground: "out_of_scope", reason: "Nobody asked.", duplicateOf: null } as const;
const words = { conclusion: "So it is.", rationale: "Two sources agree." };

/** What each command is, with words that are always right. A deleted claim has no history to go on with. */
const COMMANDS: Record<Exclude<ClaimCommand, "delete">, (doing: Doing) => Promise<unknown>> = {
  edit: async ({ actor, claimId, now }) => editClaim({ actor, claimId, now, ...(await wordsOf(claimId)) }),
  edit_evidence: async ({ actor, claimId, now }) => {
    const { version } = await db.claim.findUniqueOrThrow({ where: { id: claimId } });
    return editChecks({
      actor,
      claimId,
      version,
      noPrimaryReason: null,
      searchNote: `Looked at ${++told}.`,
      now,
    });
  },
  attest: async ({ actor, claimId, now }) => {
    const told = await db.evidence.findFirstOrThrow({ where: { claimId, visibility: "confidential" } });
    return recordSighting({ actor, evidenceId: told.id, version: told.version, now });
  },
  submit: (doing) => submitClaim(doing),
  recall: (doing) => recallClaim(doing),
  take: (doing) => takeClaim(doing),
  release: (doing) => releaseClaim(doing),
  decide: ({ rating, whom: _, ...doing }) =>
    giveOpinion({ ...doing, ratingId: ratings[rating] ?? "", ...words }),
  return: (doing) => returnClaim({ ...doing, reason: "A source is missing." }),
  dismiss: (doing) => dismissClaim({ ...doing, ...dismissal }),
  reopen: (doing) => reopenClaim(doing),
  prioritise: ({ rating, ...doing }) => prioritiseClaim({ ...doing, priority: rating }),
  assign: ({ whom, ...doing }) =>
    doing.actor.id === whom.id ? unassignClaim(doing) : assignClaim({ ...doing, memberId: whom.id }),
  snooze: (doing) => snoozeClaim({ ...doing, until: new Date(doing.now.getTime() + 86_400_000) }),
  publish: (doing) => publishClaim({ ...doing, overrideItem: null, overrideReason: null }),
  correct: async ({ actor, claimId, now }) => {
    const words = await correctionOf(claimId);
    return correctClaim({ actor, claimId, now, type: "update", reason: "A figure was missing.", ...words });
  },
  withdraw: (doing) => withdrawClaim({ ...doing, reason: "The source was withdrawn." }),
};

/** Makes words that nobody has written yet. */
let told = 0;

async function wordsOf(claimId: string) {
  const { version } = await db.claim.findUniqueOrThrow({ where: { id: claimId } });
  const nobody = { claimantName: null, saidOn: null, saidWhere: null } as const;
  return { version, statement: `It fell by ${++told} percent.`, ...nobody, topics: [] };
}

/** The verdict in force, with another conclusion. Before there is one it is refused for its state. */
async function correctionOf(claimId: string) {
  const [claim, verdict, publication] = await Promise.all([
    db.claim.findUniqueOrThrow({ where: { id: claimId } }),
    db.verdict.findFirst({ where: { claimId }, orderBy: { version: "desc" } }),
    db.publication.findFirst({ where: { claimId, isCurrent: true } }),
  ]);
  return {
    version: publication?.number ?? 1,
    statement: claim.statement,
    ratingId: verdict?.ratingId ?? ratings[0] ?? "",
    conclusion: `So it is, said ${++told} times.`,
    rationale: words.rationale,
  };
}
const NAMES = Object.keys(COMMANDS) as ClaimCommand[];

/** Refused for what the rules of a claim do not know: whom an editor asks. */
const OF_THE_ASSIGNEE = /^assignee_/;

const steps = fc.array(
  fc.record({
    who: fc.nat(5),
    whom: fc.nat(5),
    // Mostly the commands of a review, or no history would ever get through one.
    command: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom<ClaimCommand>("submit", "take", "decide", "decide", "publish"),
      },
      { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
    ),
    rating: fc.nat(1),
    minutes: fc.constantFrom(0, 0, 1, 1, 90),
  }),
  { minLength: 40, maxLength: 60 },
);

test("whatever anybody does in whatever order, commands do what the rules say and the claim holds together", async () => {
  const article = await makeArticle();
  const roles = ["reporter", "reviewer", "reviewer", "reviewer", "editor", "admin"] as const;
  const people = await Promise.all(roles.map((role) => makeMember({ role })));
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.nat(4), steps, async (author, sequence) => {
      const claimId = await readyToSubmit(people[author] as Actor, article);
      let now = start;
      for (const step of sequence) {
        now = new Date(now.getTime() + step.minutes * 60_000);
        await take(step, { people, claimId, now });
        reached.add(await insistThatItHolds(claimId));
        if (step.minutes > 60) await releaseExpiredLeases({ now });
      }
    }),
    { numRuns: 8, seed: 11, endOnFailure: true },
  );
  expect([...reached]).toEqual(expect.arrayContaining(["in_review", "second_review"]));
}, 240_000);

async function readyToSubmit(
  author: Actor,
  article: Awaited<ReturnType<typeof makeArticle>>,
): Promise<string> {
  const { id: claimId } = await makeClaim({ author, article, now: start });
  await makeEvidence({ actor: author, claimId });
  await makeEvidence({
    actor: author,
    claimId,
    visibility: "confidential",
    title: "A conversation",
    url: null,
  });
  const checks = { noPrimaryReason: null, searchNote: "Nothing to the contrary was found." };
  await editChecks({ actor: author, claimId, version: 1, ...checks });
  return claimId;
}

/** One step: what the rules say just before it, and that the command does just that. */
async function take(
  { who, whom, command, rating }: Step,
  { people, claimId, now }: { people: readonly Actor[]; claimId: string; now: Date },
): Promise<void> {
  const actor = people[who] as Actor;
  const claim = await db.$transaction((tx) => lockClaim(tx, claimId));
  const said = refusal(command, claim, actor, now)?.reason ?? "done";
  const before = await db.auditEvent.count({ where: { claimId } });
  const doing = { actor, claimId, now, whom: people[whom] as Actor, rating };
  const did = await COMMANDS[command as keyof typeof COMMANDS](doing).then(() => "done", reasonOf);
  // Of confidential evidence that they may not see nobody is told even that.
  if (command === "attest" && did === "not_found") expect(said).toBe("not_allowed");
  else if (OF_THE_ASSIGNEE.test(did)) expect(said).toBe("done");
  else expect(did, `${command} by ${actor.role} while ${claim.state}`).toBe(said);
  const told = (await db.auditEvent.count({ where: { claimId } })) - before;
  if (did !== "done") expect(told).toBe(0);
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.reason;
  throw error;
}

/** Answers the claim's state. */
async function insistThatItHolds(claimId: string): Promise<string> {
  const claim = await db.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { state: true, round: true, authorId: true, priority: true, queueEntry: true, reviews: true },
  });
  const { state, round, authorId, queueEntry: entry } = claim;
  const given = claim.reviews.filter((review) => review.round === round).map(({ reviewerId }) => reviewerId);
  expect(given).not.toContain(authorId);
  expect(new Set(given).size).toBe(given.length);
  expect(entry !== null).toBe(["queued", "in_review", "second_review", "adjudication"].includes(state));
  if (entry) {
    expect(new Set(entry.barred)).toEqual(new Set([authorId, ...given]));
    expect(entry.barred).not.toContain(entry.leaseHolderId);
    expect(entry.barred).not.toContain(entry.assigneeId);
    expect(entry.priority).toBe(claim.priority);
    if (state === "queued") expect(entry.leaseHolderId).toBeNull();
    if (state === "in_review") expect(entry.leaseHolderId).not.toBeNull();
  }
  if (state === "published")
    expect(await db.publication.count({ where: { claimId, isCurrent: true } })).toBe(1);
  return state;
}
