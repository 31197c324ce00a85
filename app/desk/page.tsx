import { FileWarning, Inbox, Unlink } from "lucide-react";
import type { Metadata } from "next";
import type { Conventions } from "#components/claims/conventions.ts";
import { EditorTask } from "#components/claims/editor-task.tsx";
import { WorkParts } from "#components/claims/work-parts.tsx";
import { WaitingCounts } from "#components/reviews/waiting-counts.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { may } from "#lib/auth/policy.ts";
import { loadMyWork } from "#lib/claims/loaders.ts";
import { WORK_PARTS } from "#lib/claims/values.ts";
import { plural } from "#lib/i18n/words.ts";
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
        {may(actor, "claim.correct") && <EditorsTasks {...conventions} />}
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

/** What published claims wait for: their article changed under them, or a page they cite did. */
async function EditorsTasks({ words, format, locale }: Conventions) {
  const [repairs, tasks] = await Promise.all([loadRepairCounts(), loadTaskCounts()]);
  const { work } = words.claims;
  const { task } = words.watch;
  return (
    <>
      <EditorTask
        title={work.repairs}
        href="/desk/repairs"
        icon={<Unlink />}
        count={repairs.published}
        text={plural(locale, work.repairsPublished, repairs.published)}
        format={format}
      />
      <EditorTask
        title={task.title}
        href="/desk/source-tasks?claims=published"
        icon={<FileWarning />}
        count={tasks.published}
        text={plural(locale, task.published, tasks.published)}
        format={format}
      />
    </>
  );
}
