import { z } from "zod";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { choice, optionalText, version } from "#lib/input.ts";
import { LONGEST_POLICY, POLICY_KEYS } from "./values.ts";

/** The number of the version it was written on; 0 when there was none. */
const basedOn = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

export const savePolicyInput = z.strictObject({
  policy: choice(POLICY_KEYS),
  basedOn,
  /** Markdown; empty takes the policy back. */
  policyText: optionalText(LONGEST_POLICY),
});
export type SavePolicyInput = z.infer<typeof savePolicyInput>;

export const translatePolicyInput = z.strictObject({
  policy: choice(POLICY_KEYS),
  language: choice(LANGUAGES),
  /** The number of the version that was translated; of another one it is refused. */
  number: version,
  /** Of the translation. */
  basedOn,
  /** Markdown; empty takes the translation back. */
  policyText: optionalText(LONGEST_POLICY),
});
export type TranslatePolicyInput = z.infer<typeof translatePolicyInput>;
