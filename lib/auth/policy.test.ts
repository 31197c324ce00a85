import { describe, expect, test } from "vitest";
import { forbidden, includesRole, may, type Permission, type Role } from "./policy.ts";

const REPORTER: Role[] = ["reporter", "reviewer", "editor", "admin"];
const REVIEWER: Role[] = ["reviewer", "editor", "admin"];
const EDITOR: Role[] = ["editor", "admin"];
const ADMIN: Role[] = ["admin"];

/** Who may do what, role by role, written out so that no change to the policy goes unseen. */
const WHO_MAY: Record<Permission, Role[]> = {
  "desk.read": REPORTER,
  "article.create": REPORTER,
  "article.edit": REPORTER,
  "article.display": EDITOR,
  "article.plan": EDITOR,
  "claim.create": REPORTER,
  "claim.edit": REPORTER,
  "claim.delete": REPORTER,
  "claim.submit": REPORTER,
  "claim.dismiss": REPORTER,
  "claim.reopen": REPORTER,
  "comment.write": REPORTER,
  "evidence.edit": REPORTER,
  "source.edit": REPORTER,
  "review.take": REVIEWER,
  "review.decide": REVIEWER,
  "review.return": REVIEWER,
  "insights.read": REVIEWER,
  "source.merge": EDITOR,
  "evidence.attest": EDITOR,
  "claim.prioritise": EDITOR,
  "claim.assign": EDITOR,
  "claim.publish": EDITOR,
  "claim.correct": EDITOR,
  "claim.withdraw": EDITOR,
  "tip.check": REPORTER,
  "tip.correct": EDITOR,
  "insights.people": EDITOR,
  "policies.edit": EDITOR,
  "checks.import": ADMIN,
  "feeds.edit": EDITOR,
  "audit.read": EDITOR,
  "audit.verify": ADMIN,
  "newsroom.edit": ADMIN,
  "members.edit": ADMIN,
  "webhooks.edit": ADMIN,
};

describe.each(Object.entries(WHO_MAY))("%s", (permission, roles) => {
  test.each(["reporter", "reviewer", "editor", "admin"] as const)("is decided for a %s", (role) => {
    const allowed = roles.includes(role);
    expect(may({ role }, permission as Permission)).toBe(allowed);
    expect(forbidden({ role }, permission as Permission)).toEqual(allowed ? null : { reason: "not_allowed" });
  });

  test.each(["", "owner", "ADMIN", "toString"])("is refused to the unknown role %j", (role) => {
    expect(may({ role: role as Role }, permission as Permission)).toBe(false);
  });
});

test.each(["", "claim.burn", "toString", "__proto__"])(
  "nobody has the unknown permission %j",
  (permission) => {
    expect(may({ role: "admin" }, permission as Permission)).toBe(false);
  },
);

test("an unknown role includes none, not even itself", () => {
  expect(includesRole("owner", "reporter")).toBe(false);
});
