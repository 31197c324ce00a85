import { expect, test } from "vitest";
import { formRefusal } from "./rules.ts";

const NOW = new Date("2026-03-02T12:00:00.000Z");
const ago = (milliseconds: number) => new Date(NOW.getTime() - milliseconds);

test.each<[what: string, drawnAt: Date | null, trap: string, reason: string | null]>([
  ["filled in by a person", ago(20_000), "", null],
  ["just long enough", ago(3_000), "", null],
  ["faster than anybody reads", ago(2_999), "", "sent_too_quickly"],
  ["from the future", ago(-1), "", "sent_too_quickly"],
  ["a day old", ago(86_400_000), "", null],
  ["older than a day", ago(86_400_001), "", "form_expired"],
  ["without a stamp of ours", null, "", "form_expired"],
  ["with what people leave empty", ago(20_000), "https://spam.example", "left_empty"],
])("%s", (_, drawnAt, trap, reason) => {
  expect(formRefusal({ drawnAt, trap, now: NOW })?.reason ?? null).toBe(reason);
});
