"use client";

import type { ReactNode } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { fill } from "#lib/i18n/words.ts";
import { useKeptChoices } from "./kept-choices.tsx";

const idOf = (index: number) => `kept-${index}`;

/** Of a block's words, in UTF-16 code units: enough to know which block a box is for. */
const NAME_LENGTH = 60;

/**
 * The tick of one block. Without script the boxes are sent; with it hidden fields are, since drafts keep one value
 * for each name.
 */
export function KeptBox({ index, text }: { index: number; text: string }) {
  const words = useWords().imports.preview;
  const { isKept, choose, isLive } = useKeptChoices();
  const kept = isKept(index);
  return (
    <label className="kept-box">
      <input
        type="checkbox"
        id={idOf(index)}
        name={isLive ? undefined : "kept"}
        value={index}
        checked={kept}
        onChange={({ currentTarget }) => choose([index], currentTarget.checked)}
        aria-label={fill(kept ? words.part : words.partLeftOut, { words: text.slice(0, NAME_LENGTH) })}
      />
      {isLive && kept && <input type="hidden" name="kept" value={index} />}
    </label>
  );
}

/** Under a block that is left out: the way back, and the same for all before or after it. The style sheet hides it. */
export function BringBack({ index, isAlone }: { index: number; isAlone: boolean }) {
  const words = useWords().imports.preview;
  const { isKept, isLive } = useKeptChoices();
  return (
    <span className="bring-back">
      <label htmlFor={idOf(index)}>{words.bringBack}</label>
      {isLive && isAlone && !isKept(index) && (
        <>
          <LeaveOut index={index} side="above">
            {words.above}
          </LeaveOut>
          <LeaveOut index={index} side="below">
            {words.below}
          </LeaveOut>
        </>
      )}
    </span>
  );
}

function LeaveOut({
  index,
  side,
  children,
}: {
  index: number;
  side: "above" | "below";
  children: ReactNode;
}) {
  const { choose, isKept, total } = useKeptChoices();
  const all =
    side === "above"
      ? Array.from({ length: index }, (_, at) => at)
      : Array.from({ length: total - index - 1 }, (_, at) => index + 1 + at);
  const rest = all.filter(isKept);
  if (rest.length === 0) return null;
  return (
    <Button variant="quiet" size="sm" onClick={() => choose(rest, false)}>
      {children}
    </Button>
  );
}
