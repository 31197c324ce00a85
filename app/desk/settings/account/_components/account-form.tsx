"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { localeChoices } from "#components/locale/locale-choices.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { ownNameOf } from "#lib/i18n/languages.ts";
import { fill } from "#lib/i18n/words.ts";
import { editAccountAction } from "#lib/members/actions.ts";

/** `locale` null: the member leaves the language to the newsroom. */
export function AccountForm({ locale, newsroomLocale }: { locale: string | null; newsroomLocale: string }) {
  const words = useWords();
  const toast = useToast();
  const texts = words.account;
  const asNewsroom = { value: "", label: fill(texts.asNewsroom, { language: ownNameOf(newsroomLocale) }) };
  return (
    <ActionForm action={editAccountAction} onDone={() => toast({ title: texts.saved })}>
      <SelectField
        label={texts.language}
        name="locale"
        hint={texts.languageHint}
        options={[asNewsroom, ...localeChoices(locale ?? newsroomLocale)]}
        defaultValue={locale ?? ""}
      />
      <SubmitButton variant="secondary">{words.common.save}</SubmitButton>
    </ActionForm>
  );
}
