import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";

/** The one channel of Postgres that all processes listen on. */
export const CHANNEL = "proofmark";

const tag = z.union([
  z.literal("lists"),
  z.templateLiteral([z.enum(["claim", "article", "topic", "claimant"]), ":", z.string()]),
]);

const noticeShape = z.object({
  /**
   * Whom it concerns: `article:<id>` and `source:<id>` for those who have it open, `member:<id>` for one person, `queue`
   * for those who look at the queue, `public` for who keeps what readers get.
   */
  topic: z.union([
    z.templateLiteral([z.enum(["article", "member", "source"]), ":", z.uuid()]),
    z.enum(["queue", "public"]),
  ]),
  /** What changed, a noun: `claim`, `evidence`, `review`, `passage`, `revision`, `article`, `presence`, `access`,
   * `snapshot`, … */
  kind: z.string().regex(/^[a-z_]{1,40}$/),
  /** The audit event's number, from which on a reader catches up; null when there is none to read again. */
  seq: z.number().int().positive().nullable().default(null),
  claimId: z.uuid().nullable().default(null),
  /** Of the topic `public`: what the documents that changed are kept by (lib/delivery/addresses.ts); none stands for all. */
  tags: z.array(tag).optional(),
});

/**
 * Word that something changed, for all who may know that it exists. Ids and a noun only: what changed is read by
 * those who want to know, through the queries that know who is asking.
 */
export type Notice = z.output<typeof noticeShape>;
export type Topic = Notice["topic"];

export const articleTopic = (articleId: string): Topic => `article:${articleId}`;
export const memberTopic = (memberId: string): Topic => `member:${memberId}`;
export const sourceTopic = (sourceId: string): Topic => `source:${sourceId}`;
export const QUEUE_TOPIC: Topic = "queue";
export const PUBLIC_TOPIC: Topic = "public";

/** The source a topic is about; null when it is about none. */
export function sourceOfTopic(topic: Topic): string | null {
  const [about, id] = topic.split(":");
  return about === "source" && id !== undefined ? id : null;
}

/** A notification's payload as a notice; null when it is none of ours. */
export function parseNotice(payload: string | undefined): Notice | null {
  try {
    return noticeShape.safeParse(JSON.parse(payload ?? "")).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Sends word when the transaction commits, and not at all when it does not. What has an audit event of an article
 * announces itself (the trigger `audit_events_announce`): this is for the rest.
 */
export async function announce(tx: Tx, notice: z.input<typeof noticeShape>): Promise<void> {
  const payload = JSON.stringify(noticeShape.parse(notice));
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${payload})`;
}
