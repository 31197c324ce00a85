import { useEffect, useEffectEvent } from "react";

const CHANGED = "proofmark:comments";

/** Says that comments or what was read of them changed: everything on the page that shows some fetches them anew. */
export function announceComments(): void {
  dispatchEvent(new Event(CHANGED));
}

/** Calls `refresh` whenever comments changed, here or (who listens to the desk's events announces them) elsewhere. */
export function useOnComments(refresh: () => void): void {
  const run = useEffectEvent(refresh);
  useEffect(() => {
    const onChanged = () => run();
    addEventListener(CHANGED, onChanged);
    return () => removeEventListener(CHANGED, onChanged);
  }, []);
}
