import "server-only";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import type { Role } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { idInKey, isKeyOf, keyOf } from "#lib/guarding/link-keys.ts";
import type { Words } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { getInvitation, type Invitation, listOpenInvitations } from "./queries.ts";
import { invitationRefusal } from "./rules.ts";

export type OpenInvitation = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: Date;
  /** Null: it lets nobody in until it is renewed. */
  link: string | null;
};

/** Who was invited and has not come yet, with the links, for those who may invite. */
export async function loadInvitations(): Promise<{ invitations: OpenInvitation[]; isMailOn: boolean }> {
  await requireActor("members.edit");
  const now = new Date();
  const invitations = (await listOpenInvitations()).map((invitation) => {
    const { id, email, role, expiresAt, invitedBy } = invitation;
    const isOpen = invitationRefusal(invitation, now) === null;
    return {
      id,
      email,
      role,
      expiresAt,
      invitedBy: invitedBy.name,
      link: isOpen ? linkOf(invitation) : null,
    };
  });
  return { invitations, isMailOn: env.SMTP_URL !== "" };
}

function linkOf({ id, expiresAt }: Invitation): string {
  return `${env.PUBLIC_URL}/invite/${keyOf({ kind: "invitation", id, expiresAt })}`;
}

type InvitationPage = {
  words: Words;
  newsroomName: string;
  email: string;
  role: Role;
  /** Why it lets nobody in any more, in a sentence; null while it does. */
  refused: string | null;
};

/** What an invitation's link leads to. Looking at it changes nothing: mail programs open links by themselves. */
export async function loadInvitation(key: string): Promise<InvitationPage> {
  await connection();
  const id = idInKey(key);
  const invitation = id === null ? null : await getInvitation(id);
  if (!invitation || !isKeyOf(key, { ...invitation, kind: "invitation" })) notFound();
  const { words, newsroom } = await loadConventions();
  const refusal = invitationRefusal(invitation, new Date());
  const { email, role } = invitation;
  return {
    words,
    newsroomName: newsroom.name,
    email,
    role,
    refused: refusal && words.reasons[refusal.reason],
  };
}
