import { RefreshCw } from "lucide-react";
import Link from "next/link";
import { StepCard } from "#components/claims/step-card.tsx";
import { ActionForm } from "#components/forms/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ArticleDetail } from "#lib/articles/queries.ts";
import type { Format } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/words.ts";
import { checkForChangesAction } from "#lib/imports/actions.ts";
import type { LatestCheck } from "#lib/imports/queries.ts";
import { isStalled } from "#lib/imports/rules.ts";
import { isUnderWay } from "#lib/imports/values.ts";
import type { RevisionListItem } from "#lib/revisions/queries.ts";
import { CheckState } from "./check-state.tsx";

/** Fetches the article's page again, and says how the last time went. */
export function CheckCard({
  article,
  latestCheck,
  revisions,
  canEdit,
  words,
  format,
  now,
}: {
  article: ArticleDetail;
  latestCheck: LatestCheck | null;
  revisions: readonly RevisionListItem[];
  canEdit: boolean;
  words: Words;
  format: Format;
  now: Date;
}) {
  const { check } = words.revisions;
  const stalled = latestCheck !== null && isStalled(latestCheck, now);
  const isBusy = latestCheck !== null && isUnderWay(latestCheck.state) && !stalled;
  if (article.sourceUrl === null) {
    return (
      <StepCard title={check.title}>
        <p className="text-muted">{check.noAddress}</p>
        {canEdit && (
          <Link href={`/desk/articles/${article.id}/edit`} className="text-accent">
            {check.addAddress}
          </Link>
        )}
      </StepCard>
    );
  }
  return (
    <StepCard title={check.title}>
      <p className="text-sm text-muted">{check.text}</p>
      <CheckState
        check={latestCheck}
        stalled={stalled}
        revisions={revisions}
        articleId={article.id}
        words={words}
        format={format}
      />
      {canEdit && !isBusy && (
        <ActionForm action={checkForChangesAction} className="space-y-3">
          <input type="hidden" name="articleId" value={article.id} />
          <SubmitButton variant="secondary">
            <RefreshCw aria-hidden className="size-4" />
            {check.submit}
          </SubmitButton>
        </ActionForm>
      )}
    </StepCard>
  );
}
