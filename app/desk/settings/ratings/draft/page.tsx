import type { Metadata } from "next";
import { SaidConfirm } from "#components/claims/said-confirm.tsx";
import { SaidForm } from "#components/claims/said-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { fill, type Words } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { discardScaleAction, putScaleIntoUseAction, renameScaleAction } from "#lib/verdicts/actions.ts";
import { loadDraft } from "#lib/verdicts/loaders.ts";
import type { ScaleView } from "#lib/verdicts/queries.ts";
import { SCALE_LIMITS } from "#lib/verdicts/values.ts";
import { DraftProblems } from "../_components/draft-problems.tsx";
import { DraftRatings } from "../_components/draft-ratings.tsx";
import { WhichDraft } from "../_components/which-draft.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await loadDraft();
  return { title: (await loadConventions()).words.scales.draft.title };
}

export default async function DraftPage() {
  const [{ actor, draft }, { words }] = await Promise.all([loadDraft(), loadConventions()]);
  const texts = words.scales;
  if (draft === null) return <NoDraft words={words} />;
  return (
    <>
      <PageHeader
        title={fill(texts.version, { name: draft.name, number: draft.version })}
        crumbs={[{ href: "/desk/settings/ratings", label: texts.title }]}
      />
      <div className="grid max-w-3xl gap-10 px-4 py-7 desk:px-7">
        <p className="text-muted">{texts.draft.lead}</p>
        <SaidForm
          action={renameScaleAction}
          draftKey={`${actor.id}:scale:${draft.id}`}
          done={texts.draft.renamed}
          keepValues
          className="flex flex-wrap items-end gap-3 [&>*:first-of-type]:grow"
        >
          <WhichDraft draft={draft} />
          <div className="min-w-0 grow basis-64">
            <TextField
              name="name"
              label={texts.draft.name}
              defaultValue={draft.name}
              limit={SCALE_LIMITS.name}
              dir="auto"
            />
          </div>
          <FormActions>
            <SubmitButton variant="secondary">{words.common.save}</SubmitButton>
          </FormActions>
        </SaidForm>
        <DraftRatings draft={draft} actor={actor} words={words} />
        <DraftProblems draft={draft} actor={actor} words={words} />
        <Ending draft={draft} words={words} />
      </div>
    </>
  );
}

function NoDraft({ words: { scales } }: { words: Words }) {
  return (
    <>
      <PageHeader
        title={scales.draft.title}
        crumbs={[{ href: "/desk/settings/ratings", label: scales.title }]}
      />
      <EmptyState
        title={scales.draft.none}
        action={<LinkButton href="/desk/settings/ratings">{scales.draft.toScales}</LinkButton>}
      >
        {scales.draft.noneText}
      </EmptyState>
    </>
  );
}

function Ending({ draft, words }: { draft: ScaleView; words: Words }) {
  const texts = words.scales.draft;
  return (
    <div className="flex flex-wrap gap-3 border-t border-line pt-6">
      <SaidConfirm
        trigger={<Button variant="primary">{texts.use}</Button>}
        title={texts.useTitle}
        description={texts.useText}
        confirmLabel={texts.use}
        action={putScaleIntoUseAction}
        done={texts.saved}
      >
        <WhichDraft draft={draft} />
      </SaidConfirm>
      <SaidConfirm
        trigger={<Button variant="quiet">{texts.discard}</Button>}
        title={texts.discardTitle}
        description={texts.discardText}
        confirmLabel={texts.discard}
        danger
        action={discardScaleAction}
        done={texts.saved}
      >
        <WhichDraft draft={draft} />
      </SaidConfirm>
    </div>
  );
}
