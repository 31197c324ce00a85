import type { Conventions } from "#components/claims/conventions.ts";
import type { RepairView } from "#lib/passages/loaders.ts";
import { RepairItem } from "./repair-item.tsx";

/** Passages that wait for a person, one after the other. */
export function RepairList({
  items,
  choosingId,
  hasAnchors = false,
  headingLevel,
  ...conventions
}: {
  items: readonly RepairView[];
  /** The passage whose words are to be chosen at once, as the address has it. */
  choosingId?: string | string[] | undefined;
  /** Whether `#claim-3` leads to a claim's first passage: among those of one article only. */
  hasAnchors?: boolean;
  headingLevel: 2 | 3;
} & Conventions) {
  return (
    <ol aria-label={conventions.words.passages.list} className="grid gap-4">
      {items.map((item, index) => {
        const isFirst = items.findIndex(({ claim }) => claim.id === item.claim.id) === index;
        return (
          <li
            key={item.passageId}
            id={hasAnchors && isFirst ? `claim-${item.claim.number}` : undefined}
            className="scroll-mt-20"
          >
            <RepairItem
              item={item}
              isChoosing={item.passageId === choosingId}
              headingLevel={headingLevel}
              {...conventions}
            />
          </li>
        );
      })}
    </ol>
  );
}
