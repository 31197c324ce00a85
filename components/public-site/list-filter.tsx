import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { ToneIcon } from "#components/verdicts/tone-icon.tsx";
import type { Words } from "#lib/i18n/words.ts";
import type { Tone } from "#lib/publishing/values.ts";

/** The search field, as a plain form that works without script. Keeps the chosen verdict. */
export function SearchForm({
  words,
  search = "",
  tone = null,
}: {
  words: Words;
  search?: string;
  tone?: Tone | null;
}) {
  const { list } = words.publicSite;
  return (
    <search>
      <form action="/claims" className="flex gap-2">
        {tone && <input type="hidden" name="verdict" value={tone} />}
        <input
          type="search"
          name="q"
          defaultValue={search}
          maxLength={200}
          aria-label={list.searchLabel}
          placeholder={words.publicSite.home.search}
          className="min-h-11 min-w-0 flex-1 rounded-lg border border-line-strong bg-raised px-4 text-base placeholder:text-muted"
        />
        <Button type="submit" variant="primary">
          {list.submit}
        </Button>
      </form>
    </search>
  );
}

type Option = { tone: Tone; label: string; count: number };

/** Verdicts as links that keep the search words; only those that have claims. */
export function VerdictFilter(props: {
  words: Words;
  options: readonly Option[];
  tone: Tone | null;
  search: string;
}) {
  const { words, options, tone, search } = props;
  return (
    <nav aria-label={words.publicSite.list.verdict} className="mt-5 flex flex-wrap gap-2">
      <FilterLink href={address(search, null)} isCurrent={tone === null}>
        {words.publicSite.list.all}
      </FilterLink>
      {options.map((option) => (
        <FilterLink key={option.tone} href={address(search, option.tone)} isCurrent={tone === option.tone}>
          <ToneIcon tone={option.tone} />
          {option.label}
          <span className="tabular-nums">{option.count}</span>
        </FilterLink>
      ))}
    </nav>
  );
}

function FilterLink(props: { href: string; isCurrent: boolean; children: React.ReactNode }) {
  const look = props.isCurrent
    ? "border-ink bg-ink text-paper"
    : "border-line-strong text-muted hover:text-ink";
  return (
    <Link
      href={props.href}
      aria-current={props.isCurrent ? "true" : undefined}
      className={`inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm font-medium ${look}`}
    >
      {props.children}
    </Link>
  );
}

/** The list's address for a search, a verdict and a page. */
export function address(search: string, tone: Tone | null, cursor?: string): string {
  const params = new URLSearchParams();
  if (search) params.set("q", search);
  if (tone) params.set("verdict", tone);
  if (cursor) params.set("cursor", cursor);
  const query = params.toString();
  return query ? `/claims?${query}` : "/claims";
}
