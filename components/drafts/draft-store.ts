/** What was typed into a form, by field name. */
export type Typed = Readonly<Record<string, string>>;

/** What the form showed when the person began to write: with it one can tell whether somebody else changed that. */
export type Basis = { version: string | null; saved: Typed };

export type Content = { typed: Typed; basis: Basis };

/** When the desk kept the draft, by its own clock in milliseconds, and whether all of these words are in it. */
export type Kept = { at: number; isWhole: boolean };

/** `kept`: null or missing while the draft is in this browser only. */
export type Draft = Content & { savedAt: number; kept?: Kept | null };

const PREFIX = "draft:";
/** A month, in milliseconds. */
const LIFETIME = 30 * 24 * 3_600_000;

/** The draft kept under a key, null when there is none or the browser keeps nothing. */
export function readDraft(key: string): Draft | null {
  return quietly(() => parse(localStorage.getItem(PREFIX + key)));
}

/** Keeps a draft. False when the browser would not. */
export function writeDraft(key: string, draft: Draft): boolean {
  return (
    quietly(() => {
      localStorage.setItem(PREFIX + key, JSON.stringify(draft));
      return true;
    }) ?? false
  );
}

export function dropDraft(key: string): void {
  quietly(() => localStorage.removeItem(PREFIX + key));
}

/** Drops what nobody came back for in a month. */
export function dropOldDrafts(now: number): void {
  quietly(() => {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const draft = parse(localStorage.getItem(key));
      if (draft === null || draft.savedAt < now - LIFETIME) localStorage.removeItem(key);
    }
  });
}

function parse(json: string | null): Draft | null {
  if (json === null) return null;
  const value: unknown = JSON.parse(json);
  return isDraft(value) ? value : null;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  if (!("typed" in value && "basis" in value && "savedAt" in value)) return false;
  return typeof value.typed === "object" && value.typed !== null && typeof value.savedAt === "number";
}

/** Storage may be full, switched off or hold what an older version wrote: then there is no draft, and no harm. */
function quietly<Result>(run: () => Result): Result | null {
  try {
    return run();
  } catch {
    return null;
  }
}
