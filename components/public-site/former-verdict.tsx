import { History } from "lucide-react";
import { Markdown } from "#components/claims/markdown.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { directionOf } from "#lib/i18n/languages.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { FormerVerdict } from "#lib/publishing/former-verdict.ts";
import { Statement } from "./claim-record.tsx";
import { footnotesOf } from "./source-list.tsx";
import { VerdictPanel } from "./verdict-panel.tsx";

type Props = {
  former: FormerVerdict;
  words: Words;
  format: Format;
  /** What it was written in, whatever the page around it is in. */
  reading: { own: string };
};

/** A verdict as it stood before a correction, under a notice of how long it did and what became of it. */
export function FormerVerdictView({ former, words, format, reading: { own } }: Props) {
  const texts = words.publicSite.claim;
  const path = `/claims/${former.slug}`;
  const [from, until] = [format.date(former.from), format.date(former.until)];
  return (
    <article className="mx-auto max-w-[68ch]">
      <div
        role="note"
        className="mt-6 flex gap-2.5 rounded-md border border-mixed/35 bg-mixed-tint/60 px-4 py-3 text-pretty"
      >
        <History aria-hidden className="mt-1 size-4 shrink-0 text-mixed" />
        <div className="min-w-0">
          <p>
            {from === until
              ? fill(texts.formerDay, { number: former.number, day: from })
              : fill(texts.former, { number: former.number, from, until })}{" "}
            {texts.formerSince[former.since]}
          </p>
          <p className="mt-1 flex flex-wrap gap-x-4">
            <a
              href={path}
              className="inline-flex min-h-6 items-center font-medium underline pointer-coarse:min-h-11"
            >
              {texts.toCurrent}
            </a>
            <a
              href={`${path}#corrections`}
              className="inline-flex min-h-6 items-center font-medium underline pointer-coarse:min-h-11"
            >
              {texts.toCorrections}
            </a>
          </p>
        </div>
      </div>
      <Statement statement={former.statement} language={former.language} />
      <VerdictPanel verdict={former} writtenIn={own} words={words} />
      <section
        aria-labelledby="why"
        lang={own}
        dir={directionOf(own)}
        className="font-serif text-[1.15625rem]/[1.62]"
      >
        <h2 id="why" className="sr-only">
          {texts.why}
        </h2>
        <Markdown source={former.rationale} headingLevel={3} footnotes={footnotesOf(former.evidence, path)} />
      </section>
    </article>
  );
}
