import Link from "next/link";
import type { ReactNode } from "react";
import type { ClaimListItem } from "#lib/claims/claim-card.ts";
import { fill, plural } from "#lib/i18n/words.ts";
import { ClaimBadge } from "./claim-badge.tsx";
import type { Conventions } from "./conventions.ts";

/** Claims as a list: each leads to its page. `noteOf` says what matters of one in this place. */
export function ClaimRows<Item extends ClaimListItem>({
  claims,
  noteOf,
  ...conventions
}: { claims: readonly Item[]; noteOf?: (claim: Item) => ReactNode } & Conventions) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {claims.map((claim) => (
        <li key={claim.id}>
          <ClaimRow claim={claim} note={noteOf?.(claim)} {...conventions} />
        </li>
      ))}
    </ul>
  );
}

function ClaimRow({
  claim,
  note,
  words,
  format,
  locale,
  now,
}: { claim: ClaimListItem; note: ReactNode } & Conventions) {
  return (
    <article className="relative grid gap-x-6 gap-y-2 px-3 py-4 hover:bg-hover sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-1.5">
        <h3 className="font-serif text-claim text-pretty wrap-anywhere" dir="auto">
          <Link
            href={`/desk/claims/${claim.id}`}
            className="no-underline outline-none after:absolute after:inset-0 after:-outline-offset-2 after:outline-accent focus-visible:after:outline-2"
          >
            {claim.statement}
          </Link>
        </h3>
        {note}
        <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-muted">
          <span className="line-clamp-1 min-w-0 wrap-anywhere" dir="auto">
            {claim.article.title}
          </span>
          {claim.claimantName && (
            <span className="min-w-0 wrap-anywhere" dir="auto">
              {claim.claimantName}
            </span>
          )}
          <span>{plural(locale, words.common.sources, claim.sourceCount)}</span>
          <span>{claim.authorName}</span>
          <span>{fill(words.claims.list.updated, { when: format.since(claim.updatedAt, now) })}</span>
        </p>
      </div>
      <p className="flex flex-wrap items-start gap-1.5 sm:justify-end">
        <ClaimBadge state={claim.state} tone={claim.tone} ratingLabel={claim.ratingLabel} words={words} />
      </p>
    </article>
  );
}
