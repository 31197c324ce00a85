"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { formOf } from "#components/forms/form-of.ts";
import { extendLeaseAction } from "#lib/reviews/actions.ts";
import { SIGN_IN_HERE } from "#lib/sign-in-here.ts";

/** Milliseconds between two signs of life: well inside the shortest lease a newsroom can set, five minutes. */
const SIGN_EVERY = 120_000;
/** Between two looks at the clock. */
const LOOK_EVERY = 15_000;
/** As long as a timer can wait; no lease is so long. */
const MOST_WAIT = 2 ** 31 - 1;
/** How long before its end a lease warns. */
const WARN_BEFORE = 180_000;

export type Kept = { expiresAt: Date; isEnding: boolean; isOver: boolean; isOffline: boolean };

/**
 * A lease that is kept by whoever works on the claim: while somebody types, points or scrolls on a page in sight it
 * gives signs of life. A page that is only left open gives none, warns before the time is over, and lets it go: nothing
 * stays locked by a screen that nobody looks at. Close to the end a sign does not wait for its turn; `keep` gives one
 * at once. `expiresAt` is what the page says, which may be read anew: that alone is no sign.
 */
export function useLease(claimId: string, expiresAt: Date): Kept & { keep: () => void } {
  const [lease, setLease] = useState<Kept>(() => until(expiresAt));
  const said = useRef(expiresAt.getTime());
  const lastSign = useRef(Date.now());
  // Whoever has just opened the page is at work.
  const isActive = useRef(true);
  const { isOver } = lease;
  const endsAt = lease.expiresAt.getTime();

  async function keep() {
    lastSign.current = Date.now();
    isActive.current = false;
    const answer = await extend(claimId);
    if (answer === "ended") setLease(atNow);
    else if (answer === "offline") setLease((before) => atNow({ ...before, isOffline: true }));
    else if (answer === "over") setLease((before) => ({ ...before, isEnding: false, isOver: true }));
    else setLease(atNow(until(answer)));
  }
  const look = useEffectEvent(() => {
    const isDue = Date.now() - lastSign.current >= SIGN_EVERY || atNow(lease).isEnding;
    if (isActive.current && isDue && document.visibilityState === "visible") void keep();
    else setLease(atNow);
  });

  useEffect(() => {
    if (said.current === expiresAt.getTime()) return;
    said.current = expiresAt.getTime();
    setLease(atNow(until(expiresAt)));
  }, [expiresAt]);

  // To the moment, not at the next look: what is confidential goes with it.
  useEffect(() => {
    if (isOver) return;
    const timer = setTimeout(() => setLease(atNow), Math.min(endsAt - Date.now(), MOST_WAIT));
    return () => clearTimeout(timer);
  }, [endsAt, isOver]);

  useEffect(() => {
    if (isOver) return;
    const noteActivity = () => {
      isActive.current = true;
    };
    const whenSeen = () => {
      noteActivity();
      look();
    };
    look();
    const timer = setInterval(look, LOOK_EVERY);
    for (const kind of ACTIVITY) addEventListener(kind, noteActivity, { passive: true, capture: true });
    document.addEventListener("visibilitychange", whenSeen);
    return () => {
      clearInterval(timer);
      for (const kind of ACTIVITY) removeEventListener(kind, noteActivity, { capture: true });
      document.removeEventListener("visibilitychange", whenSeen);
    };
  }, [isOver]);

  return { ...lease, keep: () => void keep() };
}

const until = (expiresAt: Date): Kept => ({ expiresAt, isEnding: false, isOver: false, isOffline: false });

const ACTIVITY = ["keydown", "pointermove", "pointerdown", "wheel", "touchmove"] as const;

function atNow(lease: Kept): Kept {
  const left = lease.expiresAt.getTime() - Date.now();
  return { ...lease, isOver: left <= 0, isEnding: left > 0 && left <= WARN_BEFORE };
}

/** Until when it is held now; or why nobody knows. */
async function extend(claimId: string): Promise<Date | "over" | "offline" | "ended"> {
  try {
    const answer = await extendLeaseAction({ status: "idle" }, formOf({ claimId, [SIGN_IN_HERE]: "" }));
    if (answer.status === "done") return answer.result.expiresAt;
    // Who has to sign in again is asked when they send what they wrote.
    return answer.status === "refused" && answer.reason === "session_ended" ? "ended" : "over";
  } catch {
    return "offline";
  }
}
