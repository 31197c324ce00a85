import { beforeEach, describe, expect, test } from "vitest";
import { editChecks, editClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { recordReply } from "#lib/replies/commands.ts";
import { giveOpinion, returnClaim, takeClaim } from "#lib/reviews/commands.ts";
import {
  type MadeClaim,
  makeClaim,
  makeEvidence,
  makeMember,
  makeNewsroom,
  makeSnapshot,
} from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { correctClaim, publishClaim, withdrawClaim } from "./commands.ts";
import { getPublished } from "./queries.ts";
import type { CorrectClaimInput } from "./schema.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const later = new Date("2026-03-03T12:00:00Z");

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

const NO_OVERRIDE = { overrideItem: null, overrideReason: null } as const;

const publish = ({ id, editor }: MadeClaim, override: Partial<Parameters<typeof publishClaim>[0]> = {}) =>
  publishClaim({ actor: editor, claimId: id, ...NO_OVERRIDE, now: noon, ...override });

const claimOf = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });
const publicationsOf = (claimId: string) =>
  db.publication.findMany({ where: { claimId }, orderBy: { number: "asc" } });
const correctionsOf = (claimId: string) =>
  db.correction.findMany({ where: { claimId }, orderBy: { id: "asc" } });

/** What stands there now, as the form of a correction shows it. */
async function asItStands({ id: claimId }: MadeClaim) {
  const { statement } = await claimOf(claimId);
  const { ratingId, conclusion, rationale } = await db.verdict.findFirstOrThrow({
    where: { claimId },
    orderBy: { version: "desc" },
  });
  const { number } = await db.publication.findFirstOrThrow({ where: { claimId, isCurrent: true } });
  return { claimId, version: number, statement, ratingId, conclusion, rationale };
}

async function correct(claim: MadeClaim, change: Partial<CorrectClaimInput>, actor = claim.editor) {
  const words = await asItStands(claim);
  const input = { ...words, type: "update", reason: "New figures came out.", ...change } as const;
  return correctClaim({ actor, ...input, now: later });
}

/** The words of the claim's source, in a kept copy of it. */
async function quoteKept({ id: claimId }: MadeClaim, quote: string, text?: string) {
  await db.evidence.updateMany({ where: { claimId }, data: { quote } });
  const { sourceId } = await db.evidence.findFirstOrThrow({ where: { claimId }, select: { sourceId: true } });
  return makeSnapshot({ sourceId, ...(text !== undefined && { text }) });
}

describe("the quoted words of a source", () => {
  test("go out with what stands around them in the kept copy, and with what finds them on the page", async () => {
    const claim = await makeClaim({ state: "ready" });
    await quoteKept(claim, "It had twelve members at first.");
    const { slug } = await publish(claim);
    const record = await getPublished(slug);
    expect(record?.claim?.evidence).toMatchObject([
      {
        quote: "It had twelve members at first.",
        context: { before: "NATO was founded in 1949 in Washington. ", after: "" },
        fragment: ":~:text=It%20had%20twelve%20members%20at%20first.",
      },
    ]);
  });

  test("go out alone where the kept copy does not have them", async () => {
    const claim = await makeClaim({ state: "ready" });
    await quoteKept(claim, "It had thirteen members.");
    const { slug } = await publish(claim);
    expect((await getPublished(slug))?.claim?.evidence).toMatchObject([
      { quote: "It had thirteen members.", context: null, fragment: null },
    ]);
  });

  test("are no change by themselves: copies from before had nothing around them", async () => {
    const claim = await makeClaim({ state: "ready" });
    await quoteKept(claim, "It had twelve members at first.");
    await publish(claim);
    await db.$executeRaw`UPDATE publications
      SET content = content #- '{evidence,0,context}' #- '{evidence,0,fragment}' WHERE claim_id = ${claim.id}::uuid`;
    await expect(correct(claim, {})).rejects.toMatchObject({ reason: "nothing_changed" });
  });
});

describe("publishing", () => {
  test("readers get a frozen copy of the claim and its verdict", async () => {
    const claim = await makeClaim({
      state: "ready",
      claimantName: "City Hall",
      claimantKind: "other",
      now: noon,
    });
    const { slug } = await publish(claim);
    expect(await claimOf(claim.id)).toMatchObject({ state: "published", publishedAt: noon });
    expect(await getPublished(slug)).toMatchObject({
      slug,
      number: 1,
      publishedAt: noon,
      withdrawn: null,
      corrections: [],
      claim: {
        statement: "NATO was founded in 1949",
        claimant: { name: "City Hall", kind: "other" },
        rating: { key: "true", value: 5, range: { worst: 1, best: 5 }, scale: "Six steps" },
        conclusion: `Concluded by ${claim.first.name}.`,
        rationale: `Reasoned by ${claim.first.name}.`,
        passages: [
          {
            revision: 1,
            start: 0,
            quote: "NATO was founded in 1949",
            before: "",
            after: " in Washington. It had twelve members at first.",
          },
        ],
        evidence: [
          { title: "The treaty", stance: "supports", noSnapshotReason: "The page does not change." },
        ],
        confidentialSources: 0,
        confidentialSeenBy: 0,
        people: {
          author: claim.author.name,
          reviewers: [claim.first.name, claim.second.name],
          adjudicator: null,
          editor: claim.editor.name,
        },
        opinions: 2,
        override: null,
      },
    });
  });

  test("who decided between opinions that differed is not counted among the independent reviewers", async () => {
    const claim = await makeClaim({ state: "adjudication", now: noon });
    const third = await makeMember({ role: "reviewer", name: "Third" });
    const work = { actor: third, claimId: claim.id, now: noon };
    await takeClaim(work);
    const words = { conclusion: "It was in 1949.", rationale: "The treaty says so." };
    await giveOpinion({ ...work, ratingId: claim.ratings.true ?? "", ...words });
    const { slug } = await publish(claim);
    expect((await getPublished(slug))?.claim).toMatchObject({
      opinions: 2,
      people: { reviewers: [claim.first.name, claim.second.name], adjudicator: "Third" },
    });
  });

  test("what is edited at the desk afterwards does not change what readers see", async () => {
    const claim = await makeClaim({ state: "published", now: noon });
    const { slug, version, statement } = await claimOf(claim.id);
    const details = {
      claimantName: "Somebody",
      claimantKind: "person",
      saidOn: null,
      saidWhere: null,
    } as const;
    const edit = { claimId: claim.id, version, statement: "Something else", topics: ["Other"], ...details };
    await editClaim({ actor: claim.editor, ...edit, now: later });
    expect(await getPublished(slug)).toMatchObject({
      claim: { statement, claimant: null, topics: [] },
      number: 1,
    });
  });

  test("of two editors publishing at once, one does, and the other is told", async () => {
    const claim = await makeClaim({ state: "ready", now: noon });
    const other = await makeMember({ role: "editor" });
    const results = await Promise.allSettled([publish(claim), publish(claim, { actor: other })]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "wrong_state", values: { state: "published" } },
    });
    expect(await publicationsOf(claim.id)).toHaveLength(1);
    expect(await db.auditEvent.count({ where: { claimId: claim.id, action: "claim.published" } })).toBe(1);
  });

  test("publishing and returning at once: never both", async () => {
    const claim = await makeClaim({ state: "ready", now: noon });
    const back = { actor: claim.editor, claimId: claim.id, reason: "Wait.", now: noon };
    const results = await Promise.allSettled([publish(claim), returnClaim(back)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { state } = await claimOf(claim.id);
    expect(await publicationsOf(claim.id)).toHaveLength(state === "published" ? 1 : 0);
  });

  test("below editor nobody publishes, corrects or withdraws", async () => {
    const ready = await makeClaim({ state: "ready", now: noon });
    const out = await makeClaim({ state: "published", now: noon });
    for (const actor of [ready.author, ready.first]) {
      const refused = { reason: "not_allowed" };
      await expect(publish(ready, { actor })).rejects.toMatchObject(refused);
      await expect(correct(out, { statement: "Other" }, actor)).rejects.toMatchObject(refused);
      const back = { actor, claimId: out.id, reason: "No.", now: later };
      await expect(withdrawClaim(back)).rejects.toMatchObject(refused);
    }
  });
});

describe("the gate", () => {
  const asked = { claimantName: "Ann Mayor", claimantKind: "person", now: noon } as const;

  test("names what is missing and lets nothing out", async () => {
    const claim = await makeClaim({ state: "ready", ...asked });
    await expect(publish(claim)).rejects.toMatchObject({
      reason: "gate_blocked",
      values: { missing: "reply" },
    });
    expect(await publicationsOf(claim.id)).toEqual([]);
    expect(await claimOf(claim.id)).toMatchObject({ state: "ready" });
  });

  test("opens when what was missing is there", async () => {
    const claim = await makeClaim({ state: "ready", ...asked });
    const reply = {
      asked: "Ann Mayor",
      via: "E-mail",
      askedOn: "2026-03-01",
      outcome: "declined",
      answer: null,
    } as const;
    const deadlineAt = new Date("2026-03-02T16:00:00Z");
    await recordReply({ actor: claim.editor, claimId: claim.id, ...reply, deadlineAt, now: noon });
    const { slug } = await publish(claim);
    expect(await getPublished(slug)).toMatchObject({
      claim: { replies: [{ ...reply, deadlineAt: deadlineAt.toISOString() }], override: null },
    });
  });

  test("an editor overrides the one missing item, and readers and history are told why", async () => {
    const claim = await makeClaim({ state: "ready", ...asked });
    const override = { item: "reply", reason: "She died in 1970." } as const;
    const { slug } = await publish(claim, { overrideItem: override.item, overrideReason: override.reason });
    expect(await getPublished(slug)).toMatchObject({ claim: { override } });
    expect(await publicationsOf(claim.id)).toMatchObject([
      { overriddenItem: "reply", overrideReason: "She died in 1970." },
    ]);
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "claim.published" } });
    expect(event.data).toMatchObject({ override });
  });

  test("another item than the missing one, a second missing one, or no reason does not open it", async () => {
    const claim = await makeClaim({ state: "ready", ...asked });
    const reason = { overrideReason: "Because." };
    const blocked = { reason: "gate_blocked" };
    await expect(publish(claim, { overrideItem: "primary", ...reason })).rejects.toMatchObject(blocked);
    await expect(publish(claim, { overrideItem: "reply" })).rejects.toMatchObject(blocked);
    const { version } = await claimOf(claim.id);
    const emptied = { claimId: claim.id, version, noPrimaryReason: null, searchNote: null };
    await editChecks({ actor: claim.editor, ...emptied, now: noon });
    await expect(publish(claim, { overrideItem: "reply", ...reason })).rejects.toMatchObject({
      reason: "override_one_item",
    });
  });

  test("asks for as many sources and opinions as the newsroom does by now", async () => {
    const claim = await makeClaim({ state: "ready", now: noon });
    await makeNewsroom({ minSources: 2, opinionsRequired: 3 });
    await expect(publish(claim)).rejects.toMatchObject({ values: { missing: "sources,second_opinion" } });
    await makeEvidence({ actor: claim.editor, claimId: claim.id, visibility: "confidential" });
    await makeNewsroom({ opinionsRequired: 2 });
    const { slug } = await publish(claim);
    expect(await getPublished(slug)).toMatchObject({ claim: { confidentialSources: 1 } });
  });
});

describe("correcting", () => {
  test("other words: the next publication, the same first day, the reason for readers", async () => {
    const claim = await makeClaim({ state: "published", now: noon });
    await correct(claim, {
      type: "typo",
      statement: "NATO was founded in April 1949.",
      reason: "The month was missing.",
    });

    expect(await publicationsOf(claim.id)).toMatchObject([
      { number: 1, isCurrent: false },
      { number: 2, isCurrent: true, publishedAt: noon, createdAt: later },
    ]);
    const { slug, statement, version } = await claimOf(claim.id);
    expect(statement).toBe("NATO was founded in April 1949.");
    expect(version).toBeGreaterThan(1);
    expect(await getPublished(slug)).toMatchObject({
      number: 2,
      updatedAt: later,
      claim: { statement },
      corrections: [{ type: "typo", reason: "The month was missing.", at: later, before: null }],
    });
    expect(await db.verdict.count({ where: { claimId: claim.id } })).toBe(1);
  });

  test("another rating: a new version of the verdict, and readers see what stood there before", async () => {
    const claim = await makeClaim({ state: "published", now: noon });
    const words = { ratingId: claim.ratings.mixed ?? "", conclusion: "It is more complicated." };
    await correct(claim, { type: "verdict_changed", ...words });
    const { slug } = await claimOf(claim.id);
    expect(await getPublished(slug)).toMatchObject({
      claim: { rating: { key: "mixed" }, conclusion: words.conclusion },
      corrections: [
        {
          type: "verdict_changed",
          before: {
            rating: { label: "True" },
            tone: "true",
            conclusion: `Concluded by ${claim.first.name}.`,
          },
        },
      ],
    });
    const verdicts = await db.verdict.findMany({ where: { claimId: claim.id }, orderBy: { version: "asc" } });
    expect(verdicts).toMatchObject([
      { version: 1 },
      { version: 2, authorId: claim.editor.id, reviewId: null },
    ]);
  });

  test("takes along what changed at the desk since: here a source", async () => {
    const claim = await makeClaim({ state: "published", now: noon });
    await makeEvidence({ actor: claim.editor, claimId: claim.id, title: "A later study", stance: "refutes" });
    await correct(claim, { type: "update" });
    const { slug } = await claimOf(claim.id);
    const record = await getPublished(slug);
    expect(record?.claim?.evidence.map(({ title }) => title)).toEqual(["The treaty", "A later study"]);
  });

  test("keeps the override under which it was published", async () => {
    const claim = await makeClaim({ state: "ready", claimantName: "Ann Mayor", now: noon });
    await publish(claim, { overrideItem: "reply", overrideReason: "She died in 1970." });
    await correct(claim, { type: "typo", conclusion: "It was in 1949." });
    expect(await publicationsOf(claim.id)).toMatchObject([{}, { overriddenItem: "reply" }]);
  });

  test("nothing changed, or the wrong kind of change, is refused and changes nothing", async () => {
    const claim = await makeClaim({ state: "published", now: noon });
    const rating = { ratingId: claim.ratings.false ?? "" };
    await expect(correct(claim, {})).rejects.toMatchObject({ reason: "nothing_changed" });
    await expect(correct(claim, rating)).rejects.toMatchObject({ reason: "rating_changed" });
    const words = { type: "verdict_changed", rationale: "Better reasons." } as const;
    await expect(correct(claim, words)).rejects.toMatchObject({ reason: "rating_unchanged" });
    const unknown = { type: "verdict_changed", ratingId: "019c0000-0000-7000-8000-000000000000" } as const;
    await expect(correct(claim, unknown)).rejects.toMatchObject({
      reason: "unknown_rating",
      field: "ratingId",
    });
    expect(await publicationsOf(claim.id)).toHaveLength(1);
    expect(await correctionsOf(claim.id)).toEqual([]);
  });

  test("nobody changes the rating of their own claim, not even as an editor", async () => {
    const author = await makeMember({ role: "editor" });
    const claim = await makeClaim({ state: "published", author, now: noon });
    const change = { type: "verdict_changed", ratingId: claim.ratings.false ?? "" } as const;
    await expect(correct(claim, change, author)).rejects.toMatchObject({ reason: "own_claim" });
  });

  test("nobody changes the rating of a claim they wrote before it was handed over", async () => {
    const claim = await makeClaim({ state: "published", now: noon });
    const former = await makeMember({ role: "editor" });
    await db.claim.update({ where: { id: claim.id }, data: { formerAuthorIds: [former.id] } });
    const change = { type: "verdict_changed", ratingId: claim.ratings.false ?? "" } as const;
    await expect(correct(claim, change, former)).rejects.toMatchObject({ reason: "own_claim" });
  });

  test("made on another publication than the current one, it is refused and nothing is overwritten", async () => {
    const claim = await makeClaim({ state: "published", now: noon });
    await correct(claim, { version: 1, rationale: "Somebody else's better reasons." });
    const late = correct(claim, { version: 1, rationale: "Written before those were there." });
    await expect(late).rejects.toMatchObject({ reason: "stale_version" });
    expect((await asItStands(claim)).rationale).toBe("Somebody else's better reasons.");
    await correct(claim, { version: 2, rationale: "Written after." });
    expect(await correctionsOf(claim.id)).toHaveLength(2);
  });

  test("of two corrections at once one is made and the other is told", async () => {
    const claim = await makeClaim({ state: "published", now: noon });
    const results = await Promise.allSettled([
      // Both wrote on the first: read anew, the slower one may find the faster one's already.
      correct(claim, { version: 1, conclusion: "One conclusion." }),
      correct(claim, { version: 1, conclusion: "Another conclusion." }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "stale_version" },
    });
    const publications = await publicationsOf(claim.id);
    expect(publications.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(await correctionsOf(claim.id)).toHaveLength(1);
  });
});

describe("withdrawing", () => {
  test("the page stays with the notice and none of the words", async () => {
    const claim = await makeClaim({ state: "published", now: noon });
    await correct(claim, { conclusion: "A better conclusion." });
    const { slug } = await claimOf(claim.id);
    const reason = "The document was forged.";
    await withdrawClaim({ actor: claim.editor, claimId: claim.id, reason, now: later });

    expect(await claimOf(claim.id)).toMatchObject({ state: "withdrawn", withdrawnAt: later });
    expect(await getPublished(slug)).toEqual({
      slug,
      number: 3,
      publishedAt: noon,
      updatedAt: later,
      withdrawn: { at: later, reason },
      claim: null,
      corrections: [],
    });
    expect((await correctionsOf(claim.id)).map(({ type }) => type)).toEqual(["update", "withdrawn"]);
    const event = { action: "claim.withdrawn", claimId: claim.id };
    expect(await db.auditEvent.findMany({ where: event })).toMatchObject([
      { actorId: claim.editor.id, articleId: claim.articleId, data: { reason } },
    ]);
  });

  test("correcting and withdrawing at once: the claim ends up withdrawn", async () => {
    const claim = await makeClaim({ state: "published", now: noon });
    const back = { actor: claim.editor, claimId: claim.id, reason: "Forged.", now: later };
    await Promise.allSettled([correct(claim, { conclusion: "Better." }), withdrawClaim(back)]);
    const current = (await publicationsOf(claim.id)).filter(({ isCurrent }) => isCurrent);
    expect(current).toMatchObject([{ withdrawnAt: later }]);
  });
});
