import { expect, test } from "vitest";
import { type Lift, liftOf } from "./card-lift.ts";

const room = { top: 120, bottom: 880 };
const lift = (top: number, height: number, last: Lift | null = null) =>
  liftOf({ item: "new", top, height }, room, last).by;
const opened = (by: number, height: number): Lift => ({ item: "new", by, height });

test.each([
  { name: "where there is room it stands level with its words", top: 300, height: 400, by: 0 },
  { name: "low in the window it stands as much higher as it needs", top: 700, height: 400, by: 220 },
  { name: "but its top stays in sight", top: 700, height: 900, by: 580 },
  { name: "with its words above the window it is where they are", top: 60, height: 900, by: 0 },
  { name: "and with them below it too", top: 900, height: 400, by: 0 },
])("$name", ({ top, height, by }) => {
  expect(lift(top, height)).toBe(by);
});

test("it grows upwards, and does not come down when it shrinks", () => {
  expect(lift(700, 500, opened(220, 400))).toBe(320);
  expect(lift(700, 300, opened(220, 400))).toBe(220);
});

test("scrolling moves it with its words", () => {
  expect(lift(100, 400, opened(220, 400))).toBe(220);
});

test("growing out of sight, it stays where it is", () => {
  expect(lift(-900, 500, opened(220, 400))).toBe(220);
  expect(lift(1_200, 500, opened(220, 400))).toBe(220);
});

test("another form begins anew", () => {
  expect(lift(300, 400, { item: "other", by: 220, height: 400 })).toBe(0);
});
