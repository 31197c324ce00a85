import { Prisma } from "#lib/db/generated/client.ts";
import { OPEN_STATES } from "./rules.ts";

// `isHidden` of the rules as conditions of statements: what one may not see never leaves the database.

const OPEN = Prisma.join(OPEN_STATES.map((state) => Prisma.sql`${state}::claim_state`));

/** The name a statement gives its rows of comments. */
export type Alias = "c" | "t";

/** Whether opinions that the comment may tell of are hidden now. */
export function isClosed(alias: Alias): Prisma.Sql {
  const c = Prisma.raw(alias);
  return Prisma.sql`(${c}.knows_opinion AND (
    EXISTS (SELECT FROM claims k WHERE k.id = ${c}.claim_id AND k.state NOT IN (${OPEN}))
    OR (${c}.claim_id IS NULL AND EXISTS (
      SELECT FROM claims k JOIN reviews r ON r.claim_id = k.id AND r.reviewer_id = ${c}.author_id
      WHERE k.article_id = ${c}.article_id AND k.state NOT IN (${OPEN})))))`;
}

/** A member's id, or the column of a statement that has it. */
export type Viewer = string | Prisma.Sql;

const idOf = (viewer: Viewer): Prisma.Sql =>
  typeof viewer === "string" ? Prisma.sql`${viewer}::uuid` : viewer;

/** Whether this member may see the comment. Of a reply, ask the same of its thread's first comment too. */
export function isVisible(alias: Alias, viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(${Prisma.raw(alias)}.author_id = ${idOf(viewer)} OR NOT ${isClosed(alias)})`;
}

/** Both, over `c` and `t`, its thread's first comment, which is null for that one itself. */
export function isVisibleInThread(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(${isVisible("c", viewer)} AND (t.id IS NULL OR ${isVisible("t", viewer)}))`;
}

/**
 * Since when others can see the comment `c`: one that was hidden with the opinions, since the last of them was in.
 * Otherwise it would count as read by whoever read its thread meanwhile.
 */
const SHOWN_SINCE = Prisma.sql`(CASE WHEN NOT c.knows_opinion THEN c.created_at ELSE GREATEST(c.created_at, (
  SELECT max(r.decided_at) FROM reviews r JOIN claims k ON k.id = r.claim_id
  WHERE r.stage <> 'adjudication' AND (k.id = c.claim_id OR (c.claim_id IS NULL AND k.article_id = c.article_id
    AND EXISTS (SELECT FROM reviews o WHERE o.claim_id = k.id AND o.reviewer_id = c.author_id))))) END)`;

/** Whether `c`, which this member may see, is new to them. What was there before they joined is not. */
export function isUnread(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(c.author_id <> ${idOf(viewer)} AND c.deleted_at IS NULL AND ${SHOWN_SINCE} > COALESCE(
    (SELECT d.read_at FROM comment_reads d
      WHERE d.member_id = ${idOf(viewer)} AND d.thread_id = COALESCE(c.thread_id, c.id)),
    (SELECT m.created_at FROM members m WHERE m.id = ${idOf(viewer)})))`;
}
