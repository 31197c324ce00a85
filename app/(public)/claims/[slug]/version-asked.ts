import { firstOf, type SearchParams } from "#lib/search-params.ts";

/** The version of a claim an address asks for; null: whichever stands. */
export async function versionAsked(searchParams: SearchParams): Promise<number | null> {
  const asked = firstOf((await searchParams).version);
  return asked !== undefined && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
}
