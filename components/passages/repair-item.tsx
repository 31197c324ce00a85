import type { ReactNode } from "react";
import type { Conventions } from "#components/claims/conventions.ts";
import { WaitingHead } from "#components/claims/waiting-head.tsx";
import { fill } from "#lib/i18n/words.ts";
import type { RepairView } from "#lib/passages/loaders.ts";
import { Candidates } from "./candidates.tsx";
import { diffWords } from "./diff-words.ts";
import { OutcomeChip } from "./outcome-chip.tsx";
import { RepairActions } from "./repair-actions.tsx";
import { WordsInSentence } from "./words-in-sentence.tsx";

type Props = {
  item: RepairView;
  /** Whether its words are being chosen. */
  isChoosing: boolean;
  /** One below the title the item stands under. */
  headingLevel: 2 | 3;
} & Conventions;

/** One passage that waits for a person: its words before, what is there now, and what can be said of it. */
export function RepairItem({ item, isChoosing, headingLevel, ...conventions }: Props) {
  const sideLevel = headingLevel === 2 ? 3 : 4;
  const { words, format, locale, now } = conventions;
  const texts = words.passages;
  const { claim, article } = item;
  const titleId = `repair-${item.passageId}`;
  return (
    <article
      data-passage={item.passageId}
      tabIndex={-1}
      aria-labelledby={titleId}
      className="scroll-my-20 rounded-lg border border-line bg-raised px-4 py-4 sm:px-5 focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent"
    >
      <WaitingHead
        claim={claim}
        mark={<OutcomeChip item={item} words={words} locale={locale} />}
        since={fill(texts.changed, { when: format.since(item.changedAt, now) })}
        titleId={titleId}
        level={headingLevel}
        published={texts.published}
        words={words}
      />
      <div className="mt-4 grid gap-x-8 gap-y-4 border-t border-line pt-4 wide:grid-cols-2">
        <Side title={texts.before} level={sideLevel}>
          <Before item={item} words={words} />
        </Side>
        <Side title={fill(texts.now, { number: article.revisionNumber })} level={sideLevel}>
          <Now item={item} {...conventions} />
        </Side>
      </div>
      <div className="mt-4 border-t border-line pt-3.5">
        <RepairActions item={item} isChoosing={isChoosing} words={words} />
      </div>
    </article>
  );
}

function Side({ title, level, children }: { title: string; level: 3 | 4; children: ReactNode }) {
  const Heading = `h${level}` as const;
  return (
    <div className="min-w-0">
      <Heading className="mb-1.5 text-xs font-semibold text-muted">{title}</Heading>
      {children}
    </div>
  );
}

function Before({ item, words }: Pick<Props, "item" | "words">) {
  const { before, article, place } = item;
  const { quote } = before;
  const context = before.context ?? { text: quote, start: 0, end: quote.length };
  return (
    <>
      <WordsInSentence
        context={context}
        pieces={place ? diffWords(quote, wordsOf(place)).before : undefined}
        side="before"
        {...article}
      />
      {before.context === null && <p className="mt-1.5 text-sm text-muted">{words.passages.unknownPlace}</p>}
    </>
  );
}

function Now({ item, ...conventions }: Omit<Props, "isChoosing" | "headingLevel">) {
  const { place, candidates, article, before } = item;
  const texts = conventions.words.passages;
  if (place) {
    const { after } = diffWords(before.quote, wordsOf(place));
    return <WordsInSentence context={place.context} pieces={after} side="now" {...article} />;
  }
  const lead = item.outcome === "ambiguous" ? texts.severalPlaces : texts.suggestions;
  return (
    <>
      {item.outcome === "lost" && <p className="text-pretty text-muted">{texts.notFound}</p>}
      {candidates.length > 0 && (
        <>
          <p className="mt-1 mb-2 text-sm text-muted">{lead}</p>
          <Candidates item={item} words={conventions.words} />
        </>
      )}
    </>
  );
}

function wordsOf({
  context: { text, start, end },
}: {
  context: { text: string; start: number; end: number };
}) {
  return text.slice(start, end);
}
