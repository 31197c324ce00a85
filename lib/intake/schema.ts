import { z } from "zod";
import { choice, optionalDay, optionalText, optionalWebAddress, text } from "#lib/input.ts";
import { EMAIL_LENGTH, TIP_LIMITS, TIP_PROBLEMS } from "#lib/tips/values.ts";

/** What every form for readers carries: when it was drawn, and a field that people leave empty. */
const guards = { stamp: z.string().max(200).default(""), trap: z.string().max(1_000).default("") };
const email = optionalText(EMAIL_LENGTH).pipe(z.email("not_an_email").nullable());

export const reportErrorInput = z.strictObject({
  ...guards,
  slug: text(200),
  problem: choice(TIP_PROBLEMS),
  report: text(TIP_LIMITS.words),
  link: optionalWebAddress,
  email,
});
export type ReportErrorInput = z.infer<typeof reportErrorInput>;

export const sendClaimInput = z.strictObject({
  ...guards,
  said: text(TIP_LIMITS.words),
  speaker: optionalText(TIP_LIMITS.name),
  link: optionalWebAddress,
  saidOn: optionalDay,
  email,
});
export type SendClaimInput = z.infer<typeof sendClaimInput>;
