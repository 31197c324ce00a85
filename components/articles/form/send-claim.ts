import type { ClaimStore } from "#components/articles/store/claim-store.ts";
import type { ActionState } from "#lib/action.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { createClaimAction } from "#lib/claims/actions.ts";
import type { DeskClaim } from "#lib/claims/desk-claim.ts";

/**
 * Sends the form for a new claim. Its words are marked until the server answers; when it refuses or cannot be
 * reached the mark goes again, and the form says why. Whoever takes over the answer ends the marking with it.
 */
export async function sendClaim({
  store,
  key,
  span,
  previous,
  form,
}: {
  store: ClaimStore;
  key: string;
  span: Span;
  previous: ActionState;
  form: FormData;
}): Promise<ActionState<DeskClaim>> {
  store.begin({ key, span, statement: String(form.get("statement") ?? "") });
  let isMade = false;
  try {
    const answer = await createClaimAction(previous, form);
    isMade = answer.status === "done";
    return answer;
  } finally {
    if (!isMade) store.end(key, null);
  }
}
