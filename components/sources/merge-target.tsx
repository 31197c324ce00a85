"use client";

import { useState } from "react";
import { useCombobox } from "#components/forms/use-combobox.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import type { SourceView } from "#lib/sources/queries.ts";
import { SourceOptions } from "./source-options.tsx";
import { useKnownSources } from "./use-known-sources.ts";

/** The source that another becomes part of: found by words of its title, or named by the address of its page. */
export function MergeTarget({ sourceId }: { sourceId: string }) {
  const locale = useLocale();
  const { choose: said, merge } = useWords().sources;
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<SourceView | null>(null);
  const known = useKnownSources(typed);
  const { field, listId, offered, isOpen, active, choose } = useCombobox({
    typed,
    setTyped,
    known,
    isNews: ({ id }) => id !== sourceId,
    take: (source, input) => {
      input.value = `${location.origin}/desk/sources/${source.id}`;
      setChosen(source);
    },
  });
  return (
    <div className="min-w-0">
      <TextField
        name="intoId"
        label={merge.into}
        hint={chosen ? fill(merge.chosen, { title: chosen.title }) : merge.intoHint}
        dir="auto"
        {...field}
        onInput={(event) => {
          setChosen(null);
          field.onInput?.(event);
        }}
        below={isOpen && <SourceOptions id={listId} sources={offered} active={active} choose={choose} />}
      />
      <p role="status" className="sr-only">
        {isOpen && plural(locale, said.found, offered.length)}
        {chosen && fill(merge.chosen, { title: chosen.title })}
      </p>
    </div>
  );
}
