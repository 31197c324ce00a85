import type { Format } from "#lib/i18n/format.ts";
import { plural, type Words } from "#lib/i18n/words.ts";
import type { Figures } from "#lib/insights/queries.ts";
import { groupsOf, toneLabel } from "#lib/insights/tables.ts";
import type { Mix } from "#lib/insights/values.ts";
import { TONES } from "#lib/publishing/values.ts";
import { FewMark, FewNote } from "./few-note.tsx";
import { type BarRow, StackedBars } from "./stacked-bars.tsx";

type Props = { mix: Mix; figures: Figures; words: Words; format: Format; locale: string };

/** Which verdicts each group got, with a caution where they are few. */
export function MixBars({ mix, figures, words, format, locale }: Props) {
  const { more } = figures.mix[mix];
  const groups = groupsOf(mix, figures);
  const rows = groups.map(({ name, tones, count }, at): BarRow => {
    return {
      key: `${at} ${name}`,
      label: name ?? words.insights.mix.all,
      count,
      isWhole: name === null,
      parts: TONES.map((tone) => ({
        key: tone,
        pattern: `tone-${tone}`,
        label: toneLabel(tone, figures, words),
        value: tones[tone],
      })),
      mark: <FewMark count={count} words={words} />,
    };
  });
  return (
    <>
      <StackedBars rows={rows} number={format.number} />
      <FewNote counts={groups.map(({ count }) => count)} words={words} />
      {more > 0 && <p className="mt-4 text-sm text-muted">{plural(locale, words.insights.more, more)}</p>}
    </>
  );
}
