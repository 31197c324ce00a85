import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { openCookie } from "../bench/live-session.ts";
import { actionBody, actionId, type Fields } from "../server-actions.ts";
import { patiently } from "./patience.ts";

/** A form somebody sends, and keeps sending until there is an answer. */
export type Sent = { action: string; memberId: string; path: string; fields: Fields };

/** What happened on the way to the answers. */
export type Counts = {
  /** Requests without an answer, or with one that says nothing about the command. */
  unanswered: number;
  /** Forms that were sent again with the id they had, and got their answer then. */
  repeated: number;
  /** Forms of which the product said that it cannot know what came of them. */
  unknown: number;
};

export type Sender = {
  counts: Counts;
  /**
   * Sends until it is acknowledged. `isThere` is the look that a person takes when told that nobody can know whether it
   * was done; what was not is sent as a new form. Throws when it is refused for another reason.
   */
  send: (sent: Sent, isThere: () => Promise<boolean>) => Promise<void>;
};

/** Milliseconds between two tries, and how long somebody goes on trying. */
const PAUSE = 100;
const PATIENCE = 120_000;

/** The field in which a form says which press of the button it comes from: lib/send-id.ts. */
const SEND_ID = "$ACTION_SEND_ID";

type Answer = "done" | "nothing" | { refused: string };

/** Sends forms to the product at `origin`, signed in as whoever they are from. */
export function sendTo(origin: string): Sender {
  const cookies = new Map<string, Promise<string>>();
  const counts: Counts = { unanswered: 0, repeated: 0, unknown: 0 };

  function cookieOf(memberId: string): Promise<string> {
    const known = cookies.get(memberId);
    if (known) return known;
    const cookie = patiently(() => openCookie(memberId)).then(({ name, value }) => `${name}=${value}`);
    cookies.set(memberId, cookie);
    return cookie;
  }

  async function ask({ action, memberId, path, fields }: Sent, sendId: string): Promise<Answer> {
    const cookie = await cookieOf(memberId);
    const headers = {
      "Next-Action": actionId(action),
      Accept: "text/x-component",
      Origin: origin,
      Cookie: cookie,
    };
    const body = actionBody({ ...fields, [SEND_ID]: sendId });
    try {
      const response = await fetch(origin + path, { method: "POST", headers, body, redirect: "manual" });
      return answerIn(await response.text());
    } catch {
      return "nothing";
    }
  }

  return {
    counts,
    async send(sent, isThere) {
      const deadline = Date.now() + PATIENCE;
      let sendId = randomUUID();
      for (let tries = 1; Date.now() < deadline; tries += 1) {
        const answer = await ask(sent, sendId);
        if (answer === "done") {
          if (tries > 1) counts.repeated += 1;
          return;
        }
        if (answer === "nothing") {
          counts.unanswered += 1;
          await pause(PAUSE);
        } else if (answer.refused === "maybe_done") {
          counts.unknown += 1;
          if (await isThere()) return;
          sendId = randomUUID();
        } else {
          throw new Error(`${sent.action} was refused: ${answer.refused}`);
        }
      }
      throw new Error(`${sent.action} had no answer in ${PATIENCE / 1000} s`);
    },
  };
}

/** What an action's answer says of the command: whole answers only, for a connection may end in the middle of one. */
function answerIn(text: string): Answer {
  const [, status] = /"status":"(done|refused)"/.exec(text) ?? [];
  if (status === "done") return "done";
  if (status === undefined) return "nothing";
  return { refused: /"reason":"(\w+)"/.exec(text)?.[1] ?? text };
}
