import { useCallback, useEffect, useRef, useState } from "react";
import type { CommentsView, Subject } from "#lib/comments/queries.ts";
import { THREADS_AT_ONCE } from "#lib/comments/values.ts";
import { useOnComments } from "./comments-signal.ts";

type Asked = { take: number; until?: string | undefined };

/**
 * The comments on a claim or an article: what the page brought, then what the server says now. Without anything from
 * the page they are fetched at once. `view` is null until they are there.
 */
export function useComments({
  subject,
  initial,
  take: takeAtFirst = THREADS_AT_ONCE,
}: {
  subject: Subject;
  initial: CommentsView | null;
  take?: number | undefined;
}) {
  const [view, setView] = useState(initial);
  const [brought, setBrought] = useState(initial);
  const [failed, setFailed] = useState(false);
  const asked = useRef<Asked>({ take: takeAtFirst });
  if (initial !== brought) {
    setBrought(initial);
    setView(initial);
  }

  const address = addressOf(subject);
  const fetching = useRef<AbortController | null>(null);
  const refresh = useCallback(async (): Promise<void> => {
    fetching.current?.abort();
    const controller = new AbortController();
    fetching.current = controller;
    try {
      const answer = await fetch(`${address}&threads=${asked.current.take}`, { signal: controller.signal });
      if (!answer.ok) throw new Error(`comments: ${answer.status}`);
      setView((await answer.json()) as CommentsView);
      setFailed(false);
    } catch {
      if (!controller.signal.aborted) setFailed(true);
    }
  }, [address]);

  useOnComments(refresh);
  useEffect(() => {
    if (initial === null) refresh();
    return () => fetching.current?.abort();
  }, [initial, refresh]);

  const showEarlier = () => {
    asked.current.take = Math.max(asked.current.take, view?.threads.length ?? 0) + THREADS_AT_ONCE;
    return refresh();
  };
  return { view, failed, refresh, showEarlier };
}

function addressOf(subject: Subject): string {
  return "claimId" in subject
    ? `/api/desk/comments?claim=${subject.claimId}`
    : `/api/desk/comments?article=${subject.articleId}`;
}
