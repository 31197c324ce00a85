import Link from "next/link";
import { SaidForm } from "#components/claims/said-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { directionOf, ownNameOf } from "#lib/i18n/languages.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { translateTermAction } from "#lib/translations/actions.ts";
import type { TermSlot } from "#lib/translations/loaders.ts";
import { SCALE_LIMITS } from "#lib/verdicts/values.ts";

type Site = { actorId: string; words: Words; format: Format };

/** What ratings and kinds of problem are called in each language readers may choose, and a form for each. */
export function TermTranslations({ slots, ...site }: Site & { slots: readonly TermSlot[] }) {
  const { translations: texts } = site.words.scales;
  if (slots.length === 0) {
    return (
      <p className="text-pretty text-muted">
        {texts.noLanguages}{" "}
        <Link href="/desk/settings" className="underline">
          {texts.offer}
        </Link>
      </p>
    );
  }
  return (
    <ul className="grid gap-3">
      {slots.map(({ language, terms }) => (
        <li key={language}>
          <Disclosure
            summary={
              <span>
                <bdi lang={language}>{ownNameOf(language)}</bdi>
                <span className="ms-3 text-sm font-normal text-muted">
                  {fill(texts.count, {
                    done: terms.filter(({ translation }) => translation !== null).length,
                    all: terms.length,
                  })}
                </span>
              </span>
            }
          >
            <ul className="grid gap-2 border-s border-line ps-4">
              {terms.map((entry) => (
                <li key={entry.term.id}>
                  <TermEntry language={language} entry={entry} {...site} />
                </li>
              ))}
            </ul>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

type EntryProps = Site & Pick<TermSlot, "language"> & { entry: TermSlot["terms"][number] };

function TermEntry({ language, entry: { term, translation }, actorId, words, format }: EntryProps) {
  const { claims, scales } = words;
  const own = { lang: language, dir: directionOf(language), autoComplete: "off" };
  return (
    <Disclosure
      summary={
        <span className="min-w-0 wrap-anywhere">
          <bdi>{term.label}</bdi>
          <span className="ms-3 text-sm font-normal text-muted">
            {translation ? <bdi lang={language}>{translation.label}</bdi> : claims.translations.none}
          </span>
        </span>
      }
    >
      <SaidForm
        action={translateTermAction}
        draftKey={`${actorId}:term:${term.id}:${language}`}
        done={scales.translations.saved}
        className="mb-4 grid gap-5 rounded-lg border border-line bg-raised p-5"
      >
        <input type="hidden" name="termId" value={term.id} />
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="version" value={translation?.version ?? 0} />
        <blockquote className="border-s-2 border-line ps-3 text-sm text-pretty text-muted" dir="auto">
          <span className="sr-only">{claims.translations.original}: </span>
          {term.definition}
        </blockquote>
        <TextField
          {...own}
          name="label"
          label={scales.draft.label}
          hint={scales.draft.labelHint}
          defaultValue={translation?.label}
          limit={SCALE_LIMITS.label}
        />
        <TextArea
          {...own}
          name="definition"
          label={scales.draft.definition}
          hint={scales.translations.emptyHint}
          defaultValue={translation?.definition}
          limit={SCALE_LIMITS.definition}
          rows={2}
        />
        <FormActions>
          <SubmitButton>{words.common.save}</SubmitButton>
          {translation && (
            <span className="text-sm text-muted">
              {translation.translatorName === null
                ? scales.translations.shipped
                : fill(claims.translations.by, {
                    name: translation.translatorName,
                    time: format.dateTime(translation.updatedAt),
                  })}
            </span>
          )}
        </FormActions>
      </SaidForm>
    </Disclosure>
  );
}
