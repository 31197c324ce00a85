import type { ClaimReview, DataFeed, Rating, WithContext } from "schema-dts";
import type { PublishedRecord, StandingRecord } from "./queries.ts";
import { type Ineligible, whyNoClaimReview } from "./rules.ts";
import type { PublishedClaim } from "./schema.ts";

type Input = { record: PublishedRecord; newsroom: { name: string }; siteUrl: string | URL };

/**
 * What fact-check search engines and data sets read of a claim's page, or why it has none: it is for claims
 * that somebody else made, somewhere else, and that the newsroom stands by.
 */
export function claimReview({
  record,
  newsroom,
  siteUrl,
}: Input): { jsonLd: WithContext<ClaimReview> } | { ineligible: Ineligible } {
  if (record.withdrawn) return { ineligible: "withdrawn" };
  const { claim } = record;
  const { origin } = claim.article;
  const ineligible = whyNoClaimReview({ origin, claimantName: claim.claimant?.name ?? null }, newsroom.name);
  if (ineligible !== null || claim.claimant === null) return { ineligible: ineligible ?? "no_claimant" };
  const { name, kind } = claim.claimant;
  const jsonLd: WithContext<ClaimReview> = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: new URL(`/claims/${record.slug}`, siteUrl).href,
    datePublished: record.publishedAt.toISOString(),
    dateModified: record.updatedAt.toISOString(),
    author: { "@type": "Organization", name: newsroom.name, url: new URL("/", siteUrl).href },
    // The claim alone: whoever reads this as a list must not take our verdict for the claim.
    claimReviewed: claim.statement,
    itemReviewed: {
      "@type": "Claim",
      author: { "@type": kind === "organisation" ? "Organization" : "Person", name },
      ...(claim.saidOn && { datePublished: claim.saidOn }),
      appearance: appearance(claim),
    },
    reviewRating: rating(claim),
    reviewBody: claim.conclusion,
    ...(record.corrections.length > 0 && { correction: record.corrections.map(correctionComment) }),
    ...(claim.evidence.some(({ url }) => url !== null) && { isBasedOn: basedOn(claim) }),
  };
  return { jsonLd };
}

function correctionComment({ reason, at }: StandingRecord["corrections"][number]) {
  return { "@type": "CorrectionComment", text: reason, datePublished: at.toISOString() } as const;
}

/** The public sources that have an address. */
function basedOn({ evidence }: PublishedClaim) {
  return evidence.flatMap(({ url, title, publisher }) =>
    url === null
      ? []
      : {
          "@type": "CreativeWork" as const,
          url,
          name: title,
          ...(publisher && { publisher: { "@type": "Organization", name: publisher } as const }),
        },
  );
}

/** Many at once, as data sets read them: those of `records` that carry any. */
export function dataFeed({
  records,
  newsroom,
  siteUrl,
}: Omit<Input, "record"> & { records: readonly StandingRecord[] }): WithContext<DataFeed> {
  const latest = Math.max(0, ...records.map(({ updatedAt }) => updatedAt.getTime()));
  return {
    "@context": "https://schema.org",
    "@type": "DataFeed",
    dateModified: new Date(latest).toISOString(),
    dataFeedElement: records.flatMap((record) => {
      const review = claimReview({ record, newsroom, siteUrl });
      if (!("jsonLd" in review)) return [];
      const { "@context": _, ...item } = review.jsonLd;
      return {
        "@type": "DataFeedItem" as const,
        dateCreated: record.publishedAt.toISOString(),
        dateModified: record.updatedAt.toISOString(),
        item,
      };
    }),
  };
}

function appearance({ article }: PublishedClaim) {
  return {
    "@type": "CreativeWork",
    name: article.title,
    ...(article.sourceUrl && { url: article.sourceUrl }),
    ...(article.publishedOn && { datePublished: article.publishedOn }),
    ...(article.publisher && { publisher: { "@type": "Organization", name: article.publisher } as const }),
  } as const;
}

/** The word always, and where there is none what was found; numbers only where bigger means truer and the lowest is at least 1, as readers assume. */
function rating({ rating: { label, value, range, isRated }, conclusion }: PublishedClaim): Rating {
  const alternateName = isRated ? label : conclusion;
  const word = { "@type": "Rating", alternateName, ratingExplanation: conclusion } as const;
  if (value === null || range === null || range.worst < 1) return word;
  return { ...word, ratingValue: value, worstRating: range.worst, bestRating: range.best };
}

/** What search engines and data sets ask for and this markup does not have. */
export type Shortcoming = "no_day" | "no_address" | "no_number" | "no_sources";

/** What is missing from a claim's markup without keeping it from being read. */
export function shortcomings(claim: PublishedClaim): Shortcoming[] {
  const { ratingValue } = rating(claim) as { ratingValue?: number };
  const missing: Record<Shortcoming, boolean> = {
    no_day: claim.saidOn === null,
    no_address: claim.article.sourceUrl === null,
    no_number: ratingValue === undefined,
    no_sources: claim.evidence.every(({ url }) => url === null),
  };
  return (Object.keys(missing) as Shortcoming[]).filter((key) => missing[key]);
}

/** JSON that is safe inside `<script type="application/ld+json">`: nothing in it can end the element or the line. */
export function jsonLdText(value: object): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
