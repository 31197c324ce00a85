import type { ReactNode } from "react";
import type { Format } from "#lib/i18n/format.ts";
import { quoted } from "#lib/i18n/quotation.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";
import { shareLinks } from "./share-links.ts";

type Props = {
  record: StandingRecord;
  words: Words;
  format: Format;
  newsroomName: string;
  siteUrl: string | URL;
};

/** A citation ready to be copied, and links that pass the page on. */
export function CiteAndShare({ record, words, format, newsroomName, siteUrl }: Props) {
  const { claim, slug, number, publishedAt, updatedAt } = record;
  const texts = words.publicSite.claim;
  const permalink = new URL(`/claims/${slug}`, siteUrl).href;
  const values = {
    newsroom: newsroomName,
    statement: quoted(claim.statement, claim.article.language),
    rating: claim.rating.label,
    published: format.date(publishedAt),
  };
  const cited = new URL(`/claims/${slug}?version=${number}`, siteUrl).href;
  const citation =
    number === 1
      ? fill(texts.citation, { ...values, url: permalink })
      : fill(texts.citationChanged, { ...values, number, updated: format.date(updatedAt), url: cited });
  const message = fill(texts.shareText, values);
  return (
    <div className="mt-4 grid gap-2">
      <Unfolded title={texts.cite}>
        <p className="rounded-md bg-chip px-4 py-3 text-sm select-all wrap-anywhere" dir="auto">
          {citation}
        </p>
      </Unfolded>
      <Unfolded title={texts.share} isForScreens>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {shareLinks({ text: message, url: permalink }).map(({ name, href }) => (
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
    </div>
  );
}

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
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-sm font-medium underline decoration-line-strong underline-offset-3 pointer-coarse:min-h-11">
        {title}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
