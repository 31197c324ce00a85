import { Message } from "#components/ui/message.tsx";
import type { Feed } from "#lib/feeds/queries.ts";
import { isPaused } from "#lib/feeds/rules.ts";
import type { Format } from "#lib/i18n/format.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import { EditFeedForm, RemoveFeed } from "./edit-feed-form.tsx";

/** The feeds that are watched: how each is doing, and what is wanted of it. */
export function FeedList({
  feeds,
  mayEdit,
  words,
  format,
  locale,
}: {
  feeds: readonly Feed[];
  mayEdit: boolean;
  words: Words;
  format: Format;
  locale: string;
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
          <State feed={feed} words={words} format={format} locale={locale} />
          {mayEdit && <EditFeedForm feed={feed} />}
        </li>
      ))}
    </ul>
  );
}

type StateProps = { feed: Feed; words: Words; format: Format; locale: string };

/** When it was read and will be, what came, and why nothing does. */
function State({ feed, words, format, locale }: StateProps) {
  const texts = words.connections.feeds;
  const last = feed.succeededAt
    ? fill(texts.lastRead, { when: format.dateTime(feed.succeededAt) })
    : texts.neverRead;
  const next = !isPaused(feed) && fill(texts.nextRead, { when: format.dateTime(feed.nextReadAt) });
  const asked = feed.words.length > 0 && fill(texts.wants, { words: feed.words.join(words.common.comma) });
  const { items, articles } = feed.came;
  const reasons = { ...words.reasons, ...texts.failures };
  return (
    <>
      <div className="space-y-0.5 text-sm wrap-break-word text-muted">
        <p>
          {feed.isOn ? last : texts.off}
          {feed.isOn && next && <> · {next}</>}
        </p>
        <p>
          {plural(locale, texts.came, items)}
          {items > 0 && <> · {plural(locale, texts.becameArticles, articles)}</>}
          {asked && <> · {asked}</>}
        </p>
      </div>
      {feed.isOn && feed.failure && (
        <Message tone={isPaused(feed) ? "error" : "warning"} role="status">
          <p>{sentenceOf(feed.failure, { ...words, reasons }, format)}</p>
          <p>{isPaused(feed) ? texts.paused : texts.failing}</p>
        </Message>
      )}
    </>
  );
}
