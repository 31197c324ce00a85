import { expect, vi } from "vitest";
import { db } from "#lib/db/client.ts";

/** Until somebody waits for what a transaction has locked. */
export function untilSomebodyWaits(): Promise<void> {
  const isWaiting = async () =>
    expect(await db.$queryRaw`SELECT pid FROM pg_locks WHERE NOT granted`).not.toEqual([]);
  return vi.waitFor(isWaiting, { timeout: 15_000 });
}
