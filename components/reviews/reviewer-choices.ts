import type { Choice } from "#components/ui/select-field.tsx";
import type { Words } from "#lib/i18n/words.ts";

/** Members to choose from, none of them chosen before somebody does. */
export function reviewerChoices(
  reviewers: readonly { id: string; name: string }[],
  { assign }: Words["reviews"],
): Choice[] {
  return [
    { value: "", label: assign.choose },
    ...reviewers.map(({ id, name }) => ({ value: id, label: name })),
  ];
}
