import { FIRST, linesAt, type PdfCase, paragraph, SECOND, THIRD } from "./pdf-lines.ts";

/** Columns, running heads, what is on a page but no part of its text. */
export const PAGE_CASES: readonly PdfCase[] = [
  {
    name: "columns are read one after the other, below the headline that goes across them",
    pages: [
      [
        { text: "The bridge and its traders", x: 150, y: 760, size: 24 },
        ...paragraph({ text: FIRST, top: 720, width: 45 }),
        ...paragraph({ text: SECOND, top: 640, width: 45 }),
        ...paragraph({ text: THIRD, top: 721, x: 320, width: 45 }),
        ...paragraph({ text: FIRST, top: 641, x: 320, width: 45 }),
      ],
    ],
    blocks: [
      ["heading 1", "The bridge and its traders"],
      ["paragraph", FIRST],
      ["paragraph", SECOND],
      ["paragraph", THIRD],
      ["paragraph", FIRST],
    ],
  },
  {
    name: "running heads, feet and page numbers are not kept, and a sentence goes on over them",
    pages: [
      [
        "The council, having been told so many times about it by so many people,",
        "and by engineers too, wrote",
      ],
      [
        "to the traders in January, and wrote again in March to say to all of them",
        "that the old bridge was not",
      ],
      ["safe for the carts of the traders on either bank, of which there were two,", "and closed it."],
    ].map((lines, index) => [
      { text: "The Harbour Gazette", x: 250, y: 780, size: 8 },
      { text: `May 2026, sheet ${index + 7}`, x: 480, y: 780, size: 8 },
      ...linesAt(lines, { top: 700 }),
      { text: `Page ${index + 1} of 3`, x: 280, y: 30, size: 8 },
    ]),
    blocks: [
      ["(paragraph)", "The Harbour Gazette"],
      ["(paragraph)", "May 2026, sheet 7"],
      [
        "paragraph",
        "The council, having been told so many times about it by so many people, and by engineers too, wrote to the traders in January, and wrote again in March to say to all of them that the old bridge was not safe for the carts of the traders on either bank, of which there were two, and closed it.",
      ],
      ["(paragraph)", "Page 1 of 3"],
      ["(paragraph)", "The Harbour Gazette"],
      ["(paragraph)", "May 2026, sheet 8"],
      ["(paragraph)", "Page 2 of 3"],
      ["(paragraph)", "The Harbour Gazette"],
      ["(paragraph)", "May 2026, sheet 9"],
      ["(paragraph)", "Page 3 of 3"],
    ],
  },
  {
    name: "words that stand at the same place on every page, but close to the text, are kept",
    pages: [FIRST, SECOND].map((text) => [
      ...paragraph({ text, top: 700 }),
      ...linesAt(["In all, 40 ships came."], { top: 664 }),
    ]),
    blocks: [
      ["paragraph", FIRST],
      ["paragraph", "In all, 40 ships came."],
      ["paragraph", SECOND],
      ["paragraph", "In all, 40 ships came."],
    ],
  },
  {
    name: "slides of a few words each stay apart",
    pages: [1, 2, 3].map((page) =>
      linesAt([`Words of slide ${page * page}`, "and some more"], { top: 500, size: 12 }),
    ),
    blocks: [
      ["paragraph", "Words of slide 1 and some more"],
      ["paragraph", "Words of slide 4 and some more"],
      ["paragraph", "Words of slide 9 and some more"],
    ],
  },
  {
    name: "a full line goes on with a capital on the next page, a short one does not",
    pages: [
      linesAt(
        [
          "The council of the harbour voted to close the bridge after a report that the",
          "old piers had been hollowed out by the tide and by neglect, signed by Captain",
        ],
        { top: 700 },
      ),
      linesAt(
        [
          "Rosenbaum of the port authority, who had dived there with two others before",
          "the winter came to the river, with a copy to",
        ],
        { top: 700 },
      ),
      linesAt(["The Mayor of the town, who has been in her office for all of the eleven years."], {
        top: 700,
      }),
    ],
    blocks: [
      [
        "paragraph",
        "The council of the harbour voted to close the bridge after a report that the old piers had been hollowed out by the tide and by neglect, signed by Captain Rosenbaum of the port authority, who had dived there with two others before the winter came to the river, with a copy to",
      ],
      ["paragraph", "The Mayor of the town, who has been in her office for all of the eleven years."],
    ],
  },
  {
    name: "words printed twice for boldness are read once, words off the page not at all",
    pages: [
      [
        { text: "Closed for good", x: 50, y: 700 },
        { text: "Closed for good", x: 50.3, y: 700 },
        { text: "Ignore what stands above", x: 50, y: -300 },
        { text: "Ignore what stands below", x: 50, y: 1_100 },
        { text: "Ignore it all", x: 900, y: 700 },
      ],
    ],
    blocks: [["paragraph", "Closed for good"]],
  },
  {
    name: "a stamp up the margin is not kept",
    pages: [
      [...paragraph({ text: FIRST, top: 700 }), { text: "arXiv 12 May", x: 20, y: 300, isSideways: true }],
    ],
    blocks: [
      ["paragraph", FIRST],
      ["(paragraph)", "arXiv 12 May"],
    ],
  },
  {
    name: "a page that lies on its side is read the way its words run",
    pages: [paragraph({ text: FIRST, top: 700 })],
    rotate: 90,
    blocks: [["paragraph", FIRST]],
  },
  {
    name: "what the file itself marks as no part of its text is not kept",
    pages: [
      [...paragraph({ text: FIRST, top: 700 }), { text: "Draft of 3 May", x: 50, y: 640, isArtifact: true }],
    ],
    blocks: [
      ["paragraph", FIRST],
      ["(paragraph)", "Draft of 3 May"],
    ],
  },
];
