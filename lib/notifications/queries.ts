import type { Actor } from "#lib/auth/policy.ts";
import { isVisibleInThread, listCommentWords } from "#lib/comments/queries.ts";
import { decodeCursor, instantAndId, type Page, pageOf } from "#lib/cursor.ts";
import { type Db, db as pool } from "#lib/db/client.ts";
import { dayFrom } from "#lib/db/days.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { isAccountNews, MAIL_AGE, MAIL_REST } from "./rules.ts";
import { type AccountNews, DEFAULT_MAIL, type MailChoice, type NotificationKind } from "./values.ts";

/** Something a member is told: who did what where. What came from outside has neither a member nor an article. */
export type NotificationItem = {
  id: string;
  kind: NotificationKind;
  /** Null when nobody at the desk did it. */
  actorName: string | null;
  createdAt: Date;
  readAt: Date | null;
  articleId: string | null;
  articleTitle: string | null;
  claim: { id: string; number: number; statement: string } | null;
  /** Null when it is about no comment. */
  comment: { id: string; words: string } | null;
  /** How many claims it is about; 1 where it is about one or none. */
  claimCount: number;
};

/** Where notifications are, with what they are about, if their member may see that now. */
const FROM = Prisma.sql`notifications n
  LEFT JOIN comments c ON c.id = n.comment_id LEFT JOIN comments t ON t.id = c.thread_id`;
const MAY_SEE = Prisma.sql`(c.id IS NULL OR ${isVisibleInThread(Prisma.sql`n.member_id`)})`;

const PAGE = 25;

/** What a member was told, newest first. A cursor that is none begins at the beginning. */
export async function listNotifications({
  memberId,
  onlyUnread,
  cursor,
  take = PAGE,
  db = pool,
}: {
  memberId: string;
  onlyUnread: boolean;
  cursor?: string | undefined;
  take?: number;
  db?: Db;
}): Promise<Page<NotificationItem>> {
  const after = decodeCursor(cursor, instantAndId);
  const rows = await itemsWhere({
    condition: Prisma.sql`n.member_id = ${memberId}::uuid
      AND ${onlyUnread ? Prisma.sql`n.read_at IS NULL` : Prisma.sql`true`}
      AND ${after ? Prisma.sql`(n.created_at, n.id) < (${after[0]}, ${after[1]}::uuid)` : Prisma.sql`true`}`,
    take: take + 1,
    db,
  });
  return pageOf(rows, take, ({ createdAt, id }) => [createdAt, id]);
}

type Row = Omit<NotificationItem, "claim" | "comment"> & {
  claimId: string | null;
  claimNumber: number | null;
  claimStatement: string | null;
  commentId: string | null;
};

async function itemsWhere({
  condition,
  take,
  db,
}: {
  condition: Prisma.Sql;
  take: number;
  db: Db;
}): Promise<NotificationItem[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT n.id, n.kind::text AS kind, m.name AS "actorName", n.created_at AS "createdAt", n.read_at AS "readAt",
      n.article_id AS "articleId", a.title AS "articleTitle", n.claim_id AS "claimId", l.number AS "claimNumber",
      l.statement AS "claimStatement", n.comment_id AS "commentId",
      greatest(cardinality(n.claim_ids), 1) AS "claimCount"
    FROM ${FROM} LEFT JOIN members m ON m.id = n.actor_id LEFT JOIN articles a ON a.id = n.article_id
    LEFT JOIN claims l ON l.id = n.claim_id
    WHERE ${condition} AND ${MAY_SEE}
    ORDER BY n.created_at DESC, n.id DESC LIMIT ${take}`;
  const words = await listCommentWords(
    rows.flatMap(({ commentId }) => commentId ?? []),
    db,
  );
  return rows.map(({ claimId, claimNumber, claimStatement, commentId, ...row }) => ({
    ...row,
    claim:
      claimId !== null && claimNumber !== null && claimStatement !== null
        ? { id: claimId, number: claimNumber, statement: claimStatement }
        : null,
    comment: commentId === null ? null : { id: commentId, words: words.get(commentId) ?? "" },
  }));
}

/** How many of what a member was told they have not seen, at most 100: the badge says "99+". */
export async function countUnread({
  viewer,
  db = pool,
}: {
  viewer: Pick<Actor, "id">;
  db?: Db;
}): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM ${FROM} WHERE n.member_id = ${viewer.id}::uuid AND n.read_at IS NULL AND ${MAY_SEE} LIMIT 100
    ) unread`;
  return row?.count ?? 0;
}

/** A change to how a member signs in, and what is needed to warn them of it. */
export type ToWarn = {
  kind: AccountNews;
  createdAt: Date;
  member: { id: string; name: string; email: string };
  /** What their passkeys are called. */
  passkeys: string[];
};

/** Null when it is none of these, or the member is switched off. */
export async function getToWarn(notificationId: string, db: Db = pool): Promise<ToWarn | null> {
  const found = await db.notification.findUnique({
    where: { id: notificationId, member: { disabledAt: null } },
    select: {
      kind: true,
      createdAt: true,
      member: {
        select: {
          ...{ id: true, name: true, email: true },
          passkeys: { select: { name: true }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 20 },
        },
      },
    },
  });
  if (!found || !isAccountNews(found.kind)) return null;
  const { passkeys, ...member } = found.member;
  return { kind: found.kind, createdAt: found.createdAt, member, passkeys: passkeys.map(({ name }) => name) };
}

/** When a member wants e-mail. */
export async function getMailSettings(memberId: string, db: Db = pool): Promise<MailChoice> {
  const settings = await db.mailSettings.findUnique({
    where: { memberId },
    select: { direct: true, other: true },
  });
  return settings ?? DEFAULT_MAIL;
}

/** Somebody to whom something may be mailed. `digestedOn`: the newsroom's day of their last daily e-mail. */
export type MailReader = {
  memberId: string;
  name: string;
  email: string;
  mail: MailChoice;
  digestedOn: string | null;
};

/** Rested, not too old, neither read nor mailed. */
function toMail(now: Date): Prisma.Sql {
  return Prisma.sql`n.read_at IS NULL AND n.mailed_at IS NULL
    AND n.created_at <= ${new Date(now.getTime() - MAIL_REST)}::timestamptz
    AND n.created_at > ${new Date(now.getTime() - MAIL_AGE)}::timestamptz`;
}

/** Members who have something to be mailed, with its kinds. `memberId`: only this one. Disabled members get nothing. */
export async function listMailReaders({
  now,
  memberId,
  db = pool,
}: {
  now: Date;
  memberId?: string;
  db?: Db;
}): Promise<(MailReader & { kinds: NotificationKind[] })[]> {
  const rows = await db.$queryRaw<
    {
      memberId: string;
      name: string;
      email: string;
      direct: MailChoice["direct"] | null;
      other: MailChoice["other"] | null;
      digestedOn: Date | null;
      kinds: NotificationKind[];
    }[]
  >`
    SELECT m.id AS "memberId", m.name, m.email, s.direct::text AS direct, s.other::text AS other,
      s.digested_on AS "digestedOn", array_agg(DISTINCT n.kind::text) AS kinds
    FROM ${FROM} JOIN members m ON m.id = n.member_id LEFT JOIN mail_settings s ON s.member_id = m.id
    WHERE ${toMail(now)} AND m.disabled_at IS NULL AND ${MAY_SEE}
      AND ${memberId === undefined ? Prisma.sql`true` : Prisma.sql`m.id = ${memberId}::uuid`}
    GROUP BY m.id, s.member_id
    ORDER BY m.id LIMIT 1000`;
  return rows.map(({ direct, other, digestedOn, ...reader }) => ({
    ...reader,
    digestedOn: dayFrom(digestedOn),
    mail: { direct: direct ?? DEFAULT_MAIL.direct, other: other ?? DEFAULT_MAIL.other },
  }));
}

/** More are not told in one letter; the rest come in the next. */
const MOST_IN_A_LETTER = 50;

/** What a letter to a member tells them, oldest first. */
export async function listToMail({
  memberId,
  kinds,
  now,
  db = pool,
}: {
  memberId: string;
  kinds: readonly NotificationKind[];
  now: Date;
  db?: Db;
}): Promise<NotificationItem[]> {
  const items = await itemsWhere({
    condition: Prisma.sql`n.member_id = ${memberId}::uuid AND n.kind::text = ANY(${[...kinds]}) AND ${toMail(now)}`,
    take: MOST_IN_A_LETTER,
    db,
  });
  return items.reverse();
}
