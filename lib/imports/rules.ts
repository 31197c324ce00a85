import type { ImportChoices, ReadPart } from "./schema.ts";

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
  const here = new Set(parts.map(choiceKey));
  const changed = (isKept: boolean) =>
    parts.filter((part, index) => part.isKept !== isKept && kept.has(index) === isKept).map(choiceKey);
  const earlier = (keys: readonly string[]) => keys.filter((key) => !here.has(key));
  return {
    leftOut: [...new Set([...earlier(before.leftOut), ...changed(false)])],
    broughtBack: [...new Set([...earlier(before.broughtBack), ...changed(true)])],
  };
}

/** Milliseconds after which an import that did not end will not: its worker was stopped, and nothing took it up. */
export const PATIENCE = 180_000;

/** Whether an import that is said to be under way has been so for too long. */
export function isStalled(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > PATIENCE;
}
