"use server";

import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { getMember } from "#lib/members/queries.ts";
import { eraseMember } from "./commands.ts";
import { listMentions } from "./queries.ts";
import { eraseMemberInput } from "./schema.ts";

/** Erases a member, and says where people wrote their name or address. */
export async function eraseMemberAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ mentions: { place: string; found: number }[] }>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor("members.edit");
    const { memberId, typedEmail } = eraseMemberInput.parse(fieldsOf(form));
    const member = await getMember(memberId);
    if (!member) throw new AppError("not_found");
    if (member.email !== typedEmail.trim().toLowerCase()) {
      throw new AppError("typed_otherwise", { field: "typedEmail" });
    }
    const { texts } = await eraseMember({ actor, memberId, now: new Date() });
    return { mentions: await listMentions(texts) };
  });
}
