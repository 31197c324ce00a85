import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { log } from "#lib/log.ts";
import { CHANNEL, type Notice, parseNotice } from "./notices.ts";

/** Milliseconds before a lost connection is tried again: doubled at each failure, with up to half left to chance. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;

/** Milliseconds between two looks whether the connection still answers, and how long it may take to. */
const CHECK_EVERY = 15_000;
const PATIENCE = 5_000;

type Told = {
  onNotice: (notice: Notice) => void;
  /** Listening, for the first time or again: what was announced before was not heard. */
  onGap: () => void;
  /** The connection is gone: from now on, until the next gap, nothing is heard. */
  onLost: () => void;
};

/**
 * Listens on a connection of its own until it is stopped: a pool hands its connections around, and LISTEN belongs to
 * one. A lost or silent connection is replaced.
 */
export function listen(connectionString: string, told: Told): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const done = listenOn({ connectionString, told, signal: stopping.signal });
  return {
    async stop() {
      stopping.abort();
      await done;
    },
  };
}

async function listenOn({
  connectionString,
  told,
  signal,
}: {
  connectionString: string;
  told: Told;
  signal: AbortSignal;
}): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const client = new pg.Client({
      connectionString,
      keepAlive: true,
      application_name: "proofmark listen",
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
    });
    const lost = whenLost(client);
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      failures = 0;
      told.onGap();
      // Not before: whoever catches up begins with what they knew before the first of these.
      client.on("notification", ({ payload }) => {
        const notice = parseNotice(payload);
        if (notice) told.onNotice(notice);
      });
      await stayUntilLost(client, { lost, signal });
    } catch (error) {
      failures += 1;
      log.warn({ err: error, failures }, "not listening to the database");
    }
    told.onLost();
    // A connection that hangs would not say goodbye either.
    await Promise.race([client.end().catch(() => {}), pause(1_000, undefined, { ref: false })]);
    if (!signal.aborted) await pause(pauseAfter(failures), undefined, { signal, ref: false }).catch(() => {});
  }
}

/** Rejects when the connection ends or fails; without this listener an error of it would end the process. */
function whenLost(client: pg.Client): Promise<never> {
  const lost = new Promise<never>((_, reject) => {
    client.once("error", reject);
    client.once("end", () => reject(new Error("the connection ended")));
  });
  lost.catch(() => {});
  client.on("error", () => {});
  return lost;
}

/** Asks now and then whether anybody is there: a connection cut off on its way says nothing by itself. */
async function stayUntilLost(
  client: pg.Client,
  { lost, signal }: { lost: Promise<never>; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    await Promise.race([lost, pause(CHECK_EVERY, undefined, { signal, ref: false }).catch(() => {})]);
    if (!signal.aborted) await Promise.race([lost, client.query("SELECT 1")]);
  }
}

function pauseAfter(failures: number): number {
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures);
  return longest * (1 - Math.random() / 2);
}
