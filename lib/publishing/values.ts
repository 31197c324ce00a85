/** What the publish gate asks of a claim. */
export const GATE_KEYS = [
  "sources",
  "primary",
  "snapshots",
  "both_sides",
  "verdict",
  "second_opinion",
  "reply",
] as const;
export type GateKey = (typeof GATE_KEYS)[number];

export const TONES = ["true", "mostly_true", "mixed", "misleading", "false", "unverified"] as const;
/** The six looks a rating can have. */
export type Tone = (typeof TONES)[number];

/** Withdrawing has its own command. */
export const CORRECTIONS = ["typo", "update", "verdict_changed"] as const;

/** Every kind of change to what the public saw. */
export const CORRECTION_TYPES = [...CORRECTIONS, "withdrawn"] as const;
export type CorrectionType = (typeof CORRECTION_TYPES)[number];

/** What published claims are grouped by on pages of their own. */
export const GROUP_KINDS = ["topic", "claimant"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];
/** A topic or a claimant, as readers know it. */
export type Group = { kind: GroupKind; slug: string };

/** Where the page of a topic or claimant is. */
export const groupPath = ({ kind, slug }: Group): string => `/${kind}s/${slug}`;
/** What a W3C annotation is in a `Content-Type`. */
export const ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
