// @ts-check

/** A failure whose message is one line for the person at the terminal, without a stack. */
export class Problem extends Error {}

/**
 * Where steps are told.
 * @type {NodeJS.WriteStream}
 */
let screen = process.stdout;

/** Steps go to standard error from here on: a command's answer has standard output to itself. */
export function keepOutputFree() {
  screen = process.stderr;
}

/** @param {string} line */
export function say(line = "") {
  screen.write(`${line}\n`);
}

/**
 * Does a piece of work under a name: says when it begins, and how long it took. On a terminal the second line
 * takes the place of the first, unless the work is `talkative` in between.
 * @template Result
 * @param {string} name
 * @param {() => Result | Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(name, work, { talkative = false } = {}) {
  const began = performance.now();
  const live = screen.isTTY && !talkative;
  screen.write(live ? `… ${name}` : `… ${name}\n`);
  const close = (/** @type {string} */ mark) => {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`${live ? "\r\x1b[K" : ""}${mark} ${name} (${seconds} s)`);
  };
  try {
    const result = await work();
    close("✓");
    return result;
  } catch (error) {
    close("✗");
    throw error;
  }
}

/**
 * Says what went wrong: one line for a Problem, all there is otherwise.
 * @param {unknown} error
 */
export function report(error) {
  const line = error instanceof Problem ? error.message : error instanceof Error ? error.stack : error;
  process.stderr.write(`${line}\n`);
}
