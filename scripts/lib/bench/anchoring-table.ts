import type { Answers, Result } from "./anchoring-run.ts";
import type { Grade } from "./grade.ts";

const COLUMNS = [
  "",
  "ms",
  "faster",
  "right",
  "asked",
  "cut",
  "wrong place",
  "deleted placed",
  "of them silently",
];

/** Both sides of every scenario as a table, with what was measured above it. */
export function tableOf(results: readonly Result[], seed: number): string {
  const blocks = results.map((result) => {
    const { scenario, length, passages, deleted, ours, peer } = result;
    const about = `${scenario.title}: ${length} characters, ${passages} passages, ${deleted} of them deleted, seed ${seed}`;
    const rows = [
      COLUMNS,
      rowOf("ours", ours, deleted, peer),
      ...(peer ? [rowOf("peer", peer, deleted, null)] : []),
    ];
    return [about, ...rows.map((row) => row.map((cell) => cell.padStart(17)).join(""))].join("\n");
  });
  return blocks.join("\n\n");
}

function rowOf(name: string, answers: Answers, deleted: number, peer: Answers | null): string[] {
  return [
    name,
    answers.ms.toFixed(1),
    peer ? `${(peer.ms / answers.ms).toFixed(0)}x` : "",
    ...(["right", "asked", "cut", "wrong"] as const).map((each) => percent(shareOf(answers, each))),
    `${answers.placed} of ${deleted}`,
    String(answers.placedSilently),
  ];
}

function shareOf({ grades }: Answers, wanted: Grade): number {
  return grades.filter((each) => each === wanted).length / grades.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

type Goal = { says: string; value: number; isMet: boolean };

/** What was set out to be reached, and whether it was. */
export function goalsOf(results: readonly Result[]): string {
  const of = (name: string) => results.find(({ scenario }) => scenario.name === name);
  const [quiet, heavy, long] = [of("quiet"), of("heavy"), of("long")];
  const goals = [
    ...(quiet ? goalsFor(quiet, { faster: 100, right: 0.995, wrong: 0.0005 }) : []),
    ...(heavy ? goalsFor(heavy, { faster: 150, right: 0.96, wrong: 0.001 }) : []),
    ...(quiet && long ? [growthGoal(quiet, long)] : []),
  ];
  return goals
    .map(({ says, value, isMet }) => `${isMet ? "met   " : "MISSED"} ${says}: ${value.toFixed(4)}`)
    .join("\n");
}

function goalsFor(
  { scenario, ours, peer }: Result,
  goal: { faster: number; right: number; wrong: number },
): Goal[] {
  const faster = peer ? peer.ms / ours.ms : 0;
  const right = shareOf(ours, "right");
  const wrong = shareOf(ours, "wrong");
  return [
    { says: `${scenario.name}: ${goal.faster} times faster`, value: faster, isMet: faster >= goal.faster },
    { says: `${scenario.name}: right at least ${goal.right}`, value: right, isMet: right >= goal.right },
    { says: `${scenario.name}: wrong place at most ${goal.wrong}`, value: wrong, isMet: wrong <= goal.wrong },
    {
      says: `${scenario.name}: deleted quotes placed without asking, none`,
      value: ours.placedSilently,
      isMet: ours.placedSilently === 0,
    },
  ];
}

function growthGoal(quiet: Result, long: Result): Goal {
  const growth = long.ours.ms / quiet.ours.ms;
  return { says: "long: at most 6 times the time of quiet", value: growth, isMet: growth <= 6 };
}
