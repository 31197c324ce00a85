"use client";

import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { plural } from "#lib/i18n/words.ts";
import { useKeptChoices } from "./kept-choices.tsx";

/** How many blocks the article has now, and how many are left out. */
export function KeptTally() {
  const words = useWords().imports.preview;
  const locale = useLocale();
  const { total, isKept } = useKeptChoices();
  const kept = Array.from({ length: total }, (_, index) => index).filter(isKept).length;
  return (
    <p role="status" className="text-sm text-muted tabular-nums">
      {plural(locale, words.kept, kept)}
      {kept < total && ` · ${plural(locale, words.leftOut, total - kept)}`}
    </p>
  );
}

/** The blocks beyond those that are shown: `indices` of the ones the reader kept, of `count` in all. */
export function FurtherBlocks({ count, indices }: { count: number; indices: readonly number[] }) {
  const words = useWords().imports.preview;
  const locale = useLocale();
  const { isKept, choose, isLive } = useKeptChoices();
  const kept = indices.filter(isKept);
  return (
    <div className="mt-6 space-y-3 rounded-lg border border-dashed border-line-strong px-4 py-3">
      <p>{plural(locale, words.further, count)}</p>
      {isLive && indices.length > 0 && (
        <label className="flex items-center gap-2.5">
          <input
            type="checkbox"
            checked={kept.length > 0}
            onChange={({ currentTarget }) => choose(indices, currentTarget.checked)}
            className="size-4.5 accent-accent"
          />
          {plural(locale, words.keepFurther, indices.length)}
        </label>
      )}
      {kept.map((index) => (
        <input key={index} type="hidden" name="kept" value={index} />
      ))}
    </div>
  );
}
