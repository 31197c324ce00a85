"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { noteLost, whenBack } from "#components/connection/connection.ts";
import { askThere, dropAtDesk, fetchKept, type KeptDraft, keepAtDesk } from "./desk-drafts.ts";
import { type Content, type Draft, readDraft, writeDraft } from "./draft-store.ts";
import { isSame } from "./form-values.ts";
import { meet } from "./meet-drafts.ts";

/** Milliseconds after the last key until the desk is given the draft too. */
const PAUSE = 2_000;

/**
 * Has the desk keep the draft that is in this browser, for the member's other devices, and brings what those left. What
 * both have is never overwritten unseen: it is offered, and nothing goes to the desk until the person chose. Without a
 * key nothing is kept.
 */
export function useKeptDraft({
  key,
  isTouched,
  isChoosing,
  take,
  offer,
  drop,
  flush,
}: {
  key: string | undefined;
  /** Whether somebody has written in the form since it is shown. */
  isTouched: () => boolean;
  /** Whether there are two texts, and the person has not chosen. */
  isChoosing: () => boolean;
  /** Puts the desk's text into the form. */
  take: (draft: KeptDraft) => void;
  /** There is another text at the desk. */
  offer: (draft: KeptDraft) => void;
  /** Empties the form of a draft that is done with. */
  drop: () => void;
  /** Puts what was typed last into this browser. */
  flush: () => void;
}) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isAtWork = useRef(false);
  const isWaiting = useRef(false);
  const isShown = useRef(false);
  /** Whether the desk may have been given the draft by a page that is gone and could not note it. */
  const mayBeThere = useRef(false);
  const isForgotten = useRef(false);

  const noteKept = (at: number, content: Content) => {
    if (key === undefined) return;
    const draft = readDraft(key);
    // The form was sent while its draft was on the way.
    if (draft === null) void dropAtDesk(key, at).catch(() => {});
    else writeDraft(key, { ...draft, kept: { at, isWhole: isSame(draft.typed, content.typed) } });
  };

  const keep = useEffectEvent(async (isLeaving = false): Promise<void> => {
    clearTimeout(timer.current);
    const draft = key === undefined ? null : readDraft(key);
    if (key === undefined || draft === null || draft.kept?.isWhole || isChoosing() || isAtWork.current)
      return;
    const { typed, basis } = draft;
    const content = { typed, basis };
    isAtWork.current = true;
    try {
      const answer = await keepAtDesk({ key, content, known: draft.kept?.at ?? null }, { isLeaving });
      if (answer === null) return;
      if (!("other" in answer)) noteKept(answer.savedAt, content);
      else if (isSame(answer.other.content.typed, typed)) noteKept(answer.other.savedAt, content);
      else if (isShown.current) offer(answer.other);
    } catch {
      return waitForDesk();
    } finally {
      isAtWork.current = false;
    }
    // They wrote on meanwhile.
    if (readDraft(key)?.kept?.isWhole === false) later();
  });
  const later = () => {
    clearTimeout(timer.current);
    if (isShown.current) timer.current = setTimeout(() => void keep(), PAUSE);
  };
  const waitForDesk = () => {
    if (isWaiting.current || !isShown.current) return;
    isWaiting.current = true;
    noteLost();
    void whenBack().then(() => {
      isWaiting.current = false;
      later();
    });
  };

  const meetDesk = useEffectEvent(async (): Promise<void> => {
    if (key === undefined) return;
    mayBeThere.current = readDraft(key) !== null;
    const there = await askThere(key);
    const decide = () => {
      const local = readDraft(key);
      return meet({ local: local && { kept: local.kept ?? null }, there, isTouched: isTouched() });
    };
    if (!isShown.current || isForgotten.current || isChoosing()) return;
    const wanted = decide();
    if (wanted === "keep") later();
    if (wanted === "drop") drop();
    if (wanted !== "take" && wanted !== "offer") return;
    const kept = await fetchKept(key);
    if (kept === null || !isShown.current || isForgotten.current || isChoosing()) return;
    const local = readDraft(key);
    if (local && isSame(local.typed, kept.content.typed)) noteKept(kept.savedAt, local);
    else if (decide() === "take") take(kept);
    else offer(kept);
  });

  const leave = useEffectEvent((isLeaving: boolean) => {
    flush();
    void keep(isLeaving);
  });
  useEffect(() => {
    isShown.current = true;
    // Nobody waits for it: what this browser has is there already.
    meetDesk().catch(() => {});
    const onLeaving = () => leave(true);
    addEventListener("pagehide", onLeaving);
    return () => {
      leave(false);
      isShown.current = false;
      removeEventListener("pagehide", onLeaving);
    };
  }, []);

  return {
    /** Something was typed and is in this browser. */
    later,
    /** The form is done with: sent, or its text thrown away. Before this browser forgets the draft. */
    forget: () => {
      clearTimeout(timer.current);
      const draft = key === undefined ? null : readDraft(key);
      if (key === undefined || draft === null) return;
      isForgotten.current = true;
      const drop = () => dropThere(key, draft, mayBeThere.current);
      drop().catch(() => void whenBack().then(drop));
    },
  };
}

/** What the desk has of a draft. Other words under the same key are another device's, and stay. */
async function dropThere(key: string, { typed, kept }: Draft, mayBeThere: boolean): Promise<void> {
  if (kept) return dropAtDesk(key, kept.at);
  const there = mayBeThere ? await fetchKept(key) : null;
  if (there && isSame(there.content.typed, typed)) await dropAtDesk(key, there.savedAt);
}
