import { expect, test } from "vitest";
import { type EntryLinkFacts, entryLinkRefusal } from "./rules.ts";

const NOW = new Date("2026-03-02T12:00:00.000Z");
const REPORTER = { role: "reporter", disabledAt: null } as const;
const ADMIN = { role: "admin", disabledAt: null } as const;
const OPEN: EntryLinkFacts = {
  expiresAt: new Date(NOW.getTime() + 1),
  endedAt: null,
  member: REPORTER,
  madeBy: null,
};

test.each<[string, Partial<EntryLinkFacts>, string | null]>([
  ["asked for", {}, null],
  ["made by an admin", { madeBy: ADMIN }, null],
  ["used", { endedAt: NOW }, "link_used"],
  ["too old", { expiresAt: NOW }, "link_expired"],
  ["of a member who is switched off", { member: { ...REPORTER, disabledAt: NOW } }, "member_disabled"],
  ["made by an admin who was switched off", { madeBy: { ...ADMIN, disabledAt: NOW } }, "link_withdrawn"],
  ["made by somebody who is no admin any more", { madeBy: { ...ADMIN, role: "editor" } }, "link_withdrawn"],
])("a link that is %s", (_, change, reason) => {
  expect(entryLinkRefusal({ ...OPEN, ...change }, NOW)?.reason ?? null).toBe(reason);
});
