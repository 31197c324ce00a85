import { z } from "zod";
import { id, text } from "#lib/input.ts";
import { queueFilter, queueQuery, queueView } from "#lib/queue/schema.ts";

/** In UTF-16 code units, and how many one member keeps: more than fit above a list. */
export const VIEW_LIMITS = { name: 60, count: 12 } as const;

/** `query`: what stands in the address behind the question mark; only what the queue understands of it is kept. */
export const saveViewInput = z.strictObject({
  name: text(VIEW_LIMITS.name),
  query: z.string().max(2_000).transform(understood),
});
export type SaveViewInput = z.infer<typeof saveViewInput>;

export const viewIdInput = z.strictObject({ viewId: id });

function understood(query: string): string {
  const params = Object.fromEntries(new URLSearchParams(query));
  return queueQuery({ view: queueView(params) ?? "all", filter: queueFilter(params) });
}
