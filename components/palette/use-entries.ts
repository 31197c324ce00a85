"use client";

import { useMemo } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useShortcutsContext } from "#components/shortcuts/shortcuts-context.ts";
import type { Actor } from "#lib/auth/policy.ts";
import type { Visit } from "#lib/search/values.ts";
import type { CommandId } from "#lib/shortcuts/values.ts";
import { type EntryGroup, listEntries, narrowed, visitedEntries } from "./palette-entries.ts";
import type { Search } from "./use-found.ts";

/** The palette's lines for what is typed, as far as they are known. All are an answer to it: Enter takes the first. */
export function useEntries({
  actor,
  commands,
  query,
  search: { found, query: askedFor, status },
  visits,
}: {
  actor: Actor;
  commands: readonly CommandId[];
  query: string;
  search: Search;
  visits: readonly Visit[];
}): EntryGroup[] {
  const words = useWords();
  const shortcuts = useShortcutsContext();
  const keys = shortcuts === null || shortcuts.settings.isOff ? null : shortcuts.keys;
  return useMemo(() => {
    const place = { words, actor, keys };
    const typed = query.trim();
    const isAnswered = askedFor === typed;
    if (typed !== "") {
      const answer = found && (isAnswered ? found : narrowed(found, typed));
      return listEntries({ ...place, query: typed, commands, found: answer });
    }
    // What was looked at stands first: until it is known nothing does, so that nothing is pushed down.
    if (!isAnswered && status === "searching") return [];
    const recent = isAnswered && found ? visitedEntries(visits, found, place) : [];
    const entries = listEntries({ ...place, query: typed, commands, found: null });
    return recent.length === 0
      ? entries
      : [{ value: words.palette.groups.recent, items: recent }, ...entries];
  }, [words, actor, keys, query, commands, found, askedFor, status, visits]);
}
