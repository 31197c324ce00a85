import pg from "pg";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { createClaim, submitClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { publishClaim } from "#lib/publishing/commands.ts";
import { giveOpinion, returnClaim, takeClaim } from "#lib/reviews/commands.ts";
import {
  claimOn,
  makeArticle,
  makeClaim,
  makeEvidence,
  makeMember,
  makeNewsroom,
} from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { makeUnratedClaim } from "#lib/testing/unrated-claim.ts";
import { type Figures, getFigures, getSomeFigures } from "./queries.ts";
import { dateRange } from "./rules.ts";
import { MADE_OF } from "./tables.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
const HOUR = 3_600;

const MARCH = {
  range: dateRange({ from: "2026-03-01", to: "2026-03-31" }, "2026-11-28"),
  span: { since: new Date("2026-02-28T23:00:00Z"), until: new Date("2026-03-31T22:00:00Z") },
};

const ASKED = {
  ...MARCH,
  timeZone: "Europe/Brussels",
  now: hours(240),
  people: "all",
  most: { groups: 10, pairs: 10 },
} as const;

const figures = (asked: Partial<Parameters<typeof getFigures>[0]> = {}): Promise<Figures> =>
  getFigures({ ...ASKED, ...asked });

let ratings: Record<string, string>;
let team: { author: Actor; first: Actor; second: Actor; editor: Actor };

beforeEach(async () => {
  await resetDb();
  ({ ratings } = await makeNewsroom());
  team = {
    author: await makeMember(),
    first: await makeMember({ role: "reviewer", name: "Ana" }),
    second: await makeMember({ role: "reviewer", name: "Ben" }),
    editor: await makeMember({ role: "editor", name: "Eva" }),
  };
});

/** Takes a claim and says what it is, at a given time. */
async function opine(claimId: string, reviewer: Actor, key: string, now: Date): Promise<void> {
  await takeClaim({ actor: reviewer, claimId, now });
  const words = { conclusion: "So it is.", rationale: "Because." };
  await giveOpinion({ actor: reviewer, claimId, ratingId: ratings[key] ?? "", ...words, now });
}

/** That a claim was taken at a time: events have the database's own time, which tests do not set. */
async function notedAsTaken(claimId: string, at: Date): Promise<void> {
  await db.auditEvent.create({
    data: { at, actorName: "Ana", action: "claim.taken", claimId, data: { stage: "first" } },
  });
}

describe("the time from draft to verdict", () => {
  test("is told part by part", async () => {
    const article = await makeArticle({ actor: team.author });
    const { id: claimId } = await createClaim({ actor: team.author, now: noon, ...claimOn(article) });
    await db.claim.update({ where: { id: claimId }, data: { createdAt: noon } });
    await makeEvidence({ actor: team.author, claimId });
    await submitClaim({ actor: team.author, claimId, now: hours(2) });
    await notedAsTaken(claimId, hours(5));
    await opine(claimId, team.first, "true", hours(6));
    await opine(claimId, team.second, "false", hours(10));
    await opine(claimId, team.editor, "mixed", hours(15));
    const override = { overrideItem: "both_sides", overrideReason: "It is plain." } as const;
    await publishClaim({ actor: team.editor, claimId, ...override, now: hours(40) });
    const { times } = await figures();
    expect(times).toEqual(
      Object.entries({
        whole: 15,
        writing: 2,
        waiting: 3,
        first: 1,
        second: 4,
        adjudication: 5,
        publishing: 25,
      }).map(([part, took]) => ({ part, count: 1, median: took * HOUR, p90: took * HOUR })),
    );
    expect((await figures({ span: { since: hours(16), until: hours(100) } })).times).toEqual([]);
  });

  test("of what is open is told by age, each place from when it came there", async () => {
    const now = new Date();
    await makeClaim({ ...team, state: "queued", now: new Date(now.getTime() - 2 * 86_400_000) });
    await makeClaim({ ...team, state: "ready", now: new Date(now.getTime() - 40 * 86_400_000) });
    await makeClaim({ ...team, state: "published" });
    const { ageing } = await figures({ now });
    expect(ageing.map(({ place, steps, count }) => [place, count, steps])).toEqual(
      expect.arrayContaining([
        ["queued", 1, { day: 0, three: 1, week: 0, month: 0, older: 0 }],
        ["ready", 1, { day: 0, three: 0, week: 0, month: 0, older: 1 }],
      ]),
    );
    expect(ageing).toHaveLength(2);
  });
});

describe("throughput", () => {
  test("is counted by the newsroom's weeks, from Monday, with the empty ones", async () => {
    // Midnight has passed in Brussels, not in Greenwich: it is Monday the 9th already.
    await makeClaim({ ...team, state: "ready", now: new Date("2026-03-08T23:30:00Z") });
    await makeClaim({ ...team, state: "queued", now: new Date("2026-03-08T22:30:00Z") });
    const { flow } = await figures();
    expect(flow.unit).toBe("week");
    expect(flow.periods).toEqual([
      "2026-02-23",
      "2026-03-02",
      "2026-03-09",
      "2026-03-16",
      "2026-03-23",
      "2026-03-30",
    ]);
    expect(flow.counts).toEqual([
      { flow: "submitted", start: "2026-03-02", count: 1 },
      { flow: "submitted", start: "2026-03-09", count: 1 },
      { flow: "verdicts", start: "2026-03-09", count: 1 },
    ]);
  });

  test("of all time begins with the first claim that was sent in", async () => {
    await makeClaim({ ...team, state: "queued", now: new Date("2026-03-08T22:30:00Z") });
    const range = dateRange({ range: "all" }, "2026-03-20");
    const { flow } = await figures({ range, span: { since: new Date(0), until: hours(900) } });
    expect(flow.periods).toEqual(["2026-03-02", "2026-03-09", "2026-03-16"]);
  });
});

describe("the mix of verdicts", () => {
  test("is counted by topic and claimant, largest first, and says how many are left out", async () => {
    const made = { ...team, state: "ready", now: noon } as const;
    await makeClaim({ ...made, topics: ["Tax", "Health"], claimantName: "Ida", firstRating: "false" });
    await makeClaim({ ...made, topics: ["Tax"], claimantName: "Ida", firstRating: "true" });
    await makeClaim({ ...made, topics: ["Tax"], claimantName: "Otto", firstRating: "true" });
    const { mix } = await figures({ most: { groups: 1, pairs: 1 } });
    const none = { true: 0, mostly_true: 0, mixed: 0, misleading: 0, false: 0, unverified: 0 };
    expect(mix.all).toEqual({
      groups: [{ name: null, count: 3, tones: { ...none, true: 2, false: 1 } }],
      more: 0,
    });
    expect(mix.topic).toEqual({
      groups: [{ name: "Tax", count: 3, tones: { ...none, true: 2, false: 1 } }],
      more: 1,
    });
    expect(mix.claimant).toEqual({
      groups: [{ name: "Ida", count: 2, tones: { ...none, true: 1, false: 1 } }],
      more: 1,
    });
  });

  test("counts nothing where the newsroom gives no ratings", async () => {
    await makeUnratedClaim({ now: noon, topics: ["Tax"] });
    const { mix } = await figures();
    expect(mix).toMatchObject({ all: { groups: [] }, topic: { groups: [] }, reviewer: { groups: [] } });
  });

  test("of reviewers tells a member their own opinions only, where others are not theirs to compare", async () => {
    await makeClaim({ ...team, state: "ready", now: noon });
    const all = await figures();
    expect(all.mix.reviewer.groups.map(({ name }) => name).toSorted()).toEqual(["Ana", "Ben"]);
    expect(all.pairs.map(({ names }) => names.toSorted())).toEqual([["Ana", "Ben"]]);
    const own = await figures({ people: { only: team.first.id } });
    expect(own.mix.reviewer.groups.map(({ name }) => name)).toEqual(["Ana"]);
    expect(own.pairs).toEqual([]);
    expect(JSON.stringify(own)).not.toContain("Ben");
  });
});

describe("agreement", () => {
  test("is worked out over claims with two blind opinions, for the desk and for each two people", async () => {
    const made = { ...team, now: noon } as const;
    for (let at = 0; at < 3; at += 1) await makeClaim({ ...made, state: "ready", firstRating: "true" });
    for (let at = 0; at < 3; at += 1) await makeClaim({ ...made, state: "ready", firstRating: "false" });
    await makeClaim({ ...made, state: "adjudication", firstRating: "true", secondRating: "false" });
    const { agreement, pairs } = await figures();
    expect(agreement).toMatchObject({ items: 7, unanimous: 6 });
    // Two ratings, 14 opinions, 7 of each; one pair differs: 1 - 13 * 2 / (2 * 7 * 7).
    expect(agreement.nominal?.value).toBeCloseTo(1 - 26 / 98, 12);
    expect(agreement.ordinal?.value).toBeCloseTo(1 - 26 / 98, 12);
    expect(pairs).toMatchObject([{ items: 7, same: 6 }]);
    expect(pairs[0]?.kappa?.value).toBeCloseTo(18 / 25, 12);
  });
});

describe("an opinion that somebody may not see yet", () => {
  test.each(["second_review", "queued", "draft"] as const)(
    "is in no figure while its claim is in %s",
    async (state) => {
      const before = JSON.stringify(counted(await figures()));
      const claim = await makeClaim({ ...team, state: "second_review", now: noon, firstRating: "false" });
      if (state !== "second_review") {
        await returnClaim({ actor: team.editor, claimId: claim.id, reason: "Not yet.", now: noon });
      }
      if (state === "queued") await submitClaim({ actor: team.author, claimId: claim.id, now: noon });
      expect(JSON.stringify(counted(await figures()))).toBe(before);
    },
  );

  test("of a round before counts no more than the round that is under way", async () => {
    const before = JSON.stringify(counted(await figures()));
    const claim = await makeClaim({ ...team, state: "adjudication", now: noon, firstRating: "false" });
    expect(JSON.stringify(counted(await figures()))).not.toBe(before);
    await returnClaim({ actor: team.editor, claimId: claim.id, reason: "Not yet.", now: noon });
    await submitClaim({ actor: team.author, claimId: claim.id, now: noon });
    await opine(claim.id, team.first, "true", noon);
    expect(JSON.stringify(counted(await figures()))).toBe(before);
  });
});

/** Everything that tells of ratings. */
const counted = ({ mix, agreement, pairs, times, sources }: Figures) => ({
  mix,
  agreement,
  pairs,
  times,
  sources,
});

test("of sources their kinds are counted, and of confidential ones only that there are some", async () => {
  const claim = await makeClaim({ ...team, state: "ready", now: noon });
  await makeEvidence({
    actor: team.editor,
    claimId: claim.id,
    kind: "primary",
    stance: "refutes",
    visibility: "confidential",
  });
  await makeClaim({ ...team, state: "queued", now: noon });
  const { sources } = await figures();
  expect(sources).toMatchObject({ claims: 1, withPrimary: 1 });
  expect(sources.kinds).toEqual([
    { kind: "primary", count: 1, stances: { supports: 1, refutes: 0, context: 0 } },
    { kind: "secondary", count: 0, stances: { supports: 0, refutes: 0, context: 0 } },
    { kind: "reference", count: 0, stances: { supports: 0, refutes: 0, context: 0 } },
    { kind: "confidential", count: 1, stances: { supports: 0, refutes: 1, context: 0 } },
  ]);
});

test("corrections are counted by type, those without any too", async () => {
  await makeClaim({ ...team, state: "withdrawn" });
  const soon = { since: new Date(Date.now() - 60_000), until: new Date(Date.now() + 60_000) };
  expect((await figures({ span: soon })).corrections).toEqual([
    { type: "typo", count: 0 },
    { type: "update", count: 0 },
    { type: "verdict_changed", count: 0 },
    { type: "withdrawn", count: 1 },
  ]);
});

test("a table's file asks for its own figures alone, and they are the page's", async () => {
  await makeClaim({ ...team, state: "published", now: noon });
  const all = await figures();
  const asked = vi.spyOn(pg.Client.prototype, "query");
  for (const figure of Object.values(MADE_OF).flatMap((parts) => [...parts])) {
    asked.mockClear();
    expect(await getSomeFigures([figure], ASKED)).toEqual({ [figure]: all[figure] });
    expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
  }
});
