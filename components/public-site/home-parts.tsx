import Link from "next/link";
import { Chip } from "#components/ui/badge.tsx";
import type { Format } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { GroupCount } from "#lib/publishing/groups.ts";
import type { CorrectionListItem } from "#lib/publishing/queries.ts";
import { groupPath } from "#lib/publishing/values.ts";
import { CorrectedClaim } from "./corrected-claim.tsx";

type Site = { words: Words; format: Format };

/** Ways to what was checked about the topics with most checks. */
export function TopicLinks({
  topics,
  words,
  format,
  deskLang,
}: Site & { topics: readonly GroupCount[]; deskLang: string | undefined }) {
  if (topics.length === 0) return null;
  return (
    <nav aria-labelledby="topics" className="mt-10">
      <h2 id="topics" className="mb-3 text-sm font-semibold text-muted">
        {words.publicSite.home.topics}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {topics.map(({ slug, name, count }) => (
          <li key={slug} className="max-w-full">
            <Link
              href={groupPath({ kind: "topic", slug })}
              className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border border-line-strong px-3 text-sm font-medium no-underline hover:border-ink pointer-coarse:min-h-11"
            >
              <span className="min-w-0 wrap-anywhere" lang={deskLang} dir="auto">
                {name}
              </span>
              <span className="font-normal text-muted tabular-nums">{format.number(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The latest corrections, each leading to its claim; all of them have a page of their own. */
export function CorrectionsInBrief({
  corrections,
  words,
  format,
  deskLang,
}: Site & { corrections: readonly CorrectionListItem[]; deskLang: string | undefined }) {
  const { home } = words.publicSite;
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections" className="mt-14">
      <h2 id="corrections" className="mb-4 text-sm font-semibold text-muted">
        {home.corrections}
      </h2>
      <ol className="grid gap-x-8 gap-y-5 border-t border-line pt-5 sm:grid-cols-3">
        {corrections.map((item) => (
          <li key={item.id} className="min-w-0">
            <p className="flex flex-wrap items-baseline gap-2 text-sm text-muted">
              <Chip>{words.common.correctionTypes[item.type]}</Chip>
              <time dateTime={item.at.toISOString()}>{format.date(item.at)}</time>
            </p>
            <h3
              className="mt-2 font-serif text-lg/snug font-semibold wrap-anywhere"
              lang={item.statedIn}
              dir="auto"
            >
              <CorrectedClaim item={item} words={words} />
            </h3>
            <p
              className="mt-1 line-clamp-3 text-[0.9375rem] text-muted wrap-anywhere"
              lang={deskLang}
              dir="auto"
            >
              {item.reason}
            </p>
          </li>
        ))}
      </ol>
      <p className="mt-5">
        <Link href="/corrections" className="font-medium underline">
          {home.allCorrections}
        </Link>
      </p>
    </section>
  );
}
