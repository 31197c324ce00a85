import Link from "next/link";
import type { Conventions } from "#components/claims/conventions.ts";
import { Chip } from "#components/ui/badge.tsx";
import { EvidenceMark } from "#components/watch/evidence-mark.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import type { SourceDetail, SourceUse } from "#lib/sources/queries.ts";
import type { TaskMark } from "#lib/watch/queries.ts";
import { ConfidentialChip } from "./confidential-chip.tsx";

/** Everywhere a source is used, as far as the viewer may know. */
export function SourceUses({
  source,
  marks,
  words,
  locale,
}: { source: SourceDetail; marks: ReadonlyMap<string, TaskMark> } & Conventions) {
  const texts = words.sources.page;
  const { uses, useCount } = source;
  return (
    <section aria-labelledby="uses-title" className="grid gap-3">
      <h2 id="uses-title" className="text-lg font-semibold">
        {texts.uses} <span className="font-normal text-muted tabular-nums">{useCount}</span>
      </h2>
      {uses.length === 0 && <p className="text-muted">{texts.unused}</p>}
      <ul className="grid gap-2.5">
        {uses.map((use) => (
          <Use key={use.id} use={use} mark={marks.get(use.id)} sourceId={source.id} words={words} />
        ))}
      </ul>
      {uses.length < useCount && (
        <p className="text-sm text-muted">{plural(locale, texts.moreUses, useCount - uses.length)}</p>
      )}
    </section>
  );
}

function Use({
  use,
  mark,
  sourceId,
  words,
}: {
  use: SourceUse;
  mark: TaskMark | undefined;
  sourceId: string;
  words: Conventions["words"];
}) {
  const { claim, article, stance, visibility, quote } = use;
  return (
    <li className="grid gap-2 rounded-lg border border-line bg-raised px-4 py-3.5">
      <p className="flex flex-wrap items-center gap-1.5">
        <Chip>{words.common.stances[stance]}</Chip>
        <Chip>{words.common.states[claim.state]}</Chip>
        <ConfidentialChip visibility={visibility} words={words} />
      </p>
      <h3 className="font-serif text-claim text-pretty wrap-anywhere" dir="auto">
        <Link href={`/desk/claims/${claim.id}#evidence`}>{claim.statement}</Link>
      </h3>
      {quote && (
        <blockquote
          dir="auto"
          className="line-clamp-4 border-s-3 border-line-strong ps-3 text-muted wrap-anywhere"
        >
          {quote}
        </blockquote>
      )}
      {mark && <EvidenceMark mark={mark} sourceId={sourceId} words={words} />}
      <p className="text-sm text-muted">
        {fill(words.common.claimNumber, { number: claim.number })} ·{" "}
        <Link href={`/desk/articles/${article.id}`} className="wrap-anywhere">
          <bdi>{article.title}</bdi>
        </Link>
      </p>
    </li>
  );
}
