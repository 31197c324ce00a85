import { expect, test, vi } from "vitest";
import { browserKnowing, withKnown } from "./known-browser.ts";

vi.stubEnv("AUTH_SECRET", "a secret of thirty-two characters, at least");

const ADA = "ada@desk.example";
const idOf = (known: string) => known.split(".")[0];

test("a browser is known for those who signed in on it, and names nobody", () => {
  const known = withKnown(withKnown("", ADA), "ben@desk.example");
  expect(known).toMatch(/^[\w-]{22}(?:\.[\w-]{22}){2}$/u);
  expect(browserKnowing(known, ADA)).toBe(idOf(known));
  expect(browserKnowing(known, "ben@desk.example")).toBe(idOf(known));
  expect(browserKnowing(known, "eve@desk.example")).toBeNull();
});

test("signing in again changes nothing, and a browser is known for eight at most", () => {
  const known = withKnown("", ADA);
  expect(withKnown(known, ADA)).toBe(known);
  let full = known;
  for (let at = 0; at < 8; at += 1) full = withKnown(full, `member-${at}@desk.example`);
  expect(browserKnowing(full, ADA)).toBeNull();
  expect(browserKnowing(full, "member-0@desk.example")).toBe(idOf(known));
  expect(full.split(".")).toHaveLength(9);
});

test.each([
  "",
  ".",
  "x",
  "AAAAAAAAAAAAAAAAAAAAAA",
  "AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA",
  "\u{1F600}.",
])("%j is known for nobody, and gives way to an id of ours", (known) => {
  expect(browserKnowing(known, ADA)).toBeNull();
  expect(browserKnowing(withKnown(known, ADA), ADA)).toMatch(/^[\w-]{22}$/u);
});

test("marks under another browser's id, or of another installation, are none", () => {
  const known = withKnown("", ADA);
  const other = withKnown("", "eve@desk.example");
  expect(browserKnowing([idOf(other), ...known.split(".").slice(1)].join("."), ADA)).toBeNull();
  vi.stubEnv("AUTH_SECRET", "another secret of thirty-two characters or more");
  expect(browserKnowing(known, ADA)).toBeNull();
});
