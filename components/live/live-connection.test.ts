// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followArticle, type LiveChange, type LiveStatus } from "./live-connection.ts";

const CLAIM = { kind: "claim", claimId: "a" };

/** The browser's EventSource, spoken through by the test. */
class Stream extends EventTarget {
  static opened: Stream[] = [];
  readonly url: string;
  isClosed = false;
  constructor(url: string) {
    super();
    this.url = url;
    Stream.opened.push(this);
  }
  say(event: string, data: unknown = null, lastEventId = "") {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data), lastEventId }));
  }
  close() {
    this.isClosed = true;
  }
}

let status: LiveStatus[] = [];
let changes: LiveChange[] = [];
let followed: { close: () => void } | null = null;
const fetched = vi.fn<(url: string) => Promise<Response>>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Stream);
  vi.stubGlobal("fetch", fetched);
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  fetched.mockReset().mockResolvedValue(Response.json({ seq: 7, changes: [CLAIM], people: [] }));
  [Stream.opened, status, changes] = [[], [], []];
});
afterEach(() => {
  followed?.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function follow() {
  followed = followArticle({
    articleId: "x",
    after: 3,
    ears: {
      onChange: (change) => changes.push(change),
      onPeople: () => {},
      onStatus: (next) => status.push(next),
    },
  });
  return newest();
}

function newest(): Stream {
  const stream = Stream.opened.at(-1);
  if (!stream) throw new Error("No stream was opened");
  return stream;
}

test("begins after what the page knows, and comes back after what it heard last", async () => {
  const first = follow();
  expect(first.url).toMatch(/after=3$/);
  first.say("hello");
  first.say("change", CLAIM, "9");
  expect([status, changes]).toEqual([["live"], [CLAIM]]);
  first.dispatchEvent(new Event("error"));
  expect(first.isClosed).toBe(true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(newest().url).toMatch(/after=9$/);
});

test("asks when nothing comes through, until a stream does", async () => {
  follow();
  await vi.advanceTimersByTimeAsync(5_300);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect([status, changes]).toEqual([["polling"], [CLAIM]]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(fetched.mock.lastCall?.[0]).toMatch(/after=7$/);
  newest().say("hello");
  const asked = fetched.mock.calls.length;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(fetched).toHaveBeenCalledTimes(asked);
  expect(status.at(-1)).toBe("live");
});

test("waits longer before each new try, and does not give up", async () => {
  follow();
  for (let round = 0; round < 12; round += 1) {
    newest().dispatchEvent(new Event("error"));
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect(Stream.opened.length).toBeGreaterThan(12);
  expect(fetched.mock.calls.length).toBeLessThan((12 * 60) / 3 + 12);
});

test("takes a stream that fell silent for lost", async () => {
  const first = follow();
  first.say("hello");
  await vi.advanceTimersByTimeAsync(40_000);
  first.say("beat");
  await vi.advanceTimersByTimeAsync(40_000);
  expect(first.isClosed).toBe(false);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(first.isClosed).toBe(true);
});

test.each([
  ["by the stream", () => newest().say("end", { reason: "signed_out" })],
  [
    "by the answer",
    () => {
      fetched.mockResolvedValue(new Response(null, { status: 401 }));
      newest().dispatchEvent(new Event("error"));
    },
  ],
])("rests when told %s that nobody is signed in, until it is looked at again", async (_, tell) => {
  follow();
  tell();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(status.at(-1)).toBe("ended");
  const count = Stream.opened.length + fetched.mock.calls.length;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(Stream.opened.length + fetched.mock.calls.length).toBe(count);
  // Perhaps somebody signed in again in another tab.
  document.dispatchEvent(new Event("visibilitychange"));
  newest().say("hello");
  expect(status.at(-1)).toBe("live");
});

test("lets go of the stream some time after the page is out of sight, and catches up when it is back", async () => {
  const first = follow();
  first.say("hello");
  first.say("change", CLAIM, "9");
  const sight = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(first.isClosed).toBe(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(first.isClosed).toBe(true);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(Stream.opened).toHaveLength(1);
  sight.mockReturnValue("visible");
  document.dispatchEvent(new Event("visibilitychange"));
  expect(newest().url).toMatch(/after=9$/);
});

test("after it is closed nothing is opened or asked", async () => {
  const first = follow();
  followed?.close();
  expect(first.isClosed).toBe(true);
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(300_000);
  expect(Stream.opened).toHaveLength(1);
  expect(fetched).not.toHaveBeenCalled();
});
