import { expect, test, vi } from "vitest";
import { idInKey, isKeyOf, type KeyedLink, keyOf } from "./link-keys.ts";

vi.stubEnv("AUTH_SECRET", "a secret of thirty-two characters, at least");

const LINK: KeyedLink = {
  kind: "reset",
  id: "0199f000-0000-7000-8000-00000000a1b2",
  expiresAt: new Date("2026-03-02T12:00:00.000Z"),
};

test("a key says which link it is of, and is of that one alone", () => {
  const key = keyOf(LINK);
  expect(key).toMatch(/^[\w-]{65}$/u);
  expect(idInKey(key)).toBe(LINK.id);
  expect(isKeyOf(key, LINK)).toBe(true);
  expect(isKeyOf(key, { ...LINK, kind: "sign_in" })).toBe(false);
  expect(isKeyOf(key, { ...LINK, id: "0199f000-0000-7000-8000-00000000a1b3" })).toBe(false);
  expect(isKeyOf(key, { ...LINK, expiresAt: new Date("2026-03-02T12:00:00.001Z") })).toBe(false);
});

test.each(["", "x", LINK.id, "A".repeat(64), "A".repeat(66), `${"A".repeat(64)}/`, "\u{1F600}".repeat(33)])(
  "%j is no key",
  (key) => {
    expect(idInKey(key)).toBeNull();
    expect(isKeyOf(key, LINK)).toBe(false);
  },
);

test("a key of another installation is none of ours", () => {
  const key = keyOf(LINK);
  expect(isKeyOf(`${key.slice(0, 64)}${key.endsWith("A") ? "B" : "A"}`, LINK)).toBe(false);
  vi.stubEnv("AUTH_SECRET", "another secret of thirty-two characters or more");
  expect(isKeyOf(key, LINK)).toBe(false);
});
