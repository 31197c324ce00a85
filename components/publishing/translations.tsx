import { X } from "lucide-react";
import { SaidConfirm } from "#components/claims/said-confirm.tsx";
import { SaidForm } from "#components/claims/said-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import { CLAIM_LIMITS } from "#lib/claims/values.ts";
import type { Format } from "#lib/i18n/format.ts";
import { directionOf, ownNameOf } from "#lib/i18n/languages.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { REVIEW_LIMITS } from "#lib/reviews/values.ts";
import { publishTranslationAction, removeTranslationAction } from "#lib/translations/actions.ts";
import type { TranslationSlot } from "#lib/translations/loaders.ts";

type TranslationsProps = {
  claim: ClaimDetail;
  actor: Actor;
  slots: readonly TranslationSlot[];
  words: Words;
  format: Format;
};

/** The published claim in each language readers may choose: what there is, and the form for it. */
export function Translations({ claim, actor, slots, words, format }: TranslationsProps) {
  const texts = words.claims.translations;
  if (!claim.verdict || !claim.publication) return null;
  return (
    <div className="grid gap-2">
      <p className="text-sm text-pretty text-muted">{texts.lead}</p>
      {slots.map(({ language, translation }) => (
        <Disclosure
          key={language}
          summary={
            <>
              <bdi lang={language}>{ownNameOf(language)}</bdi>
              <span className="font-normal text-muted"> · {stateOf(translation, words)}</span>
            </>
          }
        >
          <TranslationForm
            {...{ claim, actor, language, translation, words, format }}
            number={claim.publication?.number ?? 0}
          />
        </Disclosure>
      ))}
    </div>
  );
}

function stateOf(translation: TranslationSlot["translation"], { claims }: Words): string {
  if (translation === null) return claims.translations.none;
  return translation.isCurrent ? claims.translations.published : claims.translations.outdated;
}

type FormProps = Omit<TranslationsProps, "slots"> & TranslationSlot & { number: number };

function TranslationForm({ claim, actor, language, translation, number, words, format }: FormProps) {
  const texts = words.claims.translations;
  const { verdict } = words.reviews;
  const fields = [
    {
      name: "statement",
      label: words.claims.fields.statement,
      original: claim.statement,
      limit: CLAIM_LIMITS.statement,
      rows: 2,
    },
    {
      name: "conclusion",
      label: verdict.conclusion,
      original: claim.verdict?.conclusion,
      limit: REVIEW_LIMITS.conclusion,
      rows: 2,
    },
    {
      name: "rationale",
      label: verdict.rationale,
      original: claim.verdict?.rationale,
      limit: REVIEW_LIMITS.rationale,
      rows: 10,
    },
  ] as const;
  return (
    <div className="grid gap-3">
      <SaidForm
        action={publishTranslationAction}
        draftKey={`${actor.id}:translation:${claim.id}:${language}`}
        done={texts.done}
        className="grid gap-6 rounded-lg border border-line bg-raised p-5"
      >
        <input type="hidden" name="claimId" value={claim.id} />
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="version" value={translation?.version ?? 0} />
        {translation && (
          <p className="text-sm text-muted">
            {fill(texts.by, {
              name: translation.translatorName,
              time: format.dateTime(translation.updatedAt),
            })}
          </p>
        )}
        {fields.map(({ original, ...field }) => (
          <Translated key={field.name} original={original ?? ""} label={texts.original}>
            <TextArea
              {...field}
              defaultValue={translation?.[field.name]}
              lang={language}
              dir={directionOf(language)}
            />
          </Translated>
        ))}
        <FormActions>
          <SubmitButton>{texts.action}</SubmitButton>
        </FormActions>
      </SaidForm>
      {translation && (
        <SaidConfirm
          trigger={
            <Button variant="quiet" className="justify-self-start">
              <X aria-hidden className="size-4" />
              {texts.remove}
            </Button>
          }
          title={texts.remove}
          description={texts.removeText}
          confirmLabel={texts.remove}
          danger
          action={removeTranslationAction}
          done={texts.removeDone}
        >
          <input type="hidden" name="claimId" value={claim.id} />
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="version" value={translation.version} />
        </SaidConfirm>
      )}
    </div>
  );
}

/** A field under the words it translates. */
function Translated({
  original,
  label,
  children,
}: {
  original: string;
  label: string;
  children: React.ReactNode;
}) {
  return (
    <div className="grid gap-2">
      <blockquote className="border-s-2 border-line ps-3 text-sm whitespace-pre-line text-muted" dir="auto">
        <span className="sr-only">{label}: </span>
        {original}
      </blockquote>
      {children}
    </div>
  );
}
