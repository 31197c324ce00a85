import type { Conventions } from "#components/claims/conventions.ts";
import { citable, deskFootnotes } from "#components/claims/footnotes.ts";
import { Markdown } from "#components/claims/markdown.tsx";
import { Chip } from "#components/ui/badge.tsx";
import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import type { EvidenceItem, Opinion } from "#lib/claims/claim-detail.ts";
import { fill } from "#lib/i18n/words.ts";

/** Opinions side by side: rating, conclusion, reasons, who and when. */
export function OpinionList({
  opinions,
  evidence,
  actor,
  words,
  format,
}: { opinions: readonly Opinion[]; evidence: readonly EvidenceItem[]; actor: Actor } & Pick<
  Conventions,
  "words" | "format"
>) {
  const footnotes = deskFootnotes(citable(evidence));
  return (
    <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fit,minmax(17rem,1fr))]">
      {opinions.map((opinion) => (
        <li
          key={opinion.id}
          className="grid grid-rows-[auto_auto_1fr] gap-3 rounded-lg border border-line bg-raised px-5 py-4"
        >
          <p className="flex flex-wrap items-center justify-between gap-2">
            <span className="flex flex-wrap items-center gap-2">
              {opinion.rating.isRated && (
                <VerdictBadge tone={opinion.rating.tone} label={opinion.rating.label} />
              )}
              {opinion.problem && <Chip>{opinion.problem.label}</Chip>}
            </span>
            <span className="text-sm text-muted">{words.common.stages[opinion.stage]}</span>
          </p>
          <p className="font-serif text-lg/snug text-pretty wrap-anywhere" dir="auto">
            {opinion.conclusion}
          </p>
          <div className="text-pretty wrap-anywhere" dir="auto">
            <Markdown source={opinion.rationale} headingLevel={4} footnotes={footnotes} />
          </div>
          <p className="text-sm text-muted">
            {fill(words.reviews.opinions.by, {
              name: opinion.reviewerId === actor.id ? words.reviews.opinions.you : opinion.reviewerName,
              when: format.dateTime(opinion.decidedAt),
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
