import Link from "next/link";
import { fill, type Words } from "#lib/i18n/words.ts";
import { type ComparedPassage, passageId } from "./compared-passages.ts";
import { isOpen, OutcomeChip, outcomeWords } from "./outcome.tsx";

/** Beside the words: which claims stand here, or stood here, and how they came through. */
export function PassageNotes({
  passages,
  articleId,
  words,
}: {
  passages: readonly ComparedPassage[];
  articleId: string;
  words: Words;
}) {
  const { claims } = words.revisions;
  return (
    <ul className="diff-notes">
      {passages.map((passage) => {
        const outcome = outcomeWords(passage, words);
        const label = fill(claims.chip, { number: passage.claimNumber, outcome });
        return (
          <li key={passage.id} id={passageId(passage)}>
            <Link href={`/desk/claims/${passage.claimId}`} title={passage.statement} className="no-underline">
              <OutcomeChip outcome={passage.outcome} label={label} />
            </Link>
            {passage.after === null && <span className="text-muted">{claims.stoodHere}</span>}
            {isOpen(passage) && (
              <Link href={`/desk/articles/${articleId}/repairs`} className="text-accent">
                {claims.repair}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
