import { z } from "zod";
import { ROLES } from "#lib/auth/policy.ts";
import { choice, id, text } from "#lib/input.ts";
import { email, newPassword } from "#lib/members/schema.ts";

export const inviteInput = z.strictObject({ email, role: choice(ROLES) });
export type InviteInput = z.infer<typeof inviteInput>;

export const invitationIdInput = z.strictObject({ invitationId: id });

/** What the invited fill in. `linkKey`: what stands in the link's address. */
export const acceptInvitationInput = z.strictObject({
  linkKey: z.string(),
  name: text(200),
  password: newPassword,
});
export type AcceptInvitationInput = z.infer<typeof acceptInvitationInput>;
