import { expect, test } from "vitest";
import { scopeRefusal, scopesRefusal, tokenState } from "./rules.ts";
import { SCOPES } from "./values.ts";

test.each([
  ["reporter", "review"],
  ["reporter", "publish"],
  ["reviewer", "publish"],
  ["reviewer", "audit"],
] as const)("a %s cannot have a token for %s", (role, scope) => {
  expect(scopesRefusal({ role }, ["read", scope])).toEqual({
    reason: "scope_beyond_role",
    values: { role, scope },
  });
});

test("an editor's token may have every scope, a reporter's what reporters do", () => {
  expect(scopesRefusal({ role: "editor" }, SCOPES)).toBeNull();
  expect(scopesRefusal({ role: "reporter" }, ["read", "articles:write", "claims:write", "all"])).toBeNull();
});

test.each(SCOPES)("what needs %s is open to that scope and to all, and to no other", (scope) => {
  const open = SCOPES.filter((held) => scopeRefusal([held], scope) === null);
  expect(open.toSorted()).toEqual([...new Set([scope, "all"])].toSorted());
  expect(scopeRefusal([], scope)).toEqual({ reason: "scope_missing", values: { scope } });
});

test("a token works until the instant it expires, and not once it is revoked", () => {
  const now = new Date("2026-03-02T12:00:00Z");
  const later = new Date(now.getTime() + 1);
  expect(tokenState({ expiresAt: null, revokedAt: null }, now)).toBe("works");
  expect(tokenState({ expiresAt: later, revokedAt: null }, now)).toBe("works");
  expect(tokenState({ expiresAt: now, revokedAt: null }, now)).toBe("expired");
  expect(tokenState({ expiresAt: later, revokedAt: now }, now)).toBe("revoked");
});
