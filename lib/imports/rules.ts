import type { ImportChoices, ReadPart } from "./schema.ts";
import { type ImportState, isUnderWay } from "./values.ts";

/** Of a block's words, in UTF-16 code units: enough to know it again when its end was edited. */
const KEY_LENGTH = 120;

/** What a block is known by from one text of a page to the next. */
export function choiceKey({ text }: { text: string }): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, KEY_LENGTH);
}

/** The parts as a person cut the text before: what they left out stays out, what they brought back comes back. */
export function withChoices<Part extends ReadPart>(parts: readonly Part[], choices: ImportChoices): Part[] {
  const leftOut = new Set(choices.leftOut);
  const broughtBack = new Set(choices.broughtBack);
  return parts.map((part) => {
    const key = choiceKey(part);
    if (leftOut.has(key)) return { ...part, isKept: false };
    return broughtBack.has(key) ? { ...part, isKept: true } : part;
  });
}

/**
 * What a person decided, to be kept: of the blocks in `parts`, where `kept` differs from what the reader proposed;
 * of blocks that are not there any more, what was decided `before`.
 */
export function choicesMade(
  parts: readonly ReadPart[],
  kept: ReadonlySet<number>,
  before: ImportChoices,
): ImportChoices {
  const keys = parts.map(choiceKey);
  const here = new Set(keys);
  // Of blocks that read alike, some in and some out, no key could say which: nothing is kept of them.
  const keptKeys = new Set(keys.filter((_, index) => kept.has(index)));
  const outKeys = new Set(keys.filter((_, index) => !kept.has(index)));
  const changed = (isKept: boolean) =>
    keys.filter((key, index) => {
      const isAlone = isKept ? !outKeys.has(key) : !keptKeys.has(key);
      return isAlone && parts[index]?.isKept !== isKept && kept.has(index) === isKept;
    });
  const earlier = (keys: readonly string[]) => keys.filter((key) => !here.has(key));
  return {
    leftOut: [...new Set([...earlier(before.leftOut), ...changed(false)])],
    broughtBack: [...new Set([...earlier(before.broughtBack), ...changed(true)])],
  };
}

/** Milliseconds after which an import that did not end will not: its worker was stopped, and nothing took it up. */
export const PATIENCE = 180_000;

/** Whether an import is said to be under way, and has been so for too long. */
export function isStalled({ state, createdAt }: { state: ImportState; createdAt: Date }, now: Date): boolean {
  return isUnderWay(state) && now.getTime() - createdAt.getTime() > PATIENCE;
}

/** Whether what waits to be saved was compared with a text that is not the article's newest (`newest`) any more. */
export function isOutdated(
  { state, basedOn }: { state: ImportState; basedOn: number | null },
  newest: number,
): boolean {
  return state === "ready" && basedOn !== null && basedOn !== newest;
}
