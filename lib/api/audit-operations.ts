import { z } from "zod";
import { headIn, signedHead } from "#lib/audit/heads.ts";
import { listEvents } from "#lib/audit/queries.ts";
import { forbidden } from "#lib/auth/policy.ts";
import { decodeCursor, pageOf } from "#lib/cursor.ts";
import { env } from "#lib/env.ts";
import { insist } from "#lib/errors.ts";
import { id } from "#lib/input.ts";
import { readKept } from "#lib/storage/audit-folder.ts";
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

const headsShape = z.strictObject({ items: z.array(signedHead) });

const listHeads = define({
  id: "listHeads",
  method: "GET",
  path: "/audit/heads",
  tag: "Audit",
  scope: "audit",
  summary: "The newest signed end of each chain of the history",
  description: "As they are kept outside the database: to be compared with what the history says.",
  answers: { 200: { description: "Heads, by chain.", schema: headsShape } },
  problems: [],
  async run({ actor }) {
    insist(forbidden(actor, "audit.read"));
    const { heads } = await readKept(env.AUDIT_DIR);
    // What is no head is `audit:verify`'s to tell of.
    const newest = new Map(heads.flatMap((line) => headIn(line) ?? []).map((head) => [head.chain, head]));
    return { status: 200, body: { items: [...newest.values()] } };
  },
});

export const auditOperations = [listAll, listHeads];
