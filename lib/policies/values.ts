/** What a newsroom tells readers about itself, in the order they read it. `claims`: how to send one. */
export const POLICY_KEYS = ["sources", "corrections", "funding", "people", "claims"] as const;
export type PolicyKey = (typeof POLICY_KEYS)[number];

/** In UTF-16 code units: what a person still reads on one page. */
export const LONGEST_POLICY = 10_000;
