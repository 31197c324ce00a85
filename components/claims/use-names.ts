"use client";

import { useOffered } from "#components/forms/use-offered.ts";
import type { KnownName } from "#lib/claims/known-names.ts";
import type { NameKind } from "#lib/claims/values.ts";

const NONE: readonly KnownName[] = [];

/** Names the desk knows that fit what is `typed`, the best first; none while nothing is asked (null). */
export function useNames(of: NameKind, typed: string | null): readonly KnownName[] {
  const address = typed === null ? null : `/api/desk/names?${new URLSearchParams({ of, typed })}`;
  return useOffered<{ names: KnownName[] }>(address)?.names ?? NONE;
}
