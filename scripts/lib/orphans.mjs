// @ts-check

/** Milliseconds between two looks: less than it takes a person to start again. */
const INTERVAL = 250;

/** Only npm and run.mjs itself are watched; whoever starts run.mjs from a shell may close that shell. */
const watched = Boolean(process.env.npm_lifecycle_event ?? process.env.PROOFMARK_HANDED_OVER);
const starter = process.ppid;

/** Is what started this process gone? npm killed alone leaves its child running, where nobody sees it. */
export function isOrphaned() {
  return watched && process.ppid !== starter;
}

/** @type {NodeJS.Timeout | undefined} */
let timer;

/**
 * Says what to do when that happens, in place of what was said before.
 * @param {() => void} react
 */
export function whenOrphaned(react) {
  clearInterval(timer);
  timer = setInterval(() => {
    if (!isOrphaned()) return;
    clearInterval(timer);
    react();
  }, INTERVAL).unref();
}
