import { expect, test } from "vitest";
import { sourceAddress } from "./rules.ts";

test.each([
  ["https://a.example/x#part", "https://a.example/x"],
  ["HTTPS://A.Example:443/a/../x", "https://a.example/x"],
  ["https://a.example", "https://a.example/"],
  ["https://a.example/?q=1#", "https://a.example/?q=1"],
  ["https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"],
])("%s is kept as %s", (typed, kept) => {
  expect(sourceAddress(typed)).toBe(kept);
});
