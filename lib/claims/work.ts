import { type Db, db as pool } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { type MissingPart, missingOf } from "#lib/queue/queries.ts";
import type { ReviewStage } from "#lib/reviews/values.ts";
import { type ClaimListItem, listFields, toListItem } from "./claim-card.ts";
import type { DismissalGround, WorkPart } from "./values.ts";

/** A claim on "My work". Nothing of an opinion one may not see is in it: only that opinions were given, and when. */
export type WorkItem = ClaimListItem & {
  /** Which opinion it waits for; null outside the queue. */
  stage: ReviewStage | null;
  /** Since when it stands where it stands: submitted, at its latest opinion, ready, published, put aside, changed. */
  since: Date;
  /** Where readers find it; null while they cannot. */
  publicSlug: string | null;
  /** What keeps a ready claim from readers; empty for all others. */
  missing: MissingPart[];
  dismissal: { ground: DismissalGround; reason: string } | null;
};

/** The first of a part, and how many there are of it. */
export type WorkGroup = { items: WorkItem[]; count: number };
export type Work = Record<WorkPart, WorkGroup>;

/** As many of a part as are looked over at a glance; the list of claims has the rest. */
const SHOWN = 6;

/** Days that published claims and those put aside stay in sight. */
const LATELY = 30 * 86_400_000;

type Place = { part: WorkPart; id: string; count: number };

/** What is in one member's hands, or theirs and in others': the claims they made, part by part, and those they hold. */
export async function readWork({
  memberId,
  now,
  shown = SHOWN,
  db = pool,
}: {
  memberId: string;
  now: Date;
  shown?: number;
  db?: Db;
}): Promise<Work> {
  const lately = new Date(now.getTime() - LATELY);
  const places = await db.$queryRaw<Place[]>`
    WITH parts AS (
      SELECT id, CASE
          WHEN state = 'draft' THEN CASE WHEN return_reason IS NULL THEN 'drafts' ELSE 'returned' END
          WHEN state IN ('published', 'withdrawn') THEN 'published'
          WHEN state IN ('ready', 'dismissed') THEN state::text
          ELSE 'waiting' END AS part,
        coalesce(CASE WHEN state = 'dismissed' THEN dismissed_at ELSE published_at END, updated_at) AS at
      FROM claims WHERE author_id = ${memberId}::uuid AND (
        state IN ('draft', 'queued', 'in_review', 'second_review', 'adjudication', 'ready')
        OR (state IN ('published', 'withdrawn') AND published_at > ${lately}::timestamptz)
        OR (state = 'dismissed' AND dismissed_at > ${lately}::timestamptz))
      UNION ALL
      -- Of those held, the one that ends first stands first.
      SELECT claim_id, 'leased', ${now}::timestamptz - (lease_expires_at - ${now}::timestamptz)
      FROM queue_entries WHERE lease_holder_id = ${memberId}::uuid AND lease_expires_at > ${now}::timestamptz
    ), placed AS (
      SELECT part, id, count(*) OVER (PARTITION BY part)::int AS count,
        row_number() OVER (PARTITION BY part ORDER BY at DESC, id DESC) AS place
      FROM parts
    )
    SELECT part, id, count FROM placed WHERE place <= ${shown} ORDER BY part, place`;
  const rows = await db.claim.findMany({
    where: { id: { in: places.map(({ id }) => id) } },
    select: workFields,
  });
  const ready = rows.filter(({ state }) => state === "ready");
  const missing = await missingOf(
    ready.map(({ id, article }) => ({ claimId: id, embargoUntil: article.embargoUntil })),
    now,
  );
  const byId = new Map(rows.map((row) => [row.id, toWorkItem(row, missing.get(row.id) ?? [])]));
  const groupOf = (part: WorkPart): WorkGroup => {
    const here = places.filter((place) => place.part === part);
    return { items: here.flatMap(({ id }) => byId.get(id) ?? []), count: here[0]?.count ?? 0 };
  };
  return {
    returned: groupOf("returned"),
    leased: groupOf("leased"),
    drafts: groupOf("drafts"),
    waiting: groupOf("waiting"),
    ready: groupOf("ready"),
    published: groupOf("published"),
    dismissed: groupOf("dismissed"),
  };
}

const workFields = {
  ...listFields,
  article: { select: { ...listFields.article.select, embargoUntil: true } },
  round: true,
  readyAt: true,
  publishedAt: true,
  withdrawnAt: true,
  dismissedAt: true,
  dismissalGround: true,
  dismissalReason: true,
  reviews: { orderBy: { decidedAt: "desc" }, select: { round: true, decidedAt: true } },
  publications: { where: { isCurrent: true }, select: { slug: true } },
} satisfies Prisma.ClaimSelect;

type Row = Prisma.ClaimGetPayload<{ select: typeof workFields }>;

function toWorkItem(row: Row, missing: MissingPart[]): WorkItem {
  const {
    round,
    reviews,
    readyAt,
    publishedAt,
    withdrawnAt,
    dismissedAt,
    dismissalGround,
    dismissalReason,
    publications,
    ...listed
  } = row;
  const { submittedAt, updatedAt } = listed;
  const latestOpinion = reviews.find((review) => review.round === round)?.decidedAt;
  const since = {
    draft: updatedAt,
    queued: submittedAt,
    in_review: submittedAt,
    second_review: latestOpinion,
    adjudication: latestOpinion,
    ready: readyAt,
    published: publishedAt,
    withdrawn: withdrawnAt,
    dismissed: dismissedAt,
  };
  return {
    ...toListItem(listed),
    missing,
    stage: row.queueEntry?.stage ?? null,
    since: since[row.state] ?? updatedAt,
    publicSlug: publications[0]?.slug ?? null,
    dismissal:
      dismissalGround && dismissalReason ? { ground: dismissalGround, reason: dismissalReason } : null,
  };
}
