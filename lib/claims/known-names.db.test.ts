import { beforeEach, describe, expect, test } from "vitest";
import { makeClaim, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { listNames } from "./queries.ts";

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

const topics = async (typed: string) => (await listNames({ of: "topics", typed })).map(({ name }) => name);
const claimants = async (typed: string) =>
  (await listNames({ of: "claimants", typed })).map(({ name }) => name);

describe("listNames", () => {
  test("finds names however they are typed", async () => {
    await makeClaim({ claimantName: "Ana Author", topics: ["Defence", "100% sure", "Éire", "under_score"] });
    expect(await claimants(" ANA  a")).toEqual(["Ana Author"]);
    expect(await claimants("author")).toEqual(["Ana Author"]);
    expect(await claimants("x")).toEqual([]);
    expect(await topics("de")).toEqual(["Defence", "under_score"]);
    expect(await topics("%")).toEqual(["100% sure"]);
    expect(await topics("_")).toEqual(["under_score"]);
    expect(await topics("e\u0301i")).toEqual(["Éire"]);
    for (const odd of ["\u0000", "", "  "]) expect(await topics(odd)).toHaveLength(4);
    expect(await topics("\\")).toEqual([]);
  });

  test("puts names that begin so first, then words that do, then the rest; the most used first", async () => {
    await makeClaim({ topics: ["Health policy", "Public health", "Unhealthy food", "Health", "Far-health"] });
    await makeClaim({ topics: ["Health policy", "Unhealthy food"] });
    await makeClaim({ topics: ["Public health"] });
    expect(await topics("health")).toEqual([
      "Health policy",
      "Health",
      "Public health",
      "Far-health",
      "Unhealthy food",
    ]);
    expect((await topics(""))[0]).toBe("Health policy");
  });

  test("says what kind of claimant it is, and how many claims are theirs", async () => {
    for (const _ of [1, 2]) await makeClaim({ claimantName: "NATO", claimantKind: "organisation" });
    expect(await listNames({ of: "claimants", typed: "na" })).toEqual([
      { name: "NATO", kind: "organisation", claimCount: 2 },
    ]);
    await makeClaim({ topics: ["Defence"] });
    expect(await listNames({ of: "topics", typed: "d" })).toEqual([
      { name: "Defence", kind: null, claimCount: 1 },
    ]);
  });

  test("offers at most eight", async () => {
    for (const n of [0, 1])
      await makeClaim({ topics: Array.from({ length: 5 }, (_, index) => `topic ${n}${index}`) });
    expect(await topics("topic")).toHaveLength(8);
  });
});
