import { History } from "lucide-react";
import { Markdown } from "#components/claims/markdown.tsx";
import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { FormerVerdict } from "#lib/publishing/former-verdict.ts";
import { Statement } from "./claim-record.tsx";
import { footnotesOf } from "./source-list.tsx";

type Props = { former: FormerVerdict; words: Words; format: Format };

/** A verdict as it stood before a correction, under a notice that it does not stand any more. */
export function FormerVerdictView({ former, words, format }: Props) {
  const texts = words.publicSite.claim;
  const path = `/claims/${former.slug}`;
  return (
    <article className="mx-auto max-w-[68ch]">
      <div
        role="note"
        className="mt-6 flex gap-2.5 rounded-md border border-mixed/35 bg-mixed-tint/60 px-4 py-3 text-pretty"
      >
        <History aria-hidden className="mt-1 size-4 shrink-0 text-mixed" />
        <p className="min-w-0">
          {fill(texts.former, {
            number: former.number,
            from: format.date(former.from),
            until: format.date(former.until),
          })}{" "}
          <a href={path} className="font-medium underline">
            {texts.toCurrent}
          </a>{" "}
          <a href={`${path}#corrections`} className="font-medium underline">
            {texts.toCorrections}
          </a>
        </p>
      </div>
      <Statement statement={former.statement} language={former.language} />
      <section
        aria-labelledby="verdict"
        data-tone={former.rating.tone}
        className="my-8 grid gap-3 rounded-e-lg border border-s-4 border-line border-s-tone bg-raised p-6"
      >
        <h2 id="verdict" className="sr-only">
          {texts.verdict}
        </h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <VerdictBadge
            tone={former.rating.tone}
            label={former.rating.label}
            lang={former.rating.lang}
            size="lg"
          />
          {former.problem && (
            <span className="font-medium text-muted" lang={former.problem.lang}>
              {former.problem.label}
            </span>
          )}
        </p>
        <p className="font-serif text-xl/normal wrap-anywhere" dir="auto">
          {former.conclusion}
        </p>
      </section>
      <section aria-labelledby="why" className="font-serif text-[1.15625rem]/[1.62]">
        <h2 id="why" className="sr-only">
          {texts.why}
        </h2>
        <Markdown source={former.rationale} headingLevel={3} footnotes={footnotesOf(former.evidence, path)} />
      </section>
    </article>
  );
}
