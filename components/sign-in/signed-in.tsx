"use client";

import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { onDemand } from "#components/connection/on-demand.tsx";

export type SignedIn = { id: string; name: string };

type Page = {
  /** Whose page it is. */
  member: SignedIn;
  /** Somebody else has signed in over it, by this name. */
  tellOfOther: (name: string) => void;
};

const Context = createContext<Page | null>(null);

/** Without it the page must not stay: it shows, and would send, what another member wrote. */
const SomebodyElse = onDemand(
  async () => (await import("./somebody-else.tsx")).SomebodyElse,
  () => location.reload(),
);

/**
 * Tells the forms of a page whose page it is. It stays that member's until it is loaded anew: when it is drawn for
 * somebody else, because they signed in over it or in another tab, they are told.
 */
export function SignedInProvider({ member, children }: { member: SignedIn; children: ReactNode }) {
  const [first] = useState(member);
  const [told, setTold] = useState<string | null>(null);
  const page = useMemo(() => ({ member: first, tellOfOther: setTold }), [first]);
  const other = member.id === first.id ? told : member.name;
  return (
    <Context value={page}>
      {children}
      {other !== null && <SomebodyElse name={other} before={first.name} />}
    </Context>
  );
}

/** The member this page was made for; null where nobody need be signed in. */
export const useSignedIn = (): Page | null => use(Context);
