/** Milliseconds after which it is done though the main thread has no rest, and where a browser cannot tell. */
const LATEST = 1_000;
const SOON = 200;

/** Runs `work` when the browser has nothing else to do. Answers how to call it off. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(work, SOON);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(work, { timeout: LATEST });
  return () => cancelIdleCallback(id);
}
