import type { HistoryEvent } from "#lib/audit/queries.ts";
import { fill } from "#lib/i18n/words.ts";
import type { Conventions } from "./conventions.ts";
import { type ToldChange, tell } from "./history-sentence.ts";

/** What happened to the claim, newest first. */
export function HistoryList({ history, ...conventions }: { history: readonly HistoryEvent[] } & Conventions) {
  const { words, format } = conventions;
  if (history.length === 0) return <p className="text-muted">{words.claims.history.empty}</p>;
  return (
    <ol className="max-w-3xl border-s border-line-strong">
      {history.map((event) => {
        const told = tell(event, conventions);
        if (told === null) return null;
        return (
          <li
            key={event.id}
            className="relative ps-5 pb-6 before:absolute before:-start-[0.3125rem] before:top-1.5 before:size-2.5 before:rounded-full before:border-2 before:border-paper before:bg-faint"
          >
            <p className="text-sm text-muted tabular-nums">
              <time dateTime={event.at.toISOString()}>{format.dateTime(event.at)}</time>
              {event.tokenName !== null && (
                <span className="wrap-anywhere" dir="auto">
                  {" · "}
                  {fill(words.claims.history.byToken, { name: event.tokenName })}
                </span>
              )}
            </p>
            <p className="text-pretty wrap-anywhere" dir="auto">
              {told.sentence}
            </p>
            {told.notes.map((note) => (
              <p
                key={note}
                className="mt-1 text-pretty whitespace-pre-line text-muted wrap-anywhere"
                dir="auto"
              >
                {note}
              </p>
            ))}
            <ChangeList changes={told.changes} words={words} />
          </li>
        );
      })}
    </ol>
  );
}

/** What an edit changed, before and after. */
export function ChangeList({
  changes,
  words,
}: { changes: readonly ToldChange[] } & Pick<Conventions, "words">) {
  if (changes.length === 0) return null;
  return (
    <dl className="mt-2 grid gap-2 rounded-md border border-line bg-raised px-3 py-2 text-sm">
      {changes.map(({ field, from, to }) => (
        <div key={field}>
          <dt className="font-medium text-muted">{field}</dt>
          {from !== null && (
            <dd className="wrap-anywhere" dir="auto">
              <span className="sr-only">{words.claims.history.from} </span>
              <del className="text-muted">{from}</del>
            </dd>
          )}
          <dd className="wrap-anywhere" dir="auto">
            <span className="sr-only">{words.claims.history.to} </span>
            <ins className="no-underline">{to ?? words.claims.history.nothing}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
