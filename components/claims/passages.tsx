import Link from "next/link";
import type { ClaimDetail, PassageInContext } from "#lib/claims/claim-detail.ts";
import type { Words } from "#lib/i18n/words.ts";

/** The claim's words marked among the sentences around them, once for each place where they stand. */
export function Passages({ claim, words }: { claim: ClaimDetail; words: Words }) {
  const { article } = claim;
  const texts = words.claims.page;
  const inArticle = `/desk/articles/${article.id}#claim-${claim.number}`;
  return (
    <div className="grid gap-3">
      {claim.passages.map((passage) => (
        <Passage key={passage.id} passage={passage} claim={claim} />
      ))}
      {claim.passages.length === 0 && <p className="text-muted">{texts.noPassage}</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        <Link href={inArticle} className="underline">
          {claim.passages.length === 0 ? texts.openArticle : texts.seeInArticle}
        </Link>
        {article.sourceUrl && (
          <a href={article.sourceUrl} target="_blank" rel="noopener noreferrer" className="underline">
            {texts.original}
            {article.publisher && ` (${article.publisher})`}
          </a>
        )}
      </p>
    </div>
  );
}

function Passage({ passage: { context }, claim }: { passage: PassageInContext; claim: ClaimDetail }) {
  const { text, start, end } = context;
  return (
    <blockquote
      lang={claim.article.language}
      dir={claim.article.direction}
      className="rounded-lg border border-line bg-raised px-5 py-4 font-serif text-lg/relaxed whitespace-pre-line text-muted wrap-anywhere"
    >
      {text.slice(0, start)}
      <mark data-tone={claim.verdict?.rating.tone ?? "pending"} className="text-ink">
        {text.slice(start, end)}
      </mark>
      {text.slice(end)}
    </blockquote>
  );
}
