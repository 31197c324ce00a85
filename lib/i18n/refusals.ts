import type { Reason, Refusal } from "#lib/errors.ts";
import type { Format } from "./format.ts";
import { fill, type Words } from "./words.ts";

/**
 * The sentence for a refusal. Rules speak in keys and ISO instants; here a claim's state, the gate's items and
 * times become words. Without `format` a time is given in UTC, and says so.
 */
export function sentenceOf({ reason, values = {} }: Refusal, words: Spoken, format?: Format): string {
  const spoken = Object.entries(values).map(([name, value]) => [name, spell(name, value, words, format)]);
  return fill<string>(words.reasons[reason], Object.fromEntries(spoken));
}

/** The dictionary, or one with other sentences where the place asks for them. */
type Spoken = Omit<Words, "reasons"> & { reasons: Readonly<Record<Reason, string>> };

function spell(name: string, value: string | number, words: Spoken, format?: Format): string | number {
  const key = String(value);
  if (name === "role") return wordFor(words.common.roles, key);
  if (name === "state") return wordFor(words.common.states, key);
  if (name === "command") return wordFor(words.shortcuts.commands, key);
  if (name === "missing") return listOf(key, words.common);
  if (name === "at")
    return format ? format.dateTime(new Date(key)) : `${key.slice(0, 16).replace("T", " ")} UTC`;
  if (name === "until") return format ? format.time(new Date(key)) : `${key.slice(11, 16)} UTC`;
  return typeof value === "number" && format ? format.number(value) : value;
}

const listOf = (keys: string, { gateItems, semicolon }: Spoken["common"]) =>
  keys
    .split(",")
    .map((key) => wordFor(gateItems, key))
    .join(semicolon);

/** A key without a word is shown as it is, rather than nothing. */
function wordFor(names: Readonly<Record<string, string>>, key: string): string {
  return (Object.hasOwn(names, key) && names[key]) || key;
}
