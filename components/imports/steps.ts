import type { ImportDetail } from "#lib/imports/queries.ts";

export type StepState = "done" | "current" | "failed" | "ahead";
export type Step = { name: "fetched" | "received" | "read" | "cleaned" | "saved"; state: StepState };

/** How far an import has come, step by step. What was given to us has arrived from the beginning. */
export function stepsOf({
  kind,
  state,
  original,
}: Pick<ImportDetail, "kind" | "state" | "original">): Step[] {
  const names = [kind === "url" ? "fetched" : "received", "read", "cleaned", "saved"] as const;
  const at = positionOf(state, original !== null);
  const here: StepState = state === "failed" ? "failed" : "current";
  return names.map((name, index) => ({
    name,
    state: index < at ? "done" : index === at ? here : "ahead",
  }));
}

/** The step an import is at; past the last one when there is nothing left to do. */
function positionOf(state: ImportDetail["state"], hasOriginal: boolean): number {
  if (state === "ready") return 3;
  if (state === "saved" || state === "unchanged") return 4;
  return hasOriginal ? 1 : 0;
}
