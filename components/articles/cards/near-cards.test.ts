import { expect, test } from "vitest";
import { cardsThatFit } from "./near-cards.ts";

type Claim = { id: string; top: number };
const claims = (...tops: number[]): Claim[] => tops.map((top, index) => ({ id: `${index + 1}`, top }));
const placed = (list: Claim[], pinnedId: string | null = null) =>
  cardsThatFit(list, { topOf: ({ top }) => top, pinnedId }).map((item) =>
    "crowd" in item ? item.crowd.map(({ id }) => id) : item.id,
  );

test("where there is room every claim has its card", () => {
  expect(placed(claims(0, 150, 500))).toEqual(["1", "2", "3"]);
});

test("what would stand far from its words stands together, until there is room again", () => {
  expect(placed(claims(0, 0, 0, 0, 0, 0, 900))).toEqual(["1", "2", ["3", "4", "5", "6"], "7"]);
});

test("the pinned claim has its card in the thick of it, and nobody is lost or moved", () => {
  expect(placed(claims(0, 0, 0, 0, 0), "4")).toEqual(["1", "2", ["3"], "4", ["5"]]);
});
