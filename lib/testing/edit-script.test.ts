import { expect, test } from "vitest";
import { editText, seededRandom } from "./edit-script.ts";

const BEFORE = "One two three four.\n\nFive six seven eight.\n\nNine ten “eleven” twelve.";
const STILL = {
  words: 0,
  movedParagraphs: 0,
  deletedParagraphs: 0,
  insertedParagraphs: 0,
  retypedParagraphs: 0,
};
const edit = (rates: Partial<typeof STILL>, deletedWords = "", seed = 1) => {
  const start = BEFORE.indexOf(deletedWords);
  const deleted = deletedWords === "" ? [] : [{ start, end: start + deletedWords.length }];
  return editText({
    before: BEFORE,
    rates: { ...STILL, ...rates },
    deleted,
    spares: ["Put in."],
    random: seededRandom(seed),
  });
};
const spanOf = (words: string) => ({
  start: BEFORE.indexOf(words),
  end: BEFORE.indexOf(words) + words.length,
});

test("without edits the text stays, and everything is where it was", () => {
  const { after, truthOf } = edit({});
  expect(after).toBe(BEFORE);
  expect(truthOf(spanOf("six seven"))).toEqual({ image: spanOf("six seven"), keptShare: 1 });
  expect(truthOf(spanOf("ix sev"))).toEqual({ image: spanOf("ix sev"), keptShare: 1 });
});

test("what is taken out has no image, and half of it half", () => {
  const { after, truthOf } = edit({}, "Five six");
  expect(after).not.toContain("Five six");
  expect(truthOf(spanOf("Five six"))).toEqual({ image: null, keptShare: 0 });
  const { image, keptShare } = truthOf(spanOf("six seven"));
  expect(after.slice(image?.start, image?.end)).toBe("seven");
  expect(keptShare).toBeCloseTo(5 / 8);
});

test("images follow their words through moves, changes, insertions and other signs", () => {
  for (let seed = 1; seed < 60; seed += 1) {
    const { after, truthOf } = edit(
      { movedParagraphs: 1, insertedParagraphs: 0.4, retypedParagraphs: 0.5 },
      "",
      seed,
    );
    for (const words of ["two three", "seven", "ten “eleven”"]) {
      const { image } = truthOf(spanOf(words));
      const found = after.slice(image?.start, image?.end).normalize("NFC");
      expect(found.replace(/["“”]/g, "").replaceAll("\u00a0", " ")).toBe(words.replace(/[“”]/g, ""));
    }
  }
});

test("the same seed makes the same edits, another one others", () => {
  const rates = { words: 0.5, movedParagraphs: 0.5 };
  expect(edit(rates, "", 5).after).toBe(edit(rates, "", 5).after);
  expect(edit(rates, "", 5).after).not.toBe(edit(rates, "", 6).after);
});
