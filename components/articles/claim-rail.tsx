"use client";

import { type ReactNode, type RefObject, useCallback, useEffect, useRef } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { rangeOfSpan } from "#lib/anchoring/selection.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { type CardActions, ClaimCardView } from "./claim-card.tsx";
import { cardId, type DeskClaim } from "./desk-claim.ts";
import type { Writing } from "./desk-state.ts";
import { wordsId } from "./marked-words.tsx";
import { useCardPlaces } from "./use-card-places.ts";
import { rectOfWords, reveal } from "./words-in-text.ts";

/** A form that stands among the cards: for words that are no claim yet, or in place of the card it edits. */
export type RailForm = { writing: Writing; content: ReactNode };

const NEW = "new";

/**
 * The claims of an article in reading order: the full equivalent of the marks. On wide screens each card stands level
 * with its words, elsewhere it is a list below the text.
 */
export function ClaimRail({
  claims,
  activeId,
  form,
  text,
  isWide,
  actions,
}: {
  claims: readonly DeskClaim[];
  activeId: string | null;
  form: RailForm | null;
  text: RefObject<HTMLElement | null>;
  isWide: boolean;
  actions: CardActions;
}) {
  const words = useWords();
  const list = useRef<HTMLOListElement>(null);
  const span = form?.writing.kind === "new" ? form.writing.span : null;
  const editedId = form?.writing.kind === "edit" ? form.writing.claimId : null;
  const items = withForm(claims, span);
  const topOf = useCallback(
    (item: HTMLElement) => (item.dataset.item === NEW ? topOfSpan(text.current, span) : topOfWords(item)),
    [text, span],
  );
  const writtenId = span ? NEW : editedId;
  const pinned = writtenId ?? activeId;
  useCardPlaces({ list, text, isWide, topOf, pinned, items: claims });
  useEffect(() => {
    if (writtenId !== null) reveal(list.current?.querySelector("form"));
  }, [writtenId]);

  return (
    <section aria-labelledby="claims-title" className="claim-rail print:hidden">
      <h2 id="claims-title" className="mb-4 text-lg font-semibold min-[1100px]:sr-only">
        {words.articles.claims.title}
      </h2>
      {items.length === 0 && (
        <p className="rounded-lg border border-dashed border-line-strong px-4 py-5 text-center text-sm text-pretty text-muted">
          <strong className="mb-1 block font-medium text-ink">{words.articles.claims.none}</strong>
          {words.articles.claims.noneHint}
        </p>
      )}
      <ol ref={list} className="claim-list">
        {items.map((claim) =>
          claim === NEW ? (
            <li key={NEW} data-item={NEW}>
              {form?.content}
            </li>
          ) : (
            <li
              key={claim.id}
              id={cardId(claim.number)}
              data-item={claim.id}
              data-number={claim.number}
              tabIndex={-1}
            >
              {editedId === claim.id ? (
                form?.content
              ) : (
                <ClaimCardView
                  claim={claim}
                  isActive={claim.id === activeId}
                  wordsHref={isWide || claim.passages.length === 0 ? undefined : `#${wordsId(claim.number)}`}
                  {...actions}
                />
              )}
            </li>
          ),
        )}
      </ol>
    </section>
  );
}

/** The form for new words goes where their claim will be. */
function withForm(claims: readonly DeskClaim[], span: Span | null): (DeskClaim | typeof NEW)[] {
  if (span === null) return [...claims];
  const at = claims.findIndex(
    ({ passages }) => (passages[0]?.start ?? Number.POSITIVE_INFINITY) > span.start,
  );
  return at === -1 ? [...claims, NEW] : [...claims.slice(0, at), NEW, ...claims.slice(at)];
}

function topOfWords(item: HTMLElement): number | null {
  return rectOfWords(Number(item.dataset.number))?.top ?? null;
}

function topOfSpan(root: HTMLElement | null, span: Span | null): number | null {
  const range = root && span ? rangeOfSpan(root, span) : null;
  return range?.getClientRects()[0]?.top ?? null;
}
