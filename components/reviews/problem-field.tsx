import { SelectField } from "#components/ui/select-field.tsx";
import type { Words } from "#lib/i18n/words.ts";
import type { ProblemView } from "#lib/verdicts/schema.ts";

/** What kind of problem the claim has, or none. */
export function ProblemField({
  problems,
  defaultValue,
  words,
}: {
  problems: readonly ProblemView[];
  defaultValue?: string | null | undefined;
  words: Words;
}) {
  const texts = words.scales;
  return (
    <SelectField
      name="problemId"
      label={texts.problem}
      options={[
        { value: "", label: texts.noProblem },
        ...problems.map(({ id, label, definition }) => ({ value: id, label: `${label}: ${definition}` })),
      ]}
      defaultValue={defaultValue ?? ""}
      optional
    />
  );
}
