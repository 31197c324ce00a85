/** Query parameters as Next hands them to a page. */
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** One part of a path, which Next hands over percent-encoded. What cannot be decoded stays, and names nothing. */
export function pathPart(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

/** The first value of a parameter; undefined when it is missing or empty. */
export function firstOf(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value[0] : value) || undefined;
}

/** Those of an address, for route handlers, which get no such promise. */
export function searchParamsOf(address: string): SearchParams {
  return Promise.resolve(Object.fromEntries(new URL(address).searchParams));
}
