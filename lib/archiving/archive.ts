/** What came of asking an archive to save a page. */
export type Submission =
  | { kind: "submitted"; jobId: string }
  /** Not now: the archive takes no more, or has just saved it. Milliseconds. */
  | { kind: "later"; after: number }
  | Refused;

/** How it stands with a page an archive was asked to save. */
export type Progress =
  | { kind: "pending" }
  | { kind: "archived"; archiveUrl: string; archivedAt: Date }
  | Refused;

/** `code`: in the archive's own words. `isLasting`: asking again would not help. */
export type Refused = { kind: "refused"; code: string; isLasting: boolean };

/** An archive outside, where readers can see what a page said. Throws when it cannot be reached. */
export type Archive = {
  submit: (url: string) => Promise<Submission>;
  progressOf: (jobId: string) => Promise<Progress>;
};
