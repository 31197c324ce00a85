import { FIRST, linesAt, type PdfCase, paragraph, SECOND, stretched } from "./pdf-lines.ts";

/** Headings, lists, captions, tables. */
export const BLOCK_CASES: readonly PdfCase[] = [
  {
    name: "larger type makes headings of as many levels as there are sizes, bold type the lowest",
    pages: [
      [
        ...linesAt(["The bridge and", "its traders"], { top: 760, size: 24 }),
        { text: "What happened", x: 50, y: 690, size: 14 },
        ...paragraph({ text: FIRST, top: 660 }),
        { text: "The traders", x: 50, y: 610, font: "bold" },
        ...paragraph({ text: SECOND, top: 596 }),
      ],
    ],
    blocks: [
      ["heading 1", "The bridge and its traders"],
      ["heading 2", "What happened"],
      ["paragraph", FIRST],
      ["heading 3", "The traders"],
      ["paragraph", SECOND],
    ],
  },
  {
    name: "bullets and numbers make list items, deeper ones of a higher level",
    pages: [
      [
        ...paragraph({ text: FIRST, top: 700 }),
        { text: "•", x: 50, y: 650 },
        ...linesAt(["Ships that came in the year before the bridge was closed for good to all", "of them"], {
          top: 650,
          x: 62,
        }),
        { text: "•", x: 70, y: 626 },
        { text: "Small ones", x: 82, y: 626 },
        { text: "• Carts", x: 50, y: 614 },
        { text: "1. Ask the council.", x: 50, y: 580 },
        { text: "2. Ask the traders.", x: 50, y: 568 },
      ],
    ],
    blocks: [
      ["paragraph", FIRST],
      ["list-item 1", "Ships that came in the year before the bridge was closed for good to all of them"],
      ["list-item 2", "Small ones"],
      ["list-item 1", "Carts"],
      ["list-item 1", "1. Ask the council."],
      ["list-item 1", "2. Ask the traders."],
    ],
  },
  {
    name: "captions are told from sentences about a figure",
    pages: [
      [
        ...paragraph({ text: FIRST, top: 700 }),
        { text: "Figure 1. Ships by year", x: 50, y: 650, size: 8 },
        ...paragraph({ text: `Figure 1 shows that ${SECOND}`, top: 610 }),
        { text: "Table 2: Carts", x: 50, y: 550 },
        { text: "The bridge in March. Jane Roe/Getty Images", x: 50, y: 510 },
      ],
    ],
    blocks: [
      ["paragraph", FIRST],
      ["caption", "Figure 1. Ships by year"],
      ["paragraph", `Figure 1 shows that ${SECOND}`],
      ["caption", "Table 2: Carts"],
      ["caption", "The bridge in March. Jane Roe/Getty Images"],
    ],
  },
  {
    name: "rows with gaps one under the other make the cells of a table",
    pages: [
      [
        ...paragraph({ text: FIRST, top: 700 }),
        ...["Year", "Ships", "Goods"].map((text, index) => ({
          text,
          x: 50 + 120 * index,
          y: 640,
          font: "bold" as const,
        })),
        ...["2021", "1,204", "Coal and"].map((text, index) => ({ text, x: 50 + 120 * index, y: 625 })),
        { text: "timber", x: 290, y: 613 },
        ...["2022", "1,310", "Grain"].map((text, index) => ({ text, x: 50 + 120 * index, y: 598 })),
        ...paragraph({ text: SECOND, top: 560 }),
      ],
    ],
    blocks: [
      ["paragraph", FIRST],
      ["table-cell 1.1 head", "Year"],
      ["table-cell 1.2 head", "Ships"],
      ["table-cell 1.3 head", "Goods"],
      ["table-cell 2.1", "2021"],
      ["table-cell 2.2", "1,204"],
      ["table-cell 2.3", "Coal and timber"],
      ["table-cell 3.1", "2022"],
      ["table-cell 3.2", "1,310"],
      ["table-cell 3.3", "Grain"],
      ["paragraph", SECOND],
    ],
  },
  {
    name: "program text keeps its lines",
    pages: [
      [
        ...paragraph({ text: FIRST, top: 700 }),
        { text: "if (bridge) {", x: 50, y: 650, font: "mono" },
        { text: "close();", x: 62, y: 638, font: "mono" },
        { text: "}", x: 50, y: 626, font: "mono" },
      ],
    ],
    blocks: [
      ["paragraph", FIRST],
      ["preformatted", "if (bridge) {\n  close();\n}"],
    ],
  },
  {
    name: "lines stretched to the width of a narrow column are no table",
    pages: [
      [
        ...paragraph({ text: FIRST, top: 700 }),
        ...stretched(["characterisation", "notwithstanding", "responsibilities"], 600),
        ...stretched(["misunderstandings", "unquestionably", "infrastructures"], 588),
        ...stretched(["administrations", "correspondences", "reconciliations"], 576),
      ],
    ],
    blocks: [
      ["paragraph", FIRST],
      [
        "paragraph",
        "characterisation notwithstanding responsibilities misunderstandings unquestionably infrastructures administrations correspondences reconciliations",
      ],
    ],
  },
];
