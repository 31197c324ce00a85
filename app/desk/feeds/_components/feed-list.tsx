import { Message } from "#components/ui/message.tsx";
import type { Feed } from "#lib/feeds/queries.ts";
import { isPaused } from "#lib/feeds/rules.ts";
import type { Format } from "#lib/i18n/format.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { EditFeedForm, RemoveFeed } from "./edit-feed-form.tsx";

/** The feeds that are watched: how each is doing, and what is wanted of it. */
export function FeedList({
  feeds,
  mayEdit,
  words,
  format,
}: {
  feeds: readonly Feed[];
  mayEdit: boolean;
  words: Words;
  format: Format;
}) {
  return (
    <ul aria-labelledby="feeds" className="space-y-4">
      {feeds.map((feed) => (
        <li key={feed.id} className="min-w-0 space-y-3 rounded-lg border border-line p-4 sm:p-5">
          <div className="flex items-start gap-4">
            <div className="min-w-0 flex-1">
              <h3 className="font-semibold wrap-anywhere">
                <bdi>{feed.title ?? new URL(feed.url).host}</bdi>
              </h3>
              <p dir="ltr" className="text-sm wrap-anywhere text-muted rtl:text-end">
                {feed.url}
              </p>
            </div>
            {mayEdit && <RemoveFeed feed={feed} />}
          </div>
          <State feed={feed} words={words} format={format} />
          {mayEdit && <EditFeedForm feed={feed} />}
        </li>
      ))}
    </ul>
  );
}

function State({ feed, words, format }: { feed: Feed; words: Words; format: Format }) {
  const texts = words.connections.feeds;
  const reasons = { ...words.reasons, ...words.connections.failures };
  const last = feed.succeededAt
    ? fill(texts.lastRead, { when: format.dateTime(feed.succeededAt) })
    : texts.neverRead;
  const asked = feed.words.length > 0 && fill(texts.wants, { words: feed.words.join(words.common.comma) });
  return (
    <>
      <p className="text-sm wrap-break-word text-muted">
        {feed.isOn ? last : texts.off}
        {asked && <> · {asked}</>}
      </p>
      {feed.isOn && feed.failure && (
        <Message tone={isPaused(feed) ? "error" : "warning"} role="status">
          <p>{sentenceOf(feed.failure, { ...words, reasons }, format)}</p>
          <p>{isPaused(feed) ? texts.paused : texts.failing}</p>
        </Message>
      )}
    </>
  );
}
