"use client";

import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import {
  CrowdItem,
  FurtherCards,
  useWholeList,
  WholeListSwitch,
} from "#components/articles/finding/whole-list.tsx";
import type { Writing } from "#components/articles/page/desk-state.ts";
import { rectOfWords, revealForm } from "#components/articles/selecting/words-in-text.ts";
import { cardId, type DeskArticle, type DeskClaim } from "#components/articles/store/desk-claim.ts";
import type { DrawnBlocks } from "#components/articles/text/drawn-blocks.ts";
import { wordsId } from "#components/articles/text/marked-words.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { rangeOfSpan } from "#lib/anchoring/selection.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { type CardActions, ClaimCardView } from "./claim-card.tsx";
import type { Crowd } from "./near-cards.ts";
import { useCardPlaces } from "./use-card-places.ts";
import { useNearClaims } from "./use-near-claims.ts";

/** A form that stands among the cards: for words that are no claim yet, or in place of the card it edits. */
export type RailForm = { writing: Writing; content: ReactNode };

const NEW = "new";

/**
 * The claims of an article in reading order: the full equivalent of the marks. On wide screens each card stands level
 * with its words, elsewhere it is a list below the text.
 */
export function ClaimRail({
  article,
  claims,
  empty,
  drawn,
  isMany,
  activeId,
  form,
  text,
  isWide,
  actions,
  onCrowd,
}: {
  article: DeskArticle;
  claims: readonly DeskClaim[];
  /** What is said when there are none, if not that there are none yet. */
  empty?: ReactNode;
  drawn: DrawnBlocks;
  isMany: boolean;
  activeId: string | null;
  form: RailForm | null;
  text: RefObject<HTMLElement | null>;
  isWide: boolean;
  actions: CardActions;
  /** Claims without room for their cards are asked for. */
  onCrowd: (claimIds: string[], at: { x: number; y: number }) => void;
}) {
  const words = useWords();
  const list = useRef<HTMLOListElement>(null);
  const span = form?.writing.kind === "new" ? form.writing.span : null;
  const editedId = form?.writing.kind === "edit" ? form.writing.claimId : null;
  const topOf = useCallback(
    (item: HTMLElement) => (item.dataset.item === NEW ? topOfSpan(text.current, span) : topOfWords(item)),
    [text, span],
  );
  const writtenId = span ? NEW : editedId;
  const pinned = writtenId ?? activeId;
  const whole = useWholeList(claims, isMany);
  const isBeside = isWide && !whole.isOpen;
  const near = useNearClaims({
    text,
    blocks: article.blocks,
    claims,
    isNeeded: isMany && isBeside,
    pinnedId: editedId ?? activeId,
  });
  const shown = near ?? whole.shown;
  const items = withForm(shown, span);
  const drawnCount = useSyncExternalStore(drawn.subscribe, drawn.countAtRest, drawn.countAtRest);
  useCardPlaces({ list, text, isWide: isBeside, topOf, pinned, writtenId, items: shown, drawnCount });
  useEffect(() => {
    if (writtenId !== null) revealForm(list.current?.querySelector("form"));
  }, [writtenId]);

  return (
    <section aria-labelledby="claims-title" className="claim-rail print:hidden">
      <h2 id="claims-title" className="mb-4 text-lg font-semibold min-[1100px]:sr-only">
        {words.articles.claims.title}
      </h2>
      {items.length === 0 &&
        (empty ?? (
          <p className="rounded-lg border border-dashed border-line-strong px-4 py-5 text-center text-sm text-pretty text-muted">
            <strong className="mb-1 block font-medium text-ink">{words.articles.claims.none}</strong>
            {words.articles.claims.noneHint}
          </p>
        ))}
      {isMany && isWide && <WholeListSwitch count={claims.length} whole={whole} />}
      <ol ref={list} className="claim-list">
        {items.map((claim) =>
          claim === NEW ? (
            <li key={NEW} data-item={NEW}>
              {form?.content}
            </li>
          ) : "crowd" in claim ? (
            <CrowdItem key={`crowd ${claim.crowd[0]?.id}`} claims={claim.crowd} onOpen={onCrowd} />
          ) : (
            <li
              key={claim.id}
              id={cardId(claim.number)}
              data-item={claim.id}
              data-number={claim.number}
              data-front={(claim.id === activeId && claim.id !== editedId) || undefined}
              tabIndex={-1}
            >
              {editedId === claim.id ? (
                form?.content
              ) : (
                <ClaimCardView
                  claim={claim}
                  isActive={claim.id === activeId}
                  wordsHref={
                    isBeside || claim.passages.length === 0 ? undefined : `#${wordsId(claim.number)}`
                  }
                  {...actions}
                />
              )}
            </li>
          ),
        )}
      </ol>
      {near === null && <FurtherCards whole={whole} />}
    </section>
  );
}

type Item = DeskClaim | Crowd<DeskClaim>;

/** The form for new words goes where their claim will be. */
function withForm(items: readonly Item[], span: Span | null): (Item | typeof NEW)[] {
  if (span === null) return [...items];
  const at = items.findIndex((item) => {
    const claim = "crowd" in item ? item.crowd[0] : item;
    return (claim?.passages[0]?.start ?? Number.POSITIVE_INFINITY) > span.start;
  });
  return at === -1 ? [...items, NEW] : [...items.slice(0, at), NEW, ...items.slice(at)];
}

function topOfWords(item: HTMLElement): number | null {
  return rectOfWords(Number(item.dataset.number))?.top ?? null;
}

function topOfSpan(root: HTMLElement | null, span: Span | null): number | null {
  const range = root && span ? rangeOfSpan(root, span) : null;
  return range?.getClientRects()[0]?.top ?? null;
}
