"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import type { CheckedClaim } from "#lib/claims/checked-before.ts";
import { CLAIM_LIMITS } from "#lib/claims/values.ts";
import type { ForeignCheck } from "#lib/foreign-checks/queries.ts";
import { withDates } from "./earlier-choice.ts";

/** Milliseconds after the last key: long enough that a word is typed, short enough to be there when one looks up. */
const PAUSE = 350;

/** Characters. Fewer say nothing yet, in any script. */
const LEAST = 4;

/** `idle`: nothing to look for yet. `found` also while it looks again: what was found last stays. */
export type Looked = {
  state: "idle" | "looking" | "found" | "failed";
  claims: CheckedClaim[];
  /** What others published. */
  foreign: ForeignCheck[];
};

const IDLE: Looked = { state: "idle", claims: [], foreign: [] };

/**
 * Looks for earlier claims while the form's `statement` is typed. Nothing waits for it: one question at a time, one
 * that is overtaken is dropped, and an answer that does not come is no hindrance.
 */
export function useCheckedBefore(place: RefObject<HTMLElement | null>, exceptId: string | null) {
  const [statement, setStatement] = useState("");
  const [tries, setTries] = useState(0);
  const [looked, setLooked] = useState<Looked>(IDLE);
  const isEnough = statement.length >= LEAST;

  const read = useEffectEvent((form: HTMLFormElement) => {
    const field = form.elements.namedItem("statement");
    if (field instanceof HTMLTextAreaElement)
      setStatement(field.value.trim().slice(0, CLAIM_LIMITS.statement));
  });
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = (event?: Event) => {
      if (event instanceof InputEvent && event.isComposing) return;
      // A form that is folded away asks when somebody comes to it.
      if (!form.checkVisibility()) return;
      clearTimeout(timer);
      timer = setTimeout(() => read(form), PAUSE);
    };
    look();
    for (const kind of KINDS) form.addEventListener(kind, look);
    return () => {
      clearTimeout(timer);
      for (const kind of KINDS) form.removeEventListener(kind, look);
    };
  }, [place]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new try asks again
  useEffect(() => {
    if (!isEnough) return setLooked(IDLE);
    const controller = new AbortController();
    setLooked((last) => (last.state === "found" ? last : { ...last, state: "looking" }));
    ask({ statement, exceptId, signal: controller.signal }).then(
      (found) => setLooked({ state: "found", ...found }),
      () => controller.signal.aborted || setLooked({ ...IDLE, state: "failed" }),
    );
    return () => controller.abort();
  }, [statement, isEnough, exceptId, tries]);

  return { ...looked, again: () => setTries((count) => count + 1) };
}

const KINDS = ["input", "compositionend", "focusin", "reset"] as const;

/** Throws when there is no answer. */
async function ask({
  statement,
  exceptId,
  signal,
}: {
  statement: string;
  exceptId: string | null;
  signal: AbortSignal;
}): Promise<Pick<Looked, "claims" | "foreign">> {
  const response = await fetch("/api/desk/claims/checked-before", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ statement, exceptId }),
    signal,
  });
  if (!response.ok) throw new Error(`Earlier claims were answered with ${response.status}`);
  const { claims, foreign } = (await response.json()) as Pick<Looked, "claims" | "foreign">;
  return { claims: claims.map(withDates), foreign };
}
