import type { Conventions } from "#components/claims/conventions.ts";
import { citable, deskFootnotes } from "#components/claims/footnotes.ts";
import { Markdown } from "#components/claims/markdown.tsx";
import { Chip } from "#components/ui/badge.tsx";
import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import { VerdictPeople } from "./verdict-people.tsx";

/** The verdict as it stands: rating, conclusion, reasons. */
export function VerdictInForce({
  claim,
  verdict,
  words,
  format,
}: { claim: ClaimDetail; verdict: NonNullable<ClaimDetail["verdict"]> } & Pick<
  Conventions,
  "words" | "format"
>) {
  return (
    <div
      data-tone={verdict.rating.tone}
      className="grid gap-3 rounded-e-lg border border-s-4 border-line border-s-tone bg-raised px-5 py-4"
    >
      <p className="flex flex-wrap items-center gap-3 empty:hidden">
        {verdict.rating.isRated && (
          <VerdictBadge tone={verdict.rating.tone} label={verdict.rating.label} size="lg" />
        )}
        {verdict.problem && <Chip>{verdict.problem.label}</Chip>}
      </p>
      <p className="font-serif text-xl/snug text-pretty wrap-anywhere" dir="auto">
        {verdict.conclusion}
      </p>
      <div className="font-serif text-lg/relaxed wrap-anywhere" dir="auto">
        <Markdown
          source={verdict.rationale}
          headingLevel={4}
          footnotes={deskFootnotes(citable(claim.evidence))}
        />
      </div>
      <VerdictPeople verdict={verdict} opinions={claim.opinions} words={words} format={format} />
    </div>
  );
}
