"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { fill } from "#lib/i18n/words.ts";
import type { ClaimField } from "#lib/presence/values.ts";
import { useEditors, useLive } from "./live-context.ts";

/** In a claim's form: that somebody else writes on the same claim, or has deleted it. */
export function AlsoEditing({ claimId }: { claimId: string }) {
  const { live: words, claims } = useWords();
  const names = useEditors(claimId);
  const isDeleted = useLive(({ deletedId }) => deletedId === claimId);
  const field = useLive(({ others }) => fieldOf(others, claimId));
  const labels: Record<ClaimField, string> = claims.fields;
  const text = isDeleted
    ? words.deleted
    : names === ""
      ? ""
      : field === null
        ? fill(words.alsoEditing, { names })
        : fill(words.alsoInField, { names, field: labels[field as ClaimField] });
  return (
    <p
      role="status"
      className="rounded-md border border-mixed/35 bg-mixed-tint px-3 py-2 text-sm text-pretty empty:hidden"
    >
      {text}
    </p>
  );
}

/** The field of the one person who is in the claim's form; null when they are several, or in none. */
function fieldOf(
  others: readonly { claimId: string | null; isEditing: boolean; field: ClaimField | null }[],
  claimId: string,
): ClaimField | null {
  const [first, another] = others.filter((person) => person.isEditing && person.claimId === claimId);
  return another === undefined ? (first?.field ?? null) : null;
}
