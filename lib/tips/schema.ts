import { z } from "zod";
import { choice, id, optionalText, text } from "#lib/input.ts";
import { firstOf } from "#lib/search-params.ts";
import { TIP_KINDS, TIP_LIMITS, type TipKind } from "./values.ts";

export const tipIdInput = z.strictObject({ tipId: id });
export const answerWithCheckInput = z.strictObject({ tipId: id, claimId: id });

/** Why nothing came of it has to be said; what did come of it may be. */
export const settleTipInput = z
  .strictObject({
    tipId: id,
    tipState: choice(["done", "no_change"]),
    reason: optionalText(TIP_LIMITS.reason),
  })
  .superRefine(({ tipState, reason }, context) => {
    if (tipState === "no_change" && reason === null)
      context.addIssue({ code: "custom", path: ["reason"], message: "required", input: reason });
  });
export type SettleTipInput = z.infer<typeof settleTipInput>;

export const answerTipInput = z.strictObject({ tipId: id, tipAnswer: text(TIP_LIMITS.answer) });
export type AnswerTipInput = z.infer<typeof answerTipInput>;

/** Which tips are shown: `settled` or what waits, of one kind or of all. */
export type TipFilter = { isSettled: boolean; kind: TipKind | null };

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** What an address says. What cannot mean anything counts as not said. */
export function tipFilter(params: Params): TipFilter {
  const kind = TIP_KINDS.find((known) => known === firstOf(params.kind)) ?? null;
  return { isSettled: firstOf(params.view) === "settled", kind };
}

/** The filter as the query of an address, with its question mark; empty when it is the usual. */
export function tipQuery({ isSettled, kind }: TipFilter, cursor?: string): string {
  const query = new URLSearchParams();
  if (isSettled) query.set("view", "settled");
  if (kind) query.set("kind", kind);
  if (cursor) query.set("cursor", cursor);
  return query.size === 0 ? "" : `?${query}`;
}
