import { Inbox } from "lucide-react";
import type { Metadata } from "next";
import { ClaimRows } from "#components/claims/claim-rows.tsx";
import type { Conventions } from "#components/claims/conventions.ts";
import { RepairTask } from "#components/passages/repair-task.tsx";
import { WaitingCounts } from "#components/reviews/waiting-counts.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { may } from "#lib/auth/policy.ts";
import type { ClaimListItem } from "#lib/claims/claim-card.ts";
import { loadMyWork } from "#lib/claims/loaders.ts";
import { fill } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadRepairCounts } from "#lib/passages/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.claims.work.title };
}

export default async function MyWorkPage() {
  const [work, { words, format, newsroom }] = await Promise.all([loadMyWork(), loadConventions()]);
  const { actor, drafts, returned, leased, waiting, now } = work;
  const conventions = { words, format, locale: newsroom.locale, now };
  const texts = words.claims.work;
  const isIdle = drafts.length + returned.length + leased.length === 0;
  return (
    <>
      <PageHeader
        title={texts.title}
        actions={!isIdle && <LinkButton href="/desk/articles/new">{texts.firstStep}</LinkButton>}
      />
      <div className="mx-auto grid max-w-5xl gap-10 px-4 py-6 desk:px-7 desk:py-8">
        {may(actor, "claim.correct") && <EditorsRepairs {...conventions} />}
        <WaitingCounts waiting={waiting} actor={actor} {...conventions} />
        <Part title={texts.returned} claims={returned} noteOf={whyReturned(conventions)} {...conventions} />
        <Part title={texts.leased} claims={leased} noteOf={untilWhen(conventions)} {...conventions} />
        <Part title={texts.drafts} claims={drafts} {...conventions} />
        {isIdle && (
          <EmptyState
            icon={<Inbox className="size-5" />}
            title={texts.idle}
            action={<LinkButton href="/desk/articles/new">{texts.firstStep}</LinkButton>}
          >
            {texts.newcomer}
          </EmptyState>
        )}
      </div>
    </>
  );
}

async function EditorsRepairs(conventions: Conventions) {
  const { published } = await loadRepairCounts();
  return <RepairTask count={published} {...conventions} />;
}

function Part({ title, ...rows }: { title: string } & Parameters<typeof ClaimRows>[0]) {
  if (rows.claims.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 px-3 font-semibold">{title}</h2>
      <ClaimRows {...rows} />
    </section>
  );
}

const whyReturned =
  ({ words }: Conventions) =>
  ({ returnReason }: ClaimListItem) =>
    returnReason !== null && (
      <p className="border-s-3 border-mixed ps-3 text-pretty whitespace-pre-line wrap-anywhere" dir="auto">
        {fill(words.claims.work.returnedBecause, { reason: returnReason })}
      </p>
    );

const untilWhen =
  ({ words, format, now }: Conventions) =>
  ({ lease }: ClaimListItem) =>
    lease && (
      <p className="text-sm font-medium text-accent">
        {fill(words.claims.work.until, {
          time: format.time(lease.expiresAt),
          left: format.since(lease.expiresAt, now),
        })}
      </p>
    );
