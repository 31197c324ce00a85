import { setTimeout as pause } from "node:timers/promises";
import { db } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { CHANNEL, type Notice } from "./notices.ts";

/** Milliseconds in which notices gather before the next are sent. */
const GATHER = 50;

const holder = globalThis as { proofmarkNotices?: { waiting: Notice[]; isSending: boolean } };
holder.proofmarkNotices ??= { waiting: [], isSending: false };
const notices = holder.proofmarkNotices;

/**
 * Sends word of what is committed already, at once or with what else happens in the next moment, without anybody waiting
 * for it. Transactions that announce commit one after the other, all over the server: what many do at the same time
 * announces itself here, in one transaction for all of it. A process that is killed in that moment takes its word along:
 * only for what a page may learn of a little later.
 */
export function announceSoon(said: readonly Notice[]): void {
  notices.waiting.push(...said);
  if (!notices.isSending) void sendAll();
}

async function sendAll(): Promise<void> {
  notices.isSending = true;
  while (notices.waiting.length > 0) {
    await send(notices.waiting.splice(0));
    await pause(GATHER, undefined, { ref: false });
  }
  notices.isSending = false;
}

async function send(said: readonly Notice[]): Promise<void> {
  const payloads = said.map((notice) => JSON.stringify(notice));
  try {
    await db.$executeRaw`SELECT pg_notify(${CHANNEL}, payload) FROM unnest(${payloads}::text[]) payload`;
  } catch (error) {
    // Whoever listens has lost the database too, and reads everything again when it is back.
    log.warn({ err: error, notices: said.length }, "not announced");
  }
}
