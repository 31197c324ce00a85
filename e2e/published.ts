import type { Actor } from "#lib/auth/policy.ts";
import { editChecks, submitClaim } from "#lib/claims/commands.ts";
import { publishClaim } from "#lib/publishing/commands.ts";
import { giveOpinion, takeClaim } from "#lib/reviews/commands.ts";
import { makeEvidence, makeNewsroom } from "#lib/testing/factories.ts";
import { person } from "./fixtures.ts";

/** Has a new claim reviewed twice and published by commands: other tests show that on the screens. */
export async function reviewAndPublish(claimId: string, author: Actor): Promise<void> {
  const now = new Date();
  const { ratings } = await makeNewsroom();
  await makeEvidence({ actor: author, claimId });
  const notes = { noPrimaryReason: null, searchNote: "Nothing to the contrary was found." };
  await editChecks({ actor: author, claimId, version: 1, ...notes });
  await submitClaim({ actor: author, claimId, now });
  for (const reviewer of [await person("reviewer"), await person("reviewer")]) {
    await takeClaim({ actor: reviewer, claimId, now });
    const opinion = { conclusion: "There were twelve of them.", rationale: "We counted." };
    await giveOpinion({ actor: reviewer, claimId, ratingId: ratings.true ?? "", ...opinion, now });
  }
  const editor = await person("editor");
  await publishClaim({ actor: editor, claimId, overrideItem: null, overrideReason: null, now });
}
