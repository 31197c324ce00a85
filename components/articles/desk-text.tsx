"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { ArticleText } from "./article-text.tsx";
import type { ClaimStore } from "./claim-store.ts";
import type { DeskArticle } from "./desk-claim.ts";
import { markedClaim } from "./marked-claim.ts";
import { useClaimList } from "./use-claim-store.ts";

/** The article's text at the desk, with its claims marked in it. */
export function DeskText({ article, store }: { article: DeskArticle; store: ClaimStore }) {
  const words = useWords();
  const list = useClaimList(store);
  return (
    <ArticleText
      text={article.text}
      blocks={article.blocks}
      language={article.language}
      direction={article.direction}
      tableName={words.common.table}
      claims={list.map((claim) => markedClaim(claim, words))}
    />
  );
}
