"use client";

import { useCallback, useMemo, useRef } from "react";

/** Milliseconds after the last key. */
const PAUSE = 500;

/** Saves what is typed after a pause, or before one would be too late. The same object for as long as the form is shown. */
export function useSaveSoon() {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => void } | null>(null);
  const stop = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
  }, []);
  return useMemo(
    () => ({
      /** After the pause, unless there is a later change. */
      soon: (save: () => void) => {
        stop();
        waiting.current = { timer: setTimeout(save, PAUSE), save };
      },
      /** At once, if something waits. */
      now: () => waiting.current?.save(),
      /** Not at all. */
      stop,
    }),
    [stop],
  );
}
