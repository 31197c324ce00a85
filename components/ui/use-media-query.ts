"use client";

import { useSyncExternalStore } from "react";

/** Cards stand beside the text from this width on (app/globals.css has the same number for its layout). */
export const WIDE = "(min-width: 1100px)";

/** Whether a media query holds; false until the browser can say. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}
