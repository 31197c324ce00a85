import Link from "next/link";
import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import { type ListFormat, MOST_IN_FILE } from "#lib/publishing/list-files.ts";
import { type ListFilter, listAddress } from "#lib/publishing/list-filter.ts";
import { type ListPage, MOST_FOUND } from "#lib/publishing/listing.ts";

type Props = { words: Words; filter: ListFilter };

/** How many claims there are, as far as they were counted. */
export function HowMany({
  words,
  filter,
  format,
  locale,
  total,
}: Props & { format: Format; locale: string; total: number | null }) {
  const { list } = words.publicSite;
  const isMany = total !== null && total > MOST_FOUND;
  const most = format.number(MOST_FOUND);
  const count =
    total === null
      ? list.further
      : isMany
        ? fill(list.many, { count: most })
        : plural(locale, list.results, total);
  return (
    <div className="mt-6 mb-3 text-sm text-muted wrap-anywhere">
      <p role="status">{filter.search ? fill(list.resultsFor, { count, search: filter.search }) : count}</p>
      {isMany && filter.order === "relevance" && (
        <p>
          {fill(list.newestRanked, { count: most })}{" "}
          <Link href={listAddress({ ...filter, order: "date" })} className="underline">
            {list.byDate}
          </Link>
        </p>
      )}
    </div>
  );
}

/** The search with words that were mistyped put right. */
export function DidYouMean({ words, suggestion }: { words: Words; suggestion: ListFilter }) {
  return (
    <p className="mb-3 text-lg wrap-anywhere">
      {words.publicSite.list.didYouMean}{" "}
      <Link href={listAddress(suggestion)} className="font-medium underline" dir="auto">
        {suggestion.search}
      </Link>
      ?
    </p>
  );
}

/** The list as files, for programs. */
export function ListFiles({ words, filter, format }: Props & { format: Format }) {
  const { list } = words.publicSite;
  const byDate = { ...filter, order: "relevance" } as const;
  const file = (name: ListFormat) => (
    <a key={name} href={listAddress(byDate, null, `/claims.${name}`)} className="underline">
      {name.toUpperCase()}
    </a>
  );
  const [before, between, after] = fill(list.files, {
    csv: "\n",
    json: "\n",
    count: format.number(MOST_IN_FILE),
  }).split("\n");
  return (
    <p className="mt-8 text-sm text-muted print:hidden">
      {before}
      {file("csv")}
      {between}
      {file("json")}
      {after}
    </p>
  );
}

/** The ways to the pages before and after. */
export function ListPages({ words, filter, next, previous }: Props & Pick<ListPage, "next" | "previous">) {
  const { list } = words.publicSite;
  if (next === null && previous === null) return null;
  const [back, on] = filter.order === "date" ? [list.newer, list.older] : [list.preceding, list.following];
  return (
    <nav aria-label={list.pages} className="mt-6 flex flex-wrap gap-x-6 gap-y-2 font-medium print:hidden">
      {previous && (
        <>
          <PageLink href={listAddress(filter)}>{list.first}</PageLink>
          <PageLink href={listAddress(filter, previous)} rel="prev">
            {back}
          </PageLink>
        </>
      )}
      {next && (
        <PageLink href={listAddress(filter, next)} rel="next">
          {on}
        </PageLink>
      )}
    </nav>
  );
}

function PageLink(props: { href: string; rel?: string; children: React.ReactNode }) {
  return <Link {...props} className="inline-flex min-h-8 items-center underline pointer-coarse:min-h-11" />;
}
