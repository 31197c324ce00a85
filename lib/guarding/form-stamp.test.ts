import { expect, test, vi } from "vitest";
import { readStamp, stampForm } from "./form-stamp.ts";

vi.stubEnv("AUTH_SECRET", "a secret of thirty-two characters, at least");

const NOW = new Date("2026-03-02T12:00:00.000Z");

test("a stamp says when the form was drawn", () => {
  expect(readStamp(stampForm(NOW))).toEqual(NOW);
});

test.each([
  "",
  ".",
  "x",
  `${NOW.getTime().toString(36)}.`,
  `${NOW.getTime().toString(36)}.${"A".repeat(43)}`,
  // Another time under the signature of this one.
  stampForm(NOW).replace(/^\w+/u, (NOW.getTime() - 5_000).toString(36)),
  `${stampForm(NOW)}.`.slice(1),
  "\u{1F600}.\u{1F600}",
])("%j is none of ours", (stamp) => {
  expect(readStamp(stamp)).toBeNull();
});

test("a stamp of another installation is none of ours", () => {
  const stamp = stampForm(NOW);
  vi.stubEnv("AUTH_SECRET", "another secret of thirty-two characters or more");
  expect(readStamp(stamp)).toBeNull();
});
