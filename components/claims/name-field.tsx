"use client";

import { type ComponentProps, useEffect, useEffectEvent, useId, useState } from "react";
import { TextField } from "#components/ui/text-field.tsx";
import { suggestNamesAction } from "#lib/claims/actions.ts";

/** Milliseconds after the last key. */
const PAUSE = 200;

/** A line for a name, or several separated by commas, that offers the names on file which begin like the last one. */
export function NameField({
  of,
  isList = false,
  ...field
}: { of: "claimants" | "topics"; isList?: boolean } & ComponentProps<typeof TextField>) {
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [names, setNames] = useState<string[]>([]);
  const before = isList ? (/^.*,\s*/su.exec(typed ?? "")?.[0] ?? "") : "";

  const ask = useEffectEvent(async (prefix: string) => setNames(await suggestNamesAction(of, prefix)));
  useEffect(() => {
    const prefix = typed?.slice(before.length).trim();
    if (prefix === undefined || prefix === "") return setNames([]);
    const timer = setTimeout(() => ask(prefix), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, before]);

  return (
    <>
      <TextField
        {...field}
        list={listId}
        autoComplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={before + name} />
        ))}
      </datalist>
    </>
  );
}
