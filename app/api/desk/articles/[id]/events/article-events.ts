import { setTimeout as pause } from "node:timers/promises";
import { type ArticleChange, lastArticleSeq, listArticleChanges } from "#lib/audit/queries.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { findActor } from "#lib/auth/session-rows.ts";
import { log } from "#lib/log.ts";
import { listPeopleHere } from "#lib/presence/queries.ts";
import { type PersonHere, PRESENCE } from "#lib/presence/values.ts";
import { type EventStream, eventStream } from "#lib/realtime/event-stream.ts";
import { hub } from "#lib/realtime/hub.ts";
import { articleTopic, memberTopic, type Notice } from "#lib/realtime/notices.ts";

/**
 * Milliseconds between two signs of life of a stream: less than proxies wait (30 s and more), and the longest that a
 * session may outlast its end by time. Its end by a person is announced.
 */
const BEAT = 20_000;

/** Milliseconds in which people's moves are told together. */
const TOGETHER = 80;

/** Where one reader of an article's events is, or what to tell when they missed too much: read everything again. */
type Missed = { seq: number; changes: Pick<ArticleChange, "kind" | "claimId">[] };

async function readMissed(articleId: string, after: number): Promise<Missed> {
  const changes = await listArticleChanges({ articleId, after });
  const seq = changes
    ? Math.max(after, ...changes.map((change) => change.seq))
    : await lastArticleSeq(articleId);
  return { seq, changes: changes ?? [{ kind: "article", claimId: null }] };
}

/** The same as the stream tells, asked for again and again. */
export async function readArticle({
  articleId,
  after,
}: {
  articleId: string;
  after: number;
}): Promise<Missed & { people: PersonHere[] }> {
  const missed = await readMissed(articleId, after);
  return { ...missed, people: await listPeopleHere({ articleId, now: new Date() }) };
}

type Reader = { actor: Actor; sessionId: string; articleId: string; after: number; signal: AbortSignal };

/**
 * Events: `hello` when it begins; `change` with kind and claim; `people` who are here; `member` for what concerns the
 * reader alone; `beat` as a sign of life; `end` with why, after which there is nothing to come back for or, when the
 * server restarts, something.
 */
export function streamArticle({ actor, sessionId, articleId, after, signal }: Reader): Response {
  return eventStream({
    memberId: actor.id,
    signal,
    begin(stream) {
      const tell = teller(stream, { actor, articleId, after });
      const check = async () => {
        if (await findActor({ sessionId, now: new Date() })) return;
        stream.send("end", { reason: "signed_out" });
        stream.end();
      };
      const attempt = (work: () => Promise<void>) =>
        void work().catch((error: unknown) => {
          log.warn({ err: error }, "a stream ends early"); // it comes back and catches up
          stream.end();
        });
      const unsubscribe = hub().subscribe([articleTopic(articleId), memberTopic(actor.id)], {
        onNotice(notice) {
          if (notice.kind === "access") attempt(check);
          else if (notice.kind === "presence") attempt(tell.people);
          else tell.notice(notice);
        },
        onGap: () => attempt(tell.missed),
        onStop() {
          stream.send("end", { reason: "restart" });
          stream.end();
        },
      });
      const beat = setInterval(() => {
        stream.send("beat", null);
        attempt(check);
        attempt(tell.people);
      }, BEAT);
      stream.send("hello", { every: PRESENCE.every });
      attempt(tell.missed);
      attempt(tell.people);
      return () => {
        clearInterval(beat);
        unsubscribe();
      };
    },
  });
}

/** Tells one reader what they do not know yet. */
function teller(
  stream: EventStream,
  { actor, articleId, after }: Pick<Reader, "actor" | "articleId" | "after">,
) {
  let known = after;
  let shown = "";
  const change = ({ kind, claimId }: Pick<Notice, "kind" | "claimId">) =>
    stream.send("change", { kind, claimId }, known);
  return {
    notice({ topic, kind, seq, claimId }: Notice): void {
      if (topic === memberTopic(actor.id)) {
        stream.send("member", { kind });
      } else {
        known = Math.max(known, seq ?? 0);
        change({ kind, claimId });
      }
    },
    async missed(): Promise<void> {
      const { seq, changes } = await readMissed(articleId, known);
      known = Math.max(known, seq);
      for (const each of changes) change(each);
    },
    async people(): Promise<void> {
      const people = await peopleSoon(articleId);
      const text = JSON.stringify(people);
      if (text === shown) return;
      shown = text;
      stream.send("people", people);
    },
  };
}

const asked = new Map<string, Promise<PersonHere[]>>();

/** Who is here, read once for all readers in this process who ask at about the same time. */
function peopleSoon(articleId: string): Promise<PersonHere[]> {
  const known = asked.get(articleId);
  if (known) return known;
  const reading = pause(TOGETHER).then(() => {
    asked.delete(articleId);
    return listPeopleHere({ articleId, now: new Date() });
  });
  asked.set(articleId, reading);
  return reading;
}
