"use client";

import { useEffect, useState } from "react";
import { formOf } from "#components/forms/form-of.ts";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { Message } from "#components/ui/message.tsx";
import { fill } from "#lib/i18n/words.ts";
import { extendLeaseAction } from "#lib/reviews/actions.ts";
import { SIGN_IN_HERE } from "#lib/sign-in-here.ts";
import { TakeClaim } from "./claim-lease.tsx";

/** Milliseconds between two signs of life: well inside the shortest lease a newsroom can set, five minutes. */
const EVERY = 120_000;

/**
 * Keeps a claim with whoever works on it while its page is in sight, and says so when their time has run out.
 * What they wrote stays: the form keeps it in this browser. Give it a `key` by the lease's end, so that a new lease
 * starts anew.
 */
export function LeaseKeeper({ claimId, expiresAt }: { claimId: string; expiresAt: Date }) {
  const words = useWords();
  const texts = words.reviews.lease;
  const format = useFormat();
  const lease = useLease(claimId, expiresAt);

  if (lease.isOver) {
    return (
      <>
        <Message tone="warning">{texts.over}</Message>
        <TakeClaim claimId={claimId} again words={words} />
      </>
    );
  }
  const time = format.time(lease.expiresAt);
  return (
    <p className="text-sm text-muted" role={lease.isOffline ? "status" : undefined}>
      {fill(lease.isOffline ? texts.offline : texts.until, { time })}
    </p>
  );
}

type Kept = { expiresAt: Date; isOver: boolean; isOffline: boolean };

function useLease(claimId: string, expiresAt: Date): Kept {
  const [lease, setLease] = useState<Kept>({ expiresAt, isOver: false, isOffline: false });

  const { isOver } = lease;
  useEffect(() => {
    if (isOver) return;
    const sign = async () => {
      if (document.visibilityState !== "visible") return setLease(runOut);
      const answer = await extend(claimId);
      if (answer === "ended") setLease(runOut);
      else if (answer === "offline") setLease((before) => runOut({ ...before, isOffline: true }));
      else if (answer === "over") setLease((before) => ({ ...before, isOver: true }));
      else setLease({ expiresAt: answer, isOver: false, isOffline: false });
    };
    const timer = setInterval(sign, EVERY);
    const whenSeen = () => document.visibilityState === "visible" && sign();
    document.addEventListener("visibilitychange", whenSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", whenSeen);
    };
  }, [claimId, isOver]);

  return lease;
}

const runOut = (lease: Kept): Kept => ({ ...lease, isOver: lease.expiresAt.getTime() <= Date.now() });

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
