/** What stands for the first step of signing in; who has a second one is still asked for it. */
export const FIRST_STEPS = ["password", "email_link", "provider"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** By what somebody was let in. A passkey stands for both steps; the last two come with the account itself. */
export const WAYS_IN = [...FIRST_STEPS, "passkey", "invitation", "set_up"] as const;
export type WayIn = (typeof WAYS_IN)[number];

/** What the second step was: a code of an app, or one of those on paper. */
export const SECOND_STEPS = ["app", "backup"] as const;
export type SecondStep = (typeof SECOND_STEPS)[number];

/** Whether it is one of the first steps, wherever it was read. */
export function isFirstStep(text: unknown): text is FirstStep {
  return FIRST_STEPS.some((step) => step === text);
}
