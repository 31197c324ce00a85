import { createTransport } from "nodemailer";
import { env } from "#lib/env.ts";
import { withoutAddresses } from "#lib/log.ts";
import { traced } from "#lib/tracing.ts";

/** One plain e-mail: no markup, no pictures, nothing that tells whether it was read. */
export type Letter = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** What makes it one letter however often it is sent: e-mail programs show a repeated one once. */
  messageId: string;
};

/** Whether this installation sends e-mail at all. */
export function isMailOn(): boolean {
  return env.SMTP_URL !== "";
}

/** Milliseconds. A server that does not answer is tried again later. */
const PATIENCE = 20_000;

/**
 * Hands a letter to the mail server of SMTP_URL. Throws when it is not taken, with what the server said of it: to whom the
 * letter was is neither for the log nor for the queue, which both keep the error.
 */
export async function sendMail({ to, subject, text, messageId }: Letter): Promise<void> {
  const transport = createTransport({
    url: env.SMTP_URL,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // What people write goes into letters: nothing in it may name a file or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const facts = { "server.address": new URL(env.SMTP_URL).hostname };
    await traced({ name: "mail", kind: "client", facts }, () =>
      transport.sendMail({
        from: env.MAIL_FROM,
        to,
        subject,
        text,
        messageId,
        headers: { "Auto-Submitted": "auto-generated" },
      }),
    );
  } catch (error) {
    throw withoutAddressee(error);
  } finally {
    transport.close();
  }
}

/** Without its other fields and its cause: the addressee stands in several of them. */
function withoutAddressee(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return Object.assign(new Error(withoutAddresses(error.message)), { code, responseCode });
}
