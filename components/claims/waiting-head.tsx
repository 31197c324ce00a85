import { Globe } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { StateBadge } from "#components/verdicts/verdict-badge.tsx";
import type { ClaimState } from "#lib/claims/values.ts";
import { fill, type Words } from "#lib/i18n/words.ts";

/** The head of a card on which a claim waits for a person: why, since when, which claim, and whether readers have it. */
export function WaitingHead({
  claim,
  mark,
  since,
  titleId,
  level,
  place = "",
  published,
  words,
}: {
  claim: { id: string; number: number; statement: string; state: ClaimState };
  mark: ReactNode;
  since: string;
  titleId: string;
  level: 2 | 3;
  /** Where on the claim's page it leads, with its "#". */
  place?: string;
  /** What is said of a claim that readers have. */
  published: string;
  words: Words;
}) {
  const Heading = `h${level}` as const;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
        {mark}
        <StateBadge state={claim.state} label={words.common.states[claim.state]} />
        <span>{since}</span>
      </p>
      <Heading id={titleId} className="mt-2.5 text-claim text-pretty wrap-anywhere">
        <Link
          href={`/desk/claims/${claim.id}${place}`}
          prefetch={false}
          className="no-underline hover:underline"
        >
          <span className="font-medium">
            {fill(words.common.claimNumber, { number: claim.number }) + words.common.colon}
          </span>
          <span dir="auto" className="font-serif">
            {claim.statement}
          </span>
        </Link>
      </Heading>
      {claim.state === "published" && (
        <p className="mt-1.5 flex items-start gap-1.5 text-sm font-medium text-mixed">
          <Globe aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {published}
        </p>
      )}
    </>
  );
}
