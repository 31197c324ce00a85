const SIGNED_IN = "proofmark:signed-in";

/** Somebody has signed in again over the page. */
export function announceSignedIn(): void {
  window.dispatchEvent(new Event(SIGNED_IN));
}

/** Calls `listener` whenever somebody has, until `signal` ends it. */
export function onSignedIn(listener: () => void, signal: AbortSignal): void {
  window.addEventListener(SIGNED_IN, listener, { signal });
}
