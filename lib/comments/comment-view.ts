import { type Actor, includesRole } from "#lib/auth/policy.ts";
import type { Db } from "#lib/db/client.ts";
import { piecesOf, typedOf } from "./mentions.ts";
import { listMentionable } from "./people.ts";
import type { Piece } from "./schema.ts";
import { isClosed, isUnread, isVisible } from "./visible.ts";

/** Instants are ISO 8601, so that a comment is the same in a page and in an answer to the browser. */
export type CommentView = {
  id: string;
  authorId: string;
  authorName: string;
  /** Empty when it is deleted. */
  body: Piece[];
  /** What its writer typed, for the writer; null for others and when it is deleted. */
  typed: string | null;
  version: number;
  createdAt: string;
  editedAt: string | null;
  isDeleted: boolean;
  isUnread: boolean;
  /** Hidden from everybody else, until opinions on the claim are open. */
  isOnlyMine: boolean;
  /** What stood there before, oldest first. Of a deleted comment only for editors. */
  versions: { version: number; body: Piece[]; writtenAt: string }[];
};

export type ThreadView = {
  id: string;
  first: CommentView;
  replies: CommentView[];
  resolvedAt: string | null;
  resolvedByName: string | null;
};

/** More than are read in one go. */
const MOST_COMMENTS = 2_000;

type Row = {
  id: string;
  threadId: string | null;
  authorId: string;
  authorName: string;
  body: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  resolvedAt: Date | null;
  resolvedByName: string | null;
  closed: boolean;
  unread: boolean;
};

/** A comment with its thread. */
export type Listed = {
  id: string;
  threadId: string | null;
  resolvedAt: string | null;
  resolvedByName: string | null;
  view: CommentView;
};

/** The comments of threads as a member may see them, first comments first, then by age. */
export async function listComments({
  threadIds,
  viewer,
  db,
}: {
  threadIds: readonly string[];
  viewer: Actor;
  db: Db;
}): Promise<Listed[]> {
  if (threadIds.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.thread_id AS "threadId", c.author_id AS "authorId", a.name AS "authorName", c.body, c.version,
      c.created_at AS "createdAt", c.edited_at AS "editedAt", c.deleted_at AS "deletedAt",
      c.resolved_at AS "resolvedAt", b.name AS "resolvedByName",
      ${isClosed("c")} AS closed, ${isUnread(viewer.id)} AS unread
    FROM comments c JOIN members a ON a.id = c.author_id LEFT JOIN members b ON b.id = c.resolved_by_id
    WHERE (c.id = ANY(${threadIds}::uuid[]) OR c.thread_id = ANY(${threadIds}::uuid[]))
      AND ${isVisible("c", viewer.id)}
    ORDER BY c.thread_id IS NOT NULL, c.created_at, c.id LIMIT ${MOST_COMMENTS}`;
  const versions = await versionsOf(rows, viewer, db);
  const members = await listMentionable(db);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: row.id,
    threadId: row.threadId,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedByName: row.resolvedByName,
    view: {
      id: row.id,
      authorId: row.authorId,
      authorName: row.authorName,
      body: piecesOf(row.body, names),
      typed: row.authorId === viewer.id && row.deletedAt === null ? typedOf(row.body, members) : null,
      version: row.version,
      createdAt: row.createdAt.toISOString(),
      editedAt: row.editedAt?.toISOString() ?? null,
      isDeleted: row.deletedAt !== null,
      isUnread: row.unread,
      isOnlyMine: row.closed,
      versions: versions
        .filter(({ commentId }) => commentId === row.id)
        .map(({ version, body, writtenAt }) => ({
          version,
          body: piecesOf(body, names),
          writtenAt: writtenAt.toISOString(),
        })),
    },
  }));
}

function versionsOf(rows: readonly Row[], viewer: Actor, db: Db) {
  const seesDeleted = includesRole(viewer.role, "editor");
  const changed = rows.filter(({ deletedAt, editedAt }) =>
    deletedAt === null ? editedAt !== null : seesDeleted,
  );
  return db.commentVersion.findMany({
    where: { commentId: { in: changed.map(({ id }) => id) } },
    orderBy: { version: "asc" },
    take: MOST_COMMENTS,
    select: { commentId: true, version: true, body: true, writtenAt: true },
  });
}
