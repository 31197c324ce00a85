import { onSignedIn } from "#components/sign-in/signed-in-signal.ts";
import type { PersonHere } from "#lib/presence/values.ts";

/** Something of the article changed: what kind of thing, and of which claim. */
export type LiveChange = { kind: string; claimId: string | null };

/**
 * `live`: told as it happens. `polling`: asked every few seconds, as streams do not come through. `lost`: the server
 * cannot be reached, and is tried again. `ended`: nobody is signed in any more.
 */
export type LiveStatus = "connecting" | "live" | "polling" | "lost" | "ended";

export type LiveEars = {
  onChange: (change: LiveChange) => void;
  onPeople: (people: readonly PersonHere[]) => void;
  onStatus: (status: LiveStatus) => void;
};

/** Milliseconds. A stream that is held back on its way says nothing; one that works says something every 20 s. */
const FIRST_WORD = 5_000;
const SILENCE = 45_000;
/** Between two questions when there is no stream. */
const ASK_EVERY = 3_000;
/** Before a stream is tried again, doubled each time, with up to half left to chance so that not all come at once. */
const FIRST_RETRY = 500;
const LONGEST_RETRY = 60_000;
/** A page out of sight lets go of its stream: browsers keep six connections to one host, all tabs together. */
const HIDDEN = 30_000;

type Answer = { seq: number; changes: LiveChange[]; people: PersonHere[] };

/** Follows what happens to an article, by whichever way works, from the event `after` on, until it is closed. */
export function followArticle({
  articleId,
  after,
  ears,
}: {
  articleId: string;
  after: number;
  ears: LiveEars;
}): { close: () => void } {
  const address = () => `/api/desk/articles/${articleId}/events?after=${known}`;
  let known = after;
  let status: LiveStatus = "connecting";
  let source: EventSource | null = null;
  let isAsking = false;
  let isResting = false;
  let failures = 0;
  const timers = { silence: 0, retry: 0, ask: 0, hide: 0 };
  const gone = new AbortController();

  const setTimer = (name: keyof typeof timers, ms: number, run: () => void) => {
    window.clearTimeout(timers[name]);
    timers[name] = window.setTimeout(run, ms);
  };
  const say = (next: LiveStatus) => {
    if (next === status) return;
    status = next;
    ears.onStatus(next);
  };
  const closeSource = () => {
    source?.close();
    source = null;
    window.clearTimeout(timers.silence);
  };
  const rest = () => {
    isResting = true;
    closeSource();
    for (const timer of Object.values(timers)) window.clearTimeout(timer);
  };
  /** Until somebody signs in over the page, or it is looked at again: perhaps they did in another tab. */
  const end = () => {
    rest();
    say("ended");
  };

  function openSource() {
    closeSource();
    window.clearTimeout(timers.retry);
    const opened = new EventSource(address());
    source = opened;
    const heard = (handle: (event: MessageEvent<string>) => void) => (event: Event) => {
      if (source !== opened || !(event instanceof MessageEvent)) return;
      setTimer("silence", SILENCE, fail);
      handle(event);
    };
    opened.addEventListener(
      "hello",
      heard(() => {
        failures = 0;
        window.clearTimeout(timers.ask);
        say("live");
      }),
    );
    opened.addEventListener(
      "change",
      heard(({ data, lastEventId }) => {
        known = Math.max(known, Number(lastEventId) || 0);
        ears.onChange(JSON.parse(data) as LiveChange);
      }),
    );
    opened.addEventListener(
      "people",
      heard(({ data }) => ears.onPeople(JSON.parse(data) as PersonHere[])),
    );
    opened.addEventListener(
      "beat",
      heard(() => {}),
    );
    opened.addEventListener(
      "end",
      heard(({ data }) => {
        if ((JSON.parse(data) as { reason: string }).reason === "signed_out") end();
        else fail();
      }),
    );
    opened.addEventListener("error", () => source === opened && fail());
    setTimer("silence", FIRST_WORD, fail);
  }

  /** The stream does not work: until it does again, the server is asked. */
  function fail() {
    closeSource();
    failures += 1;
    const longest = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** failures);
    setTimer("retry", longest * (1 - Math.random() / 2), openSource);
    if (status === "live") say("connecting");
    setTimer("ask", Math.random() * FIRST_RETRY, () => void ask());
  }

  async function ask() {
    if (isAsking) return;
    isAsking = true;
    const answer = await fetchAnswer(address(), gone.signal);
    isAsking = false;
    if (isResting || status === "live") return;
    if (answer === "ended") return end();
    if (answer) {
      known = Math.max(known, answer.seq);
      for (const change of answer.changes) ears.onChange(change);
      ears.onPeople(answer.people);
    }
    say(answer ? "polling" : "lost");
    setTimer("ask", ASK_EVERY, () => void ask());
  }

  const start = () => {
    window.clearTimeout(timers.hide);
    isResting = false;
    if (source === null) openSource();
  };
  const loseIt = () => {
    say("lost");
    fail();
  };
  const look = () => {
    if (document.visibilityState === "visible") start();
    else setTimer("hide", HIDDEN, rest);
  };
  const close = () => {
    rest();
    gone.abort();
  };

  const { signal } = gone;
  document.addEventListener("visibilitychange", look, { signal });
  window.addEventListener("online", look, { signal });
  window.addEventListener("offline", loseIt, { signal });
  window.addEventListener("pageshow", look, { signal });
  window.addEventListener("pagehide", rest, { signal });
  onSignedIn(look, signal);
  look();
  return { close };
}

/** What happened since; "ended" when nobody is signed in, null when there was no answer that could be used. */
async function fetchAnswer(address: string, signal: AbortSignal): Promise<Answer | "ended" | null> {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" }, signal });
    if (response.status === 401) return "ended";
    return response.ok ? ((await response.json()) as Answer) : null;
  } catch {
    return null;
  }
}
