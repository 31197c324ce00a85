/** What became of keeping a copy. `linked` ones, addresses of archives, are told apart before anybody sees a state. */
export const COPY_STATES = ["waiting", "kept", "failed"] as const;
export type CopyState = (typeof COPY_STATES)[number];

/** In bytes: reports with their pictures have some ten million. */
export const MAX_SNAPSHOT_BYTES = 25_000_000;
