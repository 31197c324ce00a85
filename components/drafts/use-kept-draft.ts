"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { noteLost, whenBack } from "#components/connection/connection.ts";
import { askKeptAt, dropAtDesk, fetchKept, type KeptDraft, keepAtDesk } from "./desk-drafts.ts";
import { type Content, readDraft, writeDraft } from "./draft-store.ts";
import { isSame } from "./form-values.ts";
import { meet } from "./meet-drafts.ts";

/** Milliseconds after the last key until the desk is given the draft too. */
const PAUSE = 2_000;

/** Another text for the same form, which the person may look at. `isMine`: the one that was in the form until now. */
export type OtherDraft = KeptDraft & { isMine?: boolean };

/**
 * Has the desk keep what is typed, for the member's other devices, and brings what those left. What both have is never
 * overwritten unseen: then `other` is there to choose. Without a key nothing is kept.
 */
export function useKeptDraft({
  key,
  isTouched,
  take,
  drop,
}: {
  key: string | undefined;
  /** Whether somebody has written in the form since it is shown. */
  isTouched: () => boolean;
  /** Puts a text into the form. */
  take: (draft: KeptDraft) => void;
  /** Empties the form of a draft that is done with. */
  drop: () => void;
}) {
  const [other, setOther] = useState<OtherDraft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isAtWork = useRef(false);

  const noteKept = (at: number, content: Content) => {
    if (key === undefined) return;
    const draft = readDraft(key);
    // The form was sent while its draft was on the way.
    if (draft === null) void dropAtDesk(key).catch(() => {});
    else writeDraft(key, { ...draft, kept: { at, isWhole: isSame(draft.typed, content.typed) } });
  };

  const keep = useEffectEvent(async (isLeaving = false): Promise<void> => {
    clearTimeout(timer.current);
    const draft = key === undefined ? null : readDraft(key);
    if (key === undefined || draft === null || draft.kept?.isWhole || other || isAtWork.current) return;
    const { typed, basis } = draft;
    const content = { typed, basis };
    isAtWork.current = true;
    try {
      const answer = await keepAtDesk({ key, content, known: draft.kept?.at ?? null }, { isLeaving });
      if (answer === null) return;
      if (!("other" in answer)) noteKept(answer.savedAt, content);
      else if (isSame(answer.other.content.typed, typed)) noteKept(answer.other.savedAt, content);
      else setOther(answer.other);
    } catch {
      noteLost();
      void whenBack().then(later);
    } finally {
      isAtWork.current = false;
    }
    if (readDraft(key)?.kept?.isWhole === false) later();
  });
  const later = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), PAUSE);
  };

  const meetDesk = useEffectEvent(async (isShown: () => boolean): Promise<void> => {
    if (key === undefined) return;
    const keptAt = await askKeptAt(key);
    const decide = () => {
      const local = readDraft(key);
      return meet({ local: local && { kept: local.kept ?? null }, keptAt, isTouched: isTouched() });
    };
    const wanted = decide();
    if (wanted === "keep") later();
    if (wanted === "drop") drop();
    if (wanted !== "take" && wanted !== "offer") return;
    const kept = await fetchKept(key);
    if (kept === null || !isShown()) return;
    const local = readDraft(key);
    if (local && isSame(local.typed, kept.content.typed)) noteKept(kept.savedAt, local);
    else if (decide() === "take") take(kept);
    else setOther(kept);
  });

  useEffect(() => {
    let isHere = true;
    // Nobody waits for it: what this browser has is there already.
    meetDesk(() => isHere).catch(() => {});
    const onLeaving = () => void keep(true);
    addEventListener("pagehide", onLeaving);
    return () => {
      isHere = false;
      removeEventListener("pagehide", onLeaving);
      void keep(true);
    };
  }, []);

  return {
    /** Something was typed and is in this browser. */
    later,
    other,
    setOther,
    /** The form is done with: sent, or its text thrown away. Before this browser forgets the draft. */
    forget: () => {
      clearTimeout(timer.current);
      if (key === undefined || !readDraft(key)?.kept) return;
      dropAtDesk(key).catch(() => void whenBack().then(() => dropAtDesk(key)));
    },
  };
}
