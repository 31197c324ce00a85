import { expect, test } from "vitest";
import { placeCards } from "./card-places.ts";

const gap = 10;

const cases = [
  {
    name: "cards with room stand level with their words",
    wanted: [0, 200],
    heights: [50, 50],
    pinned: null,
    places: [0, 200],
  },
  {
    name: "a card moves down below the one before it",
    wanted: [0, 20, 30],
    heights: [50, 50, 50],
    pinned: null,
    places: [0, 60, 120],
  },
  {
    name: "the pinned card is exact, those before it move up",
    wanted: [100, 120],
    heights: [50, 50],
    pinned: 1,
    places: [60, 120],
  },
  {
    name: "those after the pinned card move down",
    wanted: [100, 120, 130],
    heights: [50, 50, 50],
    pinned: 1,
    places: [60, 120, 180],
  },
  {
    name: "cards far above a pinned one stay",
    wanted: [0, 300, 320],
    heights: [50, 50, 50],
    pinned: 2,
    places: [0, 260, 320],
  },
  {
    name: "nothing goes above the top: a pinned card lies over those before it",
    wanted: [0, 5],
    heights: [50, 50],
    pinned: 1,
    places: [0, 5],
  },
  {
    name: "too many before the pinned card lie one over another in equal steps",
    wanted: [0, 0, 0, 60, 70],
    heights: [50, 90, 50, 50, 50],
    pinned: 3,
    places: [0, 20, 40, 60, 120],
  },
  { name: "no cards", wanted: [], heights: [], pinned: null, places: [] },
];

test.each(cases)("$name", ({ places, name: _, ...input }) => {
  expect(placeCards({ ...input, gap })).toEqual(places);
});
