import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { TONES, type Tone } from "#lib/publishing/values.ts";
import { decidedIn, OPINIONS_OPEN, type Span, within } from "./span.ts";
import type { Mix } from "./values.ts";

/** How often each tone was given in one group, where the newsroom gave ratings; `name` null for all together. */
export type MixGroup = { name: string | null; tones: Record<Tone, number>; count: number };
/** `groups`: those with most first; `more`: how many groups there are beyond them. */
export type MixOf = { groups: MixGroup[]; more: number };

/** Verdicts in force that fell in a span, all together, by topic (a claim counts under each) and by claimant. */
export async function getVerdictMix(
  span: Span,
  take: number,
): Promise<Record<Exclude<Mix, "reviewer">, MixOf>> {
  const rows = await db.$queryRaw<MixRow[]>`
    WITH said AS MATERIALIZED (
      SELECT c.id, c.claimant_id, v.tone
      FROM claims c
      CROSS JOIN LATERAL (
        SELECT r.tone, s.is_rated FROM verdicts v JOIN ratings r ON r.id = v.rating_id JOIN scales s ON s.id = r.scale_id
        WHERE v.claim_id = c.id ORDER BY v.version DESC LIMIT 1
      ) v
      WHERE v.is_rated AND ${decidedIn(span)}
    ), counted AS (
      SELECT 'all' AS mix, NULL::uuid AS id, tone, count(*)::int AS count FROM said GROUP BY tone
      UNION ALL
      SELECT 'topic', ct.topic_id, s.tone, count(*)::int
      FROM said s JOIN claim_topics ct ON ct.claim_id = s.id GROUP BY ct.topic_id, s.tone
      UNION ALL
      SELECT 'claimant', claimant_id, tone, count(*)::int
      FROM said WHERE claimant_id IS NOT NULL GROUP BY claimant_id, tone
    ) ${mostOf(
      take,
      Prisma.sql`coalesce(
        (SELECT name FROM topics WHERE id = counted.id), (SELECT name FROM claimants WHERE id = counted.id))`,
    )}`;
  return { all: mixOf(rows, "all"), topic: mixOf(rows, "topic"), claimant: mixOf(rows, "claimant") };
}

/**
 * Opinions given in a span, adjudications too, by who gave them; `of` null for everybody, else only this member's.
 * Only those that the whole desk may see.
 */
export async function getReviewerMix(
  span: Span,
  { of, take }: { of: string | null; take: number },
): Promise<MixOf> {
  const rows = await db.$queryRaw<MixRow[]>`
    WITH counted AS (
      SELECT 'reviewer' AS mix, r.reviewer_id AS id, t.tone, count(*)::int AS count
      FROM reviews r JOIN claims c ON c.id = r.claim_id JOIN ratings t ON t.id = r.rating_id
        JOIN scales s ON s.id = t.scale_id AND s.is_rated
      WHERE ${within("r.decided_at", span)} AND ${OPINIONS_OPEN}
        AND ${of === null ? Prisma.sql`true` : Prisma.sql`r.reviewer_id = ${of}::uuid`}
      GROUP BY r.reviewer_id, t.tone
    ) ${mostOf(take, Prisma.sql`(SELECT name FROM members WHERE id = counted.id)`)}`;
  return mixOf(rows, "reviewer");
}

type MixRow = {
  mix: Mix;
  place: number;
  name: string | null;
  tone: Tone;
  count: number;
  /** How many groups of this mix there are. */
  groups: number;
};

/** The groups with most out of `counted`, largest first, with what each is called. */
function mostOf(take: number, name: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`, totals AS (
      SELECT mix, id, row_number() OVER (PARTITION BY mix ORDER BY sum(count) DESC, id)::int AS place,
        count(*) OVER (PARTITION BY mix)::int AS groups
      FROM counted GROUP BY mix, id
    )
    SELECT counted.mix, place, ${name} AS name, tone::text AS tone, counted.count, groups
    FROM counted JOIN totals ON totals.mix = counted.mix AND totals.id IS NOT DISTINCT FROM counted.id
    WHERE place <= ${take} ORDER BY counted.mix, place`;
}

function mixOf(rows: readonly MixRow[], mix: Mix): MixOf {
  const own = rows.filter((row) => row.mix === mix);
  const groups = new Map<number, MixGroup>();
  for (const { place, name, tone, count } of own) {
    const group = groups.get(place) ?? { name, tones: { ...NO_TONES }, count: 0 };
    group.tones[tone] += count;
    groups.set(place, { ...group, count: group.count + count });
  }
  return { groups: [...groups.values()], more: (own[0]?.groups ?? 0) - groups.size };
}

const NO_TONES = Object.fromEntries(TONES.map((tone) => [tone, 0])) as Record<Tone, number>;
