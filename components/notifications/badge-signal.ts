const CHANGED = "proofmark:notifications";

/** Says that notifications were read or came: the badge asks anew how many are unread. */
export function announceBadge(): void {
  dispatchEvent(new Event(CHANGED));
}

/** Calls `run` when it is said. Answers how to stop. */
export function onBadge(run: () => void): () => void {
  addEventListener(CHANGED, run);
  return () => removeEventListener(CHANGED, run);
}
