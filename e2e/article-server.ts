import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { env } from "#lib/env.ts";

/** A page as a server has it. `body` as text is sent in UTF-8. */
export type ServedPage = {
  body: string | Uint8Array;
  contentType?: string;
  /** A content security policy. */
  policy?: string;
};

/** Somebody else's site, on this machine. */
export type ArticleServer = AsyncDisposable & {
  /** Puts a page at a path, in place of the one that is there. Answers its whole address. */
  serve: (path: string, page: string | ServedPage) => string;
  /** From now on there is nothing at a path. */
  takeDown: (path: string) => void;
};

/**
 * Starts a site to import from, at the first free one of the addresses that worker and tests may fetch from
 * (FETCH_ALLOWED_HOSTS). Its answers have an ETag, and who has a page already is told so.
 */
export async function startArticleServer(): Promise<ArticleServer> {
  const pages = new Map<string, ServedPage>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    if (!page) return void response.writeHead(404).end();
    const { body, contentType = "text/html; charset=utf-8", policy } = page;
    if (policy) response.setHeader("Content-Security-Policy", policy);
    const etag = `"${createHash("sha256").update(body).digest("hex")}"`;
    response.setHeader("ETag", etag);
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
    response.setHeader("Content-Type", contentType).end(body);
  });
  const host = await listenSomewhere(server);
  return {
    serve(path, page) {
      pages.set(path, typeof page === "string" ? { body: page } : page);
      return `http://${host}${path}`;
    },
    takeDown: (path) => void pages.delete(path),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Tests run beside each other: the address one has taken is not free for the next. */
export async function listenSomewhere(server: Server): Promise<string> {
  for (const host of env.FETCH_ALLOWED_HOSTS) {
    const { hostname, port } = new URL(`http://${host}`);
    if (await listens(server, { host: hostname, port: Number(port) })) return host;
  }
  throw new Error("FETCH_ALLOWED_HOSTS names no free address of this machine");
}

function listens(server: Server, where: { host: string; port: number }): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EADDRINUSE") resolve(false);
      else reject(error);
    };
    server.once("error", failed);
    server.listen(where, () => {
      server.off("error", failed);
      resolve(true);
    });
  });
}
