/** What events are about: how their actions begin. */
export const EVENT_KINDS = [
  "article",
  "checks",
  "claim",
  "comment",
  "evidence",
  "feed",
  "invitation",
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
  "webhook",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Events a file holds: what a spreadsheet opens without complaint. */
export const FILE_MOST = 10_000;
