import Link from "next/link";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import { type ComparedPassage, passageId } from "./compared-passages.ts";
import { isOpen, OutcomeChip, OutcomeCounts, outcomeWords } from "./outcome.tsx";

type Props = {
  passages: readonly ComparedPassage[];
  articleId: string;
  words: Words;
  locale: string;
  /** What is to be known of the outcomes before they are read. */
  note?: string | null;
};

/** Every claim of the article with how its passages came through, those that wait for a person first. */
export function ClaimOutcomes({ passages, note, ...props }: Props) {
  const { words, locale } = props;
  const { claims } = words.revisions;
  const isUntouched = (passage: ComparedPassage) => passage.outcome === "exact";
  const untouched = passages.filter(isUntouched);
  const others = passages.filter((passage) => !isUntouched(passage));
  return (
    <section aria-labelledby="claims-title" className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="claims-title" className="text-lg font-semibold">
          {claims.title}
        </h2>
        <OutcomeCounts counts={countOutcomes(passages)} words={words} />
      </div>
      {note && passages.length > 0 && <p className="text-sm text-muted">{note}</p>}
      {passages.length === 0 && <p className="text-muted">{claims.none}</p>}
      {others.length > 0 && <OutcomeList passages={others} {...props} />}
      {untouched.length > 0 && (
        <Disclosure
          summary={plural(locale, claims.untouched, untouched.length)}
          open={others.length === 0 && untouched.length <= FEW}
        >
          <OutcomeList passages={untouched} {...props} />
        </Disclosure>
      )}
    </section>
  );
}

/** So many are read at a glance. */
const FEW = 5;

function countOutcomes(passages: readonly ComparedPassage[]) {
  const groups = Map.groupBy(passages, ({ outcome }) => outcome);
  return Object.fromEntries([...groups].map(([outcome, { length }]) => [outcome, length]));
}

function OutcomeList({ passages, articleId, words }: Props) {
  const { claims } = words.revisions;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {passages.map((passage) => (
        <li key={passage.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5">
          <OutcomeChip
            outcome={passage.outcome}
            label={fill(claims.chip, { number: passage.claimNumber, outcome: outcomeWords(passage, words) })}
          />
          <Link
            href={`/desk/claims/${passage.claimId}`}
            dir="auto"
            className="min-w-0 flex-1 basis-64 font-serif text-claim no-underline wrap-break-word hover:underline"
          >
            {passage.statement}
          </Link>
          <span className="flex flex-wrap gap-x-4 text-sm print:hidden">
            <ToWords passage={passage} words={words} />
            {isOpen(passage) && (
              <Link href={`/desk/articles/${articleId}/repairs`} className="text-accent">
                {claims.repair}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ToWords({ passage, words }: { passage: ComparedPassage; words: Words }) {
  const { show, showBefore } = words.revisions.claims;
  if (passage.before === null && passage.after === null) return null;
  return <a href={`#${passageId(passage)}`}>{passage.after === null ? showBefore : show}</a>;
}
