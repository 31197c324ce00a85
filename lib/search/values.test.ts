import { expect, test } from "vitest";
import { listVisits, MOST_VISITS, visitsFrom } from "./values.ts";

const id = "01990000-0000-7000-8000-000000000000";

test("visits go into an address and come back", () => {
  const visits = [
    { kind: "article", id },
    { kind: "claim", id },
  ] as const;
  expect(visitsFrom(listVisits(visits))).toEqual(visits);
});

test.each(["", ",", `member:${id}`, "claim:", "claim:nothing", id])("“%s” is no visit", (listed) => {
  expect(visitsFrom(listed)).toEqual([]);
});

test("no more are asked for than are kept", () => {
  expect(visitsFrom(Array(20).fill(`claim:${id}`).join(","))).toHaveLength(MOST_VISITS);
});
