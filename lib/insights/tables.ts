import type { Agreement } from "#lib/agreement/agreement.ts";
import type { Cell } from "#lib/csv.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { TONES, type Tone } from "#lib/publishing/values.ts";
import { STANCES } from "#lib/sources/values.ts";
import type { MixGroup } from "./mix.ts";
import type { Figure, Figures } from "./queries.ts";
import { AGE_STEPS, FLOWS, type Mix, OPEN_PLACES, type TableKey } from "./values.ts";

// The tables behind the charts, the same on the page and in their CSV files.

/** `day`: a calendar day, `YYYY-MM-DD`. */
export type Column = { label: string; kind: "text" | "number" | "day" };
export type Table = { key: TableKey; columns: Column[]; rows: Cell[][] };

/** What each table is made of. */
export const MADE_OF = {
  times: ["times"],
  ageing: ["ageing"],
  throughput: ["flow"],
  topics: ["mix", "toneLabels"],
  claimants: ["mix", "toneLabels"],
  reviewers: ["mix", "toneLabels"],
  sources: ["sources"],
  agreement: ["agreement", "pairs"],
  corrections: ["corrections"],
} as const satisfies Record<TableKey, readonly Figure[]>;

type Parts<Key extends TableKey> = Pick<Figures, (typeof MADE_OF)[Key][number]>;

/** The table of this name, in the newsroom's words. */
export function tableOf<Key extends TableKey>(key: Key, figures: Parts<Key>, words: Words): Table {
  return { key, ...MAKERS[key](figures, words) };
}

type Made = Omit<Table, "key">;

const MAKERS: { [Key in TableKey]: (figures: Parts<Key>, words: Words) => Made } = {
  times: ({ times }, { insights: { columns, times: texts } }) => ({
    columns: named([columns.part], [columns.claims, columns.medianHours, columns.p90Hours]),
    rows: times.map(({ part, count, median, p90 }) => [texts.parts[part], count, hours(median), hours(p90)]),
  }),
  ageing: ({ ageing }, { common, insights: { columns, ageing: texts } }) => ({
    columns: named(
      [columns.place],
      [columns.total, ...AGE_STEPS.map((step) => texts.steps[step]), columns.oldestDays],
    ),
    rows: OPEN_PLACES.flatMap((place) => ageing.filter((row) => row.place === place)).map(
      ({ place, count, steps, oldest }) => [
        common.states[place],
        count,
        ...AGE_STEPS.map((step) => steps[step]),
        rounded(oldest / 86_400, 10),
      ],
    ),
  }),
  throughput: ({ flow }, { insights: { columns, throughput } }) => ({
    columns: [
      { label: columns[flow.unit], kind: "day" },
      ...named(
        [],
        FLOWS.map((each) => throughput.flows[each]),
      ),
    ],
    rows: flow.periods.map((period) => [
      period,
      ...FLOWS.map(
        (each) => flow.counts.find(({ flow: kind, start }) => kind === each && start === period)?.count ?? 0,
      ),
    ]),
  }),
  topics: (figures, words) => mixTable("topic", words.insights.columns.topic, figures, words),
  claimants: (figures, words) => mixTable("claimant", words.insights.columns.claimant, figures, words),
  reviewers: (figures, words) => mixTable("reviewer", words.insights.columns.reviewer, figures, words),
  sources: ({ sources }, { common, insights: { columns, sources: texts } }) => ({
    columns: named([columns.kind], [columns.total, ...STANCES.map((stance) => common.stances[stance])]),
    rows: sources.kinds.map(({ kind, count, stances }) => [
      texts.kinds[kind],
      count,
      ...STANCES.map((stance) => stances[stance]),
    ]),
  }),
  agreement: agreementTable,
  corrections: ({ corrections }, { common, insights: { columns } }) => ({
    columns: named([columns.type], [columns.count]),
    rows: corrections.map(({ type, count }) => [common.correctionTypes[type], count]),
  }),
};

/** What a tone is called: the newsroom's own words, where its scale has some. */
export function toneLabel(tone: Tone, { toneLabels }: Pick<Figures, "toneLabels">, words: Words): string {
  return toneLabels[tone] ?? words.insights.tones[tone];
}

/** The groups of a mix; before the topics all verdicts together, because a claim may have several topics. */
export function groupsOf(mix: Mix, { mix: mixes }: Pick<Figures, "mix">): MixGroup[] {
  const { groups } = mixes[mix];
  return mix === "topic" && groups.length > 0 ? [...mixes.all.groups, ...groups] : groups;
}

function mixTable(mix: Mix, label: string, figures: Parts<"topics">, words: Words): Made {
  const groups = groupsOf(mix, figures);
  const { columns } = words.insights;
  return {
    columns: named([label], [columns.total, ...TONES.map((tone) => toneLabel(tone, figures, words))]),
    rows: groups.map(({ name, count, tones: given }) => [
      name ?? words.insights.mix.all,
      count,
      ...TONES.map((tone) => given[tone]),
    ]),
  };
}

function agreementTable(
  { agreement, pairs }: Parts<"agreement">,
  { insights: { columns, agreement: texts } }: Words,
): Made {
  const { items, unanimous, nominal, ordinal } = agreement;
  const desk = [
    [texts.desk, texts.nominal, items, unanimous, ...interval(nominal)],
    [texts.desk, texts.ordinal, ordinal?.items ?? 0, null, ...interval(ordinal)],
  ];
  const each = pairs.map(({ names: [a, b], items: both, same, kappa }) => [
    fill(texts.pair, { a, b }),
    texts.kappa,
    both,
    same,
    ...interval(kappa),
  ]);
  return {
    columns: named(
      [columns.pair, columns.measure],
      [columns.items, columns.same, columns.value, columns.low, columns.high],
    ),
    rows: [...desk.slice(0, ordinal === null ? 1 : 2), ...each],
  };
}

function interval(agreement: Agreement | null): Cell[] {
  if (agreement === null) return [null, null, null];
  return [agreement.value, agreement.low, agreement.high].map((value) => rounded(value, 1_000));
}

function named(texts: readonly string[], numbers: readonly string[]): Column[] {
  return [
    ...texts.map((label) => ({ label, kind: "text" as const })),
    ...numbers.map((label) => ({ label, kind: "number" as const })),
  ];
}

const hours = (seconds: number): number => rounded(seconds / 3_600, 100);

/** To a hundredth, say, by 100. Never -0, which a sheet shows as it is. */
const rounded = (value: number, by: number): number => Math.round(value * by) / by || 0;
