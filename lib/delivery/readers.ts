import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import inject, { type Response as Injected } from "light-my-request";
import { type Address, addressOf, NOWHERE, type Tag } from "./addresses.ts";
import { chosenEncoding, isFresh } from "./conditions.ts";
import { type Answer, type Document, finish } from "./document.ts";
import { keepDocuments } from "./documents.ts";
import { withoutScript } from "./reader-html.ts";

/** The readers' half of the site, from finished documents. */
export type Readers = {
  /** Answers when a reader's page is asked for; whatever else is somebody else's to answer: then false. */
  answer: (request: IncomingMessage, response: ServerResponse) => boolean;
  drop: (tags: readonly Tag[]) => void;
  dropAll: () => void;
};

type Options = {
  /** What makes the pages. */
  pages: RequestListener;
  /** Where readers reach the site. */
  publicUrl: string;
  /** Whether changes are heard of. While they are not, nothing that is kept can be trusted. */
  isListening: () => boolean;
};

const LIMITS = { lasting: 96 * 2 ** 20, passing: 16 * 2 ** 20, age: 60_000 };

/** There is no script, nothing from elsewhere, and nobody frames it. */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export function serveReaders({ pages, publicUrl, isListening }: Options): Readers {
  const documents = keepDocuments(LIMITS);
  const { host } = new URL(publicUrl);

  /** Without anything of who asks: neither cookies nor addresses get to a page that others will be given too. */
  const ask = (url: string) => inject(pages, { url, headers: { host, accept: "text/html" } });

  async function make({ key }: Address): Promise<Document> {
    const answered = await ask(key);
    return finish(forReaders(answered.statusCode === 404 ? await ask(NOWHERE) : answered));
  }

  return {
    answer(request, response) {
      const { method, url = "/", headers } = request;
      if ((method !== "GET" && method !== "HEAD") || headers.rsc !== undefined) return false;
      // Most ask by the very address it is kept under.
      const found = isListening() ? documents.find(url) : undefined;
      if (found) {
        send(found, request, response);
        return true;
      }
      const address = addressOf(url);
      if (address === null) return false;
      if (!isListening()) documents.dropAll();
      documents
        .getOrMake(address, () => make(address))
        .then(
          (document) => send(document, request, response),
          () => pages(request, response),
        );
      return true;
    },
    drop: documents.drop,
    dropAll: documents.dropAll,
  };
}

function forReaders({ statusCode, headers, rawPayload }: Injected): Answer {
  const told = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : String(value)] as const],
  );
  const answer = { status: statusCode, headers: Object.fromEntries(told), body: rawPayload };
  if (!answer.headers["content-type"]?.startsWith("text/html")) return answer;
  return {
    ...answer,
    headers: { ...answer.headers, "content-security-policy": POLICY },
    body: Buffer.from(withoutScript(rawPayload.toString("utf8"))),
  };
}

function send(
  { status, modifiedAt, versions }: Document,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const version = versions[chosenEncoding(request.headers["accept-encoding"]?.toString())];
  if (isFresh(request.headers, { etag: version.etag, modifiedAt })) {
    response.writeHead(304, version.unchanged).end();
    return;
  }
  response.writeHead(status, version.headers);
  if (request.method === "HEAD") response.end();
  else response.end(version.body, "latin1");
}
