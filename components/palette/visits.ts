import { listVisits, MOST_VISITS, type Visit, visitsFrom } from "#lib/search/values.ts";

// Which articles and claims a member looked at, in this browser. Ids only: what they are called is asked of the
// server each time, so that nobody who uses the browser later can read it.

const keyFor = (memberId: string) => `proofmark:visits:${memberId}`;

/** The article or claim an address is about; null when it is about neither. */
export function visitOf(path: string): Visit | null {
  const [, kind, id = ""] = /^\/desk\/(article|claim)s\/([^/]+)/.exec(path) ?? [];
  return visitsFrom(`${kind}:${id}`)[0] ?? null;
}

/** The latest first. */
export function readVisits(memberId: string): Visit[] {
  try {
    return visitsFrom(localStorage.getItem(keyFor(memberId)) ?? "");
  } catch {
    // The browser keeps nothing for us: then nothing was looked at.
    return [];
  }
}

export function noteVisit(memberId: string, visit: Visit): void {
  const others = readVisits(memberId).filter(({ kind, id }) => kind !== visit.kind || id !== visit.id);
  try {
    localStorage.setItem(keyFor(memberId), listVisits([visit, ...others].slice(0, MOST_VISITS)));
  } catch {
    // Full or forbidden: the list of what was looked at stays as it is.
  }
}
