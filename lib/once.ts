import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getActor } from "#lib/auth/session.ts";
import { answerForm, awaitAnswer, beginForm, dropForm, type Sent } from "#lib/db/sent-forms.ts";
import { AppError } from "./errors.ts";
import { redirectTarget } from "./redirect-target.ts";
import { leadsToSignIn } from "./sign-in-here.ts";

type Kept<Result> = { result: Result } | { leadsTo: string } | { isToldOnce: true };

/**
 * Runs what a member's form asks for once, however often they send it with the same id: sent again it gets the first
 * one's answer, also while that is still at work. What failed was not done, and is done when it is sent again. Refuses
 * with `maybe_done` when nobody can know. Where nobody is signed in, nothing is remembered. An answer that is told once, a
 * secret, is not kept: whoever sends the form again is told `maybe_done`.
 */
export async function once<Result>(
  id: string,
  run: () => Promise<Result>,
  { isToldOnce = false }: { isToldOnce?: boolean } = {},
): Promise<Result> {
  const actor = await getActor();
  return actor === null ? run() : first({ memberId: actor.id, id, isToldOnce }, run);
}

type Asked = Sent & { isToldOnce: boolean };

async function first<Result>({ isToldOnce, ...form }: Asked, run: () => Promise<Result>): Promise<Result> {
  if (!(await beginForm(form))) return again({ isToldOnce, ...form }, run);
  try {
    const result = await run();
    await answerForm(form, (isToldOnce ? { isToldOnce } : { result }) satisfies Kept<Result>);
    return result;
  } catch (error) {
    const target = redirectTarget(error);
    if (target === null || leadsToSignIn(error)) await dropForm(form);
    else await answerForm(form, { leadsTo: target } satisfies Kept<Result>);
    throw error;
  }
}

async function again<Result>({ isToldOnce, ...form }: Asked, run: () => Promise<Result>): Promise<Result> {
  const known = await awaitAnswer(form);
  if (known === null) {
    // The first one failed while this waited for it: then this is the first.
    if (await beginForm(form)) {
      await dropForm(form);
      return first({ isToldOnce, ...form }, run);
    }
    throw new AppError("maybe_done");
  }
  const kept = known.answer as Kept<Result>;
  if ("leadsTo" in kept) redirect(kept.leadsTo);
  refresh();
  if ("isToldOnce" in kept) throw new AppError("maybe_done");
  return kept.result;
}
