import { type FileState, isAtWork } from "./values.ts";

/** Milliseconds after which a file the worker has to do with, and nothing happens to, waits for a worker. */
const PATIENCE = 180_000;

/** Whether the worker should have been at it long since. */
export function isStalled({ state, touchedAt }: { state: FileState; touchedAt: Date }, now: Date): boolean {
  return isAtWork(state) && now.getTime() - touchedAt.getTime() > PATIENCE;
}
