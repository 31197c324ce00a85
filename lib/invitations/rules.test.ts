import { expect, test } from "vitest";
import { type InvitationFacts, invitationRefusal } from "./rules.ts";

const NOW = new Date("2026-03-02T12:00:00.000Z");
const OPEN: InvitationFacts = {
  expiresAt: new Date(NOW.getTime() + 1),
  acceptedAt: null,
  withdrawnAt: null,
  invitedBy: { role: "admin", disabledAt: null },
};

test.each<[string, Partial<InvitationFacts>, string | null]>([
  ["open", {}, null],
  ["used", { acceptedAt: NOW }, "link_used"],
  ["used and too old", { acceptedAt: NOW, expiresAt: NOW }, "link_used"],
  ["too old", { expiresAt: NOW }, "link_expired"],
  ["withdrawn", { withdrawnAt: NOW }, "link_withdrawn"],
  ["of an admin who was switched off", { invitedBy: { role: "admin", disabledAt: NOW } }, "link_withdrawn"],
  [
    "of somebody who is no admin any more",
    { invitedBy: { role: "editor", disabledAt: null } },
    "link_withdrawn",
  ],
])("an invitation that is %s", (_, change, reason) => {
  expect(invitationRefusal({ ...OPEN, ...change }, NOW)?.reason ?? null).toBe(reason);
});
