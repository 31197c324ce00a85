import { Inbox } from "lucide-react";
import type { Metadata } from "next";
import type { Conventions } from "#components/claims/conventions.ts";
import { WorkParts } from "#components/claims/work-parts.tsx";
import { RepairTask } from "#components/passages/repair-task.tsx";
import { WaitingCounts } from "#components/reviews/waiting-counts.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TasksOfPublished } from "#components/watch/tasks-of-published.tsx";
import { may } from "#lib/auth/policy.ts";
import { loadMyWork } from "#lib/claims/loaders.ts";
import { WORK_PARTS } from "#lib/claims/values.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadRepairCounts } from "#lib/passages/loaders.ts";
import { loadTaskCounts } from "#lib/watch/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.claims.work.title };
}

export default async function MyWorkPage() {
  const [mine, { words, format, newsroom }] = await Promise.all([loadMyWork(), loadConventions()]);
  const { actor, work, waiting, now } = mine;
  const conventions = { words, format, locale: newsroom.locale, now };
  const texts = words.claims.work;
  const isIdle = WORK_PARTS.every((part) => work[part].count === 0);
  return (
    <>
      <PageHeader
        title={texts.title}
        actions={!isIdle && <LinkButton href="/desk/articles/new">{texts.firstStep}</LinkButton>}
      />
      <div className="mx-auto grid max-w-5xl gap-10 px-4 py-6 desk:px-7 desk:py-8">
        {may(actor, "claim.correct") && <EditorsRepairs {...conventions} />}
        <WaitingCounts waiting={waiting} actor={actor} {...conventions} />
        <WorkParts work={work} {...conventions} />
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
  const [repairs, tasks] = await Promise.all([loadRepairCounts(), loadTaskCounts()]);
  return (
    <>
      <RepairTask count={repairs.published} {...conventions} />
      <TasksOfPublished count={tasks.published} {...conventions} />
    </>
  );
}
