import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { formatter } from "#lib/i18n/format.ts";
import { claimReview } from "#lib/publishing/claim-review.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";
import { publishedBridge } from "#lib/testing/published-claim.ts";
import { ClaimRecord } from "./claim-record.tsx";
import { ClaimCard } from "./embedding/claim-card.tsx";
import { WithdrawnNotice } from "./withdrawn-notice.tsx";

const siteUrl = "https://daily.example";
const at = new Date("2026-03-02T12:00:00Z");

const record: StandingRecord = {
  ...{
    slug: "the-bridge",
    number: 2,
    publishedAt: at,
    updatedAt: at,
    withdrawn: null,
    articleChangedAt: null,
  },
  claim: {
    ...publishedBridge,
    statement: "Le pont a coûté dix millions.",
    article: { ...publishedBridge.article, language: "fr" },
    saidWhere: "Council meeting",
    evidence: [
      {
        ...{ number: 1, stance: "refutes", title: "The books", url: null, publisher: null, author: null },
        ...{ publishedOn: null, kind: "primary", interests: "Built it.", quote: null, context: null },
        ...{ fragment: null, note: "The final bill.", readAt: at.toISOString(), archiveUrl: null },
        ...{ keptCopy: null, noSnapshotReason: "Paywall." },
      },
    ],
    searchNote: "The tender.",
    noPrimaryReason: "None is kept.",
    replies: [
      {
        ...{ asked: "The mayor", via: "by letter", askedOn: "2026-02-01", deadlineAt: null },
        ...{ outcome: "answered", answer: "No comment." },
      },
    ],
    override: { item: "sources", reason: "It is the only one." },
  },
  corrections: [
    {
      ...{ id: "c1", type: "update", reason: "The bill came in.", at, version: 2 },
      before: {
        rating: { label: "True", definition: "So it is.", lang: "en" },
        tone: "true",
        conclusion: "It cost ten.",
      },
    },
  ],
};

/** A claim stated in French, of a newsroom that writes English, on a page in this language. */
function pageIn(locale: string, change: Partial<Parameters<typeof ClaimRecord>[0]> = {}): string {
  const newsroom = { name: "The Daily", locale, timeZone: "UTC" };
  return renderToStaticMarkup(
    <ClaimRecord
      record={record}
      review={claimReview({ record, newsroom, siteUrl })}
      words={wordsFor(locale)}
      format={formatter(newsroom)}
      newsroom={newsroom}
      siteUrl={siteUrl}
      isPermalink={locale === "en-GB"}
      code={null}
      statedIn="fr"
      writtenIn="en"
      isTranslated={false}
      deskLang={locale === "en-GB" ? undefined : "en"}
      {...change}
    />,
  );
}

/** The words that stand in elements marked with this language, the innermost mark counting. */
function wordsIn(language: string, markup: string): string {
  const open: (string | null)[] = [];
  let found = "";
  for (const [, close, name = "", attributes = "", text = ""] of markup.matchAll(
    /<(\/?)(\w+)([^>]*)>|([^<]+)/g,
  )) {
    if (text) found += open.findLast((lang) => lang !== null) === language ? text : "|";
    else if (close) open.pop();
    else if (!attributes.endsWith("/") && !["br", "hr", "img", "input"].includes(name))
      open.push(/ lang="([^"]*)"/.exec(attributes)?.[1] ?? null);
  }
  return found;
}

const DESK_WORDS = [
  ...["The bill came in.", "It cost ten.", "The tender.", "None is kept.", "No comment.", "by letter"],
  ...["It is the only one.", "The final bill.", "Built it.", "Paywall.", "Council meeting"],
];

test("on a page in another language, what the desk wrote is marked with the newsroom's", () => {
  const [page, own] = [pageIn("ar"), pageIn("en-GB")];
  for (const words of DESK_WORDS) {
    expect(own).toContain(words);
    expect(wordsIn("en", page), words).toContain(words);
  }
  expect(wordsIn("fr", page)).toContain("Le pont a coûté dix millions.");
  expect(wordsIn("en", page)).not.toContain(wordsFor("ar").publicSite.claim.otherSide);
});

test("a card marks the statement with its language and the conclusion with the newsroom's", () => {
  const card = renderToStaticMarkup(
    <ClaimCard
      record={record}
      theme={null}
      language={null}
      statedIn="fr"
      writtenIn="en"
      words={wordsFor("en-GB")}
      newsroom={{ name: "The Daily" }}
      siteUrl={siteUrl}
    />,
  );
  expect(wordsIn("fr", card)).toContain(record.claim.statement);
  expect(wordsIn("en", card)).toContain(record.claim.conclusion);
});

test("why a check was withdrawn is in the newsroom's language, whatever the page's", () => {
  const notice = renderToStaticMarkup(
    <WithdrawnNotice
      slug="the-bridge"
      withdrawn={{ at, reason: "The source was forged." }}
      words={wordsFor("fr")}
      format={formatter({ locale: "fr", timeZone: "UTC" })}
      deskLang="en"
    />,
  );
  expect(wordsIn("en", notice).replaceAll("|", "")).toBe("The source was forged.");
});
