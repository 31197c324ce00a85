import { Quote, SearchX, X } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { ClaimRows } from "#components/claims/claim-rows.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { TabLinks } from "#components/ui/tabs.tsx";
import { loadClaims } from "#lib/claims/loaders.ts";
import { STATE_FILTERS, type StateFilter } from "#lib/claims/values.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.claims.list.title };
}

export default async function ClaimsPage({ searchParams }: PageProps<"/desk/claims">) {
  const [list, { words, format, newsroom }] = await Promise.all([
    loadClaims(searchParams),
    loadConventions(),
  ]);
  const { items, next, state, search, author, now } = list;
  const texts = words.claims.list;
  const isFiltered = state !== null || search !== "" || author !== null;
  return (
    <>
      <PageHeader title={texts.title} />
      <div className="mx-auto max-w-5xl px-4 py-6 desk:px-7">
        <search className="mb-5 grid gap-3">
          <form className="flex max-w-xl gap-2">
            {state && <input type="hidden" name="state" value={state} />}
            {author && <input type="hidden" name="author" value={author.asked} />}
            <SearchField key={search} name="q" label={texts.search} defaultValue={search} />
            <Button type="submit">{texts.submit}</Button>
          </form>
          <TabLinks
            label={texts.filter}
            tabs={[null, ...STATE_FILTERS].map((option) => ({
              href: addressOf({ state: option, q: search, author: author?.asked }),
              label: labelOf(option, words),
              current: option === state,
            }))}
          />
          <WhoseClaims {...list} words={words} />
        </search>
        {items.length > 0 ? (
          <>
            <h2 className="sr-only">{texts.results}</h2>
            <ClaimRows claims={items} words={words} format={format} locale={newsroom.locale} now={now} />
          </>
        ) : (
          <NoClaims isFiltered={isFiltered} words={words} />
        )}
        {next && (
          <NextPage
            href={addressOf({ state, q: search, author: author?.asked, cursor: next })}
            label={words.common.more}
          />
        )}
      </div>
    </>
  );
}

function labelOf(option: StateFilter | null, words: Words): string {
  if (option === null) return words.claims.list.all;
  return option === "with_reviewers" ? words.claims.list.withReviewers : words.common.states[option];
}

/** Narrows the list down to one's own; or says whose it shows, and leads back to everybody's. */
function WhoseClaims({
  state,
  search,
  author,
  words,
}: Pick<Awaited<ReturnType<typeof loadClaims>>, "state" | "search" | "author"> & { words: Words }) {
  const texts = words.claims.list;
  if (author === null)
    return (
      <p>
        <Link href={addressOf({ state, q: search, author: "me" })} prefetch={false} className="filter-chip">
          {texts.mine}
        </Link>
      </p>
    );
  const whose = author.name === null ? texts.byNobody : fill(texts.by, { name: author.name });
  return (
    <p>
      <Link
        href={addressOf({ state, q: search })}
        prefetch={false}
        className="filter-chip is-on"
        title={texts.anyAuthor}
      >
        {author.isMine ? texts.mine : whose}
        <X aria-hidden className="size-3.5" />
        <span className="sr-only">{texts.anyAuthor}</span>
      </Link>
    </p>
  );
}

function NoClaims({ isFiltered, words }: { isFiltered: boolean; words: Words }) {
  const texts = words.claims.list;
  return isFiltered ? (
    <EmptyState
      icon={<SearchX className="size-5" />}
      title={texts.none}
      action={<LinkButton href="/desk/claims">{texts.clear}</LinkButton>}
    >
      {texts.noneText}
    </EmptyState>
  ) : (
    <EmptyState
      icon={<Quote className="size-5" />}
      title={texts.empty}
      action={
        <LinkButton href="/desk/articles" variant="primary">
          {texts.emptyAction}
        </LinkButton>
      }
    >
      {texts.emptyText}
    </EmptyState>
  );
}

/** The list's address with what is asked for, leaving out what is not. */
function addressOf(asked: {
  state: string | null;
  q: string;
  author?: string | undefined;
  cursor?: string;
}): string {
  const params = new URLSearchParams(
    Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return params.size > 0 ? `/desk/claims?${params}` : "/desk/claims";
}
