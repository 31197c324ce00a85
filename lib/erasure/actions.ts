"use server";

import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { getMember } from "#lib/members/queries.ts";
import { eraseMember, erasePerson, eraseTip } from "./commands.ts";
import { getPerson, listHeldOfPerson, listMentions } from "./queries.ts";
import { eraseMemberInput, erasePersonInput, findPersonInput } from "./schema.ts";

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

/** Leads to what somebody sent. Their address stands in no web address, so that no log has it. */
export async function findPersonAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    await requireActor("members.edit");
    const { personEmail } = findPersonInput.parse(fieldsOf(form));
    const [tip] = await listHeldOfPerson(personEmail);
    if (!tip) throw new AppError("person_unknown", { field: "personEmail" });
    redirect(`/desk/settings/people/${tip.id}`);
  });
}

/** Erases what somebody sent, and says where people wrote their address. */
export async function erasePersonAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ tips: number; mentions: { place: string; found: number }[] }>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor("members.edit");
    const { tipId, typedEmail, erasureReason: reason } = erasePersonInput.parse(fieldsOf(form));
    const person = await getPerson(tipId);
    const email = person?.email ?? null;
    const now = new Date();
    if (email === null) {
      await eraseTip({ actor, tipId, reason, now });
      return { tips: 1, mentions: [] };
    }
    if (email.toLowerCase() !== typedEmail.trim().toLowerCase()) {
      throw new AppError("typed_otherwise", { field: "typedEmail" });
    }
    const { tips, texts } = await erasePerson({ actor, email, reason, now });
    return { tips, mentions: await listMentions(texts) };
  });
}
