import { FIRST, linesAt, type PdfCase, paragraph, SECOND, THIRD } from "./pdf-lines.ts";

/** Lines, and the paragraphs they are. */
export const PARAGRAPH_CASES: readonly PdfCase[] = [
  {
    name: "a wider gap, or a line that ends early, parts paragraphs",
    pages: [
      [
        ...paragraph({ text: FIRST, top: 700 }),
        ...paragraph({ text: SECOND, top: 650 }),
        ...linesAt(["It ended there."], { top: 614 }),
        ...paragraph({ text: THIRD, top: 602 }),
      ],
    ],
    blocks: [
      ["paragraph", FIRST],
      ["paragraph", SECOND],
      ["paragraph", "It ended there."],
      ["paragraph", THIRD],
    ],
  },
  {
    name: "a first line set in parts paragraphs",
    pages: [
      [
        ...linesAt(["The council voted to close the bridge, which was old, and it did so at once."], {
          top: 700,
        }),
        ...linesAt(["Traders on both banks said that nobody had asked them, and that they are"], {
          top: 688,
          x: 62,
        }),
        ...linesAt(["many, and that the ferry could not carry all of their goods in the winter."], {
          top: 676,
        }),
      ],
    ],
    blocks: [
      ["paragraph", "The council voted to close the bridge, which was old, and it did so at once."],
      [
        "paragraph",
        "Traders on both banks said that nobody had asked them, and that they are many, and that the ferry could not carry all of their goods in the winter.",
      ],
    ],
  },
  {
    name: "a hyphen at a line's end goes between small letters, unless the word is written with it",
    pages: [
      [
        ...linesAt(
          [
            "A well-known engineer said on Tuesday that the council's own characteri-",
            "sation of the bridge was wrong, that it was well-",
            "known to be so, and that the Franco-",
            "German firm, number 12-",
            "14 of the list, had told them.",
          ],
          { top: 700 },
        ),
      ],
    ],
    blocks: [
      [
        "paragraph",
        "A well-known engineer said on Tuesday that the council's own characterisation of the bridge was wrong, that it was well-known to be so, and that the Franco-German firm, number 12-14 of the list, had told them.",
      ],
    ],
  },
  {
    name: "entries whose lines hang are parted where the next begins",
    pages: [
      [
        ...[
          "Adler, J., The bridges of the river and those who built them in the years of",
          "Berg, M., A short history of the ferry, of its captains and of their long and",
        ].flatMap((text, index) => [
          { text, x: 50, y: 700 - 24 * index },
          {
            text: "quiet lives, told by those who knew some of them well or said so, volume II",
            x: 62,
            y: 688 - 24 * index,
          },
        ]),
      ],
    ],
    blocks: [
      [
        "paragraph",
        "Adler, J., The bridges of the river and those who built them in the years of quiet lives, told by those who knew some of them well or said so, volume II",
      ],
      [
        "paragraph",
        "Berg, M., A short history of the ferry, of its captains and of their long and quiet lives, told by those who knew some of them well or said so, volume II",
      ],
    ],
  },
];
