import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import inject, { type Response as Injected } from "light-my-request";
import type { Language } from "#lib/i18n/languages.ts";
import { type Address, addressOf, inLanguage, NOWHERE, nowhere, type Tag } from "./addresses.ts";
import { CLIENT_ADDRESS } from "./client-address.ts";
import { chosenEncoding, isFresh } from "./conditions.ts";
import { type Answer, type Document, finish, PASSED_ON } from "./document.ts";
import { keepDocuments } from "./documents.ts";
import { sendFailure } from "./failure.ts";
import { isUnread, type Problem, readForm, STATUS_OF, sendOnce } from "./forms.ts";
import { readerHtml } from "./reader-html.ts";

/** The readers' half of the site, from finished documents. */
export type Readers = {
  /** Answers with what is kept under this very address, as most are; false when there is none. */
  answerKept: (request: IncomingMessage, response: ServerResponse) => boolean;
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
const BASE =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'";
const POLICY = `${BASE}; form-action 'self'; frame-ancestors 'none'`;
/** Of cards, which are there to be framed by anybody, and have one script of ours. */
const CARD_POLICY = `${BASE}; script-src 'self'; form-action 'none'; frame-ancestors *`;
/** Of what is no page. */
const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'";
/** Of a claim's record: the one file that checks it, by its address, and what that asks of this site. */
const recordPolicy = (origin: string) =>
  `${POLICY}; script-src ${origin}/embed/record.js; connect-src 'self'`;
const isRecord = (key: string) => /^(?:\/[a-z]{2})?\/claims\/[^/?]+\/record$/.test(key);
const isCard = (key: string) => /^(?:\/[a-z]{2})?\/embed\//.test(key);

export function serveReaders({ pages, publicUrl, isListening }: Options): Readers {
  const documents = keepDocuments(LIMITS);
  const { host, origin } = new URL(publicUrl);

  /** Without anything of who asks: neither cookies nor addresses get to a page that others will be given too. */
  const ask = (url: string) => inject(pages, { url, headers: { host, accept: "text/html" } });
  const askNowhere = (language?: Language) => ask(language ? `/${language}${NOWHERE}` : NOWHERE);

  function policyOf(key: string): string {
    if (isRecord(key)) return recordPolicy(origin);
    return isCard(key) ? CARD_POLICY : POLICY;
  }

  async function make({ key, language }: Address): Promise<Document> {
    const drawnAt = Date.now();
    const answered = await ask(key);
    throwIfFailed(answered);
    if (answered.statusCode !== 404 || isForPrograms(answered)) {
      return finish(forReaders(answered, { language, policy: policyOf(key) }), drawnAt);
    }
    return finish(forReaders(await askNowhere(language), { language }));
  }

  /** As nobody in particular too: a form says nothing of whoever is signed in. Their address is counted, not kept. */
  async function take(address: Address, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { key, language } = address;
    const sent = await readForm(request, host);
    if (typeof sent === "string") return sendBack(address, sent, { request, response });
    const type = request.headers["content-type"] ?? "";
    const from = String(request.headers[CLIENT_ADDRESS] ?? "");
    const headers = { host, origin, accept: "text/html", "content-type": type, [CLIENT_ADDRESS]: from };
    const answered = await inject(pages, { method: "POST", url: key, headers, payload: sent });
    throwIfFailed(answered);
    const told = answered.statusCode === 404 ? await askNowhere(language) : answered;
    sendOnce(onlyPassedOn(forReaders(told, { language })), response);
  }

  /** The form, with what was wrong. What was typed is lost: it was not read. */
  async function sendBack(
    { key, language }: Address,
    problem: Problem,
    { request, response }: { request: IncomingMessage; response: ServerResponse },
  ): Promise<void> {
    const answered = await ask(`${key.split("?", 1)[0]}?problem=${problem}`);
    throwIfFailed(answered);
    const status = answered.statusCode === 200 ? STATUS_OF[problem] : answered.statusCode;
    if (isUnread(request)) response.setHeader("connection", "close").once("finish", () => request.destroy());
    sendOnce({ ...onlyPassedOn(forReaders(answered, { language })), status }, response);
  }

  return {
    answerKept(request, response) {
      if (!isRead(request) || !isListening()) return false;
      const found = documents.find(request.url ?? "/");
      if (found) send(found, request, response);
      return found !== undefined;
    },
    answer(request, response) {
      const { method, url = "/" } = request;
      if (method === "POST") {
        const address = addressOf(url);
        if (!address?.takesForms) return false;
        take(address, request, response).catch((error) => sayFailed(error, address, response));
        return true;
      }
      const address = NEVER.has(method ?? "") || isRead(request) ? (addressOf(url) ?? nowhere(url)) : null;
      if (address === null) return false;
      if (!isRead(request)) {
        sendMethods(address, request, response);
        return true;
      }
      if (!isListening()) documents.dropAll();
      documents
        .getOrMake(address, () => make(address))
        .then(
          (document) => send(document, request, response),
          (error) => sayFailed(error, address, response),
        );
      return true;
    },
    drop: documents.drop,
    dropAll: documents.dropAll,
  };
}

/** A page could not be made, and says so with this status. */
class Failed extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`answered ${status}`);
    this.status = status;
  }
}

function throwIfFailed(answered: Injected): void {
  if (answered.statusCode >= 500 && !isForPrograms(answered)) throw new Failed(answered.statusCode);
}

function sayFailed(error: unknown, { language }: Address, response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else
    sendFailure(response, { status: error instanceof Failed ? error.status : 503, policy: POLICY, language });
}

/** What nobody does with a reader's page. */
const NEVER = new Set(["OPTIONS", "PUT", "PATCH", "DELETE"]);

/** Says what can be done with a page: to who asks, and to who did something else. */
function sendMethods({ takesForms }: Address, { method }: IncomingMessage, response: ServerResponse): void {
  const allow = `GET, HEAD, OPTIONS${takesForms ? ", POST" : ""}`;
  response.writeHead(method === "OPTIONS" ? 204 : 405, { allow }).end();
}

/** Whether it asks for a document, and not for what Next's own script reads. */
function isRead({ method, headers }: IncomingMessage): boolean {
  return (method === "GET" || method === "HEAD") && headers.rsc === undefined;
}

/** Says for itself that there is nothing. */
function isForPrograms({ headers }: Injected): boolean {
  return String(headers["content-type"] ?? "").startsWith("application/");
}

function forReaders(
  { statusCode, headers, rawPayload }: Injected,
  { language, policy = POLICY }: { language: Language | undefined; policy?: string },
): Answer {
  const told = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : String(value)] as const],
  );
  const answer = { status: statusCode, headers: Object.fromEntries(told), body: rawPayload };
  const { location } = answer.headers;
  if (language && location !== undefined) answer.headers.location = inLanguage(location, language);
  if (!answer.headers["content-type"]?.startsWith("text/html")) {
    return { ...answer, headers: { ...answer.headers, "content-security-policy": FILE_POLICY } };
  }
  return {
    ...answer,
    headers: { ...answer.headers, "content-security-policy": policy },
    body: Buffer.from(readerHtml(rawPayload.toString("utf8"), language)),
  };
}

/** Nothing of the connection to the page, and of its content only what it is. */
function onlyPassedOn({ headers, ...answer }: Answer): Answer {
  const names = ["content-type", ...PASSED_ON];
  return {
    ...answer,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name))),
  };
}

function send(
  { status, modifiedAt, versions }: Document,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const version = versions[chosenEncoding(request.headers["accept-encoding"]?.toString())];
  const now = Date.now();
  // Not before it has come: until then something else may still be drawn that has the same day.
  const day =
    modifiedAt === null || modifiedAt > now ? [] : ["last-modified", new Date(modifiedAt).toUTCString()];
  // What has no success has no conditions either: RFC 9110 §13.2.1.
  if (status === 200 && isFresh(request.headers, { etag: version.etag, modifiedAt, now })) {
    response.writeHead(304, [...version.unchanged, ...day]).end();
    return;
  }
  response.writeHead(status, [...version.headers, ...day]);
  if (request.method === "HEAD") response.end();
  else response.end(version.body, "latin1");
}
