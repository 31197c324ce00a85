import { CircleCheck, CircleDashed, CircleDot, CircleSlash, type LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Conventions } from "#components/claims/conventions.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import { fill } from "#lib/i18n/words.ts";
import { excerptOf } from "#lib/notifications/letter.ts";
import type { TipView } from "#lib/tips/loaders.ts";
import type { TipState } from "#lib/tips/values.ts";
import { TipActions } from "./tip-actions.tsx";

export type TipProps = {
  item: TipView;
  actor: Actor;
  isMailOn: boolean;
  siteUrl: string;
  contactDays: number;
} & Conventions;

const DAY = 86_400_000;

const LOOKS: Record<TipState, { icon: LucideIcon; className: string }> = {
  new: { icon: CircleDot, className: "border-accent/50 bg-accent-soft text-accent" },
  in_work: { icon: CircleDashed, className: "border-mixed/60 bg-mixed-tint/60 text-mixed" },
  done: { icon: CircleCheck, className: "border-true/40 bg-true-tint/60 text-true" },
  no_change: { icon: CircleSlash, className: "border-line-strong text-muted" },
};

/** What somebody wrote, about what, how far it is, and what can be done about it. */
export function TipCard(props: TipProps) {
  const { item, words, format, now } = props;
  const texts = words.tips;
  const titleId = `tip-${item.id}-title`;
  const { icon: Icon, className } = LOOKS[item.state];
  return (
    <article
      id={`tip-${item.id}`}
      tabIndex={-1}
      aria-labelledby={titleId}
      className="min-w-0 scroll-my-20 rounded-lg border border-line bg-raised px-4 py-4 target:border-accent sm:px-5"
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
        <span
          className={classNames(
            "inline-flex items-center gap-1.5 rounded-full border-[1.5px] py-1 ps-1.5 pe-2.5 text-xs leading-none font-semibold",
            className,
          )}
        >
          <Icon aria-hidden className="size-3.5 shrink-0" />
          {texts.states[item.state]}
        </span>
        <time dateTime={item.createdAt.toISOString()} title={format.dateTime(item.createdAt)}>
          {fill(texts.received, { when: format.since(item.createdAt, now) })}
        </time>
      </p>
      <h2 id={titleId} className="mt-2.5 font-semibold text-pretty">
        {texts.kinds[item.kind]}
        {item.problem && `: ${texts.forms.problems[item.problem]}`}
      </h2>
      <AboutClaim {...props} />
      <Words
        words={item.words}
        readAll={texts.readAll}
        className="mt-3 border-s-3 border-line-strong ps-4 font-serif text-[1.0625rem]/relaxed"
      />
      <Facts {...props} />
      <Progress {...props} />
      <TipActions {...props} />
    </article>
  );
}

function AboutClaim({ item: { claim, kind }, words }: TipProps) {
  const texts = words.tips;
  if (claim === null) return null;
  return (
    <p className="mt-1 text-pretty wrap-anywhere">
      <span className="text-sm text-muted">
        {fill(kind === "error" ? texts.onClaim : texts.becameClaim, { number: claim.number })}:{" "}
      </span>
      <Link
        href={`/desk/claims/${claim.id}`}
        data-claim={claim.id}
        prefetch={false}
        className="font-serif"
        dir="auto"
      >
        {claim.statement}
      </Link>
      {claim.slug && (
        <>
          {" "}
          <a href={`/claims/${encodeURIComponent(claim.slug)}`} className="text-sm">
            {texts.publicPage}
          </a>
        </>
      )}
    </p>
  );
}

/** Who said it, when, where, and where an answer goes. */
function Facts({ item, words, format, contactDays }: TipProps) {
  const texts = words.tips;
  const { claimantName, saidOn, link, email, hasAddress, erasedAt, createdAt } = item;
  const said = [
    claimantName && fill(texts.saidBy, { name: claimantName }),
    saidOn && fill(texts.saidOn, { day: format.day(saidOn) }),
  ].filter(Boolean);
  return (
    <div className="mt-3 grid gap-1.5 text-sm">
      {said.length > 0 && (
        <p className="wrap-anywhere" dir="auto">
          {said.join(words.common.comma)}
        </p>
      )}
      {link && (
        <p className="wrap-anywhere">
          {texts.link}:{" "}
          <OutsideLink href={link} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">
            {link}
          </OutsideLink>
        </p>
      )}
      <p className="text-muted wrap-anywhere">
        {email ? (
          <>
            {texts.email}{" "}
            <span dir="ltr" className="font-medium text-ink select-all">
              {email}
            </span>
            . {fill(texts.emailKept, { day: format.date(new Date(createdAt.getTime() + contactDays * DAY)) })}
          </>
        ) : hasAddress ? (
          texts.emailHidden
        ) : erasedAt ? (
          fill(texts.emailErased, { day: format.date(erasedAt) })
        ) : (
          texts.emailNone
        )}
      </p>
    </div>
  );
}

/** Who has it in hand, what came of it, what was answered. */
function Progress({ item, words, format, now }: TipProps) {
  const texts = words.tips;
  const { state, takenBy, settled, answer } = item;
  if (!takenBy && !settled && !answer) return null;
  return (
    <div className="mt-3 grid gap-2 border-t border-line pt-3 text-sm">
      {state === "in_work" && takenBy && (
        <p>{fill(texts.inHand, { name: takenBy.name, when: format.since(takenBy.at, now) })}</p>
      )}
      {settled && (state === "done" || state === "no_change") && (
        <Said
          line={fill(texts.settled[state], { name: settled.name, when: format.since(settled.at, now) })}
          words={settled.reason}
          readAll={texts.readAll}
        />
      )}
      {answer && (
        <Said
          line={fill(texts.answered[mailStateOf(item)], {
            name: answer.name,
            when: format.since(answer.mailedAt ?? answer.at, now),
          })}
          words={answer.text}
          readAll={texts.readAll}
        />
      )}
    </div>
  );
}

function Said({ line, words, readAll }: { line: string; words: string | null; readAll: string }): ReactNode {
  return (
    <div>
      <p>{line}</p>
      {words && (
        <Words words={words} readAll={readAll} className="mt-1 border-s-3 border-line ps-3 text-muted" />
      )}
    </div>
  );
}

/** What of somebody's words is seen at once: in UTF-16 code units, and lines. */
const SHOWN = { length: 1_000, lines: 12 };

/** Somebody's words as they wrote them; the whole of long ones unfolds. */
function Words({ words, readAll, className }: { words: string; readAll: string; className: string }) {
  const shown = excerptOf(words.split("\n").slice(0, SHOWN.lines).join("\n"), SHOWN.length);
  const look = classNames("whitespace-pre-line wrap-anywhere", className);
  if (shown === words) {
    return (
      <blockquote dir="auto" className={look}>
        {words}
      </blockquote>
    );
  }
  return (
    <>
      <blockquote dir="auto" className={look}>
        {shown.endsWith("…") ? shown : `${shown}…`}
      </blockquote>
      <Disclosure summary={readAll}>
        <blockquote dir="auto" className={look}>
          {words}
        </blockquote>
      </Disclosure>
    </>
  );
}

function mailStateOf({ answer }: TipView): "mailed" | "waiting" | "failed" | "byHand" {
  if (answer?.mailedAt) return "mailed";
  if (answer?.failedAt) return "failed";
  return answer?.byMail ? "waiting" : "byHand";
}
