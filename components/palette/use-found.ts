"use client";

import { useEffect, useRef, useState } from "react";
import { type Found, listVisits, type Visit } from "#lib/search/values.ts";

/** How the search goes. While another is under way, what the one before found stays. */
export type Search = {
  found: Found | null;
  /** What `found` is for; null while there is none. */
  query: string | null;
  status: "searching" | "done" | "failed" | "ended";
};

/** Milliseconds between keys that are still one word. */
const PAUSE = 120;

/** Milliseconds the server may take before it counts as out of reach. */
const PATIENCE = 8_000;

/**
 * Asks the server what a query finds, or what visits are called while nothing is typed. A search that is overtaken is
 * given up; what was found once is not asked again while the palette is open.
 */
export function useFound(typed: string, visits: readonly Visit[]): Search & { retry: () => void } {
  const query = typed.trim();
  const visited = listVisits(visits);
  const known = useRef(new Map<string, Found>());
  const [search, setSearch] = useState<Search>({ found: null, query: null, status: "searching" });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    const before = known.current.get(query) ?? (query === "" && visited === "" ? NOTHING : null);
    if (before) {
      setSearch({ found: before, query, status: "done" });
      return;
    }
    const controller = new AbortController();
    setSearch((last) => ({ ...last, status: "searching" }));
    const timer = setTimeout(
      async () => {
        const answer = await ask(query, visited, controller.signal);
        if (controller.signal.aborted) return;
        if (answer === "failed" || answer === "ended") setSearch({ found: null, query, status: answer });
        else {
          known.current.set(query, answer);
          setSearch({ found: answer, query, status: "done" });
        }
      },
      query === "" ? 0 : PAUSE,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query, visited, attempt]);

  return { ...search, retry: () => setAttempt((count) => count + 1) };
}

const NOTHING: Found = { articles: [], claims: [], people: [] };

async function ask(
  query: string,
  visited: string,
  givenUp: AbortSignal,
): Promise<Found | "failed" | "ended"> {
  const asked = new URLSearchParams(query === "" ? { visited } : { q: query });
  const signal = AbortSignal.any([givenUp, AbortSignal.timeout(PATIENCE)]);
  try {
    const response = await fetch(`/api/desk/search?${asked}`, { signal });
    if (response.status === 401) return "ended";
    if (!response.ok) return "failed";
    const found: Found = await response.json();
    return found;
  } catch {
    // Given up, or out of reach: whoever gave up does not listen any more.
    return "failed";
  }
}
