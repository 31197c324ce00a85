import type { Actor } from "#lib/auth/policy.ts";
import { findActor } from "#lib/auth/session-rows.ts";
import { log } from "#lib/log.ts";
import { type EventStream, eventStream } from "#lib/realtime/event-stream.ts";
import { hub } from "#lib/realtime/hub.ts";
import { memberTopic, QUEUE_TOPIC } from "#lib/realtime/notices.ts";

/** Milliseconds between two signs of life: less than proxies wait. */
const BEAT = 20_000;

/** Milliseconds in which changes are told together: however busy the desk is, a page hears of it once a second. */
const TOGETHER = 1_000;

/** More claims than a page shows: beyond that it is enough to know that something changed. */
const MOST_NAMED = 100;

/**
 * Events: `change` with the ids of the claims that changed, gathered for a second; `beat` as a sign of life; `end` with
 * why. A page that lost its stream reads everything again, so nothing is caught up here.
 */
export function streamQueue({
  actor,
  sessionId,
  signal,
}: {
  actor: Actor;
  sessionId: string;
  signal: AbortSignal;
}): Response {
  return eventStream({
    memberId: actor.id,
    signal,
    begin(stream) {
      const gathered = gather(stream);
      const check = () =>
        void endIfSignedOut(stream, sessionId).catch((error: unknown) => {
          log.warn({ err: error }, "a stream ends early"); // it comes back
          stream.end();
        });
      const unsubscribe = hub().subscribe([QUEUE_TOPIC, memberTopic(actor.id)], {
        onNotice({ topic, kind, claimId }) {
          if (topic === QUEUE_TOPIC) gathered.note(claimId);
          else if (kind === "access") check();
        },
        onGap: () => gathered.note(null),
        onStop() {
          stream.send("end", { reason: "restart" });
          stream.end();
        },
      });
      const beat = setInterval(() => {
        stream.send("beat", null);
        check();
      }, BEAT);
      return () => {
        clearInterval(beat);
        gathered.stop();
        unsubscribe();
      };
    },
  });
}

async function endIfSignedOut(stream: EventStream, sessionId: string): Promise<void> {
  if (await findActor({ sessionId, now: new Date() })) return;
  stream.send("end", { reason: "signed_out" });
  stream.end();
}

function gather(stream: EventStream) {
  const claimIds = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  const tell = () => {
    timer = null;
    stream.send("change", { claimIds: [...claimIds].slice(0, MOST_NAMED) });
    claimIds.clear();
  };
  return {
    note(claimId: string | null): void {
      if (claimId !== null) claimIds.add(claimId);
      timer ??= setTimeout(tell, TOGETHER);
    },
    stop: () => void (timer && clearTimeout(timer)),
  };
}
