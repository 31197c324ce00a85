import { codePointsUpTo } from "#lib/anchoring/code-points.ts";
import { wordsInContext } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { storedBlocks } from "#lib/articles/schema.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { type PublishedClaim, publishedClaim, publishedPlaces } from "./schema.ts";

// Claims with the places of their words, as programs of others find them again.

/** Where words stand. Unlike everywhere else, `start` and `end` count Unicode code points of the revision's text. */
export type MarkedPlace = Span & {
  exact: string;
  /** What stands around the words, as far as readers are shown it. */
  prefix: string;
  suffix: string;
  /** When the text was read in which they stand. */
  readAt: Date;
  /** Whether the article's page shows them: in the text it shows they are there. */
  isShown: boolean;
};

/** A published check that stands, and where its words are: in the article as it is or, once gone, as it was checked. */
export type MarkedClaim = {
  slug: string;
  publishedAt: Date;
  changedAt: Date;
  claim: PublishedClaim;
  places: MarkedPlace[];
};

/** The published claim at this address, as programs find it in its article; null when there is none that stands. */
export async function getMarkedClaim(slug: string): Promise<MarkedClaim | null> {
  const [marked] = await listMarked({ slug });
  return marked ?? null;
}

/** An article's published claims, in reading order. */
export function listMarkedClaims(articleId: string): Promise<MarkedClaim[]> {
  return listMarked({ articleId });
}

async function listMarked(where: Prisma.PublicationWhereInput): Promise<MarkedClaim[]> {
  const rows = await db.publication.findMany({
    where: { ...where, isCurrent: true, withdrawnAt: null },
    select: {
      slug: true,
      articleId: true,
      content: true,
      places: true,
      publishedAt: true,
      createdAt: true,
    },
  });
  const found = rows.map(({ content, places, createdAt, ...row }) => {
    const claim = publishedClaim.parse(content);
    return { ...row, changedAt: createdAt, claim, stand: standing(claim, publishedPlaces.parse(places)) };
  });
  const texts = await readTexts(found.flatMap(({ articleId, stand }) => stand.map(inArticle(articleId))));
  return found
    .map(({ stand, articleId, ...row }) => ({
      ...row,
      at: Math.min(...stand.map(({ start }) => start)),
      places: stand.flatMap((place) => {
        const text = texts.get(keyOf(inArticle(articleId)(place)));
        return text ? [markedPlace(place, text, row.claim.article.language)] : [];
      }),
    }))
    .toSorted((a, b) => (a.at === b.at ? a.slug.localeCompare(b.slug) : a.at - b.at))
    .map(({ at: _, ...claim }) => claim);
}

/** Offsets in UTF-16 code units. */
type Place = Span & { quote: string; revision: number; isShown: boolean };

function standing(
  claim: PublishedClaim,
  { revision, passages }: { revision: number; passages: StoredPlace[] },
) {
  const now: Place[] = passages.map((place) => ({ ...place, revision, isShown: true }));
  const checked = claim.passages.map((place): Place => ({ ...place, isShown: false }));
  return (now.length > 0 ? now : checked).toSorted((a, b) => a.start - b.start || a.end - b.end);
}

type StoredPlace = Span & { quote: string };
type Wanted = { articleId: string; number: number };
const inArticle =
  (articleId: string) =>
  ({ revision }: Place): Wanted => ({ articleId, number: revision });
const keyOf = ({ articleId, number }: Wanted) => `${articleId} ${number}`;

async function readTexts(wanted: readonly Wanted[]) {
  const distinct = [...new Map(wanted.map((each) => [keyOf(each), each])).values()];
  const revisions = await db.revision.findMany({
    where: { OR: distinct },
    select: { articleId: true, number: true, text: true, blocks: true, createdAt: true },
  });
  return new Map(
    revisions.map(({ blocks, ...revision }) => [
      keyOf(revision),
      { ...revision, blocks: storedBlocks.parse(blocks), upTo: codePointsUpTo(revision.text) },
    ]),
  );
}

type ReadText = NonNullable<ReturnType<Awaited<ReturnType<typeof readTexts>>["get"]>>;

/** As many characters of what stands around words as tell them from the same words elsewhere. */
const AROUND = 64;

function markedPlace(
  place: Place,
  { text, blocks, upTo, createdAt }: ReadText,
  language: string,
): MarkedPlace {
  const context = wordsInContext(text, blocks, place, language);
  return {
    start: upTo(place.start),
    end: upTo(place.end),
    exact: place.quote,
    prefix: Array.from(context.text.slice(0, context.start)).slice(-AROUND).join(""),
    suffix: Array.from(context.text.slice(context.end)).slice(0, AROUND).join(""),
    readAt: createdAt,
    isShown: place.isShown,
  };
}
