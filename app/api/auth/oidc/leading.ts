import { noteRefused } from "#lib/auth/refusals.ts";
import { AppError } from "#lib/errors.ts";
import { isProblem, LINKED } from "#lib/single-sign-on/rules.ts";

/** Leads the browser on. What an answer of the sign-in says is for one browser, once. */
export function leadTo(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "no-store" } });
}

/** Leads to the sign-in page. `problem`: what it is to say. */
export function backToSignIn({ from, problem }: { from: string; problem?: string }): Response {
  const params = new URLSearchParams({ ...(from && { from }), ...(problem && { problem }) }).toString();
  return leadTo(params ? `/login?${params}` : "/login");
}

/** Leads to the member's own page, where accounts are linked. */
export function backToAccount(problem?: string): Response {
  return leadTo(problem ? `${LINKED}?${new URLSearchParams({ problem })}#provider` : `${LINKED}#provider`);
}

/** Leads back with what went wrong, where that was to be expected. */
export async function refusedSignIn(error: unknown, from: string): Promise<Response> {
  await noteRefused(error);
  if (error instanceof AppError && isProblem(error.reason))
    return backToSignIn({ from, problem: error.reason });
  throw error;
}
