import { Circle, CircleCheck, CircleDashed, Clock, Info, TriangleAlert } from "lucide-react";
import { confidentialLine } from "#components/claims/confidential-line.ts";
import type { Conventions } from "#components/claims/conventions.ts";
import { classNames } from "#components/ui/class-names.ts";
import { RevealLink } from "#components/ui/reveal-link.tsx";
import type { ClaimPage } from "#lib/claims/loaders.ts";
import { fill, plural } from "#lib/i18n/words.ts";
import { countLeft, type GateItem } from "#lib/publishing/rules.ts";
import { type GateNumbers, placeOf, todoOf, whoseOf } from "./gate-todo.ts";

const LOOKS = {
  done: { icon: CircleCheck, tone: "text-true", name: "text-muted" },
  waits: { icon: Clock, tone: "text-mixed", name: "text-muted" },
  overdue: { icon: TriangleAlert, tone: "text-mixed", name: "font-medium" },
  not_yet: { icon: CircleDashed, tone: "text-faint", name: "font-medium" },
  missing: { icon: Circle, tone: "text-mixed", name: "font-medium" },
} as const;

type Props = Pick<ClaimPage, "claim" | "can"> & { numbers: GateNumbers } & Pick<
    Conventions,
    "words" | "locale"
  >;

/**
 * The checklist before publishing: what is there, and for what is missing what to do. Where this member may do it, it
 * leads to the form; else it says who may.
 */
export function GateList({ items, ...props }: { items: readonly GateItem[] } & Props) {
  const { claim, words, locale } = props;
  const texts = words.claims.gate;
  const left = countLeft(items);
  const settled = claim.repairCount > 0 ? texts.repair : texts.complete;
  return (
    <>
      <p className="mb-3 text-sm text-muted">{left > 0 ? plural(locale, texts.left, left) : settled}</p>
      <ul className="grid gap-2.5">
        {items.map((item) => (
          <Item key={item.key} item={item} {...props} />
        ))}
        {claim.confidential.count > 0 && <ConfidentialAdvice {...props} />}
      </ul>
    </>
  );
}

function Item({ item, ...props }: { item: GateItem } & Props) {
  const { key, status } = item;
  const texts = props.words.claims.gate;
  const { icon: Icon, tone, name } = LOOKS[status];
  return (
    <li className="grid grid-cols-[1.125rem_minmax(0,1fr)] gap-x-2.5">
      <Icon role="img" aria-label={texts.statuses[status]} className={classNames("mt-0.5 size-4.5", tone)} />
      <span className={name}>{texts.items[key].name}</span>
      {status !== "done" && <Todo item={item} {...props} />}
    </li>
  );
}

/** No item of the checklist: what readers will be told of confidential sources, and what would let them be told more. */
function ConfidentialAdvice({ claim: { confidential }, words, locale }: Props) {
  const texts = words.claims.gate.confidential;
  return (
    <li className="grid grid-cols-[1.125rem_minmax(0,1fr)] gap-x-2.5">
      <Info role="img" aria-label={texts.status} className="mt-0.5 size-4.5 text-muted" />
      <span className="text-muted">{texts.name}</span>
      <span className="col-start-2 text-sm text-pretty text-muted">
        {fill(texts.readersAreTold, { line: confidentialLine({ ...confidential, words, locale }) })}
        {confidential.seenBy === 0 && (
          <>
            {" "}
            <RevealLink to="evidence" className="underline">
              {texts.unseen}
            </RevealLink>
          </>
        )}
      </span>
    </li>
  );
}

function Todo({ item, ...props }: { item: GateItem } & Props) {
  const todo = todoOf(item, props);
  const place = placeOf(item, props);
  const whose = place === null ? whoseOf(item, props) : null;
  return (
    <span className="col-start-2 text-sm text-pretty text-muted">
      {place === null ? (
        todo
      ) : (
        <RevealLink to={place} className="underline">
          {todo}
        </RevealLink>
      )}
      {whose !== null && ` ${whose}`}
    </span>
  );
}
