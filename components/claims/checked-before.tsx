"use client";

import { ChevronDown, History, RotateCw } from "lucide-react";
import { type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { CheckedClaim } from "#lib/claims/checked-before.ts";
import { plural } from "#lib/i18n/words.ts";
import { ClaimBadge } from "./claim-badge.tsx";
import { choiceAsText, choiceFromText, type EarlierChoice } from "./earlier-choice.ts";
import { EarlierClaim, type EarlierUse } from "./earlier-claim.tsx";
import { ForeignClaim } from "./foreign-claim.tsx";
import { useCheckedBefore } from "./use-checked-before.ts";

/**
 * Earlier claims that say nearly the same as the form's statement. One line that keeps its height, so that nothing
 * moves under the pointer while one types; pressed, it unfolds them with what can be made of each. The choice is sent
 * with the form, and kept with its draft.
 */
export function CheckedBefore({
  exceptId,
  mayDismiss,
}: {
  /** The claim that is being changed. */
  exceptId: string | null;
  /** Whether it may be put aside as a duplicate. */
  mayDismiss: boolean;
}) {
  const place = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [choice, setChoice] = useState<EarlierChoice | null>(null);
  const looked = useCheckedBefore(place, exceptId);
  const listId = useId();
  const texts = useWords().claims.earlier;
  useForgottenChoice(place, () => setChoice(null));
  const kept = useRef<HTMLInputElement>(null);
  /** As if it were typed, so that the draft has it and brings it back by the same way. */
  const choose = (next: EarlierChoice | null) => {
    if (kept.current) kept.current.value = choiceAsText(next);
    kept.current?.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // What was chosen stays in sight when the statement is typed on.
  const isListed = choice === null || looked.claims.some(({ id }) => id === choice.claim.id);
  const claims = isListed ? looked.claims : [choice.claim, ...looked.claims];
  const count = claims.length + looked.foreign.length;
  return (
    <section ref={place} aria-busy={looked.state === "looking"}>
      <input
        ref={kept}
        hidden
        disabled
        name="earlier"
        defaultValue=""
        onInput={({ currentTarget }) => setChoice(choiceFromText(currentTarget.value))}
      />
      {choice && <input type="hidden" name={FIELDS[choice.use]} value={choice.claim.id} />}
      {count > 0 ? (
        <Summary
          claims={claims}
          count={count}
          choice={choice}
          isOpen={isOpen}
          listId={listId}
          toggle={() => setOpen(!isOpen)}
        />
      ) : (
        <NothingFound looked={looked} />
      )}
      {count > 0 && (
        <ul
          id={listId}
          aria-label={texts.list}
          hidden={!isOpen}
          className="mt-1 grid gap-3 rounded-md border border-line bg-sunken p-3"
        >
          {claims.map((claim) => (
            <EarlierClaim
              key={claim.id}
              claim={claim}
              chosen={choice?.claim.id === claim.id ? choice.use : null}
              mayDismiss={mayDismiss}
              choose={(use) => choose(use && { claim, use })}
            />
          ))}
          {looked.foreign.map((check) => (
            <ForeignClaim key={check.id} check={check} />
          ))}
        </ul>
      )}
      <Announcement count={looked.state === "found" ? looked.claims.length + looked.foreign.length : null} />
    </section>
  );
}

const FIELDS = { duplicate: "duplicateOfId", sources: "sourcesOfId" } as const satisfies Record<
  EarlierUse,
  string
>;

/** A form that starts anew starts without a choice. */
function useForgottenChoice(place: RefObject<HTMLElement | null>, forget: () => void): void {
  const run = useEffectEvent(forget);
  useEffect(() => {
    const form = place.current?.closest("form");
    const onReset = () => run();
    form?.addEventListener("reset", onReset);
    return () => form?.removeEventListener("reset", onReset);
  }, [place]);
}

const LINE = "flex min-h-11 w-full min-w-0 items-center gap-2 text-sm leading-snug";

/** How many there are, with the verdict or state of the most alike; or what was chosen. */
function Summary({
  claims,
  count,
  choice,
  isOpen,
  listId,
  toggle,
}: {
  claims: readonly CheckedClaim[];
  count: number;
  choice: EarlierChoice | null;
  isOpen: boolean;
  listId: string;
  toggle: () => void;
}) {
  const words = useWords();
  const locale = useLocale();
  const texts = words.claims.earlier;
  const shown = choice?.claim ?? claims[0];
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={listId}
      onClick={toggle}
      className={classNames(
        LINE,
        "cursor-pointer rounded-md border border-line px-2.5 text-start hover:bg-hover",
      )}
    >
      <History aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1 py-1 font-medium text-pretty">
        {choice
          ? choice.use === "duplicate"
            ? texts.duplicating
            : plural(locale, texts.copying, choice.claim.sourceCount)
          : plural(locale, texts.some, count)}
      </span>
      {shown && <ClaimBadge {...shown} words={words} />}
      <ChevronDown aria-hidden className={classNames("size-4 shrink-0 text-muted", isOpen && "rotate-180")} />
    </button>
  );
}

function NothingFound({ looked }: { looked: ReturnType<typeof useCheckedBefore> }) {
  const texts = useWords().claims.earlier;
  if (looked.state === "failed") {
    return (
      <p className={classNames(LINE, "text-muted")}>
        <span className="min-w-0 flex-1 text-pretty">{texts.failed}</span>
        <Button size="sm" variant="quiet" onClick={looked.again}>
          <RotateCw aria-hidden className="size-3.5" />
          {texts.again}
        </Button>
      </p>
    );
  }
  const line = { idle: texts.idle, looking: texts.looking, found: texts.none }[looked.state];
  return (
    <p className={classNames(LINE, "text-muted")}>
      <History aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 text-pretty">{line}</span>
    </p>
  );
}

/** Says how many there are when that changes, not at each key. */
function Announcement({ count }: { count: number | null }) {
  const locale = useLocale();
  const texts = useWords().claims.earlier;
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (count !== null) setSaid(count === 0 ? "" : plural(locale, texts.some, count));
  }, [count, locale, texts]);
  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  );
}
