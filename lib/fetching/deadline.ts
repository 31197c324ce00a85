import { tooSlow } from "./failures.ts";

/** `signal` aborts when the time is up, or when the outer signal does. `stop` must be called, whatever happens. */
export type Deadline = { signal: AbortSignal; stop: () => void };

/** Starts a clock of `limit` milliseconds. The reason of its signal is what is to be thrown. */
export function startDeadline(limit: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(tooSlow(limit)), limit);
  const follow = () => controller.abort(outer?.reason);
  outer?.addEventListener("abort", follow, { once: true });
  if (outer?.aborted) follow();
  const stop = () => {
    clearTimeout(timer);
    outer?.removeEventListener("abort", follow);
  };
  return { signal: controller.signal, stop };
}

/** The result of `work`, or the signal's reason if that comes first. For work that cannot be stopped itself. */
export async function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
