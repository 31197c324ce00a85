import { SelectField } from "#components/ui/select-field.tsx";
import { DateField, TextArea, TextField } from "#components/ui/text-field.tsx";
import { CLAIM_LIMITS, CLAIMANT_KINDS, type ClaimantKind } from "#lib/claims/schema.ts";
import type { Words } from "#lib/i18n/words.ts";

/** What the fields begin with. */
export type ClaimValues = {
  statement: string;
  claimantName?: string | undefined;
  claimantKind?: ClaimantKind | undefined;
  saidOn?: string | undefined;
  saidWhere?: string | undefined;
  /** Separated by commas. */
  topics?: string | undefined;
};

/** The statement, who said it when and where, and its topics. */
export function ClaimFields({ values, words }: { values: ClaimValues; words: Words }) {
  const labels = words.claims.fields;
  const kinds = CLAIMANT_KINDS.map((kind) => ({ value: kind, label: words.common.claimantKinds[kind] }));
  return (
    <div className="grid gap-5">
      <TextArea
        name="statement"
        label={labels.statement}
        hint={labels.statementHint}
        defaultValue={values.statement}
        limit={CLAIM_LIMITS.statement}
        rows={2}
        dir="auto"
      />
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <TextField
          name="claimantName"
          label={labels.claimantName}
          hint={labels.claimantNameHint}
          defaultValue={values.claimantName}
          limit={CLAIM_LIMITS.name}
          optional
          dir="auto"
        />
        <SelectField
          name="claimantKind"
          label={labels.claimantKind}
          options={kinds}
          defaultValue={values.claimantKind ?? "person"}
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <DateField name="saidOn" label={labels.saidOn} defaultValue={values.saidOn} optional />
        <TextField
          name="saidWhere"
          label={labels.saidWhere}
          hint={labels.saidWhereHint}
          defaultValue={values.saidWhere}
          limit={CLAIM_LIMITS.place}
          optional
          dir="auto"
        />
      </div>
      <TextField
        name="topics"
        label={labels.topics}
        hint={labels.topicsHint}
        defaultValue={values.topics}
        optional
        dir="auto"
      />
    </div>
  );
}
