import type { Agreement, Counted } from "#lib/agreement/agreement.ts";
import { cohenKappa, type Pair } from "#lib/agreement/cohen.ts";
import { krippendorffAlpha, type Metric, type Ratings } from "#lib/agreement/krippendorff.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { OPINIONS_OPEN, type Span, within } from "./span.ts";

/** How well the desk's blind opinions agree. */
export type DeskAgreement = {
  /** Claims (a round each) with two blind opinions or more, and how many of them all said the same of. */
  items: number;
  unanimous: number;
  /** Null: too little to tell agreement from chance. */
  nominal: Agreement | null;
  /** Neighbouring ratings differ less. Null also where the newsroom's scale has no order. */
  ordinal: Agreement | null;
};

/** Opinions of the same round that were given blind and that the whole desk may see now. */
const COMPARABLE = Prisma.sql`r.stage <> 'adjudication' AND ${OPINIONS_OPEN}`;

/** Rounds whose second opinion was given in a span: from then on there is something to compare. */
function comparedIn(span: Span): Prisma.Sql {
  return Prisma.sql`
    SELECT second.claim_id, second.round FROM reviews second
    WHERE second.stage = 'second' AND ${within("second.decided_at", span)}`;
}

/** One way to rate claims, and how many were rated so. A rating is named by its scale and key, over all versions. */
type SaidRow = { said: string[]; places: (number | null)[]; count: number };

export async function getDeskAgreement(span: Span): Promise<DeskAgreement> {
  const rows = await db.$queryRaw<SaidRow[]>`
    SELECT said, places, count(*)::int AS count
    FROM (
      SELECT array_agg(s.key || '/' || t.key ORDER BY s.key, t.key) AS said,
        array_agg(CASE WHEN s.key = own.key THEN t.value END ORDER BY s.key, t.key) AS places
      FROM (${comparedIn(span)}) compared
      JOIN reviews r ON r.claim_id = compared.claim_id AND r.round = compared.round
      JOIN claims c ON c.id = r.claim_id
      JOIN ratings t ON t.id = r.rating_id JOIN scales s ON s.id = t.scale_id
      CROSS JOIN (SELECT o.key FROM newsroom n JOIN scales o ON o.id = n.scale_id) own
      WHERE ${COMPARABLE}
      GROUP BY r.claim_id, r.round HAVING count(*) > 1
    ) item
    GROUP BY said, places`;
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const unanimous = rows
    .filter(({ said }) => new Set(said).size === 1)
    .reduce((sum, { count }) => sum + count, 0);
  return {
    items: total,
    unanimous,
    nominal: alphaOf(
      rows.map(({ said, count }) => ({ said, count })),
      "nominal",
    ),
    ordinal: alphaOf(
      rows.flatMap(({ places, count }) => (places.every(isPlaced) ? [{ said: places, count }] : [])),
      "ordinal",
    ),
  };
}

const isPlaced = (place: number | null): place is number => place !== null;

/** Alpha of ratings by whatever they are called or valued, in their order. */
function alphaOf<Rating extends string | number>(
  items: readonly Counted<readonly Rating[]>[],
  metric: Metric,
): Agreement | null {
  const known = [...new Set(items.flatMap(({ said }) => said))].sort((a, b) => (a < b ? -1 : 1));
  const places = new Map(known.map((rating, at) => [rating, at]));
  const placed = items.map(({ said, count }): Counted<Ratings> => {
    return { said: said.map((rating) => places.get(rating) ?? 0), count };
  });
  return krippendorffAlpha(placed, metric);
}

/** Two reviewers, how many claims both judged blind, and how well they agreed. */
export type PairAgreement = {
  names: [string, string];
  items: number;
  same: number;
  /** Null: both always said one and the same rating, so agreement cannot be told from chance. */
  kappa: Agreement | null;
};

type PairRow = { pair: string; a: string; b: string; ratingA: string; ratingB: string; count: number };

/** Kappa of each two reviewers, those with most claims in common first. Names people: for who may see that. */
export async function listPairs(span: Span, take: number): Promise<PairAgreement[]> {
  const rows = await db.$queryRaw<PairRow[]>`
    WITH opinions AS (
      SELECT r.claim_id, r.round, r.reviewer_id, s.key || '/' || t.key AS rating
      FROM (${comparedIn(span)}) compared
      JOIN reviews r ON r.claim_id = compared.claim_id AND r.round = compared.round
      JOIN claims c ON c.id = r.claim_id
      JOIN ratings t ON t.id = r.rating_id JOIN scales s ON s.id = t.scale_id
      WHERE ${COMPARABLE}
    ), counted AS (
      SELECT a.reviewer_id AS a, b.reviewer_id AS b, a.rating AS "ratingA", b.rating AS "ratingB", count(*)::int AS count
      FROM opinions a JOIN opinions b
        ON b.claim_id = a.claim_id AND b.round = a.round AND a.reviewer_id < b.reviewer_id
      GROUP BY 1, 2, 3, 4
    ), most AS (
      SELECT a, b, row_number() OVER (ORDER BY sum(count) DESC, a, b) AS place FROM counted GROUP BY a, b
    )
    SELECT most.place::text AS pair, ma.name AS a, mb.name AS b, "ratingA", "ratingB", count
    FROM counted JOIN most USING (a, b) JOIN members ma ON ma.id = a JOIN members mb ON mb.id = b
    WHERE most.place <= ${take} ORDER BY most.place`;
  const pairs = Map.groupBy(rows, ({ pair }) => pair);
  return [...pairs.values()].flatMap((said) => pairOf(said) ?? []);
}

function pairOf(rows: readonly PairRow[]): PairAgreement | null {
  const [first] = rows;
  if (first === undefined) return null;
  const known = [...new Set(rows.flatMap(({ ratingA, ratingB }) => [ratingA, ratingB]))];
  const pairs = rows.map(({ ratingA, ratingB, count }): Counted<Pair> => {
    return { said: [known.indexOf(ratingA), known.indexOf(ratingB)], count };
  });
  const count = (of: readonly PairRow[]) => of.reduce((sum, row) => sum + row.count, 0);
  return {
    names: [first.a, first.b],
    items: count(rows),
    same: count(rows.filter(({ ratingA, ratingB }) => ratingA === ratingB)),
    kappa: cohenKappa(pairs),
  };
}
