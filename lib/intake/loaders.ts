import "server-only";
import { notFound } from "next/navigation";
import { stampForm } from "#lib/guarding/form-stamp.ts";
import { loadPublished, loadSite } from "#lib/publishing/loaders.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";

/** Why the web server sends somebody back to a form before it has read what they sent: lib/delivery/forms.ts. */
const PROBLEMS = ["elsewhere", "too_large"] as const;
export type SendingProblem = (typeof PROBLEMS)[number];

async function loadForm(searchParams: SearchParams) {
  const asked = firstOf((await searchParams).problem);
  return { stamp: stampForm(new Date()), problem: PROBLEMS.find((known) => known === asked) ?? null };
}

/** The form to report an error in a published claim. Not found when readers do not see the claim. */
export async function loadErrorForm(slug: string, searchParams: SearchParams) {
  const { record, ...site } = await loadPublished(slug);
  if (record.withdrawn) notFound();
  return { ...site, ...(await loadForm(searchParams)), slug: record.slug, claim: record.claim };
}

/** The form to send the desk a claim. */
export async function loadClaimForm(searchParams: SearchParams) {
  const [site, form] = await Promise.all([loadSite(), loadForm(searchParams)]);
  return { ...site, ...form };
}
