"use client";

import { useCall } from "#components/forms/call.tsx";
import { useUndo } from "#components/forms/use-undo.ts";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { snoozeClaimAction, wakeClaimAction } from "#lib/assignments/actions.ts";
import { prioritiseClaimAction } from "#lib/claims/actions.ts";
import { fill } from "#lib/i18n/words.ts";
import { releaseClaimAction, takeClaimAction } from "#lib/reviews/actions.ts";
import { announceLeft } from "./left-signal.ts";

/** A line of the queue as its keys need to know it. */
export type QueueLine = { claimId: string; isHigh: boolean; isMine: boolean };

const DAY = 86_400_000;

/** What single keys do to a claim of the queue. Each can be taken back from its toast; what is refused is said. */
export function useQueueCommands() {
  const words = useWords();
  const format = useFormat();
  const call = useCall();
  const toast = useToast();
  const takeBack = useUndo();
  const { take, release, snooze } = words.reviews;
  const { prioritise } = words.claims;

  return {
    /** Gives it high priority, or normal again. */
    async prioritise({ claimId, isHigh }: QueueLine): Promise<void> {
      const set = (priority: number) => call(prioritiseClaimAction, { claimId, priority });
      if ((await set(isHigh ? 0 : 1)) === null) return;
      const back = () => set(isHigh ? 1 : 0);
      const [title, undone] = isHigh
        ? [prioritise.lowered, prioritise.raised]
        : [prioritise.raised, prioritise.lowered];
      toast({ title, onUndo: takeBack(back, undone) });
    },
    /** Takes it, or gives it back when one has it. */
    async takeOrRelease({ claimId, isMine }: QueueLine): Promise<void> {
      const [act, back] = isMine
        ? ([releaseClaimAction, takeClaimAction] as const)
        : ([takeClaimAction, releaseClaimAction] as const);
      if ((await call(act, { claimId })) === null) return;
      const [title, undone] = isMine ? [release.done, take.taken] : [take.taken, release.done];
      toast({ title, onUndo: takeBack(() => call(back, { claimId }), undone) });
      if (isMine) announceLeft(claimId);
    },
    /** Puts it aside until tomorrow. */
    async putAside({ claimId }: QueueLine): Promise<void> {
      const tomorrow = new Date(Date.now() + DAY);
      if ((await call(snoozeClaimAction, { claimId, until: format.today(tomorrow) })) === null) return;
      toast({
        title: fill(snooze.doneUntil, { day: format.date(tomorrow) }),
        onUndo: takeBack(() => call(wakeClaimAction, { claimId }), snooze.woken),
      });
      announceLeft(claimId);
    },
  };
}
