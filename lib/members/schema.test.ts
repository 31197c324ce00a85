import { describe, expect, test } from "vitest";
import { addMemberInput, editNewsroomInput, setUpInput, signInInput, timeZones } from "./schema.ts";

const problems = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) =>
  result.error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("what is typed to sign in", () => {
  test("loses white space and capitals in the address, never in the password", () => {
    const input = { email: "  Ada@Desk.Example ", password: " Four Words ", from: "/desk" };
    expect(signInInput.parse(input)).toEqual({
      email: "ada@desk.example",
      password: " Four Words ",
      from: "/desk",
    });
  });

  test("may be any address, so that the answer is the same for all, without what Postgres cannot store", () => {
    expect(signInInput.parse({ email: "a\0da", password: "x" })).toEqual({
      email: "ada",
      password: "x",
      from: "",
    });
  });

  test("is asked for where it is missing", () => {
    const result = signInInput.safeParse({ email: " ", password: "" });
    expect(problems(result)).toEqual([
      ["email", "required"],
      ["password", "required"],
    ]);
  });
});

describe("a new member", () => {
  const member = { name: "Ben", email: "ben@desk.example", role: "reporter", password: "twelve chars" };

  test.each([
    ["a short password", { password: "eleven char" }, ["password", "too_short"]],
    ["an endless password", { password: "x".repeat(201) }, ["password", "too_long"]],
    ["half an address", { email: "ben@" }, ["email", "not_an_email"]],
    ["no address", { email: "" }, ["email", "required"]],
    ["a role nobody has", { role: "owner" }, ["role", "not_a_choice"]],
    ["no name", { name: " \0" }, ["name", "required"]],
  ])("with %s is refused beside the field", (_, change, problem) => {
    expect(addMemberInput.safeParse(member).success).toBe(true);
    expect(problems(addMemberInput.safeParse({ ...member, ...change }))).toContainEqual(problem);
  });
});

test.each([64, 128, 200])("a password of %i characters is taken, as it is", (length) => {
  const password = "four words in a row ".repeat(10).slice(0, length);
  const member = { name: "Ben", email: "ben@desk.example", role: "reporter", password };
  expect(addMemberInput.parse(member).password).toBe(password);
});

describe("a time zone", () => {
  const input = { newsroomName: "N", name: "Ada", email: "ada@desk.example", password: "twelve chars" };

  test.each(["UTC", "Europe/Brussels", "Asia/Kathmandu"])("can be %s", (timeZone) => {
    expect(setUpInput.safeParse({ ...input, timeZone }).success).toBe(true);
  });

  test.each(["", "Mars/Olympus", "Europe", "__proto__"])("cannot be %j", (timeZone) => {
    expect(setUpInput.safeParse({ ...input, timeZone }).success).toBe(false);
  });
});

test("time zones are offered with the one that is set, once each, in order", () => {
  const zones = timeZones("Asia/Kathmandu");
  expect(zones).toContain("UTC");
  expect(zones.filter((zone) => zone === "Asia/Kathmandu")).toHaveLength(1);
  expect(zones).toEqual([...zones].sort());
});

describe("settings", () => {
  const settings = {
    version: "1",
    name: "N",
    timeZone: "UTC",
    locale: "en-GB",
    opinionsRequired: "2",
    minSources: "1",
    leaseMinutes: "60",
    assignmentHours: "24",
    contactDays: "90",
  };

  test("come from a form as text and leave as numbers", () => {
    expect(editNewsroomInput.parse(settings)).toMatchObject({
      opinionsRequired: 2,
      minSources: 1,
      leaseMinutes: 60,
      assignmentHours: 24,
    });
  });

  test.each([
    { opinionsRequired: "0" },
    { opinionsRequired: "4" },
    { opinionsRequired: "" },
    { minSources: "-1" },
    { minSources: "21" },
    { minSources: "1.5" },
    { leaseMinutes: "4" },
    { assignmentHours: "0" },
    { assignmentHours: "337" },
    { contactDays: "0" },
    { contactDays: "3651" },
    { leaseMinutes: "1441" },
    { leaseMinutes: "soon" },
  ])("cannot be %j", (change) => {
    const [field] = Object.keys(change);
    expect(problems(editNewsroomInput.safeParse({ ...settings, ...change }))?.map(([path]) => path)).toEqual([
      field,
    ]);
  });
});
