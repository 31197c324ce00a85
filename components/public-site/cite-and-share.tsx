import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Format } from "#lib/i18n/format.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { quoted } from "#lib/i18n/quotation.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";
import { EmbedCode } from "./embedding/embed-code.tsx";
import { shareLinks } from "./share-links.ts";

type Props = {
  record: StandingRecord;
  words: Words;
  format: Format;
  newsroomName: string;
  siteUrl: string | URL;
  /** The language the page is asked for in; null in the newsroom's own. */
  language: Language | null;
  /** The language of the statement on this page. BCP 47. */
  statedIn: string;
  code: string | null;
};

/** A citation ready to be copied, and links that pass the page on: this one, in the language it is read in. */
export function CiteAndShare({
  record,
  words,
  format,
  newsroomName,
  siteUrl,
  language,
  statedIn,
  code,
}: Props) {
  const { claim, slug, number, publishedAt, updatedAt } = record;
  const { label: rating, isRated } = claim.rating;
  const texts = words.publicSite.claim;
  const address = new URL(`${language === null ? "" : `/${language}`}/claims/${slug}`, siteUrl).href;
  const about = { newsroom: newsroomName, statement: quoted(claim.statement, statedIn) };
  const values = {
    ...about,
    verdict: isRated ? fill(texts.citedRating, { rating }) : asSentence(claim.conclusion),
    published: format.date(publishedAt),
  };
  const citation =
    number === 1
      ? fill(texts.citation, { ...values, url: address })
      : fill(texts.citationChanged, {
          ...values,
          ...{ number, updated: format.date(updatedAt), url: `${address}?version=${number}` },
        });
  const message = isRated
    ? fill(texts.shareText, { ...about, rating })
    : fill(texts.shareUnrated, { ...about, conclusion: claim.conclusion });
  return (
    <div className="mt-2 grid gap-1">
      <Unfolded title={texts.cite}>
        <p className="rounded-md bg-chip px-4 py-3 text-sm select-all wrap-anywhere" dir="auto">
          {citation}
        </p>
      </Unfolded>
      <Unfolded title={texts.share} isForScreens>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {shareLinks({ text: message, url: address }).map(({ name, href }) => (
            <li key={name}>
              <a
                href={href}
                rel="noopener nofollow"
                className="inline-flex min-h-6 items-center underline pointer-coarse:min-h-11"
              >
                {name === "email" ? texts.byEmail : name}
              </a>
            </li>
          ))}
        </ul>
      </Unfolded>
      {code !== null && (
        <Unfolded title={words.embed.code} isForScreens>
          <EmbedCode code={code} words={words} />
        </Unfolded>
      )}
    </div>
  );
}

const asSentence = (words: string) => (/\p{P}$/u.test(words) ? words : `${words}.`);

function Unfolded({
  title,
  isForScreens = false,
  children,
}: {
  title: string;
  isForScreens?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={isForScreens ? "print:hidden" : undefined}>
      <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-1.5 font-medium underline-offset-3 hover:underline pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 [[open]>summary>&]:rotate-90 rtl:-scale-x-100 print:hidden"
        />
        {title}
      </summary>
      <div className="mt-2 mb-3 ps-5.5">{children}</div>
    </details>
  );
}
