import { expect, test } from "vitest";
import { makeTokenInput } from "./schema.ts";

const password = "four words in a row";
const form = { name: " ci ", password, days: "30", scopeRead: "yes", scopeAudit: "yes" };

test("ticks become scopes, and the chosen expiry days", () => {
  expect(makeTokenInput.parse(form)).toEqual({
    ...{ name: "ci", password, days: 30 },
    scopes: ["read", "audit"],
  });
  expect(makeTokenInput.parse({ ...form, days: "never" }).days).toBeNull();
});

test.each([
  ["no scope", { scopeRead: undefined, scopeAudit: undefined }, "scopes"],
  ["a tick that is none", { scopeRead: "all" }, "scopeRead"],
  ["an expiry that is not offered", { days: "3650" }, "days"],
  ["no name", { name: " " }, "name"],
  ["no password", { password: "" }, "password"],
])("%s is refused beside its field", (_, change, field) => {
  const result = makeTokenInput.safeParse({ ...form, ...change });
  expect(result.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});

test("all that is wrong is said at once: a missing name, and that nothing is ticked", () => {
  const result = makeTokenInput.safeParse({ name: "", password, days: "30" });
  expect(result.error?.issues.map(({ path }) => path.join("."))).toEqual(["name", "scopes"]);
});
