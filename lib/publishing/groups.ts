import type { ClaimantKind } from "#lib/claims/values.ts";
import { decodeCursor, instantAndId, type Page, pageOf } from "#lib/cursor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Marked } from "./in-language.ts";
import { listColumns, type PublishedListItem, plain } from "./queries.ts";
import { type Group, type GroupKind, TONES, type Tone } from "./values.ts";

// What readers get of topics and claimants. There is none of either before a check that stands is under it, and what
// stands under it is what the frozen copies say.

/** What is known of a topic or claimant. */
export type PublishedGroup = Group & { name: string; claimantKind: ClaimantKind | null };

/** A topic or claimant, or null when no published check that stands is under it. */
export async function getGroup({ kind, slug: asked }: Group): Promise<PublishedGroup | null> {
  const slug = plain(asked);
  const standing = await db.groupEntry.findFirst({
    where: { kind, slug, isWithdrawn: false },
    select: { slug: true },
  });
  if (standing === null) return null;
  if (kind === "topic") {
    const topic = await db.topic.findUnique({ where: { slug }, select: { name: true } });
    return topic && { kind, slug, name: topic.name, claimantKind: null };
  }
  const claimant = await db.claimant.findUnique({ where: { slug }, select: { name: true, kind: true } });
  return claimant && { kind, slug, name: claimant.name, claimantKind: claimant.kind };
}

/** The published claims under it that stand, newest first. */
export async function listGroup(
  { kind, slug }: Group,
  { cursor, take = 20 }: { cursor: string | null; take?: number },
): Promise<Page<PublishedListItem>> {
  const after = decodeCursor(cursor, instantAndId);
  const rows = await db.$queryRaw<(PublishedListItem & { id: string })[]>`
    SELECT p.id, ${listColumns}
    FROM group_entries g JOIN publications p ON p.id = g.publication_id
    WHERE g.kind = ${kind}::group_kind AND g.slug = ${slug} AND NOT g.is_withdrawn
      AND ${after ? Prisma.sql`(g.published_at, g.publication_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : Prisma.sql`true`}
    ORDER BY g.published_at DESC, g.publication_id DESC
    LIMIT ${take + 1}`;
  const { items, next } = pageOf(rows, take, ({ publishedAt, id }) => [publishedAt, id]);
  return { items: items.map(({ id: _, ...item }) => item), next };
}

/** How many of the claims under it have a rating, or were checked without one. A word that scales changed the look of counts twice. */
export type RatingCount = Marked & { label: string; tone: Tone; isRated: boolean; count: number };

/** The verdicts on the claims under it, from true to false. */
export async function countRatings({ kind, slug }: Group): Promise<RatingCount[]> {
  const counts = await db.groupEntry.groupBy({
    by: ["tone", "ratingLabel", "isRated"],
    where: { kind, slug, isWithdrawn: false },
    _count: true,
  });
  return counts
    .map(({ tone, ratingLabel, isRated, _count }) => ({ tone, label: ratingLabel, isRated, count: _count }))
    .sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone) || b.count - a.count);
}

/** Topics or claimants with most published claims first. */
export type GroupCount = { slug: string; name: string; count: number };

/** The topics readers find most claims under. */
export function listTopics(take: number): Promise<GroupCount[]> {
  return db.$queryRaw<GroupCount[]>`
    SELECT t.slug, t.name, g.count FROM (
      SELECT slug, count(*)::int AS count FROM group_entries
      WHERE kind = ${"topic" satisfies GroupKind}::group_kind AND NOT is_withdrawn
      GROUP BY slug ORDER BY count(*) DESC, slug LIMIT ${take}
    ) g JOIN topics t ON t.slug = g.slug ORDER BY g.count DESC, t.name`;
}
