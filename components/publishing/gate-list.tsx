import { Circle, CircleCheck } from "lucide-react";
import type { Conventions } from "#components/claims/conventions.ts";
import { classNames } from "#components/ui/class-names.ts";
import { plural } from "#lib/i18n/words.ts";
import type { GateItem } from "#lib/publishing/rules.ts";
import type { GateKey } from "#lib/publishing/values.ts";

/** How much the newsroom asks for. */
export type GateNumbers = { minSources: number; opinionsRequired: number };

/** Where on the claim's page each item is settled. */
const PLACES: Partial<Record<GateKey, string>> = {
  sources: "#evidence",
  primary: "#checks",
  snapshots: "#evidence",
  both_sides: "#checks",
  reply: "#replies",
};

/** The checklist before publishing: what is there, and for what is missing what to do. */
export function GateList({
  items,
  numbers,
  waitsForRepair = false,
  words,
  locale,
}: {
  items: readonly GateItem[];
  numbers: GateNumbers;
  /** Whether words of the claim wait for a person to say where they stand: then it is not published either. */
  waitsForRepair?: boolean;
} & Pick<Conventions, "words" | "locale">) {
  const texts = words.claims.gate;
  const left = items.filter(({ passed }) => !passed).length;
  return (
    <>
      <p className="mb-3 text-sm text-muted">
        {left > 0 ? plural(locale, texts.left, left) : waitsForRepair ? texts.repair : texts.complete}
      </p>
      <ul className="grid gap-2.5">
        {items.map(({ key, passed }) => {
          const Icon = passed ? CircleCheck : Circle;
          return (
            <li key={key} className="grid grid-cols-[1.125rem_minmax(0,1fr)] gap-x-2.5">
              <Icon
                role="img"
                aria-label={passed ? texts.done : texts.missing}
                className={classNames("mt-0.5 size-4.5", passed ? "text-true" : "text-mixed")}
              />
              <span className={passed ? "text-muted" : "font-medium"}>{texts.items[key].name}</span>
              {!passed && (
                <span className="col-start-2 text-sm text-pretty text-muted">
                  <Todo place={PLACES[key]}>{todo(key, numbers, { words, locale })}</Todo>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Todo({ place, children }: { place: string | undefined; children: string }) {
  if (place === undefined) return children;
  return (
    <a href={place} className="underline">
      {children}
    </a>
  );
}

function todo(
  key: GateKey,
  { minSources, opinionsRequired }: GateNumbers,
  { words, locale }: Pick<Conventions, "words" | "locale">,
): string {
  const { items } = words.claims.gate;
  if (key === "sources") return plural(locale, items.sources.todo, minSources);
  if (key === "second_opinion") return plural(locale, items.second_opinion.todo, opinionsRequired);
  return items[key].todo;
}
