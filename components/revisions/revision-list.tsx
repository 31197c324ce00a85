import { FileUp, Globe, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Chip } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { RevisionListItem } from "#lib/revisions/queries.ts";
import { OutcomeCounts } from "./outcome.tsx";

type Conventions = { words: Words; format: Format; locale: string };

/** An article's texts, newest first. */
export function RevisionList({
  articleId,
  revisions,
  ...conventions
}: Conventions & { articleId: string; revisions: readonly RevisionListItem[] }) {
  const { list } = conventions.words.revisions;
  const isCutOff = (revisions.at(-1)?.number ?? 1) > 1;
  return (
    <div className="grid gap-4">
      <ol reversed className="divide-y divide-line border-y border-line">
        {revisions.map((revision, index) => (
          <RevisionRow
            key={revision.id}
            articleId={articleId}
            revision={revision}
            older={revisions[index + 1] ?? null}
            isNewest={index === 0}
            {...conventions}
          />
        ))}
      </ol>
      {revisions.length === 1 && <p className="text-muted">{list.only}</p>}
      {isCutOff && <p className="text-muted">{list.older}</p>}
    </div>
  );
}

type RowProps = Conventions & {
  articleId: string;
  revision: RevisionListItem;
  older: RevisionListItem | null;
  isNewest: boolean;
};

function RevisionRow({ articleId, revision, older, isNewest, words, format, locale }: RowProps) {
  const { list } = words.revisions;
  const { number, createdAt, createdByName, fetchedFrom } = revision;
  const href = `/desk/articles/${articleId}/revisions/${number}`;
  const name = fill(list.revision, { number });
  return (
    <li className="grid items-start gap-x-6 gap-y-3 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-1.5">
        <h3 className="flex flex-wrap items-center gap-x-2.5 text-lg font-semibold">
          {number > 1 ? (
            <Link href={href} className="no-underline hover:underline">
              {name}
            </Link>
          ) : (
            name
          )}
          {isNewest && <Chip>{list.newest}</Chip>}
        </h3>
        <p className="text-sm text-pretty text-muted">
          <time dateTime={createdAt.toISOString()}>{format.dateTime(createdAt)}</time>,{" "}
          <bdi>{createdByName === null ? list.byItself : fill(list.by, { name: createdByName })}</bdi>
        </p>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
          <Fact icon={fetchedFrom === null ? <FileUp /> : <Globe />}>
            {fetchedFrom === null ? list.handedIn : fill(list.fetchedFrom, { host: hostOf(fetchedFrom) })}
          </Fact>
          <li className="tabular-nums">
            {plural(locale, list.length, revision.length)}
            {older && ` (${lengthChange(revision.length - older.length, { words, locale })})`}
          </li>
        </ul>
        {number > 1 && <Outcomes revision={revision} isNewest={isNewest} words={words} locale={locale} />}
      </div>
      {number > 1 && (
        <LinkButton href={href} size="sm" className="justify-self-start">
          {fill(list.compare, { number: number - 1 })}
        </LinkButton>
      )}
    </li>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex min-w-0 items-center gap-1.5 [&>svg]:size-3.5 [&>svg]:shrink-0">
      {icon}
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </li>
  );
}

/** What the claims went through when this text came. In the newest, what is open waits still. */
function Outcomes({
  revision: { outcomes, openCount },
  isNewest,
  words,
  locale,
}: Pick<RowProps, "revision" | "isNewest" | "words" | "locale">) {
  const { list } = words.revisions;
  if (Object.keys(outcomes).length === 0) return <p className="text-sm text-muted">{list.noPassages}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pt-1">
      <OutcomeCounts counts={outcomes} words={words} />
      {openCount > 0 && (
        <span className={`flex items-center gap-1.5 text-sm ${isNewest ? "text-mixed" : "text-muted"}`}>
          <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
          {plural(locale, list.open, openCount)}
        </span>
      )}
    </div>
  );
}

function lengthChange(by: number, { words, locale }: Pick<Conventions, "words" | "locale">): string {
  const { longer, shorter, sameLength } = words.revisions.list;
  if (by === 0) return sameLength;
  return plural(locale, by > 0 ? longer : shorter, Math.abs(by));
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
