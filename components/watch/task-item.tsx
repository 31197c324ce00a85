import { FileX2, FolderSymlink, type LucideIcon, TextSelect } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Conventions } from "#components/claims/conventions.ts";
import { WaitingHead } from "#components/claims/waiting-head.tsx";
import { diffWords } from "#components/passages/diff-words.ts";
import { WordsInSentence } from "#components/passages/words-in-sentence.tsx";
import { failureSentence } from "#components/sources/snapshot-words.ts";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import { fill } from "#lib/i18n/words.ts";
import type { TaskView } from "#lib/watch/loaders.ts";
import type { CopyWords } from "#lib/watch/queries.ts";
import type { Finding } from "#lib/watch/values.ts";
import { TaskActions } from "./task-actions.tsx";
import { taskAnchor } from "./task-anchor.ts";

type Props = { item: TaskView; actor: Actor } & Conventions;

const ICONS: Record<Finding, LucideIcon> = { gone: FileX2, moved: FolderSymlink, words_gone: TextSelect };

/** One source task: the words as they were cited, what is there now, and what can be said of it. */
export function TaskItem({ item, actor, ...conventions }: Props) {
  const { words, format, now } = conventions;
  const texts = words.watch;
  const { claim, correcting, finding } = item;
  const Icon = ICONS[finding];
  const titleId = `${taskAnchor(item.id)}-title`;
  return (
    <article
      id={taskAnchor(item.id)}
      tabIndex={-1}
      aria-labelledby={titleId}
      className="scroll-my-20 rounded-lg border border-line bg-raised px-4 py-4 target:border-accent sm:px-5"
    >
      <WaitingHead
        claim={claim}
        mark={
          <span
            title={texts.findingHints[finding]}
            className="inline-flex items-center gap-1.5 rounded-full border-[1.5px] border-mixed/60 bg-mixed-tint/60 py-1 ps-1.5 pe-2.5 text-xs leading-none font-semibold text-mixed"
          >
            <Icon aria-hidden className="size-3.5 shrink-0" />
            {texts.findings[finding]}
          </span>
        }
        since={fill(texts.found, { when: format.since(item.raisedAt, now) })}
        titleId={titleId}
        level={3}
        place="#evidence"
        published={texts.published}
        words={words}
      />
      <div className="mt-4 grid gap-x-8 gap-y-4 border-t border-line pt-4 wide:grid-cols-2">
        <Side title={texts.before} copy={item.before} label={texts.keptCopy} format={format}>
          <Before item={item} {...conventions} />
        </Side>
        <Side title={texts.now} copy={item.after} label={texts.foundCopy} format={format}>
          <Now item={item} {...conventions} />
        </Side>
      </div>
      <div className="mt-4 grid gap-3 border-t border-line pt-3.5">
        {correcting && (
          <p className="text-sm text-pretty">
            {fill(texts.correcting, { name: correcting.name, day: format.date(correcting.at) })}{" "}
            <Link href={`/desk/claims/${claim.id}#correct`} prefetch={false} className="font-medium">
              {texts.toCorrection}
            </Link>
          </p>
        )}
        <TaskActions item={item} actor={actor} words={words} />
      </div>
    </article>
  );
}

function Side({
  title,
  copy,
  label,
  format,
  children,
}: {
  title: string;
  copy: CopyWords | null;
  label: string;
  format: Conventions["format"];
  children: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <h4 className="mb-1.5 text-xs font-semibold text-muted">{title}</h4>
      {children}
      {copy && (
        <p className="mt-1.5 text-sm">
          <Link href={`/desk/snapshots/${copy.id}`} prefetch={false}>
            {fill(label, { time: format.dateTime(copy.readAt) })}
          </Link>
        </p>
      )}
    </div>
  );
}

function Before({ item, words }: Omit<Props, "actor">) {
  const { before, after, evidence } = item;
  const texts = words.watch;
  if (evidence.quote === null) return <p className="text-muted">{texts.noQuote}</p>;
  const context = before?.words ?? { text: evidence.quote, start: 0, end: evidence.quote.length };
  const now = after?.words ? wordsOf(after.words) : null;
  return (
    <WordsInSentence
      context={context}
      pieces={now === null ? undefined : diffWords(wordsOf(context), now).before}
      side="before"
      language={before?.language ?? "und"}
      direction={before?.direction ?? "ltr"}
    />
  );
}

function Now({ item, words, format }: Omit<Props, "actor">) {
  const { finding, before, after, evidence, failure, movedTo, hasWords } = item;
  const texts = words.watch;
  const cited = before?.words ? wordsOf(before.words) : evidence.quote;
  return (
    <div className="grid gap-1.5">
      {finding === "gone" && failure && (
        <p className="text-pretty text-muted">
          {isSaidToBeGone(failure.values.status) ? texts.gone : texts.failing}{" "}
          {failureSentence(failure, words, format)}
        </p>
      )}
      {movedTo !== null && (
        <p className="text-pretty text-muted wrap-anywhere">
          {texts.movedTo}{" "}
          <OutsideLink
            href={movedTo}
            target="_blank"
            rel="noopener noreferrer"
            dir="ltr"
            className="underline"
          >
            {movedTo}
          </OutsideLink>
          {"\u00a0"}· {hasWords !== null && (hasWords ? texts.hasWords : texts.hasNoWords)}
        </p>
      )}
      {after?.words && cited !== null && (
        <WordsInSentence
          context={after.words}
          pieces={diffWords(cited, wordsOf(after.words)).after}
          side="now"
          language={after.language}
          direction={after.direction}
        />
      )}
      {after && !after.words && hasWords !== true && evidence.quote !== null && (
        <p className="text-pretty text-muted">{texts.nothingAlike}</p>
      )}
    </div>
  );
}

const isSaidToBeGone = (status: string | number | undefined) => status === 404 || status === 410;

const wordsOf = ({ text, start, end }: { text: string; start: number; end: number }) =>
  text.slice(start, end);
