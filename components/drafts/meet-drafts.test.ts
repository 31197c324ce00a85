import { expect, test } from "vitest";
import { type Meeting, meet } from "./meet-drafts.ts";

const WHOLE = { kept: { at: 5, isWhole: true } };
const AHEAD = { kept: { at: 5, isWhole: false } };
const ALONE = { kept: null };

test.each<[string, Parameters<typeof meet>[0], Meeting]>([
  ["none anywhere", { local: null, keptAt: null, isTouched: false }, "nothing"],
  ["only at the desk", { local: null, keptAt: 5, isTouched: false }, "take"],
  ["only at the desk, and somebody writes already", { local: null, keptAt: 5, isTouched: true }, "offer"],
  ["only here", { local: ALONE, keptAt: null, isTouched: false }, "keep"],
  ["the same in both", { local: WHOLE, keptAt: 5, isTouched: false }, "nothing"],
  ["more here than the desk has", { local: AHEAD, keptAt: 5, isTouched: false }, "keep"],
  ["another device went on", { local: WHOLE, keptAt: 9, isTouched: false }, "take"],
  ["another device went on, and so does this", { local: WHOLE, keptAt: 9, isTouched: true }, "offer"],
  ["both went on", { local: AHEAD, keptAt: 9, isTouched: false }, "offer"],
  ["both began", { local: ALONE, keptAt: 9, isTouched: false }, "offer"],
  ["sent on another device", { local: WHOLE, keptAt: null, isTouched: false }, "drop"],
  ["sent on another device while this goes on", { local: WHOLE, keptAt: null, isTouched: true }, "keep"],
  [
    "sent on another device, but there is more here",
    { local: AHEAD, keptAt: null, isTouched: false },
    "keep",
  ],
])("%s", (_, drafts, meeting) => {
  expect(meet(drafts)).toBe(meeting);
});
