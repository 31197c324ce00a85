"use client";

import { createContext, type ReactNode, use } from "react";
import type { DeskArticle } from "#components/articles/store/desk-claim.ts";

const NewestText = createContext<DeskArticle | null>(null);

/** Gives the items of a repair list the article's text to choose words in, once for all of them. */
export function NewestTextProvider({ article, children }: { article: DeskArticle; children: ReactNode }) {
  return <NewestText value={article}>{children}</NewestText>;
}

/** The text words can be chosen in; null in a list over several articles. */
export const useNewestText = (): DeskArticle | null => use(NewestText);
