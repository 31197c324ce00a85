"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import {
  type ClaimFilter,
  filterFrom,
  fits,
  isFiltering,
  NO_FILTER,
  searchFor,
  unknownIn,
  withoutParts,
} from "./claim-filter.ts";

type List = readonly DeskClaim[];

/** Which claims of a list are shown: the very same list when all are, and the same answer for the same list. */
export type PickClaims = (claims: List) => List;

export type ClaimFiltering = ReturnType<typeof useClaimFilter>;

const NONE: ReadonlySet<string> = new Set();

/**
 * The filter of the article's claims, kept in the address alone, so that it can be passed on and survives a reload.
 * Changing it asks the server for nothing. A claim that does not fit is shown all the same while somebody is on it,
 * and when they went to it by its address or made it just now: until the filter changes.
 */
export function useClaimFilter({
  claims,
  memberId,
  heldIds,
  onChoose,
}: {
  claims: List;
  memberId: string;
  /** Claims somebody is on: the active one, the one whose form is open. */
  heldIds: readonly (string | null)[];
  /** A filter is about to be in force. */
  onChoose: (filter: ClaimFilter) => void;
}) {
  const asked = filterFrom(useSearchParams());
  /** An old address may name who or what is no more: that is ignored, unless it is chosen here. */
  const [ignored, setIgnored] = useState(() => unknownIn(asked, claims));
  const filter = useSameFilter(withoutParts(asked, ignored));
  const [kept, setKept] = useState({ filter, ids: NONE });
  const isOn = isFiltering(filter);

  const isOutside = (claim: DeskClaim | undefined) =>
    isOn && claim !== undefined && !fits(claim, filter, memberId);
  const keptIds = kept.filter === filter ? kept.ids : NONE;
  const held = heldIds
    .filter((id) => id !== null && isOutside(claims.find((claim) => claim.id === id)))
    .join(" ");
  const pick = useMemo(
    () => (isOn ? pickOnce(filter, memberId, new Set([...keptIds, ...held.split(" ")])) : allOf),
    [isOn, filter, memberId, keptIds, held],
  );
  const shown = pick(claims);

  /** Has a claim shown that one goes to, whether it fits or not. */
  const keep = useCallback(
    (claim: DeskClaim) => {
      if (!isFiltering(filter) || fits(claim, filter, memberId)) return;
      setKept((before) => ({
        filter,
        ids: new Set([...(before.filter === filter ? before.ids : NONE), claim.id]),
      }));
    },
    [filter, memberId],
  );
  const choose = (changes: Partial<ClaimFilter>) => {
    const next = { ...filter, ...changes };
    setIgnored((before) => withoutParts(before, next));
    onChoose(next);
    // Next takes it over for `useSearchParams`, and asks the server for nothing.
    history.replaceState(null, "", location.pathname + searchFor(next, location.search));
  };
  const showAll = () => {
    choose(NO_FILTER);
    focusFilter();
  };
  return { filter, isOn, pick, shown, outside: shown.filter(isOutside).length, keep, choose, showAll };
}

/** Marks what the filter is chosen with, for the focus when a button that cleared it goes away. */
export const FILTER_CONTROL = { "data-filter": true };

function focusFilter(): void {
  const controls = [...document.querySelectorAll<HTMLElement>("[data-filter]")];
  controls.find((control) => control.checkVisibility())?.focus({ preventScroll: true });
}

/** The same object while it says the same. */
function useSameFilter({ state, person, topic }: ClaimFilter): ClaimFilter {
  return useMemo(() => ({ state, person, topic }), [state, person, topic]);
}

const allOf: PickClaims = (claims) => claims;

function pickOnce(filter: ClaimFilter, memberId: string, also: ReadonlySet<string>): PickClaims {
  const known = new WeakMap<List, List>();
  return (claims) => {
    const found = known.get(claims);
    if (found) return found;
    const shown = claims.filter((claim) => also.has(claim.id) || fits(claim, filter, memberId));
    known.set(claims, shown);
    return shown;
  };
}
