"use client";

import { ExternalLink } from "lucide-react";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import type { ForeignCheck } from "#lib/foreign-checks/queries.ts";
import { fill } from "#lib/i18n/words.ts";

/** A check that somebody else published: what they say of it, who and when, and where to read it. */
export function ForeignClaim({
  check: { url, statement, ratingLabel, publisher, claimantName, checkedOn },
}: {
  check: ForeignCheck;
}) {
  const texts = useWords().claims.earlier;
  const format = useFormat();
  return (
    <li className="grid min-w-0 gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
        <span dir="auto" className="rounded-full border border-line px-2 py-0.5 font-medium text-ink">
          {ratingLabel}
        </span>
        <span dir="auto">{fill(texts.foreign, { publisher })}</span>
        {checkedOn && <span>{fill(texts.checkedOn, { day: format.shortDay(checkedOn) })}</span>}
      </p>
      <OutsideLink
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        dir="auto"
        className="font-serif text-[0.96875rem] leading-[1.42] text-pretty wrap-break-word underline"
      >
        {statement}
        <ExternalLink aria-hidden className="ms-1.5 inline size-3.5 text-muted" />
        <span className="sr-only"> ({texts.newTab})</span>
      </OutsideLink>
      {claimantName && (
        <p dir="auto" className="text-xs wrap-break-word text-muted">
          {claimantName}
        </p>
      )}
    </li>
  );
}
