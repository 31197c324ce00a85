"use client";

import { CopyCheck, Pencil, PencilLine, SearchX, Trash2 } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { memo, useId, useRef } from "react";
import { MoveEndsButton } from "#components/articles/ends/move-ends-button.tsx";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { wordsId } from "#components/articles/text/marked-words.tsx";
import { ClaimCommentsLink } from "#components/comments/claim-comments-link.tsx";
import { EditedBy } from "#components/live/edited-by.tsx";
import { useFormat, useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { waitsForRepair } from "#components/passages/waits-for-repair.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button, IconButton, LinkButton } from "#components/ui/button.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";
import { fill, plural } from "#lib/i18n/words.ts";
import { CardPassages } from "./card-passages.tsx";
import { CardStanding } from "./card-standing.tsx";

export type CardActions = {
  /** `isBeside`: whether the claim's words stand level with the card. */
  activate: (claimId: string, isBeside: boolean) => void;
  edit: (claimId: string) => void;
  remove: (claimId: string) => void;
  /** Gives the focus to the claim's words; null where they are not beside the card. */
  toWords: ((claimId: string) => void) | null;
};

/** One claim beside the text. Active, it shows what can be done; its statement leads to the claim's own page. */
export const ClaimCardView = memo(function ClaimCardView({
  claim,
  isActive,
  wordsHref,
  activate,
  edit,
  remove,
  toWords,
}: CardActions & {
  claim: DeskClaim;
  isActive: boolean;
  /** Where the claim's words are, when they are not beside the card. */
  wordsHref?: string | undefined;
}) {
  const words = useWords();
  const [stateId, numberId] = [useId(), useId()];
  const isBeside = wordsHref === undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the card by the link inside it
    // biome-ignore lint/a11y/noStaticElementInteractions: a larger place to press for the same link
    <div
      data-active={isActive || undefined}
      onClick={() => activate(claim.id, isBeside)}
      className={classNames(
        "group/card relative cursor-default rounded-lg border bg-raised px-3.5 py-3 transition-shadow has-[h3_:focus-visible]:outline-2 has-[h3_:focus-visible]:outline-offset-2 has-[h3_:focus-visible]:outline-accent",
        isActive ? "border-line-strong shadow-md" : "border-line hover:border-line-strong",
      )}
    >
      <div className="flex items-center justify-between gap-3">
        <CardStanding id={stateId} claim={claim} />
        <CardNumber id={numberId} claim={claim} toWords={isActive ? toWords : null} />
      </div>
      <Statement
        claim={claim}
        describedBy={`${stateId} ${numberId}`}
        isActive={isActive}
        onFocus={() => activate(claim.id, isBeside)}
      />
      <RepairLine claim={claim} />
      <RepeatsLine claim={claim} />
      <CardFacts claim={claim} />
      <EditedBy claimId={claim.id} />
      <CardPassages claim={claim} isActive={isActive} />
      {isActive && (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <LinkButton
            href={`/desk/claims/${claim.id}`}
            variant="primary"
            size="sm"
            aria-label={fill(words.articles.claims.openClaim, { number: claim.number })}
          >
            {words.articles.claims.open}
          </LinkButton>
          {wordsHref !== undefined && (
            <a
              href={wordsHref}
              className={buttonStyle({ size: "sm" })}
              onClick={(event) => {
                if (toWords === null) return;
                event.preventDefault();
                event.stopPropagation();
                toWords(claim.id);
              }}
            >
              {words.articles.claims.show}
            </a>
          )}
          {claim.canEdit && (
            <Button size="sm" onClick={() => edit(claim.id)}>
              <Pencil aria-hidden className="size-3.5" />
              {words.common.edit}
            </Button>
          )}
          <MoveEndsButton claim={claim} />
          {claim.canDelete && (
            <IconButton label={words.common.delete} className="ms-auto" onClick={() => remove(claim.id)}>
              <Trash2 aria-hidden className="size-4" />
            </IconButton>
          )}
        </div>
      )}
    </div>
  );
});

/** The claim's number; on the active card it leads back to the words, as their number leads to the card. */
function CardNumber({ id, claim, toWords }: { id: string; claim: DeskClaim } & Pick<CardActions, "toWords">) {
  const words = useWords();
  const { number } = claim;
  const text = <span id={id}>{fill(words.common.claimNumber, { number })}</span>;
  const look = "text-xs whitespace-nowrap text-muted tabular-nums";
  if (toWords === null || claim.passages.length === 0) return <span className={look}>{text}</span>;
  return (
    <a
      href={`#${wordsId(number)}`}
      aria-label={fill(words.articles.claims.backToWords, { number })}
      className={classNames(look, "-m-1 rounded-sm p-1 no-underline hover:text-ink hover:underline")}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        toWords(claim.id);
      }}
    >
      {text}
    </a>
  );
}

/** A first press shows where the claim stands, the next one opens it; keys and screen readers open it at once. */
function Statement({
  claim,
  describedBy,
  isActive,
  onFocus,
}: {
  claim: DeskClaim;
  describedBy: string;
  isActive: boolean;
  onFocus: () => void;
}) {
  const wasPressedInactive = useRef(false);
  return (
    <h3 className="my-2 font-serif text-[0.96875rem] leading-[1.42] font-normal text-pretty wrap-break-word">
      <Link
        href={`/desk/claims/${claim.id}`}
        prefetch={false}
        dir="auto"
        aria-describedby={describedBy}
        className="block no-underline outline-none group-data-active/card:hover:underline"
        onPointerDown={() => {
          wasPressedInactive.current = !isActive;
        }}
        onFocus={onFocus}
        onClick={(event) => {
          const onlyShows = wasPressedInactive.current && !event.metaKey && !event.ctrlKey && !event.shiftKey;
          wasPressedInactive.current = false;
          if (onlyShows) event.preventDefault();
        }}
      >
        {claim.statement}
      </Link>
    </h3>
  );
}

/** That the article changed under the claim's words, and the way to say where they stand now. */
function RepairLine({ claim }: { claim: DeskClaim }) {
  const words = useWords().articles.claims;
  // Cards stand on the article's own page.
  const article = usePathname();
  if (!waitsForRepair(claim)) return null;
  const isChanged = claim.passages.some(({ needsRepair }) => needsRepair);
  const Icon = isChanged ? PencilLine : SearchX;
  return (
    <p className="mb-2 flex items-start gap-1.5 text-xs font-medium text-pretty text-mixed">
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      <Link href={`${article}/repairs#claim-${claim.number}`} prefetch={false} className="underline">
        {isChanged ? words.changedConfirm : words.lostFind}
      </Link>
    </p>
  );
}

/** Which claim a duplicate repeats. */
function RepeatsLine({ claim: { duplicateOf } }: { claim: DeskClaim }) {
  const words = useWords().articles.claims;
  if (duplicateOf === null) return null;
  return (
    <p className="mb-2 flex items-start gap-1.5 text-xs text-pretty text-muted">
      <CopyCheck aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 wrap-break-word">
        {words.repeats}{" "}
        <Link href={`/desk/claims/${duplicateOf.id}`} prefetch={false} dir="auto" className="underline">
          {duplicateOf.statement}
        </Link>
      </span>
    </p>
  );
}

function CardFacts({ claim }: { claim: DeskClaim }) {
  const words = useWords();
  const locale = useLocale();
  const format = useFormat();
  const said =
    claim.claimantName && claim.saidOn
      ? fill(words.articles.claims.saidBy, { name: claim.claimantName, day: format.shortDay(claim.saidOn) })
      : (claim.claimantName ?? (claim.saidOn && format.shortDay(claim.saidOn)));
  const person = claim.lease
    ? {
        name: claim.lease.holderName,
        text: fill(words.articles.claims.with, { name: claim.lease.holderName }),
      }
    : { name: claim.authorName, text: fill(words.articles.claims.by, { name: claim.authorName }) };
  return (
    <div className="flex items-center gap-x-3 text-xs text-muted">
      <p className="flex min-w-0 flex-1 flex-wrap gap-x-3">
        {claim.passages.length === 0 && !waitsForRepair(claim) && <span>{words.articles.claims.lost}</span>}
        <span className="tabular-nums">{plural(locale, words.common.sources, claim.sourceCount)}</span>
        {said && <span className="min-w-0 truncate">{said}</span>}
      </p>
      <ClaimCommentsLink claim={claim} />
      <span className="sr-only">{person.text}</span>
      <Avatar name={person.name} size="sm" />
    </div>
  );
}
