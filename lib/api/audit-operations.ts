import { z } from "zod";
import { signedHead } from "#lib/audit/heads.ts";
import { listEvents, listNewestHeads } from "#lib/audit/queries.ts";
import { MOST_HEADS } from "#lib/audit/values.ts";
import { forbidden } from "#lib/auth/policy.ts";
import { decodeCursor, pageOf } from "#lib/cursor.ts";
import { insist } from "#lib/errors.ts";
import { id } from "#lib/input.ts";
import { define } from "./operation.ts";
import { paging } from "./paging.ts";
import { auditShape } from "./shapes.ts";

const seqCursor = z.tuple([z.number().int().min(0)]);

const listAll = define({
  id: "listAudit",
  method: "GET",
  path: "/audit",
  tag: "Audit",
  scope: "audit",
  summary: "What happened, oldest first: of one article, or of everything",
  description:
    "To follow the history, ask again with the last `seq` you have as `after`: events come in the order of their `seq`, and none is added before one that was listed.",
  query: z.strictObject({
    ...paging,
    article: id.optional(),
    after: z.coerce.number().int().min(0).optional().describe("Only events with a higher `seq`."),
  }),
  answers: { 200: { description: "A page of events.", schema: auditShape } },
  problems: [],
  async run({ actor, query: { cursor, limit, article, after: first } }) {
    insist(forbidden(actor, "audit.read"));
    const [after = first] = decodeCursor(cursor, seqCursor) ?? [];
    const events = await listEvents({ articleId: article, after, take: limit + 1 });
    const page = pageOf(events, limit, ({ seq }) => [seq]);
    const items = page.items.map(({ actorId, actorName, isFormer, tokenId, tokenName, at, ...event }) => ({
      ...event,
      at: at.toISOString(),
      actor: { id: actorId, name: actorName, isErased: isFormer },
      token: tokenId === null ? null : { id: tokenId, name: tokenName ?? "" },
    }));
    return { status: 200, body: { items, next: page.next } };
  },
});

const headsShape = z.strictObject({ items: z.array(signedHead), next: z.string().nullable() });
const chainCursor = z.tuple([z.uuid()]);

const listHeads = define({
  id: "listHeads",
  method: "GET",
  path: "/audit/heads",
  tag: "Audit",
  scope: "audit",
  summary: "The newest signed end of each chain of the history",
  description:
    "As all workers signed them, of the newest articles first: keep them elsewhere, to be compared with what the history says.",
  query: z.strictObject({
    cursor: paging.cursor,
    limit: z.coerce.number().int().min(1).max(MOST_HEADS).default(MOST_HEADS),
  }),
  answers: { 200: { description: "Heads, by chain.", schema: headsShape } },
  problems: [],
  async run({ actor, query: { cursor, limit } }) {
    insist(forbidden(actor, "audit.read"));
    const [before] = decodeCursor(cursor, chainCursor) ?? [];
    const heads = await listNewestHeads({ before, take: limit + 1 });
    return { status: 200, body: pageOf(heads, limit, ({ chain }) => [chain]) };
  },
});

export const auditOperations = [listAll, listHeads];
