"use client";

import "./article-desk.css";
import type { ReactNode } from "react";
import { ClaimRail } from "#components/articles/cards/claim-rail.tsx";
import { CaretInText } from "#components/articles/caret/caret.tsx";
import { PassageEndHandles } from "#components/articles/ends/passage-end-handles.tsx";
import { ClaimsBar, NothingFits } from "#components/articles/finding/claims-bar.tsx";
import { LazyMinimap } from "#components/articles/minimap/lazy-minimap.tsx";
import { ChosenAloud, SelectionToolbar } from "#components/articles/selecting/selection-toolbar.tsx";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import type { SentListing } from "#components/articles/store/use-claim-store.ts";
import { LineMarkers } from "#components/articles/text/line-markers.tsx";
import { LiveProvider } from "#components/live/live-context.ts";
import { useLiveArticle } from "#components/live/use-live-article.ts";
import { ArticleBar } from "./article-bar.tsx";
import { DeskOverlays } from "./desk-overlays.tsx";
import { DeskText } from "./desk-text.tsx";
import { PassagesContext } from "./passages-context.ts";
import { useDesk } from "./use-desk.tsx";

/**
 * The article at the desk: its text with the claims in it, their cards beside it, and all ways to make a claim of
 * words. What it knows of its claims is in one store (claim-store.ts).
 */
export function ArticleDesk({
  memberId,
  title,
  canEdit,
  article,
  listing,
  seq,
  head,
}: {
  memberId: string;
  title: string;
  canEdit: boolean;
  article: DeskArticle;
  /** Its claims as they were when the page was made. */
  listing: SentListing;
  /** The last event of the article that is in them. */
  seq: number;
  head: ReactNode;
}) {
  const desk = useDesk({ memberId, article, listing });
  const { text, isWide, state, change, store, claims, filtering, chosen, form } = desk;
  const words = chosen && article.text.slice(chosen.span.start, chosen.span.end);
  const live = useLiveArticle({
    memberId,
    articleId: article.id,
    revisionId: article.revisionId,
    seq,
    apply: store.apply,
    activeId: state.activeId,
    editedId: state.writing?.kind === "edit" ? state.writing.claimId : null,
  });
  return (
    <LiveProvider value={live}>
      <PassagesContext value={{ ...desk.passages, ends: desk.ends }}>
        <div className="article-top">
          <ArticleBar
            articleId={article.id}
            title={title}
            claims={claims}
            canEdit={canEdit}
            onSentences={desk.openSentences}
            onCaret={desk.caret.begin}
            onSuggestions={desk.suggestions.show}
          />
          <ClaimsBar claims={claims} filtering={filtering} steps={desk.steps} />
        </div>
        <div className="article-desk">
          <div className="article-column">
            {head}
            <div ref={text} tabIndex={-1} className="article-words relative outline-none">
              <DeskText
                article={article}
                store={store}
                pick={filtering.pick}
                drawn={desk.drawn}
                hasAllCards={!desk.isMany}
                activeId={state.activeId}
              />
              {!isWide && (
                <LineMarkers
                  text={text}
                  claims={filtering.shown}
                  drawn={desk.drawn}
                  onOpen={(claimIds) => change({ choice: { claimIds, at: { x: 0, y: 0 } } })}
                />
              )}
              <CaretInText root={text} article={article} mode={desk.caret} />
              <PassageEndHandles root={text} article={article} ends={desk.ends} claims={claims} />
              <ChosenAloud words={desk.caret.caret ? null : words} />
              {chosen && words !== null && (
                <SelectionToolbar
                  text={text}
                  span={chosen.span}
                  words={words}
                  isAside={desk.passages.choosing !== null}
                  onClaim={desk.claimWords}
                  onAlsoHere={desk.passages.alsoHere}
                  onWholeSentence={desk.takeSentence}
                  onClear={desk.letGo}
                />
              )}
            </div>
            <LazyMinimap
              text={text}
              article={article}
              claims={filtering.shown}
              activeId={state.activeId}
              onGo={desk.goTo}
            />
          </div>
          <ClaimRail
            article={article}
            claims={filtering.shown}
            empty={
              filtering.isOn && claims.length > 0 ? <NothingFits onShowAll={filtering.showAll} /> : undefined
            }
            drawn={desk.drawn}
            isMany={desk.isMany}
            onCrowd={(claimIds, at) => change({ choice: { claimIds, at } })}
            activeId={state.activeId}
            form={isWide && state.writing ? { writing: state.writing, content: form.content } : null}
            text={text}
            isWide={isWide}
            actions={desk.cardActions}
          />
        </div>
        <DeskOverlays desk={desk} />
      </PassagesContext>
    </LiveProvider>
  );
}
