import { env } from "#lib/env.ts";
import { keyOf } from "#lib/guarding/link-keys.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { fill } from "#lib/i18n/words.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { isMailOn, sendMail } from "#lib/mail/send-mail.ts";
import { getMemberLocale, getNewsroom } from "#lib/members/queries.ts";
import { noteLinkMailed, purgeEntryLinks } from "./commands.ts";
import { getEntryLink } from "./queries.ts";
import { entryLinkRefusal } from "./rules.ts";
import { MINUTES, PATHS } from "./values.ts";

/** Mails the link somebody asked for. Where no member has the address there is none. */
export const sendEntryLink: JobHandler<"entry-links.send"> = async ({ linkId }) => {
  const [newsroom, link] = await Promise.all([getNewsroom(), getEntryLink(linkId)]);
  if (!isMailOn() || !newsroom || !link || entryLinkRefusal(link, new Date())) return;
  const { kind, member } = link;
  const texts = wordsFor((await getMemberLocale(member.id)) ?? newsroom.locale).auth.letters[kind];
  const filled = {
    newsroom: newsroom.name,
    name: member.name,
    link: `${env.PUBLIC_URL}${PATHS[kind]}/${keyOf(link)}`,
    minutes: MINUTES[kind],
  };
  await sendMail({
    to: { name: member.name, address: member.email },
    subject: fill(texts.subject, filled).replace(/\s+/gu, " "),
    text: fill(texts.text, filled),
    messageId: `<${kind}-${link.id}@${new URL(env.PUBLIC_URL).hostname}>`,
  });
  await noteLinkMailed(link);
  log.info({ memberId: member.id, kind }, "entry link mailed");
};

/** Forgets links that are over. */
export const purgeOldEntryLinks: JobHandler<"entry-links.purge"> = async () => {
  const purged = await purgeEntryLinks({ now: new Date() });
  if (purged > 0) log.info({ purged }, "old entry links forgotten");
};
