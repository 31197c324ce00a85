"use client";

import { useRefresh } from "#components/ui/use-refresh.ts";

/** Milliseconds after the last answer: the page is a large one. */
const PAUSE = 1_500;

/** Renews the page while a copy is waited for. Not without script: a reload would lose what is typed in a form. */
export function RefreshUntilKept() {
  useRefresh(PAUSE);
  return null;
}
