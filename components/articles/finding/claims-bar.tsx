"use client";

import "./claims-bar.css";
import { ListFilter } from "lucide-react";
import { useEffect, useEffectEvent, useId, useState } from "react";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import { FILTER_PARTS } from "./claim-filter.ts";
import { ClaimFilterFields } from "./claim-filter-fields.tsx";
import { ClaimStepButtons } from "./claim-step-buttons.tsx";
import { type ClaimFiltering, FILTER_CONTROL } from "./use-claim-filter.ts";
import type { ClaimStepping } from "./use-claim-steps.ts";

/** The second line of the article's bar, which stays in sight: which of the claims are shown, how far the work is, and where one is. */
export function ClaimsBar({
  claims,
  filtering,
  steps,
}: {
  /** All of the article's. */
  claims: readonly DeskClaim[];
  filtering: ClaimFiltering;
  steps: ClaimStepping;
}) {
  const { articles, common } = useWords();
  const words = articles.filter;
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const fields = useId();
  const { filter, isOn, choose } = filtering;
  const chosen = FILTER_PARTS.filter((part) => filter[part] !== null).length;
  // As high as it will be, so that the first claim does not move the text.
  if (claims.length === 0) {
    return <p className="claims-bar text-sm text-muted">{plural(locale, common.claims, 0)}</p>;
  }
  return (
    <div className="claims-bar">
      <Button
        size="sm"
        {...FILTER_CONTROL}
        aria-expanded={isOpen}
        aria-controls={fields}
        onClick={() => setOpen(!isOpen)}
        className="wide:hidden noscript:hidden"
      >
        <ListFilter aria-hidden className="size-4" />
        <span className="max-sm:sr-only">{words.open}</span>
        {chosen > 0 && <span className="tabular-nums">{chosen}</span>}
      </Button>
      <ClaimFilterFields id={fields} isOpen={isOpen} claims={claims} filter={filter} onChoose={choose} />
      {isOn ? <ShownCount claims={claims} filtering={filtering} /> : <Progress claims={claims} />}
      <ClaimStepButtons steps={steps} />
      <SaidAloud claims={claims} filtering={filtering} />
    </div>
  );
}

/** Where the cards would be. */
export function NothingFits({ onShowAll }: { onShowAll: () => void }) {
  const words = useWords().articles.filter;
  return (
    <div className="rounded-lg border border-dashed border-line-strong px-4 py-5 text-center text-sm text-pretty text-muted">
      <p className="mb-3">
        <strong className="mb-1 block font-medium text-ink">{words.none}</strong>
        {words.noneHint}
      </p>
      <Button size="sm" onClick={onShowAll}>
        {words.showAll}
      </Button>
    </div>
  );
}

type Counted = { claims: readonly DeskClaim[]; filtering: ClaimFiltering };

function useCount({ claims, filtering }: Counted): string {
  const words = useWords().articles.filter;
  const locale = useLocale();
  const { shown, outside } = filtering;
  const count = fill<string>(plural(locale, words.shown, claims.length), {
    shown: new Intl.NumberFormat(locale).format(shown.length - outside),
  } as Record<never, never>);
  return outside > 0 ? `${count} ${plural(locale, words.outside, outside)}` : count;
}

function ShownCount(counted: Counted) {
  const words = useWords().articles.filter;
  const count = useCount(counted);
  return (
    <p className="shown-count">
      {count}
      <Button size="sm" variant="quiet" onClick={counted.filtering.showAll}>
        {words.showAll}
      </Button>
    </p>
  );
}

/** Says how many claims are shown when the filter changes, and only then: colleagues make claims all the time. */
function SaidAloud({ claims, filtering }: Counted) {
  const words = useWords().articles.filter;
  const { filter, isOn } = filtering;
  const count = useCount({ claims, filtering });
  const [said, setSaid] = useState({ filter, text: "" });
  const say = useEffectEvent(() => {
    if (said.filter !== filter) setSaid({ filter, text: isOn ? count : words.allShown });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of it is what is said
  useEffect(() => say(), [filter]);
  return (
    <p role="status" className="sr-only">
      {said.text}
    </p>
  );
}

/** Dismissed claims need no verdict. */
function Progress({ claims }: { claims: readonly DeskClaim[] }) {
  const words = useWords();
  const locale = useLocale();
  const toJudge = claims.filter((claim) => claim.state !== "dismissed");
  const done = toJudge.filter((claim) => claim.tone !== null).length;
  if (toJudge.length === 0) return null;
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const label = plural(locale, words.articles.page.progress, toJudge.length);
  return (
    <div className="claim-progress">
      <span className="max-sm:sr-only">
        {fill<string>(label, { done: number(done) } as Record<never, never>)}
      </span>
      <meter aria-hidden value={done} max={toJudge.length} className="progress-meter" />
    </div>
  );
}
