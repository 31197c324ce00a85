import { publishClaim } from "#lib/publishing/commands.ts";
import { draftScale, putScaleIntoUse } from "#lib/verdicts/commands.ts";
import { type MadeClaim, makeClaim, makeMember, makeNewsroom } from "./factories.ts";

/** A published claim of a newsroom that gives no ratings, and asks for one opinion. */
export async function makeUnratedClaim({
  now = new Date(),
  ...options
}: Omit<NonNullable<Parameters<typeof makeClaim>[0]>, "state" | "firstRating"> = {}): Promise<MadeClaim> {
  await makeNewsroom({ opinionsRequired: 1 });
  const actor = await makeMember({ role: "admin" });
  const { id: scaleId } = await draftScale({ actor, preset: "unrated" });
  await putScaleIntoUse({ actor, scaleId, version: 1, now });
  // One opinion is enough for it to be ready.
  const claim = await makeClaim({ ...options, state: "second_review", firstRating: "checked", now });
  await publishClaim({
    ...{ actor: claim.editor, claimId: claim.id, overrideItem: null, overrideReason: null, now },
  });
  return { ...claim, state: "published" };
}
