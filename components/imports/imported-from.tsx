import type { ImportDetail } from "#lib/imports/queries.ts";

/** What is being read: an address or a file's name; nothing of pasted words that have neither. */
export function ImportedFrom({ found }: { found: ImportDetail }) {
  const name = found.original?.fileName ?? found.url;
  return name && <p className="font-serif text-xl leading-snug font-semibold wrap-anywhere">{name}</p>;
}
