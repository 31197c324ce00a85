import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Chosen, type Edit, footnote, MARKS, mark } from "./markdown-edits.ts";

/** Text with what is chosen in brackets of its own: "a ⟦b⟧ c". */
function read(marked: string): Chosen {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  return { text: marked.replace(/[⟦⟧]/gu, ""), start, end };
}

function apply({ text }: Chosen, { from, to, typed, start, end }: Edit): string {
  const after = text.slice(0, from) + typed + text.slice(to);
  return `${after.slice(0, start)}⟦${after.slice(start, end)}⟧${after.slice(end)}`;
}

describe.each([
  ["bold", "It ⟦is⟧ so.", "It **⟦is⟧** so."],
  ["bold", "It **⟦is⟧** so.", "It ⟦is⟧ so."],
  ["bold", "It ⟦⟧", "It **⟦⟧**"],
  ["italic", "It ⟦is⟧ so.", "It *⟦is⟧* so."],
  ["italic", "It *⟦is⟧* so.", "It ⟦is⟧ so."],
  ["italic", "It **⟦is⟧** so.", "It ***⟦is⟧*** so."],
  ["italic", "It ***⟦is⟧*** so.", "It **⟦is⟧** so."],
  ["link", "See ⟦the books⟧.", "See [the books](⟦https://⟧)."],
  ["link", "See ⟦https://example.org/a⟧.", "See [⟦⟧](https://example.org/a)."],
  ["link", "See ⟦⟧", "See [⟦⟧](https://)"],
  ["list", "One\nt⟦wo\nth⟧ree\nfour", "One\n- ⟦two\n- three⟧\nfour"],
  ["list", "- ⟦one\n- two⟧", "⟦one\ntwo⟧"],
  ["list", "⟦⟧", "- ⟦⟧"],
] as const)("%s", (kind, before, after) => {
  test(`${before} → ${after}`, () => {
    const chosen = read(before);
    expect(apply(chosen, mark(kind, chosen))).toBe(after);
  });
});

test("a footnote stands behind the chosen words", () => {
  const chosen = read("It ⟦is⟧ so.");
  expect(apply(chosen, footnote(12, chosen))).toBe("It is[^12]⟦⟧ so.");
  const bold = read("It **⟦is⟧** so.");
  expect(apply(bold, footnote(1, bold))).toBe("It **is**[^1]⟦⟧ so.");
});

test("whatever is chosen, no word is lost", () => {
  const letters = fc
    .array(fc.constantFrom("a", " ", "*", "\n", "- ", "b"), { maxLength: 20 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(letters, fc.nat(), fc.nat(), fc.constantFrom(...MARKS), (text, one, two, kind) => {
      const [start = 0, end = 0] = [one % (text.length + 1), two % (text.length + 1)].sort((a, b) => a - b);
      const { from, to, typed } = mark(kind, { text, start, end });
      const after = text.slice(0, from) + typed + text.slice(to);
      const words = (all: string) => all.replace(/[^ab]/gu, "");
      expect(words(after.replace(/https:\/\//u, ""))).toBe(words(text));
    }),
  );
});
