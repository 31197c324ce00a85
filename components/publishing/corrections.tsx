import type { Conventions } from "#components/claims/conventions.ts";
import { Chip } from "#components/ui/badge.tsx";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import { fill } from "#lib/i18n/words.ts";

/** What was changed since it was published, newest first. */
export function Corrections({
  corrections,
  words,
  format,
}: { corrections: ClaimDetail["corrections"] } & Pick<Conventions, "words" | "format">) {
  return (
    <ul className="grid gap-3">
      {corrections.map((correction) => (
        <li key={correction.createdAt.toISOString()}>
          <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
            <Chip>{words.common.correctionTypes[correction.type]}</Chip>
            {format.dateTime(correction.createdAt)}
            <span>{fill(words.claims.corrections.by, { name: correction.createdByName })}</span>
          </p>
          <p className="mt-1 text-pretty whitespace-pre-line wrap-anywhere" dir="auto">
            {correction.reason}
          </p>
        </li>
      ))}
    </ul>
  );
}
