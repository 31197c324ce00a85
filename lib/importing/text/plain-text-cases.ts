import type { BlockType } from "#lib/anchoring/blocks.ts";

/** Pasted text and the blocks it should become: type (with its level), words. */
export type PlainTextCase = {
  name: string;
  input: string;
  blocks: [type: BlockType | `${BlockType} ${number}`, text: string][];
};

const BODY =
  "The harbour council voted on Tuesday to close the old bridge for two years, starting in the spring.";
const BODY_2 =
  "Traders on both banks said they had not been asked, and that the ferry could not carry their goods.";

const LONG_WITH_CREDIT = [BODY, BODY_2, BODY, BODY_2, BODY, BODY_2, BODY, "Jo Brook/Getty Images"].join(" ");

export const PLAIN_TEXT_CASES: PlainTextCase[] = [
  {
    name: "blank lines part paragraphs, however many there are",
    input: "\uFEFF\n\n  One.  \n\n\n\n\tTwo.\u200B\n \u00A0 \nThree.\n",
    blocks: [
      ["paragraph", "One."],
      ["paragraph", "Two."],
      ["paragraph", "Three."],
    ],
  },
  {
    name: "all kinds of line ends are line ends",
    input: "One.\r\n\r\nTwo.\rThree.\u2028Four.\u2029Five.\fSix.",
    blocks: ["One.", "Two.", "Three.", "Four.", "Five.", "Six."].map((text) => ["paragraph", text]),
  },
  {
    name: "without blank lines every line is a paragraph",
    input: `${BODY}\n${BODY_2}`,
    blocks: [
      ["paragraph", BODY],
      ["paragraph", BODY_2],
    ],
  },
  {
    name: "no-break spaces and runs of spaces inside a line stay",
    input: "It cost 3\u00A0000  crowns.",
    blocks: [["paragraph", "It cost 3\u00A0000  crowns."]],
  },
  {
    name: "lines broken by hand become the paragraph they were",
    input: [
      "The harbour council voted on Tuesday to close the old bridge for two",
      "years, starting in the spring. Traders on both banks of the long-",
      "neglected river said that they had not been asked.",
      "",
      "A spokeswoman said the ferry would run every ten minutes from six in",
      "the morning, and that nobody would have to wait.",
    ].join("\n"),
    blocks: [
      [
        "paragraph",
        "The harbour council voted on Tuesday to close the old bridge for two years, starting in the spring. Traders on both banks of the long-neglected river said that they had not been asked.",
      ],
      [
        "paragraph",
        "A spokeswoman said the ferry would run every ten minutes from six in the morning, and that nobody would have to wait.",
      ],
    ],
  },
  {
    name: "short lines stay apart",
    input: "Roses are red\nViolets are blue\n\nNobody asked",
    blocks: [
      ["paragraph", "Roses are red"],
      ["paragraph", "Violets are blue"],
      ["paragraph", "Nobody asked"],
    ],
  },
  {
    name: "lines of a script without spaces join without one",
    input: "- 港口\n  城市",
    blocks: [["list-item 1", "港口城市"]],
  },
  {
    name: "a caption ends with a credit",
    input: `${BODY}\n\nThe bridge seen from the north bank. Jo Brook/Getty Images\n\nBoats at dawn. (AP Photo/Kim Lake)\n\nPhoto: Sam Field\n\n${BODY_2}`,
    blocks: [
      ["paragraph", BODY],
      ["caption", "The bridge seen from the north bank. Jo Brook/Getty Images"],
      ["caption", "Boats at dawn. (AP Photo/Kim Lake)"],
      ["caption", "Photo: Sam Field"],
      ["paragraph", BODY_2],
    ],
  },
  {
    name: "a credit on its own line belongs to the caption above",
    input: `${BODY}\n\nThe bridge seen from the north bank.\nJo Brook / AFP via Getty Images`,
    blocks: [
      ["paragraph", BODY],
      ["caption", "The bridge seen from the north bank. Jo Brook / AFP via Getty Images"],
    ],
  },
  {
    name: "a sentence that names an agency is no caption",
    input: "The council confirmed the vote to Reuters.\n\nIt cited AFP and/or the local paper.",
    blocks: [
      ["paragraph", "The council confirmed the vote to Reuters."],
      ["paragraph", "It cited AFP and/or the local paper."],
    ],
  },
  {
    name: "a paragraph is no caption because a credit is its last sentence",
    input: LONG_WITH_CREDIT,
    blocks: [["paragraph", LONG_WITH_CREDIT]],
  },
  {
    name: "a signature under a picture is not the picture's",
    input: "Photo: Sam Field\n\n— Jo Brook (@jobrook) May 1, 2026",
    blocks: [
      ["caption", "Photo: Sam Field"],
      ["embed", "— Jo Brook (@jobrook) May 1, 2026"],
    ],
  },
  {
    name: "a quoted post is one block with its lines",
    input: `${BODY}\n\nThe bridge is closed.\nUse the ferry! https://t.co/AbC123 pic.twitter.com/XyZ789\n— Harbour Desk (@harbourdesk) May 1, 2026\n\n${BODY_2}`,
    blocks: [
      ["paragraph", BODY],
      [
        "embed",
        "The bridge is closed.\nUse the ferry! https://t.co/AbC123 pic.twitter.com/XyZ789\n— Harbour Desk (@harbourdesk) May 1, 2026",
      ],
      ["paragraph", BODY_2],
    ],
  },
  {
    name: "a signature that stands alone belongs to the post above",
    input:
      "No bridge for two years.\n\n— Jo Brook (@jobrook) May 1, 2026\n\nBoats only. https://t.co/AbC\n\n— Kim (@kim@social.example)",
    blocks: [
      ["embed", "No bridge for two years.\n— Jo Brook (@jobrook) May 1, 2026"],
      ["embed", "Boats only. https://t.co/AbC\n— Kim (@kim@social.example)"],
    ],
  },
  {
    name: "lines with > are quotes",
    input: "She wrote:\n> We were not asked.\n>\n> > Nor were we.\nThat was all.\n>_< is a face",
    blocks: [
      ["paragraph", "She wrote:"],
      ["quote", "We were not asked."],
      ["quote", "Nor were we."],
      ["paragraph", "That was all."],
      ["paragraph", ">_< is a face"],
    ],
  },
  {
    name: "lists keep their order, their depth and their numbers",
    input:
      "- bread\n  - rye,\n    dark\n- milk\n\n1. Close the bridge\n2) Run the ferry\n\n* * *\n\n-5 degrees",
    blocks: [
      ["list-item 1", "bread"],
      ["list-item 2", "rye, dark"],
      ["list-item 1", "milk"],
      ["list-item 1", "1. Close the bridge"],
      ["list-item 1", "2) Run the ferry"],
      ["paragraph", "* * *"],
      ["paragraph", "-5 degrees"],
    ],
  },
  {
    name: "a date is no list",
    input: "3. Mai 2026\n\n2. Juni 2026",
    blocks: [
      ["paragraph", "3. Mai 2026"],
      ["paragraph", "2. Juni 2026"],
    ],
  },
  {
    name: "short lines without a full stop between paragraphs are headings",
    input: `${BODY}\n\nWhat comes next\n\n${BODY_2}\n\nThe end`,
    blocks: [
      ["paragraph", BODY],
      ["heading 2", "What comes next"],
      ["paragraph", BODY_2],
      ["paragraph", "The end"],
    ],
  },
  {
    name: "sentences, questions, bylines and lists of names are no headings",
    input: `${BODY}\n\nIt rained.\n\n${BODY}\n\nBy Jo Brook\n\n${BODY}\n\nand so on\n\n${BODY}\n\nWhy?\n\n${BODY_2}`,
    blocks: [
      ["paragraph", BODY],
      ["paragraph", "It rained."],
      ["paragraph", BODY],
      ["paragraph", "By Jo Brook"],
      ["paragraph", BODY],
      ["paragraph", "and so on"],
      ["paragraph", BODY],
      ["paragraph", "Why?"],
      ["paragraph", BODY_2],
    ],
  },
  {
    name: "headings of Markdown",
    input: "# Old bridge to close\n\n### Later\n\n#hashtag",
    blocks: [
      ["heading 1", "Old bridge to close"],
      ["heading 3", "Later"],
      ["paragraph", "#hashtag"],
    ],
  },
  {
    name: "one line with a tab is no table",
    input: "Year\tBoats",
    blocks: [["paragraph", "Year\tBoats"]],
  },
  {
    name: "tables keep their columns",
    input: "Year\tBoats\n2025\t12\n\n  | a | b |\n  | 1 | 2 |",
    blocks: [
      ["preformatted", "Year\tBoats\n2025\t12"],
      ["preformatted", "| a | b |\n| 1 | 2 |"],
    ],
  },
];
