import Link from "next/link";
import { Chip } from "#components/ui/badge.tsx";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import { fill } from "#lib/i18n/words.ts";
import { ClaimBadge } from "./claim-badge.tsx";
import type { Conventions } from "./conventions.ts";

/** The claim itself: the statement, where it stands, who said it when and where, its topics. */
export function ClaimHeading({ claim, words, format }: { claim: ClaimDetail } & Conventions) {
  const texts = words.claims.page;
  return (
    <header className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
        <ClaimBadge
          state={claim.state}
          tone={claim.verdict?.rating.tone ?? null}
          ratingLabel={claim.verdict?.rating.isRated ? claim.verdict.rating.label : null}
          words={words}
        />
        {claim.priority > 0 && <Chip>{texts.highPriority}</Chip>}
        <span>{fill(words.common.claimNumber, { number: claim.number })}</span>
        <Link
          href={`/desk/articles/${claim.article.id}`}
          className="tap min-w-0 wrap-anywhere underline"
          dir="auto"
        >
          {claim.article.title}
        </Link>
        <span>{fill(texts.recordedBy, { name: claim.author.name })}</span>
      </p>
      <h2
        className="max-w-[60ch] font-serif text-xl/tight font-semibold sm:text-2xl/tight tracking-tight text-pretty wrap-anywhere"
        dir="auto"
      >
        {claim.statement}
      </h2>
      <Said claim={claim} words={words} format={format} />
    </header>
  );
}

function Said({ claim, words, format }: { claim: ClaimDetail } & Pick<Conventions, "words" | "format">) {
  const texts = words.claims.page;
  const said = [whoAndWhen({ claim, words, format }), claim.saidWhere].filter(Boolean);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-muted">
      <p className="wrap-anywhere" dir="auto">
        {said.join(" · ")}
      </p>
      {claim.topics.length > 0 && (
        <ul aria-label={texts.topics} className="flex flex-wrap gap-1.5">
          {claim.topics.map((topic) => (
            <li key={topic} dir="auto">
              <Chip>{topic}</Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function whoAndWhen({
  claim,
  words,
  format,
}: { claim: ClaimDetail } & Pick<Conventions, "words" | "format">): string {
  const texts = words.claims.page;
  const day = claim.saidOn && format.day(claim.saidOn);
  if (!claim.claimant) return day ? fill(texts.saidByNobodyOn, { day }) : texts.nobodySaid;
  const who = fill(texts.said, { name: claim.claimant.name });
  return day ? `${who} · ${fill(texts.saidOn, { day })}` : who;
}
