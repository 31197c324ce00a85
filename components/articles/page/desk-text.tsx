"use client";

import { createContext, memo, use, useMemo, useSyncExternalStore } from "react";
import type { PickClaims } from "#components/articles/finding/use-claim-filter.ts";
import type { ClaimStore, PendingClaim } from "#components/articles/store/claim-store.ts";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import { useClaims } from "#components/articles/store/use-claim-store.ts";
import { ArticleBlocks } from "#components/articles/text/article-blocks.tsx";
import { createBlockIndex } from "#components/articles/text/block-index.ts";
import type { DrawnBlocks } from "#components/articles/text/drawn-blocks.ts";
import { markedClaim, markedPending } from "#components/articles/text/marked-claim.ts";
import { MarkedWords, passagesOf } from "#components/articles/text/marked-words.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import type { Block } from "#lib/anchoring/blocks.ts";
import { reachOf } from "#lib/anchoring/segments.ts";
import type { DeskClaim } from "#lib/claims/desk-claim.ts";

type Source = {
  article: DeskArticle;
  store: ClaimStore;
  pick: PickClaims;
  drawn: DrawnBlocks;
  hasAllCards: boolean;
  claimsIn: (claims: readonly DeskClaim[]) => readonly (readonly DeskClaim[])[];
  pendingIn: (pending: readonly PendingClaim[]) => readonly (readonly PendingClaim[])[];
};

const ActiveClaim = createContext<string | null>(null);

/**
 * The article's text at the desk. Each block takes the claims that touch it from the store and is drawn again only
 * when those change; blocks out of sight may wait with their marks (use-drawn-blocks.ts).
 */
export const DeskText = memo(function DeskText({
  article,
  store,
  pick,
  drawn,
  hasAllCards,
  activeId,
}: {
  article: DeskArticle;
  store: ClaimStore;
  /** Which of the claims are marked. */
  pick: PickClaims;
  drawn: DrawnBlocks;
  /** Whether each claim has a card on the page, which says more about it. */
  hasAllCards: boolean;
  activeId: string | null;
}) {
  const { table } = useWords().common;
  const indexes = useMemo(
    (): Pick<Source, "claimsIn" | "pendingIn"> => ({
      claimsIn: createBlockIndex(article.blocks, (claim) => claim.passages),
      pendingIn: createBlockIndex(article.blocks, (claim) => [claim.span]),
    }),
    [article],
  );
  const source = useMemo(
    (): Source => ({ article, store, pick, drawn, hasAllCards, ...indexes }),
    [article, store, pick, drawn, hasAllCards, indexes],
  );
  const blocks = useMemo(() => {
    const places = new Map(article.blocks.map((block, index) => [block, index]));
    return (
      <ArticleBlocks
        blocks={article.blocks}
        language={article.language}
        direction={article.direction}
        tableName={table}
        words={(block) => <BlockWords source={source} index={places.get(block) ?? 0} />}
      />
    );
  }, [article, source, table]);
  return <ActiveClaim value={activeId}>{blocks}</ActiveClaim>;
});

const NONE: readonly never[] = [];

function BlockWords({ source, index }: { source: Source; index: number }) {
  const { article, store, pick, drawn, hasAllCards, claimsIn, pendingIn } = source;
  const claims = useClaims(store, ({ list }) => claimsIn(pick(list))[index] ?? NONE);
  const pending = useClaims(store, (all) => pendingIn(all.pending)[index] ?? NONE);
  const isDrawn = useSyncExternalStore(
    drawn.subscribe,
    () => drawn.has(index),
    () => drawn.hadAtFirst(index),
  );
  const activeId = use(ActiveClaim);
  const block = article.blocks[index];
  if (!block) return null;
  return (
    <ClaimedWords
      article={article}
      block={block}
      index={index}
      claims={isDrawn ? claims : NONE}
      pending={pending}
      hasAllCards={hasAllCards}
      activeId={claims.some(({ id }) => id === activeId) ? activeId : null}
    />
  );
}

const ClaimedWords = memo(function ClaimedWords({
  article,
  block,
  index,
  claims,
  pending,
  hasAllCards,
  activeId,
}: {
  article: DeskArticle;
  block: Block;
  index: number;
  claims: readonly DeskClaim[];
  pending: readonly PendingClaim[];
  hasAllCards: boolean;
  activeId: string | null;
}) {
  const words = useWords();
  const marked = [
    ...claims.map((claim) => markedClaim(claim, words, hasAllCards)),
    ...pending.map((claim) => markedPending(claim, words)),
  ];
  return (
    <MarkedWords
      text={article.text}
      block={block}
      reach={reachOf(article.blocks, index)}
      passages={marked.flatMap(passagesOf).filter(({ start, end }) => start < block.end && end > block.start)}
      activeId={activeId}
    />
  );
});
