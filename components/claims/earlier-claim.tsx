"use client";

import { Check, ExternalLink } from "lucide-react";
import { useFormat, useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { CheckedClaim } from "#lib/claims/checked-before.ts";
import { fill, plural } from "#lib/i18n/words.ts";
import { ClaimBadge } from "./claim-badge.tsx";

/** What is made of an earlier claim: the new one is its duplicate, or takes over its sources. */
export type EarlierUse = "duplicate" | "sources";

/** An earlier claim that says nearly the same: what became of it, whose it is, and what can be made of it. */
export function EarlierClaim({
  claim,
  chosen,
  mayDismiss,
  choose,
}: {
  claim: CheckedClaim;
  chosen: EarlierUse | null;
  mayDismiss: boolean;
  choose: (use: EarlierUse | null) => void;
}) {
  const texts = useWords().claims.earlier;
  const locale = useLocale();
  return (
    <li className="grid min-w-0 gap-1.5">
      <EarlierFacts claim={claim} />
      <div className="flex flex-wrap gap-2">
        {claim.sourceCount > 0 && (
          <UseButton isChosen={chosen === "sources"} choose={(on) => choose(on ? "sources" : null)}>
            {plural(locale, texts.copy, claim.sourceCount)}
          </UseButton>
        )}
        {mayDismiss && claim.state !== "dismissed" && (
          <UseButton isChosen={chosen === "duplicate"} choose={(on) => choose(on ? "duplicate" : null)}>
            {texts.duplicate}
          </UseButton>
        )}
      </div>
    </li>
  );
}

/** What the claim says, what became of it and whose it is. */
export function EarlierFacts({ claim }: { claim: CheckedClaim }) {
  const words = useWords();
  const said = [claim.claimantName, claim.articleTitle].filter(Boolean).join(" · ");
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
        <ClaimBadge {...claim} words={words} />
        <CheckedDay claim={claim} />
      </p>
      <a
        href={`/desk/claims/${claim.id}`}
        target="_blank"
        rel="noopener"
        dir="auto"
        className="font-serif text-[0.96875rem] leading-[1.42] text-pretty wrap-break-word underline"
      >
        {claim.statement}
        <ExternalLink aria-hidden className="ms-1.5 inline size-3.5 text-muted" />
        <span className="sr-only"> ({words.claims.earlier.newTab})</span>
      </a>
      <p dir="auto" className="text-xs wrap-break-word text-muted">
        {said}
      </p>
    </>
  );
}

function CheckedDay({ claim: { decidedAt, createdAt } }: { claim: CheckedClaim }) {
  const texts = useWords().claims.earlier;
  const format = useFormat();
  const day = format.shortDay(format.today(decidedAt ?? createdAt));
  return <span>{fill(decidedAt ? texts.checkedOn : texts.notedOn, { day })}</span>;
}

/** Pressed once it is chosen, again to take that back. It is done when the form is saved. */
function UseButton({
  isChosen,
  choose,
  children,
}: {
  isChosen: boolean;
  choose: (on: boolean) => void;
  children: string;
}) {
  return (
    <Button
      size="sm"
      aria-pressed={isChosen}
      onClick={() => choose(!isChosen)}
      className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
    >
      {isChosen && <Check aria-hidden className="-ms-0.5 size-3.5" />}
      {children}
    </Button>
  );
}
