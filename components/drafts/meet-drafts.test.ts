import { expect, test } from "vitest";
import { type Meeting, meet } from "./meet-drafts.ts";

const WHOLE = { kept: { at: 5, isWhole: true } };
const AHEAD = { kept: { at: 5, isWhole: false } };
const ALONE = { kept: null };
const at = (time: number) => ({ at: time, isGone: false });
const gone = (time: number) => ({ at: time, isGone: true });

test.each<[string, Parameters<typeof meet>[0], Meeting]>([
  ["none anywhere", { local: null, there: null, isTouched: false }, "nothing"],
  ["one that is done with", { local: null, there: gone(5), isTouched: false }, "nothing"],
  ["only at the desk", { local: null, there: at(5), isTouched: false }, "take"],
  ["only at the desk, and somebody writes already", { local: null, there: at(5), isTouched: true }, "offer"],
  ["only here", { local: ALONE, there: null, isTouched: false }, "keep"],
  ["the same in both", { local: WHOLE, there: at(5), isTouched: false }, "nothing"],
  ["more here than the desk has", { local: AHEAD, there: at(5), isTouched: false }, "keep"],
  ["another device went on", { local: WHOLE, there: at(9), isTouched: false }, "take"],
  ["another device went on, and so does this", { local: WHOLE, there: at(9), isTouched: true }, "offer"],
  ["both went on", { local: AHEAD, there: at(9), isTouched: false }, "offer"],
  ["both began", { local: ALONE, there: at(9), isTouched: false }, "offer"],
  ["a list from before this one", { local: WHOLE, there: at(2), isTouched: false }, "nothing"],
  ["a list from before this one, and more here", { local: AHEAD, there: at(2), isTouched: false }, "keep"],
  ["a list that knows nothing of it", { local: WHOLE, there: null, isTouched: false }, "nothing"],
  ["sent on another device", { local: WHOLE, there: gone(9), isTouched: false }, "drop"],
  ["sent before this one began", { local: WHOLE, there: gone(2), isTouched: false }, "nothing"],
  ["sent on another device while this goes on", { local: WHOLE, there: gone(9), isTouched: true }, "keep"],
  [
    "sent on another device, but there is more here",
    { local: AHEAD, there: gone(9), isTouched: false },
    "keep",
  ],
  ["sent on another device, and begun here", { local: ALONE, there: gone(9), isTouched: false }, "keep"],
])("%s", (_, drafts, meeting) => {
  expect(meet(drafts)).toBe(meeting);
});
