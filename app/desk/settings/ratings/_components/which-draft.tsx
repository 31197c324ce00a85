import type { ScaleView } from "#lib/verdicts/queries.ts";

/** Which draft a form changes, and which state of it the person saw. */
export function WhichDraft({ draft }: { draft: Pick<ScaleView, "id" | "edits"> }) {
  return (
    <>
      <input type="hidden" name="scaleId" value={draft.id} />
      <input type="hidden" name="version" value={draft.edits} />
    </>
  );
}
