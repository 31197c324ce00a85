import { describe, expect, test } from "vitest";
import { slugCandidate, slugOf } from "./slug.ts";

describe("slugOf", () => {
  test.each([
    ["NATO’s founders met in 1949", "natos-founders-met-in-1949"],
    ["  What's   up? – 5 % more!  ", "whats-up-5-more"],
    ["Café in Łódź, Straße", "cafe-in-lodz-strasse"],
    ["İstanbul ﬁnds", "istanbul-finds"],
    ["北约成立于1949年", "北约成立于1949年"],
    ["Что такое НАТО? Мой", "что-такое-нато-мой"],
    ["ما هو الناتو", "ما-هو-الناتو"],
    ["नमस्ते दुनिया", "नमस्ते-दुनिया"],
    ["한국 뉴스", "한국-뉴스"],
    ["I ❤️ facts 1️⃣ 👩‍👩‍👧", "i-facts-1"],
    ["../../etc/passwd?x=1#y", "etc-passwd-x-1-y"],
    ["🔥🔥 …", ""],
    ["\u0301\u0301", ""],
  ])("%j becomes %j", (words, slug) => {
    expect(slugOf(words)).toBe(slug);
  });

  test("cuts after a whole word, at most 80 code units", () => {
    const slug = slugOf("reporter ".repeat(40));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug).toMatch(/^(reporter-)+reporter$/);
  });

  test("cuts a long text without spaces between whole characters", () => {
    const slug = slugOf(`a${"𠀀".repeat(200)}`);
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.isWellFormed()).toBe(true);
  });

  test("is the same for composed and decomposed letters", () => {
    expect(slugOf("Мой".normalize("NFD"))).toBe(slugOf("Мой".normalize("NFC")));
  });
});

describe("slugCandidate", () => {
  test("is the plain slug first, then that with an ending", () => {
    expect(slugCandidate("Same words", 0)).toBe("same-words");
    expect(slugCandidate("Same words", 1)).toMatch(/^same-words-[a-z2-9]{4}$/);
  });

  test("makes one up for words without letters", () => {
    expect(slugCandidate("🔥", 0)).toMatch(/^[a-z2-9]{8}$/);
  });

  test("stays within 80 code units with the ending", () => {
    expect(slugCandidate("reporter ".repeat(40), 2).length).toBeLessThanOrEqual(80);
  });
});
