/** Whether the server can be reached, as far as this page knows. One for the whole page. */

let isLost = false;
let probing: ReturnType<typeof setTimeout> | null = null;
const listeners = new Set<() => void>();

/** Milliseconds until the server is asked again: longer each time, up to a quarter of a minute. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

/** Whether the connection is lost now. */
export const connectionIsLost = (): boolean => isLost;

/** Calls `listener` whenever it is lost or comes back. Answers how to stop that. */
export function onConnection(listener: () => void): () => void {
  if (listeners.size === 0) listenToBrowser("addEventListener");
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) listenToBrowser("removeEventListener");
  };
}

/** To be called by whoever could not reach the server: from then on it is asked until it answers. */
export function noteLost(): void {
  if (!isLost) set(true);
  probeLater(FIRST_PAUSE);
}

/** Resolves once the server answers again; at once when it is not known to be lost. */
export function whenBack(): Promise<void> {
  return new Promise((resolve) => {
    if (!isLost) return resolve();
    const stop = onConnection(() => {
      if (isLost) return;
      stop();
      resolve();
    });
  });
}

function set(lost: boolean): void {
  isLost = lost;
  for (const listener of [...listeners]) listener();
}

function listenToBrowser(how: "addEventListener" | "removeEventListener"): void {
  window[how]("offline", noteLost);
  window[how]("online", probeNow);
}

function probeLater(pause: number): void {
  if (probing !== null) clearTimeout(probing);
  probing = setTimeout(() => void probe(pause), pause);
}

function probeNow(): void {
  if (isLost) probeLater(0);
}

/** A browser that says it is online may still reach nothing: what counts is an answer. */
async function probe(pause: number): Promise<void> {
  probing = null;
  const reached = navigator.onLine && (await answers());
  if (reached) set(false);
  else if (isLost) probeLater(Math.min(Math.max(pause, FIRST_PAUSE) * 2, LONGEST_PAUSE));
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch("/api/health", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
