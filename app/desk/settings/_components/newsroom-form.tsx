"use client";

import type { ReactNode } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { localeChoices } from "#components/locale/locale-choices.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { TickBoxes } from "#components/ui/tick-boxes.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { LANGUAGES, ownNameOf } from "#lib/i18n/languages.ts";
import { plural, type Words } from "#lib/i18n/words.ts";
import { editNewsroomAction } from "#lib/members/actions.ts";
import type { Newsroom } from "#lib/members/queries.ts";
import {
  ASSIGNMENT_HOURS,
  CONTACT_DAYS,
  LEASE_MINUTES,
  READER_FIELDS,
  SOURCES_NEEDED,
} from "#lib/members/schema.ts";

type NewsroomFormProps = { actorId: string; newsroom: Newsroom; timeZones: readonly string[] };

/** The newsroom's settings. */
export function NewsroomForm({ actorId, newsroom, timeZones }: NewsroomFormProps) {
  const words = useWords();
  const toast = useToast();
  return (
    <ActionForm
      action={editNewsroomAction}
      draftKey={`${actorId}:newsroom`}
      onDone={() => toast({ title: words.members.newsroom.saved })}
      className="space-y-10"
    >
      <input type="hidden" name="version" value={newsroom.version} />
      <Identity newsroom={newsroom} timeZones={timeZones} words={words.members.newsroom} />
      <Languages newsroom={newsroom} words={words.members.newsroom} />
      <Checking newsroom={newsroom} words={words.members.newsroom} />
      <Readers newsroom={newsroom} words={words.members.newsroom} />
      <FormActions>
        <SubmitButton>{words.common.save}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

type PartProps = { newsroom: Newsroom; words: Words["members"]["newsroom"] };

function Identity({ newsroom, timeZones, words }: PartProps & { timeZones: readonly string[] }) {
  return (
    <Part title={words.identity}>
      <TextField label={words.name} name="name" hint={words.nameHint} defaultValue={newsroom.name} />
      <SelectField
        label={words.timeZone}
        name="timeZone"
        hint={words.timeZoneHint}
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        defaultValue={newsroom.timeZone}
      />
    </Part>
  );
}

function Languages({ newsroom, words }: PartProps) {
  return (
    <Part title={words.languages}>
      <SelectField
        label={words.locale}
        name="locale"
        hint={words.localeHint}
        options={localeChoices(newsroom.locale)}
        defaultValue={newsroom.locale}
      />
      <TickBoxes
        label={words.offered}
        name="readerLanguages"
        hint={words.offeredHint}
        layout="row"
        ticks={LANGUAGES.map((language) => ({
          name: READER_FIELDS[language],
          label: ownNameOf(language),
          lang: language,
          isTicked: newsroom.readerLanguages.includes(language),
        }))}
      />
    </Part>
  );
}

function Checking({ newsroom, words }: PartProps) {
  const locale = useLocale();
  return (
    <Part title={words.checking}>
      <RadioCards
        label={words.opinions}
        name="opinionsRequired"
        hint={words.opinionsHint}
        options={([1, 2, 3] as const).map((count) => ({
          value: String(count),
          label: words.opinionChoices[count].label,
          description: words.opinionChoices[count].hint,
        }))}
        defaultValue={String(newsroom.opinionsRequired)}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          label={words.minSources}
          name="minSources"
          hint={words.minSourcesHint}
          options={choices(SOURCES_NEEDED, newsroom.minSources, String)}
          defaultValue={String(newsroom.minSources)}
        />
        <SelectField
          label={words.leaseMinutes}
          name="leaseMinutes"
          hint={words.leaseMinutesHint}
          options={choices(LEASE_MINUTES, newsroom.leaseMinutes, (minutes) =>
            minutes % 60 === 0
              ? plural(locale, words.hours, minutes / 60)
              : plural(locale, words.minutes, minutes),
          )}
          defaultValue={String(newsroom.leaseMinutes)}
        />
        <SelectField
          label={words.assignmentHours}
          name="assignmentHours"
          hint={words.assignmentHoursHint}
          options={choices(ASSIGNMENT_HOURS, newsroom.assignmentHours, (hours) =>
            hours % 24 === 0 ? plural(locale, words.days, hours / 24) : plural(locale, words.hours, hours),
          )}
          defaultValue={String(newsroom.assignmentHours)}
        />
      </div>
    </Part>
  );
}

function Readers({ newsroom, words }: PartProps) {
  const locale = useLocale();
  return (
    <Part title={words.readers}>
      <SelectField
        label={words.contactDays}
        name="contactDays"
        hint={words.contactDaysHint}
        options={choices(CONTACT_DAYS, newsroom.contactDays, (days) => plural(locale, words.days, days))}
        defaultValue={String(newsroom.contactDays)}
      />
    </Part>
  );
}

/** The numbers to choose from, the saved one among them. */
function choices(usual: readonly number[], saved: number, label: (value: number) => string) {
  const values = [...new Set([...usual, saved])].sort((a, b) => a - b);
  return values.map((value) => ({ value: String(value), label: label(value) }));
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-5">
      <h2 className="border-b border-line pb-2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
