import Link from "next/link";
import { tellEvent } from "#components/audit/event-sentence.ts";
import { ChangeList } from "#components/claims/history-list.tsx";
import type { LogEvent } from "#lib/history/queries.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";

type EventListProps = {
  events: readonly LogEvent[];
  query: Readonly<Record<string, string>>;
  words: Words;
  format: Format;
  locale: string;
};

/** Events in words, each with what it belongs to. */
export function EventList({ events, query, ...telling }: EventListProps) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {events.map((event) => (
        <EventLine key={event.id} event={event} query={query} {...telling} />
      ))}
    </ol>
  );
}

type EventLineProps = Omit<EventListProps, "events"> & { event: LogEvent };

function EventLine({ event, query, ...telling }: EventLineProps) {
  const { words, format } = telling;
  const { sentence, notes, changes } = tellEvent(event, telling);
  const { article, claim, tokenName } = event;
  return (
    <li className="grid gap-x-4 py-3 sm:grid-cols-[10.5rem_minmax(0,1fr)]">
      <p className="text-sm text-muted tabular-nums">
        <time dateTime={event.at.toISOString()}>{format.dateTime(event.at)}</time>
      </p>
      <div className="min-w-0">
        <p className="text-pretty wrap-anywhere" dir="auto">
          {sentence}
          {tokenName !== null && (
            <span className="text-muted"> · {fill(words.claims.history.byToken, { name: tokenName })}</span>
          )}
        </p>
        {notes.map((note) => (
          <p
            key={note}
            className="text-sm text-pretty whitespace-pre-line text-muted wrap-anywhere"
            dir="auto"
          >
            {note}
          </p>
        ))}
        {claim && !query.claim && (
          <Place
            href={`/desk/claims/${claim.id}`}
            label={claim.statement}
            only={words.audit.only}
            onlyHref={narrowed(query, "claim", claim.id)}
          />
        )}
        {article && !query.article && (
          <Place
            href={`/desk/articles/${article.id}`}
            label={article.title}
            only={words.audit.onlyArticle}
            onlyHref={narrowed(query, "article", article.id)}
          />
        )}
        <ChangeList changes={changes} words={words} />
      </div>
    </li>
  );
}

const narrowed = (query: Readonly<Record<string, string>>, name: string, id: string) =>
  `/desk/audit?${new URLSearchParams({ ...query, [name]: id })}`;

type PlaceProps = { href: string; label: string; only: string; onlyHref: string };

/** What an event belongs to, and the way to all that was done to it. */
function Place({ href, label, only, onlyHref }: PlaceProps) {
  return (
    <p className="flex min-w-0 flex-wrap items-baseline gap-x-3 text-sm">
      <Link href={href} prefetch={false} className="min-w-0 max-w-full truncate" title={label} dir="auto">
        {label}
      </Link>
      <Link href={onlyHref} prefetch={false} className="text-muted">
        {only}
      </Link>
    </p>
  );
}
