import { expect, test, vi } from "vitest";
import { type EventStream, eventStream, isFull, MOST_STREAMS } from "./event-stream.ts";

function open(memberId: string) {
  const leaving = new AbortController();
  const finish = vi.fn();
  let stream: EventStream | undefined;
  const response = eventStream({
    memberId,
    signal: leaving.signal,
    begin: (begun) => {
      stream = begun;
      return finish;
    },
  });
  if (!stream) throw new Error("It did not begin");
  return { response, stream, finish, leave: () => leaving.abort() };
}

test("events go out as browsers read them, and nothing keeps them or holds them back", async () => {
  const { response, stream, finish } = open("ana");
  stream.send("change", { text: "two\nlines" }, 7);
  stream.send("beat", null);
  stream.end();
  stream.send("late", null);
  expect(await response.text()).toBe(
    'id: 7\nevent: change\ndata: {"text":"two\\nlines"}\n\nevent: beat\ndata: null\n\n',
  );
  expect(finish).toHaveBeenCalledOnce();
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
  expect(response.headers.get("x-accel-buffering")).toBe("no");
});

test("a reader who goes, by whichever way, ends it once and gives the place free", async () => {
  const streams = Array.from({ length: MOST_STREAMS.perMember }, () => open("ben"));
  expect(isFull("ben")).toBe(true);
  expect(isFull("cleo")).toBe(false);
  for (const { response, leave, finish } of streams) {
    leave();
    await response.body?.cancel();
    expect(finish).toHaveBeenCalledOnce();
  }
  expect(isFull("ben")).toBe(false);
});

test("one who was gone before it began costs nothing", () => {
  const finish = vi.fn();
  eventStream({ memberId: "dora", signal: AbortSignal.abort(), begin: () => finish });
  expect(finish).toHaveBeenCalledOnce();
  const early = eventStream({
    memberId: "dora",
    signal: new AbortController().signal,
    begin: (stream) => {
      stream.end();
      return finish;
    },
  });
  expect(finish).toHaveBeenCalledTimes(2);
  return expect(early.text()).resolves.toBe("");
});

test("a reader who takes nothing in is let go", () => {
  const { stream, finish } = open("eve");
  for (let sent = 0; sent < 2_000; sent += 1) stream.send("change", { sent });
  expect(finish).toHaveBeenCalledOnce();
});
