import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { answerForm, awaitAnswer, beginForm, dropForm } from "#lib/db/sent-forms.ts";
import { AppError } from "./errors.ts";
import { redirectTarget } from "./redirect-target.ts";
import { leadsToSignIn } from "./sign-in-here.ts";

type Kept<Result> = { result: Result } | { leadsTo: string };

/**
 * Runs what a form asks for once, however often it is sent with the same id: who sends it again gets the first one's
 * answer, also while that is still at work. What failed was not done, and is done when it is sent again. Refuses with
 * `maybe_done` when nobody can know.
 */
export async function once<Result>(id: string, run: () => Promise<Result>): Promise<Result> {
  if (!(await beginForm(id))) return again(id, run);
  try {
    const result = await run();
    await answerForm(id, { result } satisfies Kept<Result>);
    return result;
  } catch (error) {
    const target = redirectTarget(error);
    if (target === null || leadsToSignIn(error)) await dropForm(id);
    else await answerForm(id, { leadsTo: target } satisfies Kept<Result>);
    throw error;
  }
}

async function again<Result>(id: string, run: () => Promise<Result>): Promise<Result> {
  const known = await awaitAnswer(id);
  if (known === null) {
    // The first one failed while this waited for it: then this is the first.
    if (await beginForm(id)) {
      await dropForm(id);
      return once(id, run);
    }
    throw new AppError("maybe_done");
  }
  const kept = known.answer as Kept<Result>;
  if ("leadsTo" in kept) redirect(kept.leadsTo);
  refresh();
  return kept.result;
}
