"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { announceComments } from "#components/comments/comments-signal.ts";
import type { DeskClaim } from "#lib/claims/desk-claim.ts";
import { MOST_ASKED_CLAIMS } from "#lib/claims/values.ts";
import { followArticle } from "./live-connection.ts";
import { createLiveStore, type LiveStore } from "./live-store.ts";
import { readClaims } from "./read-claims.ts";
import { usePresence } from "./use-presence.ts";

/**
 * Milliseconds from the first change to its reading: what one command did comes together. Then between two readings
 * while changes go on, and before a failed one is tried again.
 */
const SOON = 25;
const TOGETHER = 100;
const AGAIN = 3_000;

type Shown = {
  memberId: string;
  articleId: string;
  revisionId: string;
  /** The last event of the article that the page knows. */
  seq: number;
  apply: (changes: { claims: readonly DeskClaim[]; goneIds: readonly string[] }) => void;
  /** The claim the person is on. */
  activeId: string | null;
  /** The claim whose form is open. */
  editedId: string | null;
};

/** Keeps the article's page up to date with what others do, tells them where this person is, and knows who is here. */
export function useLiveArticle(shown: Shown): LiveStore {
  const { memberId, articleId, revisionId, seq, activeId, editedId } = shown;
  const [live] = useState(createLiveStore);
  const router = useRouter();
  usePresence({ articleId, claimId: editedId ?? activeId, isEditing: editedId !== null });

  const take = useEffectEvent(async (ids: readonly string[]) => {
    const now = await readClaims(articleId, ids);
    // Their passages stand in a text that is not on this page.
    if (now.revisionId !== revisionId) return live.change({ isTextChanged: true });
    // A form that is written in stays, though its claim is gone (claim-store.ts): its writer is told.
    if (editedId !== null && now.goneIds.includes(editedId)) live.change({ deletedId: editedId });
    shown.apply(now);
  });
  // A newer text comes when the reader wants it: marks and a half-chosen sentence stand in this one.
  const refresh = useEffectEvent(() => live.now().isTextChanged || router.refresh());
  const from = useEffectEvent(() => seq);

  useEffect(() => {
    const reader = collectChanges({ take: (ids) => take(ids), refresh: () => refresh() });
    const following = followArticle({
      articleId,
      after: from(),
      ears: {
        onChange: ({ kind, claimId }) => {
          // What is said of an article or a claim is shown by its own parts of the page.
          if (kind === "comment") return announceComments();
          return kind === "revision" ? live.change({ isTextChanged: true }) : reader.note(claimId);
        },
        onPeople: (people) =>
          live.change({ others: people.filter((person) => person.memberId !== memberId) }),
        onStatus: (status) => live.change({ status }),
      },
    });
    return () => {
      following.close();
      reader.stop();
    };
  }, [articleId, memberId, live]);

  const letGo = useEffectEvent(() => {
    const { deletedId } = live.now();
    if (deletedId === null || deletedId === editedId) return;
    live.change({ deletedId: null });
    shown.apply({ claims: [], goneIds: [deletedId] });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the form is left, the deleted claim goes
  useEffect(() => letGo(), [editedId]);
  return live;
}

type Readers = { take: (ids: readonly string[]) => Promise<void>; refresh: () => void };

/** Gathers the claims that changed, and has them read together, never twice at the same time. */
function collectChanges({ take, refresh }: Readers) {
  const waiting = new Set<string>();
  let needsRefresh = false;
  let timer: number | null = null;
  let isReading = false;
  let lastRead = Number.NEGATIVE_INFINITY;

  /** The first of a burst sets the time; what comes while it is being read waits for the next. */
  const plan = (ms: number) => {
    if (timer === null && !isReading) timer = window.setTimeout(() => void read(), ms);
  };
  async function read() {
    timer = null;
    if (needsRefresh) refresh();
    needsRefresh = false;
    const ids = [...waiting].slice(0, MOST_ASKED_CLAIMS);
    for (const id of ids) waiting.delete(id);
    isReading = true;
    const isRead = ids.length === 0 || (await take(ids).then(ok, failed));
    isReading = false;
    lastRead = performance.now();
    if (!isRead) for (const id of ids) waiting.add(id);
    if (waiting.size > 0 || needsRefresh) plan(isRead ? TOGETHER : AGAIN);
  }
  return {
    note(claimId: string | null) {
      if (claimId === null) needsRefresh = true;
      else waiting.add(claimId);
      plan(Math.max(SOON, lastRead + TOGETHER - performance.now()));
    },
    stop: () => window.clearTimeout(timer ?? undefined),
  };
}

const ok = () => true;
const failed = () => false;
