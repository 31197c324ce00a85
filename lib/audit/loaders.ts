import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { loadSite } from "#lib/publishing/loaders.ts";
import { firstOf, pathPart, type SearchParams } from "#lib/search-params.ts";
import { getPublicRecord, listPublicHeads } from "./public-record.ts";

type File = { text: string; type: string; changedAt: null };

/** What readers may check of a claim's history. Not found when it is not public. `slug` as the address has it. */
export const loadPublicRecord = cache(async (slug: string) => {
  const [site, record] = await Promise.all([loadSite(), getPublicRecord(pathPart(slug))]);
  if (!record) notFound();
  return { ...site, record };
});

/** The same for programs; null when it is not public. */
export async function loadPublicRecordFile(slug: string): Promise<File | null> {
  const [, record] = await Promise.all([loadSite(), getPublicRecord(pathPart(slug))]);
  return record && { text: JSON.stringify(record), type: "application/json", changedAt: null };
}

/** The signed heads readers may have, in parts; `nextUrl` is where the next one is. */
export async function loadPublicHeads(
  searchParams: SearchParams,
): Promise<File & { nextUrl: string | null }> {
  const [{ siteUrl }, params] = await Promise.all([loadSite(), searchParams]);
  const { items, next } = await listPublicHeads({ cursor: firstOf(params.cursor) ?? null });
  const keys = [...new Set(items.map(({ key }) => key))];
  return {
    text: JSON.stringify({ v: 1, keys, heads: items }),
    type: "application/json",
    changedAt: null,
    nextUrl: next && new URL(`/audit/heads.json?cursor=${encodeURIComponent(next)}`, siteUrl).href,
  };
}
