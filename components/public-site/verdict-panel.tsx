import type { ReactNode } from "react";
import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import type { Words } from "#lib/i18n/words.ts";
import type { FormerVerdict } from "#lib/publishing/former-verdict.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";

type Props = {
  verdict: Pick<StandingRecord["claim"] | FormerVerdict, "rating" | "problem" | "conclusion">;
  /** The language of the conclusion. */
  writtenIn: string;
  words: Words;
  children?: ReactNode;
};

/** A verdict as readers see it: rating, where there are any, and the conclusion in one sentence. */
export function VerdictPanel({
  verdict: { rating, problem, conclusion },
  writtenIn,
  words,
  children,
}: Props) {
  return (
    <section
      aria-labelledby="verdict"
      data-tone={rating.tone}
      className="my-8 grid gap-3 rounded-e-lg border border-s-4 border-line border-s-tone bg-raised p-6"
    >
      <h2 id="verdict" className="sr-only">
        {words.publicSite.claim.verdict}
      </h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2 empty:hidden">
        {rating.isRated && (
          <VerdictBadge tone={rating.tone} label={rating.label} lang={rating.lang} size="lg" />
        )}
        {problem && (
          <span className="font-medium text-muted" lang={problem.lang}>
            {problem.label}
          </span>
        )}
      </p>
      <p className="font-serif text-xl/normal wrap-anywhere" lang={writtenIn} dir="auto">
        {conclusion}
      </p>
      {children}
    </section>
  );
}
