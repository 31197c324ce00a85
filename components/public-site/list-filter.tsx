import { X } from "lucide-react";
import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Filled } from "#components/ui/filled.tsx";
import { ToneIcon } from "#components/verdicts/tone-icon.tsx";
import type { Format } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { ListFilter } from "#lib/publishing/list-filter.ts";
import { FILTER_KINDS, listAddress } from "#lib/publishing/list-filter.ts";
import type { Choice, Choices } from "#lib/publishing/listing.ts";
import { TONES } from "#lib/publishing/values.ts";

/** The search field, as a plain form that works without script. */
export function SearchForm({ words }: { words: Words }) {
  return (
    <search>
      <form action="/claims" className="flex gap-2">
        <SearchField words={words} />
      </form>
    </search>
  );
}

function SearchField({ words, search = "" }: { words: Words; search?: string }) {
  const { list, home } = words.publicSite;
  return (
    <>
      <input
        type="search"
        name="q"
        defaultValue={search}
        maxLength={200}
        aria-label={list.searchLabel}
        placeholder={home.search}
        className="min-h-11 min-w-0 flex-1 rounded-lg border border-line-strong bg-raised px-4 text-base placeholder:text-muted"
      />
      <Button type="submit" variant="primary">
        {list.submit}
      </Button>
    </>
  );
}

type Props = { words: Words; filter: ListFilter; choices: Choices };

/** The search field of the list with its filters. What is chosen goes along with the words. */
export function ListSearch({ words, filter, choices }: Props) {
  const { list } = words.publicSite;
  const kinds = FILTER_KINDS.filter((kind) => kind !== "verdict");
  return (
    <search>
      <form action="/claims">
        <div className="flex max-w-xl gap-2">
          <SearchField words={words} search={filter.search} />
        </div>
        {filter.verdict !== null && <input type="hidden" name="verdict" value={filter.verdict} />}
        <div className="mt-3">
          <Disclosure summary={list.filters}>
            <div className="grid grid-cols-2 items-end gap-x-3 gap-y-3 sm:gap-x-5 lg:grid-cols-4">
              {kinds.map((kind) => (
                <ChoiceField
                  key={kind}
                  name={kind}
                  label={list.filterKinds[kind]}
                  any={list.any}
                  value={filter[kind]}
                  choices={choices[kind]}
                />
              ))}
              {(["from", "to"] as const).map((end) => (
                <Labelled key={end} label={list.filterKinds[end]}>
                  <input type="date" name={end} defaultValue={filter[end] ?? ""} className="control" />
                </Labelled>
              ))}
              {filter.search !== "" && (
                <Labelled label={list.order}>
                  <select
                    name="sort"
                    defaultValue={filter.order === "date" ? "date" : ""}
                    className="control"
                  >
                    <option value="">{list.orders.relevance}</option>
                    <option value="date">{list.orders.date}</option>
                  </select>
                </Labelled>
              )}
            </div>
            <p className="mt-3 max-w-[62ch] text-sm text-muted">{list.syntax}</p>
          </Disclosure>
        </div>
      </form>
    </search>
  );
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what stands inside
    <label className="grid min-w-0 gap-1 text-sm text-muted">
      {label}
      {children}
    </label>
  );
}

type FieldProps = {
  name: string;
  label: string;
  any: string;
  value: string | null;
  choices: readonly Choice[];
};

/** A choice that no claim has any more stays: the filter is in force all the same. */
function ChoiceField({ name, label, any, value, choices }: FieldProps) {
  const isThere = value === null || choices.some((choice) => choice.value === value);
  return (
    <Labelled label={label}>
      <select name={name} defaultValue={value ?? ""} className="control">
        <option value="">{any}</option>
        {!isThere && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {choice.count === null ? choice.name : `${choice.name} (${choice.count})`}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Verdicts as links that keep all else; only those that have claims. */
export function VerdictFilter({ words, filter, choices }: Props) {
  const { list } = words.publicSite;
  if (filter.verdict === null && choices.verdict.length === 0) return null;
  return (
    <nav aria-label={list.verdict} className="mt-5 flex flex-wrap gap-2">
      <FilterLink href={listAddress({ ...filter, verdict: null })} isCurrent={filter.verdict === null}>
        {list.all}
      </FilterLink>
      {TONES.map((tone) => {
        const choice = choices.verdict.find(({ value }) => value === tone);
        return (
          choice && (
            <FilterLink
              key={tone}
              href={listAddress({ ...filter, verdict: tone })}
              isCurrent={filter.verdict === tone}
            >
              <ToneIcon tone={tone} />
              <span lang={choice.lang}>{choice.name}</span>
              {choice.count !== null && <span className="tabular-nums">{choice.count}</span>}
            </FilterLink>
          )
        );
      })}
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
      className={`inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm font-medium no-underline pointer-coarse:min-h-11 ${look}`}
    >
      {props.children}
    </Link>
  );
}

/** What narrows the list down, each with a link to the list without it. */
export function ActiveFilters({ words, filter, choices, format }: Props & { format: Format }) {
  const { list } = words.publicSite;
  const parts = [
    ...FILTER_KINDS.flatMap((kind) => {
      const value = filter[kind];
      return value === null ? [] : [{ kind, ...namedOf(choices[kind], value) }];
    }),
    ...(["from", "to"] as const).flatMap((kind) => {
      const day = filter[kind];
      return day === null ? [] : [{ kind, name: format.shortDay(day), lang: undefined }];
    }),
  ];
  if (parts.length === 0) return null;
  return (
    <ul aria-label={list.active} className="mt-4 flex flex-wrap gap-2">
      {parts.map(({ kind, name, lang }) => (
        <li key={kind} className="max-w-full">
          <Link
            href={listAddress({ ...filter, [kind]: null })}
            className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-md bg-chip px-2.5 py-1 text-sm no-underline hover:bg-hover pointer-coarse:min-h-11"
          >
            <span className="sr-only">{list.remove} </span>
            <span className="min-w-0 wrap-anywhere">
              <Filled
                template={list.part}
                values={{ kind: list.filterKinds[kind], value: <span lang={lang}>{name}</span> }}
              />
            </span>
            <X aria-hidden className="size-3.5 shrink-0 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function namedOf(choices: readonly Choice[], value: string): Pick<Choice, "name" | "lang"> {
  return choices.find((choice) => choice.value === value) ?? { name: value };
}
