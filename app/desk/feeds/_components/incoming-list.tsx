import Link from "next/link";
import type { Incoming } from "#lib/feeds/queries.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";

/** Articles from feeds that wait to be looked at, newest first. */
export function IncomingList({
  incoming,
  words,
  format,
}: {
  incoming: readonly Incoming[];
  words: Words;
  format: Format;
}) {
  const texts = words.connections.feeds;
  return (
    <ul aria-labelledby="incoming" className="divide-y divide-line border-y border-line">
      {incoming.map(({ id, title, state, feed, createdAt }) => (
        <li key={id} className="min-w-0 py-3">
          <Link
            href={`/desk/imports/${id}`}
            prefetch={false}
            dir="auto"
            className="block font-serif text-[1.0625rem] leading-snug text-pretty wrap-break-word underline-offset-2 hover:underline"
          >
            {title}
          </Link>
          <p className="mt-1 text-sm wrap-break-word text-muted">
            {fill(texts.from, { feed, when: format.dateTime(createdAt) })}
            {state === "failed" && <> · {texts.failed}</>}
            {(state === "waiting" || state === "fetching" || state === "reading") && <> · {texts.underWay}</>}
          </p>
        </li>
      ))}
    </ul>
  );
}
