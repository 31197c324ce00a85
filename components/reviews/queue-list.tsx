import { Lock } from "lucide-react";
import Link from "next/link";
import type { Conventions } from "#components/claims/conventions.ts";
import { classNames } from "#components/ui/class-names.ts";
import { fill, plural } from "#lib/i18n/words.ts";
import type { QueueItem } from "#lib/queue/queries.ts";
import { MissingParts } from "./missing-parts.tsx";
import { PlaceReasons } from "./place-reasons.tsx";

/** The claims of one view of the queue, each leading to its page; beside it, on wide screens, the chosen one opens. */
export function QueueList({
  items,
  chosenId,
  canSelect,
  ...conventions
}: { items: readonly QueueItem[]; chosenId: string | null; canSelect: boolean } & Conventions) {
  return (
    <ol
      aria-label={conventions.words.reviews.queue.listLabel}
      className="divide-y divide-line border-b border-line"
    >
      {items.map((item) => (
        <li
          key={item.claimId}
          className={classNames(
            "flex hover:bg-hover has-[input:checked]:bg-accent-tint",
            item.claimId === chosenId &&
              "wide:bg-raised wide:shadow-[inset_3px_0_var(--color-ink)] wide:rtl:shadow-[inset_-3px_0_var(--color-ink)]",
          )}
        >
          {canSelect && (
            <SelectBox
              claimId={item.claimId}
              label={fill(conventions.words.bulk.selectOne, {
                number: item.number,
                statement: item.statement,
              })}
            />
          )}
          <QueueRow item={item} isChosen={item.claimId === chosenId} {...conventions} />
        </li>
      ))}
    </ol>
  );
}

function QueueRow({
  item,
  isChosen,
  words,
  format,
  locale,
  now,
}: { item: QueueItem; isChosen: boolean } & Conventions) {
  const texts = words.reviews.queue;
  const isHigh = item.priority > 0;
  const age = format.since(item.enqueuedAt, now);
  return (
    <article className="relative grid min-w-0 flex-1 grid-cols-[0.625rem_minmax(0,1fr)_auto] gap-x-3 gap-y-1 py-3.5 ps-4 pe-4 in-[li:has(input)]:ps-1">
      <span
        role="img"
        aria-label={isHigh ? texts.high : texts.normal}
        title={isHigh ? texts.high : texts.normal}
        className={classNames("mt-2 size-2 rounded-[2px]", isHigh ? "bg-ink" : "border border-control")}
      />
      <h2 className="min-w-0 font-serif text-claim text-pretty wrap-anywhere" dir="auto">
        <Link
          href={`/desk/claims/${item.claimId}?from=queue`}
          data-claim={item.claimId}
          data-high={isHigh ? "" : undefined}
          data-mine={item.mine ? "" : undefined}
          aria-current={isChosen ? "true" : undefined}
          className="scroll-mb-32 no-underline outline-none after:absolute after:inset-0 after:-outline-offset-2 after:outline-accent focus-visible:after:outline-2"
        >
          <span className="line-clamp-4">{item.statement}</span>
        </Link>
      </h2>
      <time
        dateTime={item.enqueuedAt.toISOString()}
        title={fill(texts.waits, { when: format.dateTime(item.enqueuedAt) })}
        className="text-sm text-muted tabular-nums"
      >
        {age}
      </time>
      <p className="col-start-2 col-end-4 flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-muted">
        <span>{item.stage ? words.common.stages[item.stage] : words.common.states[item.state]}</span>
        {item.topics.length > 0 && (
          <span className="min-w-0 wrap-anywhere" dir="auto">
            {item.topics.join("\u00a0· ")}
          </span>
        )}
        {item.claimantName && (
          <span className="min-w-0 wrap-anywhere" dir="auto">
            {fill(texts.claimant, { name: item.claimantName })}
          </span>
        )}
        <span>{plural(locale, words.common.sources, item.sourceCount)}</span>
        <Holder item={item} words={words} format={format} now={now} />
      </p>
      <div className="col-start-2 col-end-4">
        <PlaceReasons reasons={item.reasons} words={words} format={format} now={now} />
        {item.missing && <MissingParts missing={item.missing} words={words} format={format} />}
      </div>
    </article>
  );
}

function SelectBox({ claimId, label }: { claimId: string; label: string }) {
  return (
    <label className="grid w-10 shrink-0 cursor-pointer justify-center pt-4.5 pointer-coarse:w-11">
      <input
        type="checkbox"
        name="claim"
        value={claimId}
        aria-label={label}
        className="size-4 scroll-mb-32 accent-accent"
      />
    </label>
  );
}

/** Who works on it, and whether the viewer never may. */
function Holder({
  item,
  words,
  format,
  now,
}: { item: QueueItem } & Pick<Conventions, "words" | "format" | "now">) {
  const texts = words.reviews.queue;
  const { lease } = item;
  const time = lease ? format.time(lease.expiresAt) : "";
  return (
    <>
      {lease && (
        <span className={item.mine ? "font-medium text-accent" : undefined}>
          {item.mine ? fill(texts.heldByYou, { time }) : fill(texts.heldBy, { name: lease.holderName, time })}
        </span>
      )}
      {item.assignee && !item.lease && (
        <span className={item.isForViewer ? "font-medium text-accent" : undefined}>
          {item.isForViewer
            ? fill(texts.keptForYou, { time: format.near(item.assignee.until, now) })
            : fill(texts.keptFor, { name: item.assignee.name, time: format.near(item.assignee.until, now) })}
        </span>
      )}
      {item.snoozedUntil && <span>{fill(texts.snoozed, { day: format.date(item.snoozedUntil) })}</span>}
      {item.barred && item.stage && (
        <span className="flex items-center gap-1">
          <Lock aria-hidden className="size-3" />
          {texts.ownClaim}
        </span>
      )}
    </>
  );
}
