import { fill, type Words } from "#lib/i18n/words.ts";
import type { RepairView } from "#lib/passages/loaders.ts";
import { percentOf } from "./outcome-look.ts";
import { UsePlace } from "./repair-actions.tsx";
import { WordsInSentence } from "./words-in-sentence.tsx";

/** The places where a passage's words may stand, each in its sentence, best first. */
export function Candidates({ item, words }: { item: RepairView; words: Words }) {
  const texts = words.passages;
  return (
    <ol className="divide-y divide-line rounded-md border border-line bg-paper">
      {item.candidates.map((place, index) => (
        <li key={place.start} className="grid gap-2 px-3.5 py-3">
          <WordsInSentence context={place.context} side="now" {...item.article} />
          <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted tabular-nums">
            <span>
              {fill(texts.candidate, { number: index + 1 })} ·{" "}
              {fill(texts.alike, { percent: percentOf(place.score) })}
            </span>
            {item.canRepair && <UsePlace item={item} place={place} number={index + 1} words={words} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
