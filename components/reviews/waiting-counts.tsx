import Link from "next/link";
import type { Conventions } from "#components/claims/conventions.ts";
import { type Actor, may } from "#lib/auth/policy.ts";
import { TakeNext } from "./take-next.tsx";

type Waiting = Record<"first" | "second" | "adjudication" | "ready", number>;

/** What waits in the queue for this member, each number leading there. Nothing for those who do not review. */
export function WaitingCounts({
  waiting,
  actor,
  words,
  format,
}: { waiting: Waiting; actor: Actor } & Pick<Conventions, "words" | "format">) {
  if (!may(actor, "review.take")) return null;
  const texts = words.claims.work;
  const counts = [
    { view: "next", count: waiting.first, label: texts.waitingFirst },
    { view: "second", count: waiting.second, label: texts.waitingSecond },
    { view: "adjudication", count: waiting.adjudication, label: texts.waitingAdjudication },
    ...(may(actor, "claim.publish")
      ? [{ view: "ready", count: waiting.ready, label: texts.waitingReady }]
      : []),
  ];
  return (
    <section>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold">{texts.waiting}</h2>
        <TakeNext />
      </div>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
        {counts.map(({ view, count, label }) => (
          <li key={view}>
            <Link
              href={`/desk/queue?view=${view}`}
              className="grid gap-0.5 rounded-lg border border-line bg-raised px-4 py-3 no-underline transition-colors hover:border-line-strong hover:bg-sunken"
            >
              <span className="font-serif text-2xl font-semibold tabular-nums">{format.number(count)}</span>
              <span className="text-sm text-muted">{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
