import { expect, test } from "vitest";
import type { HistoryEvent } from "#lib/audit/queries.ts";
import type { AuditEntry } from "#lib/audit/schema.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { formatter } from "#lib/i18n/format.ts";
import { tell } from "./history-sentence.ts";

const words = wordsFor("en");
const telling = { words, locale: "en-GB", format: formatter({ locale: "en-GB", timeZone: "UTC" }) };

const told = (entry: AuditEntry, actorName = "Ana") =>
  tell(
    {
      ...entry,
      id: "1",
      at: new Date(0),
      actorName,
      isFormer: false,
      tokenName: null,
      subjectId: null,
    } satisfies HistoryEvent,
    telling,
  );

const source = { stance: "refutes", title: "The treaty", url: null, visibility: "public" } as const;

const CASES: [AuditEntry, string][] = [
  [{ action: "claim.created", data: { number: 1, statement: "It rains." } }, "Ana recorded the claim"],
  [
    { action: "claim.reply_recorded", data: { asked: "Ben", via: "telephone", outcome: "no_answer" } },
    "Ana recorded that Ben was asked for a reply (telephone): No answer",
  ],
  [{ action: "claim.prioritised", data: { priority: 1 } }, "Ana gave the claim high priority"],
  [
    { action: "claim.assigned", data: { stage: "second", name: "Ben" } },
    "Ana asked Ben to do it: Second opinion",
  ],
  [
    { action: "claim.unassigned", data: { name: "Ben" } },
    "Ana asked nobody in particular any more; it was Ben",
  ],
  [
    { action: "claim.assignment_lapsed", data: { name: "Ben" } },
    "Ben did not take it in time; everybody is offered it again",
  ],
  [
    { action: "claim.snoozed", data: { stage: "first", until: "2026-12-03T00:00:00.000Z" } },
    "Ana put it aside for themselves until 3 December 2026",
  ],
  [{ action: "claim.woken", data: {} }, "Ana wants to be offered it again"],
  [{ action: "claim.taken", data: { stage: "second" } }, "Ana took the claim: Second opinion"],
  [
    { action: "claim.dismissed", data: { ground: "duplicate", reason: "Twice.", duplicateOf: null } },
    "Ana dismissed the claim: Duplicate",
  ],
  [
    { action: "claim.reopened", data: { from: "dismissed", round: 2 } },
    "Ana reopened the claim; it was: Dismissed",
  ],
  [
    { action: "claim.corrected", data: { number: 2, type: "update", reason: "New figures." } },
    "Ana published a correction, version 2: Update",
  ],
  [{ action: "evidence.attached", data: source }, "Ana attached a source: “The treaty” (Refutes)"],
  [
    { action: "evidence.copied", data: { count: 2, statement: "Prices rose." } },
    "Ana took over the sources of an earlier claim: “Prices rose.”",
  ],
  [{ action: "review.decided", data: { stage: "first" } }, "Ana committed a verdict: First opinion"],
  [{ action: "review.differed", data: { opinions: 2 } }, "The opinions differ (2)"],
];

test.each(CASES)("$action is told in the newsroom's words", (entry, sentence) => {
  expect(told(entry)?.sentence).toBe(sentence);
});

test("what the system did by itself has its name", () => {
  const lapsed = { action: "claim.lease_expired", data: { stage: "first", holderName: "Ben" } } as const;
  expect(told(lapsed, "")?.sentence).toBe("The time of Ben with the claim ran out: First opinion");
  expect(told({ action: "claim.released", data: { stage: "first" } }, "")?.sentence).toMatch(
    /^Proofmark gave/u,
  );
});

test("reasons and overridden items stand below the sentence", () => {
  expect(told({ action: "claim.returned", data: { reason: "Too vague." } })?.notes).toEqual([
    "Reason: Too vague.",
  ]);
  const override = { item: "snapshots", reason: "A paper document." } as const;
  const published = {
    action: "claim.published",
    data: { number: 1, ratingLabel: "True", override },
  } as const;
  expect(told(published)?.notes).toEqual(["Published without “Kept copies”. Reason: A paper document."]);
});

test("changes name the field, say keys in words and days in the newsroom's way, and leave out what was empty", () => {
  const changes = {
    saidOn: { from: null, to: "2026-01-19" },
    claimantKind: { from: "person", to: "organisation" },
    topics: { from: ["NATO", "Denmark"], to: [] },
  };
  expect(told({ action: "claim.edited", data: { changes } })?.changes).toEqual([
    { field: "Said on", from: null, to: "19 January 2026" },
    { field: "Who that is", from: "Person", to: "Organisation" },
    { field: "Topics", from: "NATO, Denmark", to: null },
  ]);
});

test("where words stand after a change of the article is told with the words before and after", () => {
  const data = { number: 3, revision: 2, before: "It rained.", after: "It rained hard." };
  const confirmed = told({ action: "passage.confirmed", data });
  expect(confirmed?.sentence).toBe("Ana confirmed the words as the article’s revision 2 has them");
  expect(confirmed?.changes).toEqual([{ field: "Words", from: "It rained.", to: "It rained hard." }]);
  expect(told({ action: "passage.placed", data })?.sentence).toMatch(/^Ana said where the words stand/u);
  const detached = told({ action: "passage.detached", data: { ...data, after: null } });
  expect(detached?.sentence).toMatch(/^Ana detached words that revision 2/u);
  expect(detached?.changes).toEqual([
    { field: "Words", from: "It rained.", to: "not in this text any more" },
  ]);
});

test("what does not belong to a claim is not told", () => {
  expect(told({ action: "member.signed_out", data: {} })).toBeNull();
});
