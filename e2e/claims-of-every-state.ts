import { assembleBlocks, type BlockPart } from "#lib/anchoring/blocks.ts";
import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { addPassage } from "#lib/passages/commands.ts";
import { type MadeArticle, makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { person } from "./fixtures.ts";

const cell = (text: string, row: number, column: number): BlockPart => ({
  type: "table-cell",
  text,
  cell: { table: 1, row, column, isHeader: row === 1 },
});

const PARTS: readonly BlockPart[] = [
  { type: "heading", text: "What it cost", level: 2 },
  { type: "paragraph", text: "The bridge cost ten million euros. The council paid all of it." },
  { type: "paragraph", text: "It opened in May. Forty thousand cars cross it every day." },
  {
    type: "paragraph",
    text: "הגשר עלה עשרה מיליון יורו. העירייה שילמה הכול.",
    language: "he",
    direction: "rtl",
  },
  { type: "caption", text: "The bridge on its first day. Photo: Ana Silva" },
  cell("Year", 1, 1),
  cell("Cost", 1, 2),
  cell("2023", 2, 1),
  cell("four million", 2, 2),
  { type: "paragraph", text: "Unemployment fell by 4 percent in 2023, more than in any other country." },
  { type: "paragraph", text: "No bridge is longer. The price was ten million, the mayor says." },
];

/** `said`: what stands on its card and before its words; `named`: before its words, where that is put otherwise. */
type Expected = {
  state: ClaimState;
  words: readonly [string, ...string[]];
  statement: string;
  said: string;
  named?: string;
};

/** In the order of the text: over one another, one inside the other, in every kind of block. */
export const CLAIMS: readonly Expected[] = [
  {
    state: "draft",
    words: ["The bridge cost ten million euros", "The price was ten million"],
    statement: "The bridge cost the town ten million",
    said: "Draft",
  },
  { state: "queued", words: ["ten million euros"], statement: "The price in euros", said: "Queued" },
  {
    state: "in_review",
    words: ["euros. The council paid all"],
    statement: "The council paid it, and nobody else",
    said: "In review",
  },
  {
    state: "second_review",
    words: ["opened in May"],
    statement: "The opening was in May",
    said: "Second review",
  },
  {
    state: "adjudication",
    words: ["Forty thousand cars"],
    statement: "The cars number forty thousand",
    said: "Adjudication",
  },
  { state: "ready", words: ["עשרה מיליון יורו"], statement: "הגשר עלה עשרה מיליון", said: "True" },
  {
    state: "published",
    words: ["its first day"],
    statement: "The picture is of the first day",
    said: "True",
  },
  {
    state: "withdrawn",
    words: ["four million"],
    statement: "A year’s cost is four",
    said: "Withdrawn True",
    named: "withdrawn, rated True",
  },
  { state: "dismissed", words: ["No bridge is longer"], statement: "It is the longest", said: "Dismissed" },
];

export type EveryState = { author: Actor; article: MadeArticle };

/** An article with a claim in each state, numbered from 1. */
export async function makeEveryState(): Promise<EveryState> {
  const author = await person("reporter");
  const content = { ...assembleBlocks(PARTS), language: "en" };
  const article = await makeArticle({ actor: author, content });
  for (const { state, words, statement } of CLAIMS) {
    const [first, ...others] = words;
    const { id: claimId } = await makeClaim({ article, author, state, statement, words: first });
    for (const further of others) {
      const start = article.text.indexOf(further);
      const end = start + further.length;
      const place = { revisionId: article.revisionId, start, end, now: new Date() };
      await addPassage({ actor: author, claimId, ...place });
    }
  }
  return { author, article };
}
