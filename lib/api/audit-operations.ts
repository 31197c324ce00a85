import { z } from "zod";
import { listEvents } from "#lib/audit/queries.ts";
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
  query: z.strictObject({ ...paging, article: id.optional() }),
  answers: { 200: { description: "A page of events.", schema: auditShape } },
  problems: [],
  async run({ actor, query: { cursor, limit, article } }) {
    insist(forbidden(actor, "audit.read"));
    const [after] = decodeCursor(cursor, seqCursor) ?? [];
    const events = await listEvents({ articleId: article, after, take: limit + 1 });
    const page = pageOf(events, limit, ({ seq }) => [seq]);
    const items = page.items.map(({ actorId, actorName, at, ...event }) => ({
      ...event,
      at: at.toISOString(),
      actor: { id: actorId, name: actorName },
    }));
    return { status: 200, body: { items, next: page.next } };
  },
});

export const auditOperations = [listAll];
