"use client";

import { createContext, type ReactNode, use, useEffect, useState } from "react";
import type { CommentCounts } from "#lib/comments/queries.ts";
import { useOnComments } from "./comments-signal.ts";

type Counts = { articleId: string; viewerId: string; counts: CommentCounts };

const Context = createContext<Counts | null>(null);

/** Knows how many comments there are on an article and on each of its claims, and asks anew when they change. */
export function CommentCountsProvider({
  articleId,
  viewerId,
  initial,
  children,
}: {
  articleId: string;
  viewerId: string;
  initial: CommentCounts;
  children: ReactNode;
}) {
  const [counts, setCounts] = useState(initial);
  useEffect(() => setCounts(initial), [initial]);
  useOnComments(async () => {
    try {
      const answer = await fetch(`/api/desk/comments/counts?article=${articleId}`);
      if (answer.ok) setCounts(((await answer.json()) as { counts: CommentCounts }).counts);
    } catch {
      // Away from the server they stay as they are.
    }
  });
  return <Context value={{ articleId, viewerId, counts }}>{children}</Context>;
}

/** How many comments there are on a claim, or on the article itself; null outside the provider. */
export function useCommentCount(claimId: string | null) {
  const known = use(Context);
  const { count = 0, unread = 0 } = known?.counts[claimId ?? ""] ?? {};
  return known && { articleId: known.articleId, viewerId: known.viewerId, count, unread };
}
