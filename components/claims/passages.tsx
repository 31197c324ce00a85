import { PencilLine } from "lucide-react";
import Link from "next/link";
import { RepairNotice } from "#components/passages/repair-notice.tsx";
import { waitsForRepair } from "#components/passages/waits-for-repair.ts";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { withTextFragment } from "#lib/anchoring/fragments/text-fragment.ts";
import type { ClaimDetail, PassageInContext } from "#lib/claims/claim-detail.ts";
import { fill, type Words } from "#lib/i18n/words.ts";

/** The claim's words marked among the sentences around them, once for each place where they stand. */
export function Passages({ claim, words }: { claim: ClaimDetail; words: Words }) {
  const { article } = claim;
  const texts = words.claims.page;
  const inArticle = `/desk/articles/${article.id}#claim-${claim.number}`;
  return (
    <div className="grid gap-3">
      <RepairNotice claim={claim} words={words} />
      {claim.passages.map((passage, index) => (
        <Passage key={passage.id} passage={passage} number={index + 1} claim={claim} words={words} />
      ))}
      {claim.passages.length === 0 && !waitsForRepair(claim) && (
        <p className="text-muted">{texts.noPassage}</p>
      )}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted pointer-coarse:gap-y-5">
        <Link href={inArticle} className="tap underline">
          {claim.passages.length === 0 ? texts.openArticle : texts.seeInArticle}
        </Link>
        {article.sourceUrl && (
          <OutsideLink
            href={article.sourceUrl}
            target="_blank"
            rel="noopener noreferrer"
            className="tap underline"
          >
            {texts.original}
            {article.publisher && ` (${article.publisher})`}
          </OutsideLink>
        )}
      </p>
    </div>
  );
}

type PassageProps = { passage: PassageInContext; number: number; claim: ClaimDetail; words: Words };

function Passage({ passage, number, claim, words }: PassageProps) {
  const { text, start, end } = passage.context;
  return (
    <figure className="rounded-lg border border-line bg-raised px-5 py-4">
      <blockquote
        lang={claim.article.language}
        dir={claim.article.direction}
        className="font-serif text-lg/relaxed whitespace-pre-line text-muted wrap-anywhere"
      >
        {text.slice(0, start)}
        <mark data-tone={claim.verdict?.rating.tone ?? "pending"} className="text-ink">
          {text.slice(start, end)}
        </mark>
        {text.slice(end)}
      </blockquote>
      <PassageNotes passage={passage} number={number} claim={claim} words={words} />
    </figure>
  );
}

/** That the words wait for a person, and the way to them on the live page. */
function PassageNotes({ passage: { needsRepair, fragment }, number, claim, words }: PassageProps) {
  const { sourceUrl } = claim.article;
  const texts = words.claims.page;
  const canBeFound = sourceUrl !== null && fragment !== null;
  if (!needsRepair && !canBeFound) return null;
  return (
    <figcaption className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {needsRepair && (
        <span className="flex items-center gap-1.5 font-medium text-mixed">
          <PencilLine aria-hidden className="size-3.5" />
          {words.passages.unconfirmed}
        </span>
      )}
      {canBeFound && (
        <OutsideLink
          href={withTextFragment(sourceUrl, fragment)}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={claim.passages.length > 1 ? fill(texts.findPassage, { number }) : undefined}
          className="text-muted underline"
        >
          {texts.findOnPage}
        </OutsideLink>
      )}
    </figcaption>
  );
}
