/** What events are about: how their actions begin. */
export const EVENT_KINDS = [
  "article",
  "checks",
  "claim",
  "comment",
  "evidence",
  "member",
  "newsroom",
  "passage",
  "person",
  "policy",
  "review",
  "scale",
  "snapshot",
  "source",
  "suggestion",
  "tip",
  "token",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
