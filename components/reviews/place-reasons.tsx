import { ArrowUp, CalendarClock, ClockAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Conventions } from "#components/claims/conventions.ts";
import { fill } from "#lib/i18n/words.ts";
import type { QueueItem } from "#lib/queue/queries.ts";

type Said = Pick<Conventions, "words" | "format" | "now">;

/** Why a claim stands where it stands in line, said one after the other. */
export function PlaceReasons({ reasons, ...said }: Pick<QueueItem, "reasons"> & Said) {
  if (reasons.length === 0) return null;
  return (
    <ul
      aria-label={said.words.reviews.queue.reasons.label}
      className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm"
    >
      {reasons.map((reason) => (
        <Reason key={reason.kind === "worth" ? reason.worth : reason.kind} reason={reason} {...said} />
      ))}
    </ul>
  );
}

function Reason({ reason, words, format, now }: { reason: QueueItem["reasons"][number] } & Said) {
  const texts = words.reviews.queue.reasons;
  if (reason.kind === "worth") return <Line>{words.suggestions.reasons[reason.worth]}</Line>;
  if (reason.kind === "wide") return <Line>{texts.wide}</Line>;
  if (reason.kind === "high") {
    return (
      <Line icon={<ArrowUp aria-hidden className="size-3.5" />} tone="font-medium text-ink">
        {reason.by === null ? texts.high : fill(texts.highBy, { name: reason.by })}
      </Line>
    );
  }
  const Icon = reason.isOver ? ClockAlert : CalendarClock;
  const sentence = texts[reason.kind][reason.isOver ? "over" : "ahead"];
  return (
    <Line
      icon={<Icon aria-hidden className="size-3.5" />}
      tone={reason.isOver ? "font-medium text-false" : "font-medium text-ink"}
    >
      {fill(sentence, { when: format.near(reason.at, now) })}
    </Line>
  );
}

function Line({
  icon,
  tone = "text-muted",
  children,
}: {
  icon?: ReactNode;
  tone?: string;
  children: ReactNode;
}) {
  return (
    <li className={`flex min-w-0 items-center gap-1 wrap-anywhere ${tone}`}>
      {icon}
      <span>{children}</span>
    </li>
  );
}
