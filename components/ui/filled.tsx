import { Fragment, type ReactNode } from "react";
import type { Values } from "#lib/i18n/words.ts";

/** A sentence as `fill` makes it, with elements in its places: for words in another language than the sentence. */
export function Filled<Template extends string>({
  template,
  values,
}: {
  template: Template;
  values: Record<keyof Values<Template>, ReactNode>;
}) {
  const given: Record<string, ReactNode> = values;
  // Every second piece is a name.
  return template.split(/\{(\w+)\}/).map((piece, at) => {
    const key = `${at}:${piece}`;
    return <Fragment key={key}>{at % 2 === 0 ? piece : (given[piece] ?? `{${piece}}`)}</Fragment>;
  });
}
