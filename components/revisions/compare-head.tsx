import { Minus, Plus } from "lucide-react";
import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { TabLinks } from "#components/ui/tabs.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { RevisionText } from "#lib/revisions/queries.ts";
import type { DiffView } from "./diff-unit.tsx";

export type CompareHeadProps = {
  path: string;
  before: RevisionText;
  after: RevisionText;
  view: DiffView;
  words: Words;
  format: Format;
  locale: string;
};

/** Which two texts these are, and how they are to be shown. */
export function CompareHead(props: CompareHeadProps) {
  const { path, before, after, view, words } = props;
  const { compare } = words.revisions;
  const address = (chosen: DiffView) =>
    `${path}?${new URLSearchParams({ against: `${before.number}`, view: chosen })}`;
  return (
    <div className="grid gap-4 border-b border-line pb-5">
      <dl className="grid gap-3 sm:grid-cols-2">
        <RevisionFacts name={compare.older} revision={before} {...props} />
        <RevisionFacts name={compare.newer} revision={after} {...props} />
      </dl>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
        <TabLinks
          label={compare.view}
          tabs={[
            { href: address("inline"), label: compare.inline, current: view === "inline" },
            { href: address("side"), label: compare.side, current: view === "side" },
          ]}
        />
        {after.number > 2 && <Against {...props} />}
      </div>
      <Legend words={words} />
    </div>
  );
}

function RevisionFacts({
  name,
  revision,
  words,
  format,
  locale,
}: CompareHeadProps & { name: string; revision: RevisionText }) {
  const { list } = words.revisions;
  const { number, createdAt, createdByName, text } = revision;
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{name}</dt>
      <dd>
        <span className="block text-lg font-semibold">{fill(list.revision, { number })}</span>
        <span className="block text-sm text-pretty text-muted">
          <time dateTime={createdAt.toISOString()}>{format.dateTime(createdAt)}</time>,{" "}
          {createdByName === null ? list.byItself : fill(list.by, { name: createdByName })} ·{" "}
          {plural(locale, list.length, text.length)}
        </span>
      </dd>
    </div>
  );
}

/** Any earlier text to compare with. */
function Against({ path, before, after, view, words }: CompareHeadProps) {
  const { compare, list } = words.revisions;
  const earlier = Array.from({ length: after.number - 1 }, (_, index) => after.number - 1 - index);
  return (
    <form action={path} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="view" value={view} />
      <label htmlFor="against" className="text-sm font-medium text-muted">
        {compare.against}
      </label>
      <select
        id="against"
        name="against"
        key={before.number}
        defaultValue={before.number}
        className="control w-auto min-w-40"
      >
        {earlier.map((number) => (
          <option key={number} value={number}>
            {fill(list.revision, { number })}
          </option>
        ))}
      </select>
      <Button type="submit" size="sm">
        {compare.againstSubmit}
      </Button>
    </form>
  );
}

function Legend({ words }: { words: Words }) {
  const { compare } = words.revisions;
  return (
    <ul
      aria-label={compare.legend}
      className="revision-diff flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted"
    >
      <li className="flex items-center gap-1.5">
        <Minus aria-hidden className="size-3.5" />
        <del>{compare.runs.removed}</del>
      </li>
      <li className="flex items-center gap-1.5">
        <Plus aria-hidden className="size-3.5" />
        <ins>{compare.runs.added}</ins>
      </li>
      <li>
        <ins data-run="moved">{compare.elsewhere}</ins>
      </li>
      <li>
        <mark>{words.revisions.claims.title}</mark>
      </li>
    </ul>
  );
}

/** The comparisons before and after this one. */
export function OtherRevisions({
  articleId,
  number,
  newest,
  view,
  words,
}: {
  articleId: string;
  number: number;
  newest: number;
  view: DiffView;
  words: Words;
}) {
  const { compare } = words.revisions;
  const near = [number - 1, number + 1].filter((other) => other > 1 && other <= newest);
  if (near.length === 0) return null;
  return (
    <nav
      aria-label={compare.others}
      className="flex flex-wrap gap-x-5 border-t border-line pt-4 print:hidden"
    >
      {near.map((other) => (
        <Link key={other} href={`/desk/articles/${articleId}/revisions/${other}?view=${view}`}>
          {fill(compare.title, { after: other, before: other - 1 })}
        </Link>
      ))}
    </nav>
  );
}
