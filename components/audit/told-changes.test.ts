import { expect, test } from "vitest";
import { articleDetails } from "#lib/articles/schema.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { formatter } from "#lib/i18n/format.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { tellChanges } from "./told-changes.ts";

const tellingIn = (locale: string) => ({
  words: wordsFor(locale),
  locale,
  format: formatter({ locale, timeZone: "Europe/Paris" }),
});

/** Every field that an edit of a setting, an article, a source, a feed or a webhook can have changed. */
const CHANGES = {
  name: { from: "Desk", to: "The Desk" },
  timeZone: { from: "UTC", to: "Europe/Paris" },
  locale: { from: "en-GB", to: "fr" },
  readerLanguages: { from: [], to: ["de", "ar", "x!"] },
  opinionsRequired: { from: 1, to: 3 },
  minSources: { from: 0, to: 1_000 },
  leaseMinutes: { from: 60, to: 1 },
  assignmentHours: { from: 24, to: 1 },
  contactDays: { from: 90, to: 1 },
  role: { from: "reporter", to: "owner" },
  isOn: { from: true, to: false },
  words: { from: null, to: "tax" },
  events: { from: ["claim.published"], to: ["odd"] },
  host: { from: "a.example", to: "b.example" },
  display: { from: "excerpts", to: "full" },
  origin: { from: "own", to: "external" },
  reach: { from: "normal", to: "wide" },
  language: { from: "und", to: "pt" },
  deadlineAt: { from: null, to: "2026-03-01T11:00:00.000Z" },
  embargoUntil: { from: "2026-03-01T11:00:00.000Z", to: "" },
  publishedOn: { from: "2026-03-01", to: null },
  checkEveryHours: { from: 1, to: 6 },
  sourceUrl: { from: null, to: "https://paper.example/" },
  byline: { from: null, to: "Ana" },
  title: { from: "A", to: "B" },
  publisher: { from: null, to: "Paper" },
  author: { from: null, to: "Ana" },
  kind: { from: "primary", to: "reference" },
  interests: { from: null, to: "None" },
  reliabilityNote: { from: null, to: "Good" },
  alt: { from: null, to: "A chart" },
  url: { from: null, to: "https://paper.example/" },
};

test("what was set is told as its form shows it", () => {
  const told = Object.values(tellChanges(CHANGES, tellingIn("en-GB")));
  expect(told.map(({ field, from, to }) => `${field}: ${from} → ${to}`)).toEqual([
    "Name: Desk → The Desk",
    "Time zone: UTC → Europe/Paris",
    "Language: British English → French",
    "Readers may also choose: null → German, Arabic, x!",
    "Opinions a claim needs: One → Three",
    "Sources a claim needs: 0 → 1,000",
    "Time to work on a claim: 60 minutes → 1 minute",
    "Time an assigned claim is kept: 24 hours → 1 hour",
    "E-mail addresses of those who write in are kept: 90 days → 1 day",
    "Role: Reporter → owner",
    "Watched: yes → no",
    "Words that are looked for: null → tax",
    "What it is told: A claim is published → odd",
    "Address: a.example → b.example",
    "What readers get of the text: Excerpts → The whole text",
    "Whose article is it?: Ours → Somebody else’s",
    "How many people does it reach?: As usual → Many",
    "Language: Not known → Portuguese",
    "Deadline: null → 1 Mar 2026, 12:00",
    "Embargo: 1 Mar 2026, 12:00 → null",
    "Published on: 1 March 2026 → null",
    "Check by itself: Every hour → Every 6 hours",
    "Web address: null → https://paper.example/",
    "Byline: null → Ana",
    "Title: A → B",
    "Publisher: null → Paper",
    "Author: null → Ana",
    "Kind of source: Primary → Reference",
    "Interests: null → None",
    "How reliable it is: null → Good",
    "What the picture shows: null → A chart",
    "Web address: null → https://paper.example/",
  ]);
});

test.each(LANGUAGES)(
  "every field has a name in %s, and no key or unit is left as it is stored",
  (language) => {
    const names = Object.keys(CHANGES);
    const told = tellChanges(CHANGES, tellingIn(language));
    expect(told.filter(({ field }) => names.includes(field))).toEqual([]);
    const raw = [
      "reporter",
      "excerpts",
      "full",
      "own",
      "external",
      "wide",
      "primary",
      "und",
      "true",
      "false",
    ];
    expect(told.flatMap(({ from, to }) => [from, to]).filter((text) => raw.includes(text ?? ""))).toEqual([]);
    expect(
      told.find(({ field }) => field === wordsFor(language).members.newsroom.leaseMinutes)?.from,
    ).not.toBe("60");
    expect(Object.keys(articleDetails).filter((field) => !names.includes(field))).toEqual([]);
  },
);
