import { z } from "zod";
import { choice, optionalText } from "#lib/input.ts";
import { LONGEST_POLICY, POLICY_KEYS } from "./values.ts";

export const savePolicyInput = z.strictObject({
  policy: choice(POLICY_KEYS),
  /** The number of the version it was written on; 0 when there was none. */
  basedOn: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  /** Markdown; empty takes the policy back. */
  policyText: optionalText(LONGEST_POLICY),
});
export type SavePolicyInput = z.infer<typeof savePolicyInput>;
