import Link from "next/link";
import { classNames } from "#components/ui/class-names.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { plural, type Words } from "#lib/i18n/words.ts";
import type { PublishedGroup, RatingCount } from "#lib/publishing/groups.ts";
import type { PublishedListItem } from "#lib/publishing/queries.ts";
import { groupPath } from "#lib/publishing/values.ts";
import { ClaimList } from "./claim-list.tsx";
import { ListedVerdict } from "./listed-verdict.tsx";

type Props = {
  page: {
    group: PublishedGroup;
    ratings: readonly RatingCount[];
    items: readonly PublishedListItem[];
    next: string | null;
    isFirstPage: boolean;
    words: Words;
    format: Format;
    newsroom: { locale: string };
    deskLang: string | undefined;
  };
};

/** A topic or claimant: its name, how its claims were rated, and the claims, newest first. */
export function GroupView({ page }: Props) {
  const { group, ratings, items, next, isFirstPage, words, format, newsroom, deskLang } = page;
  const texts = words.publicSite.group;
  const path = groupPath(group);
  return (
    <>
      <p className="mt-8 text-sm text-muted">{texts.kicker[group.claimantKind ?? "topic"]}</p>
      <h1
        className="mt-2 font-serif text-4xl/tight font-semibold tracking-tight text-balance wrap-anywhere"
        lang={group.kind === "topic" ? deskLang : undefined}
        dir="auto"
      >
        {group.name}
      </h1>
      <p className="mt-4 max-w-[62ch] text-muted text-pretty">{texts.lead[group.kind]}</p>
      {isFirstPage && <Verdicts ratings={ratings} words={words} format={format} locale={newsroom.locale} />}
      <h2 className="mt-10 mb-4 text-sm font-semibold text-muted">{texts.claims}</h2>
      {items.length === 0 ? (
        <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
      ) : (
        <ClaimList items={items} headingLevel={3} words={words} format={format} deskLang={deskLang} />
      )}
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2 font-medium">
        {!isFirstPage && (
          <Link href={path} className="underline">
            {texts.first}
          </Link>
        )}
        {next && (
          <Link href={`${path}?cursor=${encodeURIComponent(next)}`} rel="next" className="underline">
            {texts.older}
          </Link>
        )}
        <a href={`${path}/feed.xml`} className="underline print:hidden">
          {texts.feed}
        </a>
      </p>
    </>
  );
}

/** How many claims got which rating, in words and numbers; the bars only repeat it. */
function Verdicts(props: { ratings: readonly RatingCount[]; words: Words; format: Format; locale: string }) {
  const { ratings, words, format, locale } = props;
  const texts = words.publicSite.group;
  const total = ratings.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby="verdicts" className="mt-8 max-w-xl">
      <h2 id="verdicts" className="mb-3 text-sm font-semibold text-muted">
        {texts.verdicts} <span className="font-normal">({plural(locale, texts.count, total)})</span>
      </h2>
      <ul className="grid grid-cols-[minmax(0,max-content)_1fr_auto] gap-x-4 gap-y-2">
        {ratings.map(({ tone, label, isRated, lang, count }) => (
          <li
            key={`${tone} ${label} ${isRated}`}
            data-tone={isRated ? tone : undefined}
            className="col-span-3 grid grid-cols-subgrid items-center"
          >
            <span className="min-w-0">
              <ListedVerdict claim={{ tone, ratingLabel: label, isRated, ratingLang: lang }} />
            </span>
            <span aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-line print:hidden">
              <span
                className={classNames("block h-full rounded-full", isRated ? "bg-tone" : "bg-line-strong")}
                style={{ width: `${(100 * count) / total}%` }}
              />
            </span>
            <span className="text-end text-sm tabular-nums">{format.number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
