import { maySeeOpinions } from "#lib/claims/rules.ts";
import { CLAIM_STATES } from "#lib/claims/values.ts";
import { Prisma } from "#lib/db/generated/client.ts";

/** From one instant to before another. */
export type Span = { since: Date; until: Date };

/** Whether a column's time lies in a span. The column is ours, never somebody's words. */
export function within(column: string, { since, until }: Span): Prisma.Sql {
  const at = Prisma.raw(column);
  return Prisma.sql`${at} >= ${since}::timestamptz AND ${at} < ${until}::timestamptz`;
}

/** Claims `c` whose verdict is in force and fell in a span. */
export function decidedIn(span: Span): Prisma.Sql {
  return Prisma.sql`${within("c.ready_at", span)} AND c.state IN ('ready', 'published', 'withdrawn')`;
}

const OPEN_STATES = CLAIM_STATES.filter((state) => maySeeOpinions({ state }));

/**
 * Claims `c` all of whose opinions the whole desk may see. No figure counts any other opinion: of few claims, the
 * mix before and after would tell a blind reviewer what the first one said.
 */
export const OPINIONS_OPEN = Prisma.sql`c.state IN (${Prisma.join(
  OPEN_STATES.map((state) => Prisma.sql`${state}::claim_state`),
)})`;
