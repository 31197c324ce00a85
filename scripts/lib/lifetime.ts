import { announceLeaving } from "./claim.mjs";
import { whenOrphaned } from "./orphans.mjs";
import { report } from "./screen.mjs";

/** From the first thing started to the last one stopped. */
export type Lifetime = {
  /** What was started, stopped in the opposite order. */
  stack: AsyncDisposableStack;
  /** Stops everything, says what was wrong and ends the process; or waits for an end that has begun already. */
  fail(error: unknown): Promise<never>;
};

/** Ends on Ctrl-C and its like, and when npm is killed; tells whoever wants to start meanwhile to wait. */
export function beginLifetime(): Lifetime {
  const stack = new AsyncDisposableStack();
  let ending: Promise<never> | undefined;
  const end = (code: number): Promise<never> => {
    ending ??= stack
      .disposeAsync()
      .then(() => code, failed)
      .then((result) => process.exit(result));
    return ending;
  };
  const failed = (error: unknown): number => {
    report(error);
    return 1;
  };
  const fail = (error: unknown): Promise<never> => {
    return end(ending ? 1 : failed(error));
  };
  whenOrphaned(() => void end(1));
  announceLeaving(() => ending !== undefined);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
  return { stack, fail };
}
