import { describe, expect, test } from "vitest";
import { id, isId, optionalWebAddress, webAddress } from "./input.ts";

describe.each([
  ["needed", webAddress],
  ["optional", optionalWebAddress],
])("a web address that is %s", (_, address) => {
  test("is kept as browsers write it", () => {
    expect(address.parse(" HTTPS://Example.ORG/a b ")).toBe("https://example.org/a%20b");
  });

  test("may have 2,000 characters, counted as it is kept: other scripts need nine for one", () => {
    const start = "https://example.org/";
    expect(address.safeParse(start.padEnd(2_000, "a")).success).toBe(true);
    expect(address.safeParse(start.padEnd(2_001, "a")).success).toBe(false);
    expect(address.safeParse(start + "北".repeat(300)).error?.issues[0]).toMatchObject({
      message: "too_long",
      maximum: 2_000,
    });
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://example.org/",
    "https://name:secret@example.org/",
    "//example.org/",
    "not one",
  ])("is not %s", (value) => {
    expect(address.safeParse(value).error?.issues[0]?.message).toBe("not_a_url");
  });
});

test("an optional address left out is null", () => {
  expect([
    optionalWebAddress.parse(""),
    optionalWebAddress.parse("  "),
    optionalWebAddress.parse(undefined),
  ]).toEqual([null, null, null]);
});

test("an id is the same id however it is written", () => {
  expect(id.parse("019C0000-0000-7000-8000-00000000000A")).toBe("019c0000-0000-7000-8000-00000000000a");
  expect([isId("019C0000-0000-7000-8000-00000000000A"), isId("no id")]).toEqual([true, false]);
});
