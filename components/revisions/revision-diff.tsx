import "#components/articles/text/article-text.css";
import "./revision-diff.css";
import { ChevronRight } from "lucide-react";
import { Message } from "#components/ui/message.tsx";
import { plural } from "#lib/i18n/words.ts";
import { type DiffProps, DiffUnit } from "./diff-unit.tsx";
import type { DiffStretch } from "./diff-units.ts";

/** What changed between two texts, in the look of the article. Plain markup; what has not changed is folded away. */
export function RevisionDiff({ locale, ...props }: DiffProps & { locale: string }) {
  const { comparison, view, words } = props;
  return (
    <div className="revision-diff" data-view={view}>
      {comparison.changeCount === 0 && (
        <Message className="mb-6 font-sans">
          <p>{words.revisions.compare.nothingSeen}</p>
        </Message>
      )}
      {comparison.stretches.map((stretch) => {
        const units = stretch.units.map((unit) => (
          <DiffUnit key={`${unit.rows[0]?.before} ${unit.rows[0]?.after}`} unit={unit} {...props} />
        ));
        if (!stretch.isFolded) return units;
        return (
          <details key={`folded ${stretch.units[0]?.rows[0]?.after}`} className="diff-fold">
            <summary className="fold-line">
              <ChevronRight aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" />
              {foldedWords(stretch, { ...props, locale })}
            </summary>
            {units}
          </details>
        );
      })}
    </div>
  );
}

/** "14 paragraphs unchanged, 2 claims in it" */
function foldedWords(
  { units }: DiffStretch,
  { comparison, words, locale }: DiffProps & { locale: string },
): string {
  const { compare } = words.revisions;
  const rows = units.flatMap((unit) => unit.rows);
  const claims = new Set(rows.flatMap(comparison.passagesAt).map(({ claimId }) => claimId)).size;
  const unchanged = plural(locale, compare.unchanged, rows.length);
  return claims === 0
    ? unchanged
    : unchanged + words.common.comma + plural(locale, compare.claimsWithin, claims);
}
