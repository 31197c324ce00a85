"use client";

/**
 * Brings a place of the page into view and puts the cursor there: what it is folded away in is opened, and so is
 * what it folds away itself. Nothing happens where there is no such place.
 */
export function reveal(id: string): void {
  const place = document.getElementById(id);
  if (place === null) return;
  for (let around = place.closest("details"); around; around = parentDetails(around)) around.open = true;
  const within = place.querySelector("details");
  if (within) within.open = true;
  const field = place.querySelector<HTMLElement>(FIELDS);
  (field ?? place).scrollIntoView({ block: field ? "center" : "start" });
  field?.focus({ preventScroll: true });
}

const FIELDS = "input:not([type=hidden], [hidden]), textarea, select";

function parentDetails(details: HTMLDetailsElement): HTMLDetailsElement | null {
  return details.parentElement?.closest("details") ?? null;
}
