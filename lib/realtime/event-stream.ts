/** What a stream can still be told. After it has ended all of it does nothing. */
export type EventStream = {
  /** `id`: what the browser sends as `Last-Event-ID` when it comes back. */
  send: (event: string, data: unknown, id?: number) => void;
  end: () => void;
};

/**
 * Streams open at once. Of one member: pages in sight, in every window of every device, and some to spare; browsers
 * open six to one host over HTTP/1.1. Of one process: a stream costs about 30 kB and one file descriptor, of which
 * many systems give a process 1,024.
 */
export const MOST_STREAMS = { perMember: 24, perProcess: 800 } as const;

/** A reader who takes nothing in for this many events is let go, and catches up when they come back. */
const MOST_WAITING = 1_000;

const holder = globalThis as { proofmarkStreams?: Map<string, number> };
holder.proofmarkStreams ??= new Map();
const open = holder.proofmarkStreams;

/** Whether a member, or this process, has as many streams as they may have. */
export function isFull(memberId: string): boolean {
  const all = [...open.values()].reduce((sum, count) => sum + count, 0);
  return (open.get(memberId) ?? 0) >= MOST_STREAMS.perMember || all >= MOST_STREAMS.perProcess;
}

/**
 * An answer of server-sent events that goes on until `begin`'s stream is ended or the reader goes. `begin` gives
 * what is to be done then.
 */
export function eventStream({
  memberId,
  signal,
  begin,
}: {
  memberId: string;
  signal: AbortSignal;
  begin: (stream: EventStream) => () => void;
}): Response {
  const encoder = new TextEncoder();
  let close = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      open.set(memberId, (open.get(memberId) ?? 0) + 1);
      let clear: (() => void) | null = null;
      let isOpen = true;
      close = () => {
        if (!isOpen) return;
        isOpen = false;
        forget(memberId);
        signal.removeEventListener("abort", close);
        clear?.();
        try {
          controller.close();
        } catch {
          // The reader cancelled: it is closed already.
        }
      };
      const send: EventStream["send"] = (event, data, id) => {
        if (!isOpen) return;
        controller.enqueue(encoder.encode(frame(event, data, id)));
        if ((controller.desiredSize ?? 0) < -MOST_WAITING) close();
      };
      signal.addEventListener("abort", close);
      const finish = begin({ send, end: close });
      if (isOpen) clear = finish;
      else finish();
      if (signal.aborted) close();
    },
    cancel: () => close(),
  });
  return new Response(body, { headers: HEADERS });
}

/** Kept by nobody, and passed on at once: compressing it, Next and proxies would hold events back. */
const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

function forget(memberId: string): void {
  const left = (open.get(memberId) ?? 1) - 1;
  if (left > 0) open.set(memberId, left);
  else open.delete(memberId);
}

/** One event as the HTML standard writes it. JSON has no line ends of its own. */
function frame(event: string, data: unknown, id: number | undefined): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
