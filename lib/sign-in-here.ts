import { redirectTarget } from "./redirect-target.ts";

/**
 * A form with this field is told that the session has ended instead of being led away to sign in: its page can ask
 * for the password itself. Fields with this beginning are React's and the framework's, so no input has it.
 */
export const SIGN_IN_HERE = "$ACTION_SIGN_IN_HERE";

/** Whether what was thrown leads to the sign-in page. */
export function leadsToSignIn(error: unknown): boolean {
  const target = redirectTarget(error);
  return target !== null && /^\/login(?:[?]|$)/u.test(target);
}
