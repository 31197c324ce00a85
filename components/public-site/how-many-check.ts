import type { Words } from "#lib/i18n/words.ts";

// What readers are told goes by how many opinions the newsroom wants of a verdict: one, two or three.

/** What the newsroom does, in a sentence or two. */
export function leadOf({ home }: Words["publicSite"], opinionsRequired: number): string {
  if (opinionsRequired === 1) return home.leadOne;
  return opinionsRequired === 2 ? home.lead : home.leadThree;
}

/** The way of a claim, a step each. */
export function stepsOf({ methodology }: Words["publicSite"], opinionsRequired: number): string[] {
  const { step1, step2, step3, step3Others, step4, step5 } = methodology;
  const others = opinionsRequired === 1 ? [] : [opinionsRequired === 2 ? step3 : step3Others];
  return [step1, step2, ...others, step4, step5];
}
