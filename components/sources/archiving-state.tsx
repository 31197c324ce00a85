import { Archive, ArchiveRestore, Clock, type LucideIcon, TriangleAlert } from "lucide-react";
import type { Conventions } from "#components/claims/conventions.ts";
import { ActionForm } from "#components/forms/action-form.tsx";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { archiveCopyAction } from "#lib/archives/actions.ts";
import type { Archiving } from "#lib/archives/queries.ts";
import type { ArchivingState as State } from "#lib/archives/values.ts";
import { fill } from "#lib/i18n/words.ts";
import { failureSentence } from "./snapshot-words.ts";

const ICONS: Record<State, LucideIcon> = {
  waiting: Clock,
  submitted: ArchiveRestore,
  archived: Archive,
  failed: TriangleAlert,
};

/** How it stands with having a kept copy archived outside, and the button to ask for it, or once more. */
export function ArchivingState({
  snapshotId,
  archiving,
  mayAsk,
  words,
  format,
}: {
  snapshotId: string;
  archiving: Archiving | null;
  mayAsk: boolean;
} & Pick<Conventions, "words" | "format">) {
  const texts = words.sources.archiving;
  const isAsked = mayAsk && (archiving === null || archiving.state === "failed");
  const Icon = archiving && ICONS[archiving.state];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted empty:hidden">
      {archiving && Icon && (
        <p role="status" className="flex min-w-0 items-start gap-1.5 text-pretty">
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
          <Sentence archiving={archiving} words={words} format={format} />
        </p>
      )}
      {isAsked && (
        <ActionForm action={archiveCopyAction} className="grid justify-items-start gap-2">
          <input type="hidden" name="snapshotId" value={snapshotId} />
          <SubmitButton variant="secondary" size="sm">
            <Archive aria-hidden className="size-3.5" />
            {archiving === null ? texts.ask : texts.again}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}

function Sentence({
  archiving,
  words,
  format,
}: { archiving: Archiving } & Pick<Conventions, "words" | "format">) {
  const texts = words.sources.archiving;
  const { state, submittedAt, archivedAt, archiveUrl, failure } = archiving;
  if (state === "archived" && archivedAt) {
    const sentence = fill(texts.archived, { time: format.dateTime(archivedAt) });
    if (archiveUrl === null) return <span>{sentence}</span>;
    return (
      <OutsideLink href={archiveUrl} target="_blank" rel="noopener noreferrer" className="underline">
        {sentence}
      </OutsideLink>
    );
  }
  if (state === "submitted" && submittedAt) {
    return <span>{fill(texts.submitted, { time: format.dateTime(submittedAt) })}</span>;
  }
  const why = failure ? failureSentence(failure, words, format) : null;
  if (state === "failed") return <span>{why ?? texts.failed}</span>;
  return <span>{why === null ? texts.waiting : `${texts.tried} ${why}`}</span>;
}
