import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { formatter } from "#lib/i18n/format.ts";
import { LANGUAGES, languageOf } from "#lib/i18n/languages.ts";
import { claimReview } from "#lib/publishing/claim-review.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";
import { publishedBridge } from "#lib/testing/published-claim.ts";
import { ClaimRecord } from "./claim-record.tsx";
import { ClaimCard } from "./embedding/claim-card.tsx";
import { FormerVerdictView } from "./former-verdict.tsx";
import { CorrectionsInBrief, TopicLinks } from "./home-parts.tsx";
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
        rating: { label: "True", definition: "So it is.", isRated: true, lang: "en" },
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
      language={locale === "en-GB" ? null : languageOf(locale)}
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

test("a translated page is cited and passed on as itself: its statement in its marks, its address", () => {
  const [own, translated] = [
    pageIn("en-GB"),
    pageIn("de", {
      record: { ...record, claim: { ...record.claim, statement: "Die Brücke kostete zehn Millionen." } },
      statedIn: "de",
      writtenIn: "de",
      isTranslated: true,
    }),
  ];
  expect(own).toContain("The Daily: «\u00a0Le pont a coûté dix millions.\u00a0» Rated: False.");
  expect(own).toContain("https://daily.example/claims/the-bridge?version=2");
  expect(translated).toContain("The Daily: „Die Brücke kostete zehn Millionen.“ Bewertung: False.");
  expect(translated).toContain("https://daily.example/de/claims/the-bridge?version=2");
  const shared = encodeURIComponent("„Die Brücke kostete zehn Millionen.“ Geprüft von The Daily: False.");
  expect(translated).toContain(`text=${shared}`);
  expect(translated).toContain(encodeURIComponent("https://daily.example/de/claims/the-bridge"));
});

test("opinions are said to be about the verdict before, once an editor changed it", () => {
  const changed = record.corrections.map((correction) => ({
    ...correction,
    type: "verdict_changed" as const,
  }));
  const independently = /The verdict first published was checked by \d reviewers? independently/;
  expect(pageIn("en-GB")).not.toMatch(independently);
  expect(pageIn("en-GB", { record: { ...record, corrections: changed } })).toMatch(independently);
});

const unrated: StandingRecord = {
  ...record,
  claim: {
    ...record.claim,
    rating: {
      ...publishedBridge.rating,
      ...{ key: "checked", label: "Looked at", tone: "unverified", value: null, range: null, isRated: false },
    },
  },
  corrections: record.corrections.map((correction) => ({
    ...correction,
    before: correction.before && {
      ...correction.before,
      rating: { ...correction.before.rating, label: "Looked at", isRated: false },
    },
  })),
};

test.each(LANGUAGES)(
  "where the newsroom gives no ratings, the page in %s says the conclusion alone",
  (locale) => {
    const page = pageIn(locale, { record: unrated });
    expect(page).toContain("It cost twelve.");
    expect(page).toContain("It cost ten.");
    expect(page).not.toContain("Looked at");
    const { citedRating } = wordsFor(locale).publicSite.claim;
    expect(page).not.toContain(citedRating.split("{")[0]);
  },
);

test("a conclusion that ends in nothing ends as a sentence where it is cited", () => {
  const cited = (conclusion: string) =>
    pageIn("en-GB", { record: { ...unrated, claim: { ...unrated.claim, conclusion } } });
  expect(cited("It cost twelve")).toContain("dix millions.\u00a0» It cost twelve. Published");
  expect(cited("It cost twelve?")).toContain("dix millions.\u00a0» It cost twelve? Published");
});

test("where the data for machines is, is said on every page it is of", () => {
  const mayor = { name: "The Mayor", slug: "the-mayor", kind: "person" } as const;
  const claimed = { record: { ...record, claim: { ...record.claim, claimant: mayor } } };
  const review = claimReview({ ...claimed, newsroom: { name: "The Daily" }, siteUrl });
  const { hasClaimReview, claimReviewElsewhere } = wordsFor("en").publicSite.claim;
  expect(pageIn("en-GB", { ...claimed, review })).toContain(hasClaimReview);
  const version = pageIn("en-GB", { ...claimed, review, isPermalink: false });
  expect(version).not.toContain(hasClaimReview);
  expect(version).toContain(claimReviewElsewhere.split("{")[0]);
  const french = pageIn("fr", { ...claimed, review });
  expect(french).toContain(wordsFor("fr").publicSite.claim.claimReviewElsewhere.split("{")[0]);
  expect(french).toMatch(/<a href="\/claims\/the-bridge" hrefLang="x-default"[^>]*>[^<]+<\/a>/);
  // There is none to look for elsewhere.
  expect(pageIn("fr")).not.toContain(wordsFor("fr").publicSite.claim.claimReviewElsewhere.split("{")[0]);
});

test("a topic is in the newsroom's language, whatever the page's", () => {
  const topics = [{ name: "Bridges", slug: "bridges" }];
  const about = { record: { ...record, claim: { ...record.claim, topics } } };
  expect(wordsIn("en", pageIn("ar", about))).toContain("Bridges");
  expect(pageIn("en-GB", about)).toMatch(/<a (?![^>]*lang=)[^>]*>Bridges</);
});

test.each(["changed", "kept", "reworded"] as const)(
  "a former verdict says truthfully that it was %s since",
  (since) => {
    for (const locale of LANGUAGES) {
      const words = wordsFor(locale);
      const note = renderToStaticMarkup(
        <FormerVerdictView
          former={{
            ...record.claim,
            ...{ slug: "the-bridge", number: 1, from: at, until: new Date("2026-03-05T12:00:00Z") },
            ...{ language: "fr", since },
          }}
          words={words}
          format={formatter({ locale, timeZone: "UTC" })}
          reading={{ own: "en" }}
        />,
      );
      const { formerSince } = words.publicSite.claim;
      for (const [kind, sentence] of Object.entries(formerSince)) {
        if (kind === since) expect(note).toContain(sentence);
        else expect(note).not.toContain(sentence);
      }
    }
  },
);

test("a correction of a check that was withdrawn says whether it was the withdrawal", () => {
  const words = wordsFor("en");
  const of = (type: "typo" | "withdrawn") => ({
    ...{ id: type, slug: "the-bridge", type, reason: "Why.", at, statement: null, language: "fr" },
  });
  const brief = renderToStaticMarkup(
    <CorrectionsInBrief
      corrections={[of("withdrawn"), of("typo")]}
      words={words}
      format={formatter({ locale: "en", timeZone: "UTC" })}
      deskLang={undefined}
    />,
  );
  const { withdrawn, withdrawnLater } = words.publicSite.corrections;
  const links = [...brief.matchAll(/href="\/claims\/the-bridge">([^<]*)</g)].map(([, name]) => name);
  expect(links).toEqual([withdrawn, withdrawnLater]);
});

test("topics of the first page are in the newsroom's language", () => {
  const links = renderToStaticMarkup(
    <TopicLinks
      topics={[{ slug: "bridges", name: "Bridges", count: 2 }]}
      words={wordsFor("ar")}
      format={formatter({ locale: "ar", timeZone: "UTC" })}
      deskLang="en"
    />,
  );
  expect(wordsIn("en", links).replaceAll("|", "")).toBe("Bridges");
});
