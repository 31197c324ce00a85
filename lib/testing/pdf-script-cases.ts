import { mirrored, type PdfCase } from "./pdf-lines.ts";

const UNICODE = "unicode" as const;
/** Lines of about the same length, as a column has them. */
const HEBREW = [
  "מועצת העיר החליטה ביום שלישי לסגור את ",
  "הגשר הישן למשך שנתיים החל מן האביב לפי",
  "דיווח של העיתון המקומי מאתמול בערב וכך",
  "אמרו גם הסוחרים שאיש לא שאל אותם לדעתם.",
].map((line) => line.trim());

/** Words that are written in other ways than English. */
export const SCRIPT_CASES: readonly PdfCase[] = [
  {
    name: "a language from right to left comes out in reading order, with foreign words and numbers in theirs",
    pages: [
      [
        { text: mirrored("מועצת העיר החליטה ביום שלישי לסגור את הגשר"), x: 200, y: 700, font: "unicode" },
        { text: mirrored("לפי הדיווח של"), x: 345, y: 688, font: "unicode" },
        { text: "Reuters", x: 300, y: 688 },
        { text: "24", x: 280, y: 688 },
        { text: mirrored("לחודש."), x: 245, y: 688, font: "unicode" },
      ],
    ],
    blocks: [["paragraph", "מועצת העיר החליטה ביום שלישי לסגור את הגשר לפי הדיווח של 24 Reuters לחודש."]],
  },
  {
    name: "columns of a language from right to left begin on the right",
    pages: [
      [
        ...HEBREW.map((text, index) => ({
          text: mirrored(text),
          x: 320,
          y: 700 - 12 * index,
          font: UNICODE,
        })),
        ...HEBREW.toReversed().map((text, index) => ({
          text: mirrored(text),
          x: 50,
          y: 700 - 12 * index,
          font: UNICODE,
        })),
      ].toReversed(),
    ],
    blocks: [
      ["paragraph", HEBREW.join(" ")],
      ["paragraph", HEBREW.toReversed().join(" ")],
    ],
  },
  {
    name: "Arabic letters in the shape they have in a word become the letters themselves",
    pages: [[{ text: mirrored("\uFE9F\uFEB4\uFEAE"), x: 300, y: 700, font: UNICODE }]],
    blocks: [["paragraph", "\u062C\u0633\u0631"]],
  },
  {
    name: "ligatures and split accents become ordinary letters, and Japanese lines join without a space",
    pages: [
      [
        { text: "The o\uFB03ce found the cafe\u0301 e\uFB00icient, and", x: 50, y: 700, font: "unicode" },
        {
          text: "古い橋は二年間閉鎖されることになったと市議会は火曜日に発表した。商",
          x: 50,
          y: 650,
          font: "unicode",
        },
        { text: "人たちは何も聞かれなかったと話している。", x: 50, y: 638, font: "unicode" },
      ],
    ],
    blocks: [
      ["paragraph", "The office found the café efficient, and"],
      [
        "paragraph",
        "古い橋は二年間閉鎖されることになったと市議会は火曜日に発表した。商人たちは何も聞かれなかったと話している。",
      ],
    ],
  },
];
