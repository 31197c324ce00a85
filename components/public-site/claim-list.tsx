import Link from "next/link";
import type { Format } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { ListedClaim } from "#lib/publishing/listing.ts";
import type { PublishedListItem } from "#lib/publishing/queries.ts";
import { GroupLink } from "./group-link.tsx";
import { ListedVerdict } from "./listed-verdict.tsx";
import { MarkedText } from "./marked-text.tsx";

/** A line; of a search with the places of the words that were looked for. */
type Item = PublishedListItem & Partial<Pick<ListedClaim, "found">>;

type Props = {
  items: readonly Item[];
  /** The level of the statements' headings: one below the title they stand under. */
  headingLevel: 2 | 3;
  words: Words;
  format: Format;
  /** The language of topics, where it is not the page's. */
  deskLang: string | undefined;
};

/** Published claims, newest first: the statement leads to the claim's page. */
export function ClaimList({ items, headingLevel, words, format, deskLang }: Props) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {items.map((item) => (
        <li key={item.slug} className="grid gap-x-8 gap-y-3 py-6 sm:grid-cols-[1fr_auto] sm:items-start">
          <div className="min-w-0">
            <Heading
              className="font-serif text-xl/snug font-semibold text-balance wrap-anywhere"
              lang={item.statedIn}
              dir="auto"
            >
              <Link href={`/claims/${item.slug}`} className="hover:underline">
                <MarkedText text={item.statement} spans={item.found?.statement} />
              </Link>
            </Heading>
            <p
              className="mt-2 font-serif text-[1.0625rem]/relaxed text-ink wrap-anywhere"
              lang={item.lang}
              dir="auto"
            >
              <MarkedText text={item.conclusion} spans={item.found?.conclusion} />
            </p>
            <ItemFacts item={item} words={words} format={format} deskLang={deskLang} />
          </div>
          <div className="row-start-1 sm:col-start-2 sm:justify-self-end">
            <ListedVerdict claim={item} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Who said it and what it is about, each a way to more of the same; when it was published, and whether it changed. */
function ItemFacts({
  item,
  words,
  format,
  deskLang,
}: Omit<Props, "items" | "headingLevel"> & { item: Item }) {
  const { claimantName, claimantSlug } = item;
  return (
    <p className="mt-3 flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted">
      {claimantName !== null && (
        <GroupLink
          kind="claimant"
          name={claimantName}
          slug={claimantSlug ?? ""}
          spans={item.found?.claimantName}
        />
      )}
      {item.topics.map((topic) => (
        <GroupLink key={topic.slug} kind="topic" {...topic} lang={deskLang} />
      ))}
      <time dateTime={item.publishedAt.toISOString()}>{format.date(item.publishedAt)}</time>
      {item.corrected && <span>{words.publicSite.list.corrected}</span>}
    </p>
  );
}
