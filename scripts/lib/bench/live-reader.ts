import { createParser } from "./event-lines.ts";

/** Somebody with the article open, without a browser: a stream, and a question for each claim it names. */
export type Reader = {
  /** Resolves with the time at which the next claim's card has come. */
  nextClaim: () => Promise<number>;
  close: () => Promise<void>;
};

/** Opens a stream. Resolves when it has said hello. */
export async function openReader({
  origin,
  cookie,
  articleId,
}: {
  origin: string;
  cookie: string;
  articleId: string;
}): Promise<Reader> {
  const leaving = new AbortController();
  const base = `${origin}/api/desk/articles/${articleId}`;
  const headers = { Cookie: cookie };
  const response = await fetch(`${base}/events`, { headers, signal: leaving.signal });
  if (!response.ok || !response.body) throw new Error(`The stream was answered with ${response.status}`);
  const said = Promise.withResolvers<void>();
  let waiting: ((time: number) => void) | null = null;

  async function fetchCard(claimId: string) {
    // As the page does: what changes within 25 ms is read together.
    await new Promise((later) => setTimeout(later, 25));
    const { claims } = await (await fetch(`${base}/claims?ids=${claimId}`, { headers })).json();
    if (claims.length !== 1) throw new Error("The card did not come");
    waiting?.(performance.now());
    waiting = null;
  }
  const parse = createParser(({ event, data }) => {
    if (event === "hello") said.resolve();
    if (event === "change" && data.claimId !== null) void fetchCard(data.claimId);
  });
  const reading = read(response.body, parse).catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error;
  });
  await said.promise;
  return {
    nextClaim() {
      const { promise, resolve } = Promise.withResolvers<number>();
      waiting = resolve;
      return promise;
    },
    async close() {
      leaving.abort();
      await reading;
    },
  };
}

async function read(body: ReadableStream<Uint8Array>, parse: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of body) parse(decoder.decode(chunk, { stream: true }));
}
