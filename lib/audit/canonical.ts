/** What JSON holds. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Canonical JSON (RFC 8785): no spaces, keys in the order of their UTF-16 code units, so that one value has one text.
 * The database writes the same (`canonical_json` in the migrations), which is why numbers have to be whole.
 */
export function canonicalJson(value: unknown): string {
  return written(value as Json);
}

function written(value: Json): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new Error(`An audit event holds whole numbers only, not ${value}`);
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(written).join(",")}]`;
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${written(value[key] ?? null)}`);
  return `{${fields.join(",")}}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
