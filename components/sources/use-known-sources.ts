"use client";

import { useOffered } from "#components/forms/use-offered.ts";
import type { SourceView } from "#lib/sources/queries.ts";

/** Shorter words fit nearly every source. In UTF-16 code units. */
const SHORTEST = 3;

const NONE: readonly SourceView[] = [];

/** Sources of the library that fit what is `typed`; none while nothing is asked (null). */
export function useKnownSources(typed: string | null): readonly SourceView[] {
  const isAsked = typed !== null && typed.trim().length >= SHORTEST;
  const address = isAsked ? `/api/desk/sources?${new URLSearchParams({ typed })}` : null;
  return useOffered<{ sources: SourceView[] }>(address)?.sources ?? NONE;
}
