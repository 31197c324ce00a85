import { useEffect, useEffectEvent } from "react";

const LEFT = "proofmark:queue-left";

/** Says that the claim beside the queue is done with for now: decided, given back or put aside. */
export function announceLeft(claimId: string): void {
  dispatchEvent(new CustomEvent(LEFT, { detail: claimId }));
}

/** Calls `run` with the claim's id whenever it is said. */
export function useOnLeft(run: (claimId: string) => void): void {
  const hear = useEffectEvent(run);
  useEffect(() => {
    const onLeft = (event: Event) => event instanceof CustomEvent && hear(String(event.detail));
    addEventListener(LEFT, onLeft);
    return () => removeEventListener(LEFT, onLeft);
  }, []);
}
