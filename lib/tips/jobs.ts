import { createHash } from "node:crypto";
import { env } from "#lib/env.ts";
import { purgeLimits } from "#lib/guarding/rate-limit.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { fill } from "#lib/i18n/words.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { isMailOn, sendMail } from "#lib/mail/send-mail.ts";
import { getNewsroom } from "#lib/members/queries.ts";
import { eraseAddressesBefore, noteMailed } from "./commands.ts";
import { getAnswer } from "./queries.ts";

const DAY = 86_400_000;

/** Mails an answer to whoever wrote. What the mail server refuses to the last is noted, so that the desk sees it. */
export const sendAnswer: JobHandler<"tips.answer"> = async ({ tipId }, at) => {
  const newsroom = await getNewsroom();
  const answer = await getAnswer(tipId);
  if (!isMailOn() || !newsroom || !answer) return;
  const texts = wordsFor(newsroom.locale).tips.letter;
  const subject = fill(texts.subjects[answer.kind], { newsroom: newsroom.name }).replace(/\s+/gu, " ");
  const hash = createHash("sha256").update(tipId).digest("hex").slice(0, 40);
  try {
    await sendMail({
      to: { name: "", address: answer.email },
      subject,
      text: `${answer.answer}\n\n${fill(texts.from, { newsroom: newsroom.name })}\n`,
      messageId: `<${hash}@${new URL(env.PUBLIC_URL).hostname}>`,
    });
  } catch (error) {
    if (at?.isLastTry) await noteMailed({ tipId, mailFailedAt: new Date() });
    throw new Error(`the answer was not taken: ${codesOf(error)}`);
  }
  await noteMailed({ tipId, mailedAt: new Date() });
  log.info({ tipId }, "answer mailed");
};

/** What the mail server meant, without what it said: that names the address, and outlives it in the log and the queue. */
function codesOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [error.name, code, responseCode].filter(Boolean).join(" ");
}

/** Deletes the addresses of those who wrote in, once they are older than the newsroom's setting. */
export const eraseOldAddresses: JobHandler<"tips.erase"> = async () => {
  const newsroom = await getNewsroom();
  if (!newsroom) return;
  const now = new Date();
  const before = new Date(now.getTime() - newsroom.contactDays * DAY);
  const erased = await eraseAddressesBefore({ before, now });
  if (erased > 0) log.info({ erased }, "addresses of those who wrote in deleted");
};

/** Forgets how often something was sent, once nobody counts on it. */
export const purgeOldLimits: JobHandler<"limits.purge"> = async () => {
  await purgeLimits({ now: new Date() });
};
