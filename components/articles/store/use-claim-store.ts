"use client";

import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { claimsFromText } from "#lib/claims/claims-as-text.ts";
import type { DeskClaim } from "#lib/claims/desk-claim.ts";
import { type ClaimListing, type ClaimStore, type Claims, createClaimStore } from "./claim-store.ts";

type Place = { memberId: string; revisionId: string };

/** All claims of an article as the server sends them: `claimsToText` of those it read at `listedAt`. */
export type SentListing = { text: string; listedAt: number };

/** The stores of this document, oldest first: going back to an article must not show an older list. */
const kept = new Map<string, ClaimStore>();
const MOST_KEPT = 5;

function openStore({ memberId, revisionId }: Place, listing: ClaimListing): ClaimStore {
  const key = `${memberId}:${revisionId}`;
  const known = kept.get(key);
  known?.relist(listing);
  const store = known ?? createClaimStore({ revisionId, ...listing });
  // On the server nothing outlives a request.
  if (typeof window === "undefined") return store;
  kept.delete(key);
  kept.set(key, store);
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
  return store;
}

/** The claims of a text, from what the server listed and everything said since. Another list is taken over. */
export function useClaimStore({ memberId, revisionId, text, listedAt }: Place & SentListing): ClaimStore {
  const listing = useMemo(() => ({ claims: claimsFromText(text), listedAt }), [text, listedAt]);
  const [store] = useState(() => openStore({ memberId, revisionId }, listing));
  useEffect(() => store.relist(listing), [store, listing]);
  return store;
}

/** What `select` takes from the claims. It must answer the same for the same claims; only another answer draws anew. */
export function useClaims<Selected>(store: ClaimStore, select: (claims: Claims) => Selected): Selected {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.now()),
    () => select(store.drawn()),
  );
}

const listOf = ({ list }: Claims): readonly DeskClaim[] => list;

export const useClaimList = (store: ClaimStore): readonly DeskClaim[] => useClaims(store, listOf);
