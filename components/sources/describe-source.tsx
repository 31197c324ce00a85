import { SaidForm } from "#components/claims/said-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { SendButton } from "#components/forms/send-button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { DateField, TextArea, TextField } from "#components/ui/text-field.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import type { Words } from "#lib/i18n/words.ts";
import { describeSourceAction } from "#lib/sources/actions.ts";
import type { SourceDetail } from "#lib/sources/queries.ts";
import { SOURCE_KINDS, SOURCE_LIMITS } from "#lib/sources/values.ts";

/** Says what is known of a source, for all claims that cite it. */
export function DescribeSource({
  source,
  actor,
  words,
}: {
  source: SourceDetail;
  actor: Actor;
  words: Words;
}) {
  const texts = words.sources.page;
  const labels = words.claims.fields;
  const picture = source.files.find(({ form }) => form === "picture");
  const kinds = SOURCE_KINDS.map((kind) => ({
    value: kind,
    label: `${words.common.sourceKinds[kind]}${words.common.colon}${words.claims.evidence.kindHints[kind]}`,
  }));
  return (
    <Disclosure summary={texts.edit}>
      <SaidForm
        action={describeSourceAction}
        draftKey={`${actor.id}:source:${source.id}`}
        done={texts.saved}
        sendsByKeys
        className="grid gap-5 rounded-lg border border-line bg-raised p-5"
      >
        <input type="hidden" name="sourceId" value={source.id} />
        <input type="hidden" name="version" value={source.version} />
        <TextField
          name="title"
          label={labels.title}
          defaultValue={source.title}
          limit={SOURCE_LIMITS.title}
          dir="auto"
        />
        <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_11rem]">
          <TextField
            name="publisher"
            label={labels.publisher}
            defaultValue={source.publisher ?? undefined}
            limit={SOURCE_LIMITS.name}
            optional
            dir="auto"
          />
          <DateField
            name="publishedOn"
            label={labels.publishedOn}
            defaultValue={source.publishedOn ?? undefined}
            optional
          />
        </div>
        <TextField
          name="author"
          label={labels.author}
          defaultValue={source.author ?? undefined}
          limit={SOURCE_LIMITS.name}
          optional
          dir="auto"
        />
        <SelectField name="kind" label={labels.kind} options={kinds} defaultValue={source.kind} />
        <TextField
          name="interests"
          label={labels.interests}
          hint={words.claims.evidence.interestsHint}
          defaultValue={source.interests ?? undefined}
          limit={SOURCE_LIMITS.note}
          optional
          dir="auto"
        />
        {picture && (
          <TextArea
            name="alt"
            label={words.sources.document.alt}
            defaultValue={picture.alt ?? undefined}
            limit={SOURCE_LIMITS.note}
            rows={2}
            optional
            dir="auto"
          />
        )}
        <TextArea
          name="reliabilityNote"
          label={texts.reliabilityNote}
          hint={texts.reliabilityHint}
          defaultValue={source.reliabilityNote ?? undefined}
          limit={SOURCE_LIMITS.note}
          optional
          dir="auto"
        />
        <FormActions>
          <SendButton>{words.common.save}</SendButton>
        </FormActions>
      </SaidForm>
    </Disclosure>
  );
}
