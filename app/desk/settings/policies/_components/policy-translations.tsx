import { SaidForm } from "#components/claims/said-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { directionOf, ownNameOf } from "#lib/i18n/languages.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { translatePolicyAction } from "#lib/policies/actions.ts";
import type { PolicySlot } from "#lib/policies/loaders.ts";
import type { Policy } from "#lib/policies/queries.ts";
import { LONGEST_POLICY } from "#lib/policies/values.ts";

type Props = {
  policy: Policy;
  slots: readonly PolicySlot[];
  actorId: string;
  words: Words;
  format: Format;
};

/** The policy in each language readers may choose: what there is, and the form for it. */
export function PolicyTranslations({ policy, slots, actorId, words, format }: Props) {
  const { policies: texts, claims } = words;
  const { title } = texts.each[policy.key];
  return (
    <div className="mt-4 grid gap-2">
      {slots.map((slot) => {
        const { language, translation } = slot;
        return (
          <Disclosure
            key={language}
            summary={
              <>
                <bdi lang={language}>{ownNameOf(language)}</bdi>
                <span className="font-normal text-muted"> · {stateOf(slot, words)}</span>
              </>
            }
          >
            <SaidForm
              action={translatePolicyAction}
              draftKey={`${actorId}:policy:${policy.key}:${language}`}
              done={texts.saved}
              className="grid gap-4 rounded-lg border border-line bg-raised p-5"
            >
              <input type="hidden" name="policy" value={policy.key} />
              <input type="hidden" name="language" value={language} />
              <input type="hidden" name="number" value={policy.version} />
              <input type="hidden" name="basedOn" value={translation?.version ?? 0} />
              <TextArea
                label={fill(texts.text, { policy: title })}
                name="policyText"
                hint={texts.translationHint}
                rows={6}
                limit={LONGEST_POLICY}
                defaultValue={translation?.text}
                lang={language}
                dir={directionOf(language)}
              />
              <FormActions>
                <SubmitButton>{words.common.save}</SubmitButton>
                {translation && (
                  <span className="text-sm text-muted">
                    {fill(claims.translations.by, {
                      name: translation.translatorName,
                      time: format.dateTime(translation.savedAt),
                    })}
                  </span>
                )}
              </FormActions>
            </SaidForm>
          </Disclosure>
        );
      })}
    </div>
  );
}

function stateOf({ translation, isShown }: PolicySlot, { policies, claims }: Words): string {
  if (isShown) return claims.translations.published;
  return translation === null || translation.text === "" ? claims.translations.none : policies.outdated;
}
