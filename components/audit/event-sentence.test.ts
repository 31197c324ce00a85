import { expect, test } from "vitest";
import { tell } from "#components/claims/history-sentence.ts";
import type { HistoryEvent } from "#lib/audit/queries.ts";
import { AUDIT_ACTIONS } from "#lib/audit/schema.ts";
import { EVENT_KINDS } from "#lib/history/values.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { formatter } from "#lib/i18n/format.ts";
import { tellEvent } from "./event-sentence.ts";

const words = wordsFor("en");
const telling = { words, locale: "en-GB", format: formatter({ locale: "en-GB", timeZone: "UTC" }) };
const rest = { id: "1", at: new Date(0), isFormer: false, tokenName: null, subjectId: null };

test.each<[string, object, string]>([
  [
    "token.created",
    { name: "ci", member: "Ana", scopes: ["read"], expiresAt: null },
    "Ana made the API token “ci”",
  ],
  ["article.revised", { number: 3 }, "Ana added revision 3 of the article"],
  ["policy.saved", { policy: "funding", version: 2 }, "Ana changed what readers are told: Funding"],
  ["invitation.made", { email: "ben@desk.example", role: "reporter" }, "Ana invited ben@desk.example"],
  [
    "feed.added",
    { url: "https://paper.example/rss" },
    "Ana began to watch a feed: https://paper.example/rss",
  ],
  ["claim.submitted", { round: 1 }, "Ana submitted the claim for review"],
  ["tip.taken", { kind: "error", claimId: null }, "Ana took what a reader sent: Error reported"],
  ["suggestion.waved_away", { words: "It rained." }, "Ana waved a suggested sentence away: “It rained.”"],
])("%s", (action, data, sentence) => {
  const event = { ...rest, action, data, actorName: "Ana" } as unknown as HistoryEvent;
  expect(tellEvent(event, telling).sentence).toBe(sentence);
});

test.each([
  [{ by: "password", secondStep: "backup" }, ["By password", "Second step: a backup code"]],
  [{ by: "passkey", secondStep: null }, ["By a passkey"]],
  // From before it was kept.
  [{ by: null, secondStep: null }, []],
])("a sign-in says by what it was: %j", (data, notes) => {
  const event = { ...rest, action: "member.signed_in", data, actorName: "Ana" } as HistoryEvent;
  expect(tellEvent(event, telling)).toMatchObject({ sentence: "Ana signed in", notes });
});

test("a token that somebody else made or revoked says whose it is", () => {
  const data = { name: "ci", member: "Ben", memberId: null, scopes: ["read"], expiresAt: null };
  const notes = (action: string, actorName: string, member = "Ben") =>
    tellEvent({ ...rest, action, data: { ...data, member }, actorName } as HistoryEvent, telling).notes;
  expect(notes("token.created", "")).toEqual(["For Ben"]);
  expect(notes("token.revoked", "Ana")).toEqual(["For Ben"]);
  expect(notes("token.created", "Ben")).toEqual([]);
  // After Ben was erased.
  expect(notes("token.created", "Ana", "")).toEqual([]);
});

test("there are words for every action and its kind", () => {
  const told = Object.keys({ ...words.audit.actions, ...words.claims.history.actions });
  expect(AUDIT_ACTIONS.filter((action) => !told.includes(action))).toEqual([]);
  const kinds = new Set(AUDIT_ACTIONS.map((action) => action.split(".")[0]));
  expect([...kinds].filter((kind) => !EVENT_KINDS.some((known) => known === kind))).toEqual([]);
});

test("what the system did by itself is told so, and what was changed with it", () => {
  const changes = { role: { from: "reporter", to: "editor" }, leaseMinutes: { from: 60, to: 30 } };
  const event: HistoryEvent = {
    ...rest,
    action: "member.edited",
    data: { name: "Ben", changes },
    actorName: "",
  };
  expect(tellEvent(event, telling)).toEqual({
    sentence: "Proofmark itself changed a member: Ben",
    notes: [],
    changes: [
      { field: "Role", from: "Reporter", to: "Editor" },
      { field: "Time to work on a claim", from: "60 minutes", to: "30 minutes" },
    ],
  });
});

test("an event whose details cannot be read says so, in both histories", () => {
  const event: HistoryEvent = {
    ...rest,
    action: "event.unreadable",
    data: { action: "claim.taken" },
    actorName: "Ana",
  };
  const sentence = "Ana: claim.taken. What exactly cannot be read any more.";
  expect(tellEvent(event, telling)).toEqual({ sentence, notes: [], changes: [] });
  expect(tell(event, telling)).toEqual({ sentence, notes: [], changes: [] });
});
