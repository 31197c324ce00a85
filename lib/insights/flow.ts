import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { CORRECTION_TYPES, type CorrectionType } from "#lib/publishing/values.ts";
import type { SourceKind, Stance } from "#lib/sources/values.ts";
import type { Unit } from "./rules.ts";
import { decidedIn, type Span, within } from "./span.ts";
import type { Flow } from "./values.ts";

/** How many claims came to a point in the week or month that begins on a day of the newsroom. */
export type FlowCount = { flow: Flow; start: string; count: number };

/** The newsroom's day on which anything a range counts happened first; null when nothing did. */
export async function getFirstDay(timeZone: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ day: string | null }[]>`
    SELECT to_char(min(submitted_at) AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day FROM claims`;
  return row?.day ?? null;
}

/** How many were sent in, got their verdict and were published, period by period; periods without any are left out. */
export function listFlow(
  span: Span,
  { unit, timeZone }: { unit: Unit; timeZone: string },
): Promise<FlowCount[]> {
  return db.$queryRaw<FlowCount[]>`
    SELECT flow, to_char(date_trunc(${unit}, at AT TIME ZONE ${timeZone}), 'YYYY-MM-DD') AS start,
      count(*)::int AS count
    FROM (
      SELECT 'submitted' AS flow, submitted_at AS at FROM claims WHERE ${within("submitted_at", span)}
      UNION ALL SELECT 'verdicts', c.ready_at FROM claims c WHERE ${decidedIn(span)}
      UNION ALL SELECT 'published', published_at FROM claims
        WHERE ${within("published_at", span)} AND state IN ('published', 'withdrawn')
    ) happened
    GROUP BY 1, 2 ORDER BY 2, 1`;
}

export type CorrectionCount = { type: CorrectionType; count: number };

/** Changes to what was published, by type; all types, those without any too. */
export async function listCorrectionCounts(span: Span): Promise<CorrectionCount[]> {
  const rows = await db.$queryRaw<CorrectionCount[]>`
    SELECT type::text AS type, count(*)::int AS count FROM corrections
    WHERE ${within("created_at", span)} GROUP BY type`;
  return CORRECTION_TYPES.map((type) => rows.find((row) => row.type === type) ?? { type, count: 0 });
}

/** Pieces of evidence of one kind of source; confidential ones are counted together, and their kind is not told. */
export type SourceCount = {
  kind: SourceKind | "confidential";
  stances: Record<Stance, number>;
  count: number;
};
export type SourceFigures = { kinds: SourceCount[]; claims: number; withPrimary: number };

/** The evidence of claims whose verdict fell in a span. */
export async function getSourceFigures(span: Span): Promise<SourceFigures> {
  const decided = Prisma.sql`SELECT c.id FROM claims c WHERE ${decidedIn(span)}`;
  const [rows, [totals]] = await Promise.all([
    db.$queryRaw<{ kind: SourceCount["kind"]; stance: Stance; count: number }[]>`
      SELECT CASE e.visibility WHEN 'public' THEN s.kind::text ELSE 'confidential' END AS kind,
        e.stance::text AS stance, count(*)::int AS count
      FROM evidence e JOIN sources s ON s.id = e.source_id WHERE e.claim_id IN (${decided}) GROUP BY 1, 2`,
    db.$queryRaw<{ claims: number; withPrimary: number }[]>`
      SELECT count(*)::int AS claims, (count(*) FILTER (WHERE EXISTS (
        SELECT FROM evidence e JOIN sources s ON s.id = e.source_id
        WHERE e.claim_id = d.id AND e.visibility = 'public' AND s.kind = 'primary')))::int AS "withPrimary"
      FROM (${decided}) d`,
  ]);
  const kinds = (["primary", "secondary", "reference", "confidential"] as const).map((kind) => {
    const of = (stance: Stance) => rows.find((row) => row.kind === kind && row.stance === stance)?.count ?? 0;
    const stances = { supports: of("supports"), refutes: of("refutes"), context: of("context") };
    return { kind, stances, count: stances.supports + stances.refutes + stances.context };
  });
  return { kinds, claims: totals?.claims ?? 0, withPrimary: totals?.withPrimary ?? 0 };
}
