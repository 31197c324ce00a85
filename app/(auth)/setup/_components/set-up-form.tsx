import { ActionForm } from "#components/forms/action-form.tsx";
import { localeChoices } from "#components/locale/locale-choices.ts";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { fill, type Words } from "#lib/i18n/words.ts";
import { setUpAction } from "#lib/members/actions.ts";
import { PASSWORD_LENGTH, timeZones } from "#lib/members/schema.ts";
import { TimeZoneField } from "./time-zone-field.tsx";

/** The newsroom's name and zone, and the first admin's account. */
export function SetUpForm({ words, locale }: { words: Words["auth"]["setUp"]; locale: string }) {
  return (
    <ActionForm action={setUpAction} className="space-y-9">
      <Part title={words.newsroom}>
        <TextField label={words.newsroomName} name="newsroomName" hint={words.newsroomNameHint} autoFocus />
        <SelectField
          label={words.locale}
          name="locale"
          hint={words.localeHint}
          options={localeChoices(locale)}
          defaultValue={locale}
        />
        <TimeZoneField label={words.timeZone} hint={words.timeZoneHint} zones={timeZones("UTC")} />
      </Part>
      <Part title={words.account}>
        <TextField label={words.name} name="name" hint={words.nameHint} autoComplete="name" />
        <TextField label={words.email} name="email" type="email" autoComplete="username" />
        <TextField
          label={words.password}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={fill(words.passwordHint, PASSWORD_LENGTH)}
        />
      </Part>
      <SubmitButton>{words.submit}</SubmitButton>
    </ActionForm>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="space-y-5">
      <h2 className="border-b border-line pb-2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
