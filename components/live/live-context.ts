"use client";

import { createContext, use, useSyncExternalStore } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { ALONE, type Live, type LiveStore } from "./live-store.ts";

const Context = createContext<LiveStore | null>(null);

export const LiveProvider = Context.Provider;

const never = () => () => {};

/** What `select` takes of what is known of the others; outside an article's page there are none. */
export function useLive<Selected extends string | boolean | null | Live["others"]>(
  select: (live: Live) => Selected,
): Selected {
  const store = use(Context);
  return useSyncExternalStore(
    store?.subscribe ?? never,
    () => select(store?.now() ?? ALONE),
    () => select(ALONE),
  );
}

/** The names of those who have a claim's form open, with commas between; empty when nobody has. */
export function useEditors(claimId: string): string {
  const { comma } = useWords().common;
  return useLive(({ others }) =>
    others
      .filter((person) => person.isEditing && person.claimId === claimId)
      .map(({ name }) => name)
      .join(comma),
  );
}
