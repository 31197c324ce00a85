import { FileCheck, Paperclip } from "lucide-react";
import Link from "next/link";
import type { Conventions } from "#components/claims/conventions.ts";
import { Chip } from "#components/ui/badge.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import type { SourceListItem } from "#lib/sources/queries.ts";
import { ConfidentialChip } from "./confidential-chip.tsx";

type Props = Omit<Conventions, "now">;

/** Sources as a list: each leads to its page. */
export function SourceRows({ sources, ...conventions }: { sources: readonly SourceListItem[] } & Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {sources.map((source) => (
        <SourceRow key={source.id} source={source} {...conventions} />
      ))}
    </ul>
  );
}

function SourceRow({ source, words, format, locale }: { source: SourceListItem } & Props) {
  const texts = words.sources.list;
  const { publisher, url, author, publishedOn, kind, visibility, hasCopy, form, useCount } = source;
  const host = url === null ? null : new URL(url).hostname;
  return (
    <li className="relative grid gap-x-6 gap-y-2 px-3 py-3.5 hover:bg-hover sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-1">
        <h3 className="font-medium text-pretty wrap-anywhere" dir="auto">
          <Link
            href={`/desk/sources/${source.id}`}
            className="no-underline outline-none after:absolute after:inset-0 after:-outline-offset-2 after:outline-accent focus-visible:after:outline-2"
          >
            {source.title}
          </Link>
        </h3>
        <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-muted">
          {publisher && <bdi className="min-w-0 wrap-anywhere">{publisher}</bdi>}
          {host && host !== publisher && <span className="min-w-0 wrap-anywhere">{host}</span>}
          {author && <bdi className="min-w-0 wrap-anywhere">{author}</bdi>}
          {publishedOn && (
            <span>{fill(words.claims.evidence.published, { day: format.day(publishedOn) })}</span>
          )}
        </p>
      </div>
      <p className="flex flex-wrap items-center gap-1.5 text-sm text-muted tabular-nums sm:justify-end">
        <Chip>{words.common.sourceKinds[kind]}</Chip>
        <ConfidentialChip visibility={visibility} words={words} />
        {form !== null && (
          <Chip icon={<Paperclip aria-hidden className="size-3 shrink-0" />}>
            {words.sources.document.forms[form]}
          </Chip>
        )}
        {hasCopy && form === null && (
          <Chip icon={<FileCheck aria-hidden className="size-3 shrink-0" />}>{words.sources.copy.kept}</Chip>
        )}
        <span className="ms-1">{plural(locale, texts.uses, useCount)}</span>
      </p>
    </li>
  );
}
