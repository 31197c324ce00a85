import type { Format } from "#lib/i18n/format.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { quoted } from "#lib/i18n/quotation.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { canPicture, PICTURE_SIZE, type PicturedClaim } from "#lib/picturing/claim-picture.ts";
import type { StandingRecord } from "./queries.ts";
import { TONE_COLOURS, TONE_EDGES, TONE_SHAPES, type ToneStroke } from "./tone-shapes.ts";

/** A claim as readers get it in one language. */
export type ShownClaim = {
  record: StandingRecord;
  newsroom: { name: string; locale: string };
  /** BCP 47, of the statement. */
  statedIn: string;
  words: Words;
  format: Format;
};

/** What the picture of a published claim shows; null when its letters cannot be drawn. */
export function pictureOf({ record, newsroom, statedIn, words, format }: ShownClaim): PicturedClaim | null {
  const { claim, publishedAt } = record;
  const { rating, claimant, article, saidOn } = claim;
  const said = saidOn === null ? "" : words.common.comma + saidOnDay(saidOn, words, format);
  const pictured: PicturedClaim = {
    newsroom: `${newsroom.name} · ${format.date(publishedAt)}`,
    statement: claim.statement,
    language: statedIn,
    locale: newsroom.locale,
    verdict: rating.isRated
      ? {
          word: rating.label,
          colour: TONE_COLOURS[rating.tone],
          edge: TONE_EDGES[rating.tone],
          shape: TONE_SHAPES[rating.tone].map(path).join(""),
        }
      : null,
    conclusion: claim.conclusion,
    byline: (claimant?.name ?? `${words.publicSite.claim.statedIn} ${article.title}`) + said,
  };
  return canPicture(pictured) ? pictured : null;
}

function saidOnDay(day: string, words: Words, format: Format): string {
  return fill(words.publicSite.claim.saidOn, { day: format.day(day) });
}

/** As SVG. All in it is ours. */
function path({ d, width, dashes, isFilled }: ToneStroke): string {
  if (isFilled) return `<path d="${d}" fill="currentColor" fill-rule="evenodd" stroke="none"/>`;
  return `<path d="${d}" stroke-width="${width}"${dashes ? ` stroke-dasharray="${dashes}"` : ""}/>`;
}

/**
 * How the page tells of its picture; null when it has none. The address has the number of the publication, as networks
 * keep pictures by address for ever. `language`: the reader's, where the address names one.
 */
export function pictureLink(
  shown: ShownClaim,
  { siteUrl, language }: { siteUrl: string; language: Language | null },
) {
  if (pictureOf(shown) === null) return null;
  const { record, newsroom, statedIn } = shown;
  const { slug, number, claim } = record;
  const path = `${language === null ? "" : `/${language}`}/claims/${slug}/image.png?v=${number}`;
  const verdict = claim.rating.isRated ? claim.rating.label : claim.conclusion;
  return {
    url: new URL(path, siteUrl).href,
    alt: [quoted(claim.statement, statedIn), verdict, newsroom.name].join(" · "),
    ...PICTURE_SIZE,
    type: "image/png",
  };
}
