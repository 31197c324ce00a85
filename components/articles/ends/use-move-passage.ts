"use client";

import { useRef } from "react";
import type { ClaimStore } from "#components/articles/store/claim-store.ts";
import { type Call, useCall } from "#components/forms/call.tsx";
import { useUndo } from "#components/forms/use-undo.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Span } from "#lib/anchoring/spans.ts";
import type { DeskClaim } from "#lib/claims/desk-claim.ts";
import { fill } from "#lib/i18n/words.ts";
import { movePassageAction } from "#lib/passages/actions.ts";

/** Null: the passage stands where it stood. */
type Answer = { result: DeskClaim } | null;

/** Other words for a passage: where it stood in the eyes of the person who moves it, and where it shall stand. */
export type PassageMove = { passageId: string; number: number; from: Span; to: Span };

/**
 * Lets a passage stand elsewhere: at once on the page, then for the server. What it refuses goes back, with the reason.
 * Moves of one passage are sent one after the other, each from where the server left the passage.
 */
export function useMovePassage(store: ClaimStore): (move: PassageMove) => void {
  const words = useWords();
  const toast = useToast();
  const call = useCall();
  const takeBack = useUndo();
  /** Of each passage that is on its way: where the server will have it then. */
  const sending = useRef(new Map<string, Promise<Span>>());

  const send = async ({ passageId, from, to }: PassageMove): Promise<Answer> => {
    place(store, passageId, { from, to });
    const origin = sending.current.get(passageId) ?? Promise.resolve(from);
    const answer = origin.then((at) => askServer(call, { passageId, at, to }));
    const stands = afterwards({ origin, answer, to });
    sending.current.set(passageId, stands);
    const there = await stands;
    // A later move says what is shown.
    if (sending.current.get(passageId) !== stands) return answer;
    sending.current.delete(passageId);
    if (there !== to) place(store, passageId, { from: to, to: there });
    const done = await answer;
    if (done) store.apply({ claims: [done.result], goneIds: [] });
    return done;
  };

  return async (move) => {
    if ((await send(move)) === null) return;
    const { from, to } = move;
    const onUndo = takeBack(() => send({ ...move, from: to, to: from }), words.articles.ends.undone);
    toast({ title: fill(words.articles.ends.moved, { number: move.number }), onUndo });
  };
}

function askServer(
  call: Call,
  { passageId, at, to }: { passageId: string; at: Span; to: Span },
): Promise<Answer> {
  const { start: fromStart, end: fromEnd } = at;
  return call(movePassageAction, { passageId, fromStart, fromEnd, ...to });
}

/** Where the passage stands once there is an answer: `to` if it is that the server did it. */
async function afterwards({
  origin,
  answer,
  to,
}: {
  origin: Promise<Span>;
  answer: Promise<Answer>;
  to: Span;
}): Promise<Span> {
  const [at, said] = await Promise.allSettled([origin, answer]);
  if (said.status === "fulfilled" && said.value !== null) return to;
  return at.status === "fulfilled" ? at.value : to;
}

/** Shows the passage at `to`, if it is shown at `from`. What the server says later stays in force. */
function place(store: ClaimStore, passageId: string, { from, to }: { from: Span; to: Span }): void {
  const isIt = ({ id, start, end }: DeskClaim["passages"][number]) =>
    id === passageId && start === from.start && end === from.end;
  const claim = store.list().find(({ passages }) => passages.some(isIt));
  if (claim === undefined) return;
  const passages = claim.passages.map((each) => (isIt(each) ? { ...each, ...to } : each));
  store.apply({ claims: [{ ...claim, passages }], goneIds: [] });
}
