import type { PersonHere } from "#lib/presence/values.ts";
import type { LiveStatus } from "./live-connection.ts";

/** What is known of the others at an article. Never changed: a change makes another. */
export type Live = {
  status: LiveStatus;
  /** Everybody else who is here, by name. */
  others: readonly PersonHere[];
  /** The article has a newer text than the page shows. */
  isTextChanged: boolean;
  /** The claim that is being written on here was deleted by somebody else. */
  deletedId: string | null;
};

export type LiveStore = {
  now: () => Live;
  subscribe: (onChange: () => void) => () => void;
  change: (changes: Partial<Live>) => void;
};

export const ALONE: Live = { status: "connecting", others: [], isTextChanged: false, deletedId: null };

export function createLiveStore(): LiveStore {
  const listeners = new Set<() => void>();
  let live = ALONE;
  return {
    now: () => live,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    change(changes) {
      live = { ...live, ...changes };
      for (const listener of [...listeners]) listener();
    },
  };
}
