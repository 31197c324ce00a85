import type { MarkedClaim, MarkedPlace } from "./marked-claims.ts";
import type { PublishedClaim } from "./schema.ts";

// Published claims as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): the check is what is said, the words
// in the article are what it is said of.

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";

/** How the words may look, by the six looks a rating can have. */
const STYLES = [
  ".true, .mostly_true { text-decoration: underline solid #0a58a6; }",
  ".mixed { text-decoration: underline double #946c00; }",
  ".misleading { text-decoration: underline wavy #8f0f3a; }",
  ".false { text-decoration: underline solid 3px #8f0f3a; }",
  ".unverified { text-decoration: underline dotted #63676f; }",
].join("\n");

type Site = { newsroom: { name: string }; siteUrl: string | URL };

/** One claim's, by its own address. */
export function annotationDocument(marked: MarkedClaim, site: Site) {
  return { "@context": CONTEXT, ...annotation(marked, site) } as const;
}

/** All of an article's: a collection with its only page in it. `label` says what they are about. */
export function annotationCollection({
  marked,
  article,
  label,
  ...site
}: Site & { marked: readonly MarkedClaim[]; article: { slug: string }; label: string }) {
  const id = new URL(`/articles/${article.slug}/annotations.jsonld`, site.siteUrl).href;
  const collection = {
    id,
    type: "AnnotationCollection",
    label: label.toWellFormed(),
    total: marked.length,
  } as const;
  return {
    "@context": CONTEXT,
    ...collection,
    ...(marked.length > 0 && {
      first: {
        id: `${id}#all`,
        type: "AnnotationPage",
        partOf: collection,
        startIndex: 0,
        items: marked.map((claim) => annotation(claim, site)),
      },
    }),
  } as const;
}

/** An article's claims as annotations, as its collection holds them. */
export type Annotations = ReturnType<typeof annotationCollection>;
export type Annotation = ReturnType<typeof annotation>;

function annotation(
  { slug, claim, places, publishedAt, changedAt }: MarkedClaim,
  { newsroom, siteUrl }: Site,
) {
  const href = (path: string) => new URL(path, siteUrl).href;
  return {
    id: href(`/claims/${slug}/annotation.jsonld`),
    type: "Annotation",
    motivation: "assessing",
    creator: {
      id: href("/"),
      type: "Organization",
      name: newsroom.name.toWellFormed(),
      homepage: href("/"),
    },
    created: publishedAt.toISOString(),
    modified: changedAt.toISOString(),
    body: [
      text("describing", claim.statement),
      // Without ratings the conclusion says it all.
      ...(claim.rating.isRated ? [text("tagging", claim.rating.label)] : []),
      text("assessing", claim.conclusion),
      link("identifying", href(`/claims/${slug}`)),
      ...evidenceLinks(claim),
    ],
    target: targetsOf(claim, places, href),
    // Wherever there are classes there has to be one.
    stylesheet: { type: "CssStylesheet", value: STYLES },
  } as const;
}

const text = (purpose: "describing" | "tagging" | "assessing", value: string) =>
  ({ type: "TextualBody", purpose, value: value.toWellFormed(), format: "text/plain" }) as const;

const link = (purpose: "identifying" | "linking", source: string) =>
  ({ type: "SpecificResource", purpose, source }) as const;

/** Each page cited once, however often. */
function evidenceLinks({ evidence }: PublishedClaim) {
  const urls = new Set(evidence.flatMap(({ url }) => url ?? []));
  return [...urls].map((url) => link("linking", url));
}

function targetsOf(claim: PublishedClaim, places: readonly MarkedPlace[], href: (path: string) => string) {
  const { article, rating } = claim;
  // Which of the six looks its rating has; none where there is no rating.
  const look = rating.isRated ? { styleClass: rating.tone } : {};
  const shownAt = href(`/articles/${article.slug}`);
  const source = article.sourceUrl ?? shownAt;
  // A claim without a place stands in the article as a whole.
  if (places.length === 0) return [{ type: "SpecificResource", source, ...look } as const];
  return places.map(
    ({ start, end, exact, prefix, suffix, readAt, isShown }) =>
      ({
        type: "SpecificResource",
        source,
        ...look,
        selector: [
          { type: "TextQuoteSelector", exact, prefix, suffix },
          { type: "TextPositionSelector", start, end },
        ],
        state: {
          type: "TimeState",
          sourceDate: readAt.toISOString(),
          ...(isShown && { cached: shownAt }),
        },
      }) as const,
  );
}
