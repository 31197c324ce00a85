import type { Standing } from "#lib/history/queries.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";

type ChainStandingProps = { standing: Standing; words: Words["audit"]; locale: string; format: Format };

/** Digits and hyphens turn round in a line that is read from the right, unless they are set apart. */
const asTheyAre = (code: string) => `\u2066${code}\u2069`;

/** The newest signed head, and how to find out whether the history is what it was. */
export function ChainStanding({ standing: { head, unsigned }, words, locale, format }: ChainStandingProps) {
  return (
    <section
      aria-labelledby="audit-head"
      className="rounded-lg border border-line bg-raised px-4 py-3 text-sm"
    >
      <h2 id="audit-head" className="font-semibold">
        {words.head}
      </h2>
      <p className="wrap-anywhere tabular-nums">
        {head
          ? fill(words.signed, {
              ...{ ...head, chain: asTheyAre(head.chain), hash: asTheyAre(head.hash) },
              when: format.dateTime(head.at),
            })
          : words.none}
      </p>
      {head && unsigned > 0 && <p className="text-muted">{plural(locale, words.unsigned, unsigned)}</p>}
      <p className="mt-1 text-pretty text-muted">
        {words.verify}{" "}
        <a href="/audit/heads.json" className="wrap-anywhere">
          {words.heads}
        </a>
      </p>
    </section>
  );
}
