import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { assembleBlocks, type BlockPart } from "#lib/anchoring/blocks.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import type { RevisionPassage, RevisionText } from "#lib/revisions/queries.ts";
import { ClaimOutcomes } from "./claim-outcomes.tsx";
import { compareRevisions } from "./comparison.ts";
import type { DiffView } from "./diff-unit.tsx";
import { RevisionDiff } from "./revision-diff.tsx";

const words = wordsFor("en");

/** `words`: where it stands, null for nowhere. */
type Told = Partial<RevisionPassage> & { id: string; claimNumber: number; words: string | null };

function revision(number: number, parts: (string | BlockPart)[], told: Told[] = []): RevisionText {
  const { text, blocks } = assembleBlocks(
    parts.map((part) => (typeof part === "string" ? { type: "paragraph", text: part } : part)),
  );
  const passages = told.map(({ words: quote, ...passage }): RevisionPassage => {
    const start = quote === null ? null : text.indexOf(quote);
    return {
      previousId: null,
      claimId: `claim-${passage.claimNumber}`,
      statement: `Statement ${passage.claimNumber}`,
      state: "draft",
      outcome: "exact",
      repair: null,
      score: 1,
      start,
      end: start === null || quote === null ? null : start + quote.length,
      quote: quote ?? "",
      ...passage,
    };
  });
  return {
    id: `revision-${number}`,
    number,
    createdAt: new Date(0),
    createdByName: null,
    text,
    blocks,
    passages,
  };
}

function render(before: RevisionText, after: RevisionText, view: DiffView = "inline"): string {
  const comparison = compareRevisions(before, after);
  return renderToStaticMarkup(
    <>
      <ClaimOutcomes passages={comparison.passages} articleId="article" words={words} locale="en" />
      <RevisionDiff
        comparison={comparison}
        view={view}
        articleId="article"
        language="en"
        direction="ltr"
        words={words}
        locale="en"
      />
    </>,
  );
}

const count = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].length;
const plain = (markup: string) => markup.replaceAll(/<[^>]+>/g, "");
const textOf = (markup: string) => plain(markup.slice(markup.indexOf('class="revision-diff"')));

const KAY = "The mayor opened the new bridge on Monday in front of four hundred people.";
const ELL = "It had cost the town eleven million crowns, twice what was planned.";
const FILLER = Array.from({ length: 9 }, (_, index) => `Paragraph ${"abcdefghi"[index]} says nothing of it.`);

describe("words", () => {
  test("what was taken out and put in says so to those who cannot see it", () => {
    const markup = render(revision(1, [ELL]), revision(2, [ELL.replace("eleven", "twelve")]));
    expect(markup).toMatch(/<del[^>]*><span class="sr-only">\[removed: <\/span>eleven<span/);
    expect(markup).toMatch(/<ins[^>]*><span class="sr-only">\[added: <\/span>twelve<span/);
    expect(textOf(markup)).toContain("It had cost the town [removed: eleven] [added: twelve] million crowns");
  });

  test("side by side, each text has its own column and only its own words", () => {
    const markup = render(revision(1, [ELL]), revision(2, [ELL.replace("eleven", "twelve")]), "side");
    const [before, after] = markup.split('data-side="after"');
    expect(before).toContain("eleven");
    expect(before).not.toContain("twelve");
    expect(after).toContain("twelve");
    expect(after).not.toContain("eleven");
  });

  test("emphasis stays, links lead nowhere", () => {
    const part: BlockPart = {
      type: "paragraph",
      text: "See the letter now",
      marks: [
        { type: "em", start: 0, end: 3 },
        { type: "link", start: 4, end: 14, href: "https://example.org/" },
      ],
    };
    const markup = render(revision(1, [part, KAY]), revision(2, [part, ELL]));
    expect(markup).toContain("<em>See</em>");
    expect(markup).toContain("<u>the letter</u>");
    expect(markup).not.toContain("example.org");
  });

  test("a change that nobody sees is told as none", () => {
    const markup = render(revision(1, ["“It is over.”"]), revision(2, ['"It is over."']));
    expect(markup).toContain(words.revisions.compare.nothingSeen);
    expect(count(markup, /id="change-/g)).toBe(0);
  });
});

describe("blocks", () => {
  test("changes are numbered, and unchanged stretches folded but for what stands beside a change", () => {
    const markup = render(
      revision(1, [KAY, ...FILLER, ELL]),
      revision(2, [...FILLER, ELL.replace("It", "This")]),
    );
    expect([...markup.matchAll(/id="(change-\d)"/g)].map(([, id]) => id)).toEqual(["change-1", "change-2"]);
    expect(count(markup, /<details class="diff-fold">/g)).toBe(1);
    expect(markup).toContain("7 paragraphs unchanged");
    expect(markup.indexOf("Paragraph a")).toBeLessThan(markup.indexOf("<details"));
    expect(markup.indexOf("</details>")).toBeLessThan(markup.indexOf("Paragraph i"));
  });

  test("three unchanged paragraphs are not folded", () => {
    const few = FILLER.slice(0, 3);
    expect(render(revision(1, [KAY, ...few, ELL]), revision(2, few))).not.toContain("<details class");
  });

  test("one that moved says where it came from", () => {
    const up = render(
      revision(1, [KAY, ELL, "A short aside that moved."]),
      revision(2, ["A short aside that moved.", KAY, ELL]),
    );
    expect(up).toContain("Moved from below");
    const down = render(
      revision(1, ["A short aside that moved.", KAY, ELL]),
      revision(2, [KAY, ELL, "A short aside that moved."]),
    );
    expect(down).toContain("Moved from above");
  });

  test("the cells of a table stay one table", () => {
    const cells = (...texts: string[]) =>
      texts.map(
        (text, index): BlockPart => ({
          type: "table-cell",
          text,
          cell: { table: 1, row: 1 + Math.floor(index / 2), column: 1 + (index % 2), isHeader: index < 2 },
        }),
      );
    const markup = render(
      revision(1, cells("Year", "Cost", "2019", "11")),
      revision(2, cells("Year", "Cost", "2019", "12")),
    );
    expect(count(markup, /data-cells/g)).toBe(1);
    expect(count(markup, /id="change-/g)).toBe(1);
    expect(markup).toContain("grid-template-columns:repeat(2,");
  });

  test("a paragraph that became a heading says so", () => {
    const markup = render(revision(1, [KAY]), revision(2, [{ type: "heading", level: 2, text: KAY }]));
    expect(plain(markup)).toContain("It was a paragraph, and is a heading now.");
  });
});

describe("claims", () => {
  const before = revision(
    1,
    [KAY, ELL],
    [
      { id: "k1", claimNumber: 1, words: "the new bridge" },
      { id: "l1", claimNumber: 2, words: "eleven million crowns" },
      { id: "m1", claimNumber: 3, words: "twice what was planned" },
    ],
  );
  const after = revision(
    2,
    [KAY, ELL.replace("eleven", "twelve").replace(", twice what was planned", "")],
    [
      { id: "k2", claimNumber: 1, previousId: "k1", words: "the new bridge" },
      {
        id: "l2",
        claimNumber: 2,
        previousId: "l1",
        words: "twelve million crowns",
        outcome: "reworded",
        score: 0.829,
      },
      { id: "m2", claimNumber: 3, previousId: "m1", words: null, outcome: "lost", score: 0 },
      { id: "n2", claimNumber: 4, words: "four hundred people" },
    ],
  );
  const markup = render(before, after);

  test("those a person has to look at come first, with what became of them", () => {
    const chips = [...markup.matchAll(/Claim \d · [^<]+/g)].map(([chip]) => chip);
    expect(chips.slice(0, 4)).toEqual([
      "Claim 3 · lost",
      "Claim 2 · reworded 82 %",
      "Claim 4 · new",
      "Claim 1 · exact",
    ]);
  });

  test("every link to a place in the text has its place, once", () => {
    const targets = new Set([...markup.matchAll(/href="#(passage-[^"]+)"/g)].map(([, target]) => target));
    expect(targets).toEqual(new Set(["passage-k2", "passage-l2", "passage-m2", "passage-n2"]));
    for (const target of targets) expect(count(markup, new RegExp(`id="${target}"`, "g"))).toBe(1);
  });

  test("a claim whose words are gone is told where they stood, and marked in what was taken out", () => {
    expect(markup).toMatch(/id="passage-m2"(?:(?!<\/li>).)*stood here/);
    expect(markup).toMatch(/<del[^>]*>(?:(?!<\/del>).)*<mark data-outcome="lost">/);
    expect(markup).toContain('aria-label="Claim 3, lost"');
  });

  test("what waits for a person leads to the repairs, and nothing else does", () => {
    const text = markup.slice(markup.indexOf('class="revision-diff"'));
    expect(count(text, /\/desk\/articles\/article\/repairs/g)).toBe(2);
  });

  test("across several revisions the same claim's passages belong together", () => {
    const third = { ...after, number: 3 };
    const [first] = compareRevisions(before, third).passages.filter(({ claimNumber }) => claimNumber === 1);
    expect(first?.before).toEqual({ start: KAY.indexOf("the new"), end: KAY.indexOf("the new") + 14 });
  });
});
