import Link from "next/link";
import type { ReactNode } from "react";
import { MissingParts } from "#components/reviews/missing-parts.tsx";
import { isLive } from "#lib/claims/rules.ts";
import type { WorkPart } from "#lib/claims/values.ts";
import type { Work, WorkGroup, WorkItem } from "#lib/claims/work.ts";
import { fill, plural } from "#lib/i18n/words.ts";
import { ClaimRows } from "./claim-rows.tsx";
import type { Conventions } from "./conventions.ts";

/** What a part of the work says of each claim, and where the rest of it is listed. */
type Part = { title: string; list: string; noteOf: (claim: WorkItem) => ReactNode };

const MINE = "/desk/claims?author=me";

/** One member's work, part by part: how much there is, how each claim stands and the one step that comes next. */
export function WorkParts({ work, ...conventions }: { work: Work } & Conventions) {
  const { words } = conventions;
  const { todo, ...texts } = words.claims.work;
  const parts: Record<WorkPart, Part> = {
    returned: {
      title: texts.returned,
      list: `${MINE}&state=draft`,
      noteOf: (claim) => (
        <>
          <Returned claim={claim} {...conventions} />
          <Next words={words} href={pageOf(claim)}>
            {todo.mend}
          </Next>
        </>
      ),
    },
    leased: {
      title: texts.leased,
      list: "/desk/queue?view=mine",
      noteOf: (claim) => <Until claim={claim} {...conventions} />,
    },
    drafts: {
      title: texts.drafts,
      list: `${MINE}&state=draft`,
      noteOf: (claim) => <DraftNext claim={claim} {...conventions} />,
    },
    waiting: {
      title: texts.inReview,
      list: `${MINE}&state=with_reviewers`,
      noteOf: (claim) => <Waits claim={claim} {...conventions} />,
    },
    ready: {
      title: texts.ready,
      list: `${MINE}&state=ready`,
      noteOf: (claim) => (
        <>
          <Stands what={texts.stands.ready} claim={claim} {...conventions} />
          {claim.missing.length === 0 ? (
            <Next words={words}>{todo.publish}</Next>
          ) : (
            <>
              <MissingParts missing={claim.missing} words={words} format={conventions.format} />
              <Next words={words}>{todo.settle}</Next>
            </>
          )}
        </>
      ),
    },
    published: {
      title: texts.published,
      list: `${MINE}&state=published`,
      noteOf: (claim) => <Out claim={claim} {...conventions} />,
    },
    dismissed: {
      title: texts.dismissed,
      list: `${MINE}&state=dismissed`,
      noteOf: (claim) => <PutAside claim={claim} {...conventions} />,
    },
  };
  return Object.entries(parts).map(([key, part]) => (
    <WorkSection key={key} {...part} group={work[key as WorkPart]} {...conventions} />
  ));
}

function WorkSection({
  title,
  list,
  noteOf,
  group,
  ...conventions
}: Part & { group: WorkGroup } & Conventions) {
  const { words, format, locale } = conventions;
  const { items, count } = group;
  if (count === 0) return null;
  return (
    <section>
      <h2 className="mb-2 flex items-baseline gap-2 px-3 font-semibold">
        {title}
        <span className="font-medium text-muted tabular-nums">{format.number(count)}</span>
      </h2>
      <ClaimRows claims={items} noteOf={noteOf} {...conventions} />
      {count > items.length && (
        <p className="px-3 pt-3">
          <Link href={list} className="font-medium">
            {plural(locale, words.claims.work.all, count)}
          </Link>
        </p>
      )}
    </section>
  );
}

type NoteProps = { claim: WorkItem } & Conventions;

/** The one thing to do now; a link where the member does it. */
function Next({ href, words, children }: { href?: string; children: string } & Pick<Conventions, "words">) {
  return (
    <p className="text-sm">
      <span className="text-muted">{words.claims.work.next} </span>
      {href === undefined ? (
        <span>{children}</span>
      ) : (
        // Above the row's own link, which covers all of it.
        <Link href={href} className="tap relative font-medium">
          {children}
        </Link>
      )}
    </p>
  );
}

function Stands({ what, claim, words, format, now }: { what: string } & NoteProps) {
  const when = format.near(claim.since, now);
  return <p className="text-sm">{fill(words.claims.work.since, { what, when })}</p>;
}

function Returned({ claim: { returnReason }, words }: NoteProps) {
  if (returnReason === null) return null;
  return (
    <p
      className="line-clamp-4 border-s-3 border-mixed ps-3 text-pretty whitespace-pre-line wrap-anywhere"
      dir="auto"
    >
      {fill(words.claims.work.returnedBecause, { reason: returnReason })}
    </p>
  );
}

function Until({ claim: { lease }, words, format, now }: NoteProps) {
  if (lease === null) return null;
  return (
    <p className="text-sm font-medium text-accent">
      {fill(words.claims.work.until, {
        time: format.time(lease.expiresAt),
        left: format.since(lease.expiresAt, now),
      })}
    </p>
  );
}

function DraftNext({ claim, words }: NoteProps) {
  const { todo } = words.claims.work;
  if (claim.passages.length === 0)
    return (
      <Next words={words} href={`/desk/articles/${claim.article.id}`}>
        {todo.passage}
      </Next>
    );
  const [href, step] =
    claim.sourceCount === 0 ? [`${pageOf(claim)}#attach`, todo.evidence] : [pageOf(claim), todo.submit];
  return (
    <Next words={words} href={href}>
      {step}
    </Next>
  );
}

function Waits(props: NoteProps) {
  const { claim, words, now } = props;
  const { stands, todo } = words.claims.work;
  const stage = claim.stage ?? "first";
  const isHeld = claim.lease !== null && isLive(claim.lease, now);
  const what = isHeld ? fill(stands.held, { stage: words.common.stages[stage] }) : stands[stage];
  return (
    <div className="flex flex-wrap gap-x-4">
      <Stands what={what} {...props} />
      {stage === "first" && !isHeld && (
        <Link href={pageOf(claim)} className="tap relative text-sm font-medium">
          {todo.recall}
        </Link>
      )}
    </div>
  );
}

function Out(props: NoteProps) {
  const { claim, words, format, now } = props;
  const { stands, todo, on } = words.claims.work;
  const what = claim.state === "withdrawn" ? stands.withdrawn : stands.published;
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      <span>{fill(on, { what, when: format.near(claim.since, now) })}</span>
      {claim.publicSlug !== null && (
        <Link href={`/claims/${claim.publicSlug}`} className="tap relative font-medium">
          {todo.public}
        </Link>
      )}
    </p>
  );
}

function PutAside({ claim, words }: NoteProps) {
  return (
    <>
      {claim.dismissal && (
        <p className="line-clamp-4 text-sm text-pretty whitespace-pre-line wrap-anywhere" dir="auto">
          {fill(words.claims.dismiss.because, {
            ground: words.common.dismissalGrounds[claim.dismissal.ground],
            reason: claim.dismissal.reason,
          })}
        </p>
      )}
      <Next words={words} href={pageOf(claim)}>
        {words.claims.work.todo.reopen}
      </Next>
    </>
  );
}

const pageOf = ({ id }: WorkItem) => `/desk/claims/${id}`;
