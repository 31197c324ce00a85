import type { Actor } from "#lib/auth/policy.ts";
import { findActor } from "#lib/auth/session-rows.ts";
import { log } from "#lib/log.ts";
import { type EventStream, eventStream } from "#lib/realtime/event-stream.ts";
import { hub } from "#lib/realtime/hub.ts";
import { memberTopic, type Notice, type Topic } from "#lib/realtime/notices.ts";

/** Milliseconds between two signs of life: less than proxies wait. */
const BEAT = 20_000;

/** More ids than a page shows: beyond that it is enough to know that something changed. */
const MOST_NAMED = 100;

type Asked = {
  actor: Actor;
  sessionId: string;
  signal: AbortSignal;
  topics: readonly Topic[];
  /** Milliseconds in which changes are told together. */
  together: number;
  /** What changed, of a notice; null where that cannot be named. */
  idOf: (notice: Notice) => string | null;
  /** What `change` carries. */
  told: (ids: string[]) => object;
  /** What `hello` carries, read once nothing can be missed any more. */
  greeting?: () => Promise<object>;
};

/**
 * Events: `hello` when nothing can be missed any more; `change` with the ids of what changed, gathered for a while;
 * `beat` as a sign of life; `end` with why. A page that lost its stream reads everything again, so nothing is caught up
 * here.
 */
export function streamChanges({
  actor,
  sessionId,
  signal,
  topics,
  together,
  idOf,
  told,
  greeting,
}: Asked): Response {
  return eventStream({
    memberId: actor.id,
    signal,
    begin(stream) {
      const gathered = gather(together, (ids) => stream.send("change", told(ids)));
      const check = () =>
        void endIfSignedOut(stream, sessionId).catch((error: unknown) => {
          log.warn({ err: error }, "a stream ends early"); // it comes back
          stream.end();
        });
      const own = memberTopic(actor.id);
      const unsubscribe = hub().subscribe([...topics, own], {
        onNotice(notice) {
          if (notice.topic !== own) gathered.note(idOf(notice));
          else if (notice.kind === "access") check();
        },
        onGap: () => gathered.note(null),
        onStop() {
          stream.send("end", { reason: "restart" });
          stream.end();
        },
      });
      if (greeting) {
        void greeting().then(
          (data) => stream.send("hello", data),
          (error: unknown) => {
            log.warn({ err: error }, "a stream ends before it began"); // it comes back
            stream.end();
          },
        );
      } else stream.send("hello", null);
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

function gather(together: number, tell: (ids: string[]) => void) {
  const ids = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  const tellAll = () => {
    timer = null;
    tell([...ids].slice(0, MOST_NAMED));
    ids.clear();
  };
  return {
    note(id: string | null): void {
      if (id !== null) ids.add(id);
      timer ??= setTimeout(tellAll, together);
    },
    stop: () => void (timer && clearTimeout(timer)),
  };
}
