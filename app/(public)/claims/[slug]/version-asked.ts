import { notFound } from "next/navigation";
import { firstOf, type SearchParams } from "#lib/search-params.ts";

/** The version of a claim an address asks for; null: whichever stands. Not found when it is no number. */
export async function versionAsked(searchParams: SearchParams): Promise<number | null> {
  const asked = firstOf((await searchParams).version);
  if (!asked) return null;
  if (!/^[1-9]\d{0,5}$/.test(asked)) notFound();
  return Number(asked);
}
