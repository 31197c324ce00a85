"use client";

import { useEffect } from "react";

/** How many things stand at the foot of the page. */
let standing = 0;

/** While `isTaken`, something stands at the foot of the page, and toasts are shown above it. */
export function useFootTaken(isTaken: boolean): void {
  useEffect(() => {
    if (!isTaken) return;
    count(1);
    return () => count(-1);
  }, [isTaken]);
}

function count(by: number): void {
  standing += by;
  document.documentElement.toggleAttribute("data-foot-taken", standing > 0);
}
