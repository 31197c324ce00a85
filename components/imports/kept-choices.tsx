"use client";

import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";

import { useFormState } from "#components/ui/form-context.tsx";

export type KeptChoices = {
  isKept: (index: number) => boolean;
  choose: (indices: readonly number[], keep: boolean) => void;
  /** How many blocks there are, shown or not. */
  total: number;
  /** False until the page's script runs: then the boxes themselves are what the form sends. */
  isLive: boolean;
};

const Context = createContext<KeptChoices | null>(null);

/** Which blocks are part of the article, as it stands in the form around this component. */
export function useKeptChoices(): KeptChoices {
  const choices = use(Context);
  if (!choices) throw new Error("There are no choices around this component");
  return choices;
}

/**
 * Remembers which blocks a person takes from the article, or brings back to it. `proposed`: places of the blocks the
 * reader kept. What was decided otherwise stands in a field that is never sent, so that it is part of the form's draft.
 */
export function KeptChoicesProvider({
  total,
  proposed,
  children,
}: {
  total: number;
  proposed: readonly number[];
  children: ReactNode;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const posted = useFormState()?.posted;
  const [changed, setChanged] = useState<ReadonlySet<number>>(() => changedIn(posted, proposed));
  const isLive = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const byReader = useMemo(() => new Set(proposed), [proposed]);

  useEffect(() => {
    const listening = new AbortController();
    const afterReset = () => queueMicrotask(() => setChanged(placesIn(field.current?.value)));
    field.current?.form?.addEventListener("reset", afterReset, listening);
    return () => listening.abort();
  }, []);

  const choices: KeptChoices = {
    total,
    isLive,
    isKept: (index) => byReader.has(index) !== changed.has(index),
    choose: (indices, keep) => {
      if (!field.current) return;
      const next = placesIn(field.current.value);
      for (const index of indices) {
        if (byReader.has(index) === keep) next.delete(index);
        else next.add(index);
      }
      field.current.value = [...next].join(",");
      field.current.dispatchEvent(new Event("input", { bubbles: true }));
    },
  };
  return (
    <Context value={choices}>
      <textarea
        ref={field}
        name="choices"
        disabled
        hidden
        defaultValue=""
        onInput={({ currentTarget }) => setChanged(placesIn(currentTarget.value))}
      />
      {children}
    </Context>
  );
}

/** What was decided otherwise before a page without script came back: it sent the ticks themselves. */
function changedIn(posted: Readonly<Record<string, string>> = {}, proposed: readonly number[]): Set<number> {
  if (Object.keys(posted).length === 0) return new Set();
  return placesIn(posted.kept).symmetricDifference(new Set(proposed));
}

function placesIn(list = ""): Set<number> {
  return new Set(list.split(",").filter(Boolean).map(Number));
}
