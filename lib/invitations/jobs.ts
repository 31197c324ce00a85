import { env } from "#lib/env.ts";
import { keyOf } from "#lib/guarding/link-keys.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { formatter } from "#lib/i18n/format.ts";
import { fill } from "#lib/i18n/words.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { isMailOn, sendMail } from "#lib/mail/send-mail.ts";
import { getNewsroom } from "#lib/members/queries.ts";
import { purgeInvitations } from "./commands.ts";
import { getInvitation } from "./queries.ts";
import { invitationRefusal } from "./rules.ts";

/** Mails an invitation's link. One that was taken up or back in the meantime is not sent. */
export const sendInvitation: JobHandler<"invitations.send"> = async ({ invitationId }) => {
  const [newsroom, invitation] = await Promise.all([getNewsroom(), getInvitation(invitationId)]);
  if (!isMailOn() || !newsroom || !invitation || invitationRefusal(invitation, new Date())) return;
  const { id, email, expiresAt, invitedBy } = invitation;
  const texts = wordsFor(newsroom.locale).auth.letters;
  const key = keyOf({ kind: "invitation", id, expiresAt });
  const filled = {
    newsroom: newsroom.name,
    name: invitedBy.name,
    link: `${env.PUBLIC_URL}/invite/${key}`,
    time: formatter(newsroom).dateTime(expiresAt),
  };
  await sendMail({
    to: { name: "", address: email },
    subject: fill(texts.invitation.subject, filled).replace(/\s+/gu, " "),
    text: fill(texts.invitation.text, filled),
    messageId: `<invitation-${id}-${expiresAt.getTime()}@${new URL(env.PUBLIC_URL).hostname}>`,
  });
  log.info({ invitationId }, "invitation mailed");
};

/** Forgets whom nobody waits for any more. */
export const purgeOldInvitations: JobHandler<"invitations.purge"> = async () => {
  const purged = await purgeInvitations({ now: new Date() });
  if (purged > 0) log.info({ purged }, "old invitations forgotten");
};
