import { FileWarning, KeyRound, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { Avatar } from "#components/ui/avatar.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Format } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/words.ts";
import { excerptOf, pathOf, placeOf, sentenceOf } from "#lib/notifications/letter.ts";
import type { NotificationItem } from "#lib/notifications/queries.ts";
import { isAccountNews } from "#lib/notifications/rules.ts";
import { ReadOne } from "./read-forms.tsx";

/** In UTF-16 code units: two lines. */
const EXCERPT = 200;

type Conventions = { words: Words; format: Format; now: Date };

/** What a member was told, newest first. Each leads to its place. */
export function NotificationList({
  items,
  ...conventions
}: { items: readonly NotificationItem[] } & Conventions) {
  return (
    <ol
      aria-label={conventions.words.notifications.list}
      className="mt-4 divide-y divide-line border-y border-line"
    >
      {items.map((item) => (
        <li key={item.id}>
          <Row item={item} {...conventions} />
        </li>
      ))}
    </ol>
  );
}

/** In the place of a person, of what nobody did. */
function ByItself({ icon: Icon }: { icon: LucideIcon }) {
  return (
    <span
      aria-hidden
      className="inline-grid size-7 shrink-0 place-items-center rounded-full bg-hover text-muted"
    >
      <Icon className="size-4" />
    </span>
  );
}

function Who({ item, words }: { item: NotificationItem; words: Words }) {
  if (item.kind === "source_task") return <ByItself icon={FileWarning} />;
  if (isAccountNews(item.kind) && item.actorName === null) return <ByItself icon={KeyRound} />;
  return <Avatar name={item.actorName ?? words.tips.reader} />;
}

function Row({ item, words, format, now }: { item: NotificationItem } & Conventions) {
  const isUnread = item.readAt === null;
  const sentence = sentenceOf(item, words);
  return (
    <div className="relative flex items-start gap-3 px-2 py-3 hover:bg-hover">
      <span
        aria-hidden
        className={classNames(
          "mt-2 size-2 shrink-0 rounded-full",
          isUnread && "bg-accent forced-colors:border",
        )}
      />
      <Who item={item} words={words} />
      <div className="min-w-0 flex-1">
        <p className="text-pretty wrap-anywhere">
          {/* The link's own box is the whole row. */}
          <Link
            href={pathOf(item)}
            className={classNames("no-underline before:absolute before:inset-0", isUnread && "font-semibold")}
          >
            {sentence}
            {isUnread && <span className="sr-only"> ({words.notifications.unread})</span>}
          </Link>
        </p>
        {item.comment && (
          <p className="mt-0.5 line-clamp-2 wrap-anywhere" dir="auto">
            {excerptOf(item.comment.words, EXCERPT)}
          </p>
        )}
        <p className="mt-0.5 text-sm wrap-anywhere text-muted" dir="auto">
          {placeOf(item, words)}
        </p>
        <p className="text-xs text-muted">
          <time dateTime={item.createdAt.toISOString()} title={format.dateTime(item.createdAt)}>
            {format.since(item.createdAt, now)}
          </time>
        </p>
      </div>
      {isUnread && (
        <div className="relative">
          <ReadOne id={item.id} about={sentence} />
        </div>
      )}
    </div>
  );
}
