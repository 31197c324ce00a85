import { db } from "#lib/db/client.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { TONES, type Tone } from "#lib/publishing/values.ts";
import { type DeskAgreement, getDeskAgreement, listPairs, type PairAgreement } from "./agreeing.ts";
import {
  type CorrectionCount,
  type FlowCount,
  getFirstDay,
  getSourceFigures,
  listCorrectionCounts,
  listFlow,
  type SourceFigures,
} from "./flow.ts";
import { getReviewerMix, getVerdictMix, type MixOf } from "./mix.ts";
import { periodsIn, type Unit, unitFor } from "./rules.ts";
import type { Span } from "./span.ts";
import { type Ageing, listAgeing, listTimes, type TimeTaken } from "./times.ts";
import type { DateRange, Mix } from "./values.ts";

/** Everything the desk's figures say of a range of days. */
export type Figures = {
  times: TimeTaken[];
  ageing: Ageing[];
  flow: { unit: Unit; periods: string[]; counts: FlowCount[] };
  mix: Record<Mix, MixOf>;
  sources: SourceFigures;
  agreement: DeskAgreement;
  /** Empty for who may not compare people. */
  pairs: PairAgreement[];
  corrections: CorrectionCount[];
  /** The newsroom's ratings by their tone; null for a tone that none has now. */
  toneLabels: Record<Tone, string | null>;
};

type Asked = {
  range: DateRange;
  span: Span;
  timeZone: string;
  now: Date;
  /** Whose names may be told: everybody's, or one member's own. */
  people: "all" | { only: string };
  most: { groups: number; pairs: number };
};

/** The desk's figures, all at once: a dozen statements over indexes, none of them per claim. */
export async function getFigures(asked: Asked): Promise<Figures> {
  return getSomeFigures(Object.keys(waysTo(asked)) as Figure[], asked);
}

export type Figure = keyof Figures;

/** Those of these names alone: what else there is takes no time. */
export async function getSomeFigures<Some extends Figure>(
  figures: readonly Some[],
  asked: Asked,
): Promise<Pick<Figures, Some>> {
  const ways = waysTo(asked);
  const found = await Promise.all(figures.map(async (figure) => [figure, await ways[figure]()] as const));
  return Object.fromEntries(found) as Pick<Figures, Some>;
}

function waysTo(asked: Asked): { [Each in Figure]: () => Promise<Figures[Each]> } {
  const { span, now, people, most } = asked;
  return {
    times: () => listTimes(span),
    ageing: () => listAgeing(now),
    flow: () => getFlow(asked),
    mix: () => getMix(asked),
    sources: () => getSourceFigures(span),
    agreement: () => getDeskAgreement(span),
    pairs: async () => (people === "all" ? listPairs(span, most.pairs) : []),
    corrections: () => listCorrectionCounts(span),
    toneLabels: () => getToneLabels(),
  };
}

async function getMix({ span, people, most }: Asked): Promise<Figures["mix"]> {
  const of = people === "all" ? null : people.only;
  const [mix, reviewer] = await Promise.all([
    getVerdictMix(span, most.groups),
    getReviewerMix(span, { of, take: most.groups }),
  ]);
  return { ...mix, reviewer };
}

async function getFlow({
  range,
  span,
  timeZone,
}: Pick<Asked, "range" | "span" | "timeZone">): Promise<Figures["flow"]> {
  const first = range.from === null ? await getFirstDay(timeZone) : null;
  const unit = unitFor(range, first);
  const counts = await listFlow(span, { unit, timeZone });
  return { unit, periods: periodsIn(range, unit, first), counts };
}

async function getToneLabels(): Promise<Figures["toneLabels"]> {
  const { scaleId } = await requireNewsroom();
  const ratings = await db.rating.findMany({
    where: { scaleId, retiredAt: null, scale: { isRated: true } },
    orderBy: { position: "asc" },
    select: { label: true, tone: true },
  });
  const labels = TONES.map((tone) => {
    const own = ratings.filter((rating) => rating.tone === tone).map(({ label }) => label);
    return [tone, own.length > 0 ? own.join(" / ") : null];
  });
  return Object.fromEntries(labels) as Figures["toneLabels"];
}
