import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireActor } from "#lib/auth/session.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { listRatings } from "#lib/verdicts/queries.ts";
import { getCheckFile, listCheckFiles, listFileRows, listUnknownLabels } from "./queries.ts";
import { isStalled } from "./rules.ts";
import { afterRow, shownOutcome } from "./schema.ts";

/** Files of checks that were sent lately, for admins. */
export async function loadCheckFiles() {
  await requireActor("checks.import");
  return listCheckFiles();
}

/** One of them: what would become, or became, of its rows. `show` and `after` of the address say which are listed. */
export const loadCheckFile = cache(async (id: string, searchParams: SearchParams) => {
  await requireActor("checks.import");
  const file = (await getCheckFile(id)) ?? notFound();
  const params = await searchParams;
  const asked = shownOutcome.parse(firstOf(params.show));
  // Where nothing would come in, what stands in the way is shown.
  const outcome = file.counts[asked] ? asked : (Object.keys(file.counts)[0] ?? asked);
  const shown = shownOutcome.parse(outcome);
  const hasLabels = file.state === "shown" && (file.counts.unknown_rating ?? 0) > 0;
  const [rows, labels, ratings] = await Promise.all([
    listFileRows({ fileId: file.id, outcome: shown, after: afterRow.parse(firstOf(params.after)) }),
    hasLabels ? listUnknownLabels(file.id) : [],
    hasLabels ? requireNewsroom().then(({ scaleId }) => listRatings(scaleId)) : [],
  ]);
  return { file, shown, rows, labels, ratings, isStalled: isStalled(file, new Date()) };
});
