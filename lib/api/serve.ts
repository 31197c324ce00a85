import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { noteMember } from "#lib/asked-id.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { type Attempt, beginAnswer, keepAnswer, keepResult, leaveAnswer } from "#lib/db/api-answers.ts";
import { alongside, db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { AppError, insist } from "#lib/errors.ts";
import { countOne, senderOf } from "#lib/guarding/rate-limit.ts";
import { isRefusal, writeRefusal } from "#lib/guarding/refusals.ts";
import { log } from "#lib/log.ts";
import { recogniseToken } from "#lib/tokens/commands.ts";
import { scopeRefusal } from "#lib/tokens/rules.ts";
import { traced } from "#lib/tracing.ts";
import { readJson } from "./json-body.ts";
import type { Answer, Decide, Operation } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { challengeOf, Problem, problemBody, problemOf, shapeProblem, UNEXPECTED } from "./problem.ts";

/** Behind which everything here stands. */
export const API_ROOT = "/api/v1";

const QUARTER_MEGABYTE = 262_144;
const MINUTE = 60_000;
/** Without a token one may ask a tenth as often. */
const SHARE_OF_ANYBODY = 10;
const KEY = /^[\x21-\x7e]{1,255}$/u;

type Said = { status: number; headers: Record<string, string>; text: string | null };

/**
 * Answers a request to the API. `address`: of whoever asks, as far as that is known. A cookie counts for nothing here, so
 * no other site's page can have anything done.
 */
export async function serveApi(request: Request, address: string): Promise<Response> {
  const headers = new Headers();
  const said = await answerOrProblem(request, address, headers);
  for (const [name, value] of Object.entries(said.headers)) headers.set(name, value);
  headers.append("Vary", "Authorization");
  const isBare = request.method === "HEAD" || said.text === null;
  return new Response(isBare ? null : said.text, { status: said.status, headers });
}

async function answerOrProblem(request: Request, address: string, headers: Headers): Promise<Said> {
  try {
    return await answer(request, address, headers);
  } catch (error) {
    const sender = request.headers.get("x-client-address") ?? "";
    if (isRefusal(error)) writeRefusal({ reason: error.reason, sender });
    const problem = problemOf(error);
    if (problem === null) log.error({ err: error }, "API request failed");
    return saidOf(problem ?? UNEXPECTED);
  }
}

function saidOf(problem: Problem): Said {
  return {
    status: problem.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...challengeOf(problem),
      ...problem.headers,
    },
    text: JSON.stringify(problemBody(problem, env.PUBLIC_URL)),
  };
}

async function answer(request: Request, address: string, headers: Headers): Promise<Said> {
  const now = new Date();
  const url = new URL(request.url);
  const { operation, params, methods } = operationAt(url.pathname, request.method);
  const isReadable = methods.some((method) => method === "GET");
  if (isReadable) headers.set("Access-Control-Allow-Origin", "*");
  if (request.method === "OPTIONS") return preflight(methods, isReadable);
  if (operation === null) {
    const allowed = { Allow: allowedOf(methods) };
    throw new Problem(405, "wrong_method", `Only ${allowed.Allow} here.`, { headers: allowed });
  }
  const token = await whoAsks({ request, address, now, headers });
  if (operation.scope === "public") {
    if (token) insist(scopeRefusal(token.scopes, "read"));
  } else {
    if (token === null) throw new AppError("token_needed");
    insist(scopeRefusal(token.scopes, operation.scope));
  }
  const context = {
    now,
    params: checked(operation.params, params, "path"),
    query: checked(operation.query, Object.fromEntries(queryOf(url)), "query"),
  };
  if (operation.body === null)
    return toSaid(await run(operation, { ...context, body: null, decide: simply }, token?.actor ?? null), {
      request,
      url,
    });
  const { bytes, value } = await readJson(request, operation.mostBytes ?? QUARTER_MEGABYTE);
  const body = checked(operation.body, value, "body");
  const attempt = token && attemptOf({ request, url, bytes, tokenId: token.tokenId });
  const work = async (decide: Decide) =>
    toSaid(await run(operation, { ...context, body, decide }, token?.actor ?? null), { request, url });
  return attempt ? once(attempt, work) : work(simply);
}

type Found = { operation: Operation | null; params: Record<string, string>; methods: string[] };

/** What is at an address. Throws 404 where there is nothing, whatever the method. */
function operationAt(pathname: string, method: string): Found {
  const path = pathname.slice(API_ROOT.length).replace(/(?<=.)\/$/u, "");
  const here = OPERATIONS.flatMap((operation) => {
    const params = paramsIn(operation.path, path);
    return params ? [{ operation, params }] : [];
  });
  const [first] = here;
  if (first === undefined) throw new Problem(404, "not_found", "There is nothing at this address.");
  const asked = method === "HEAD" ? "GET" : method;
  const operation = here.find((each) => each.operation.method === asked)?.operation ?? null;
  return { operation, params: first.params, methods: here.map((each) => each.operation.method) };
}

function paramsIn(template: string, path: string): Record<string, string> | null {
  const [wanted, given] = [template.split("/"), path.split("/")];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? "";
    if (part.startsWith("{")) params[part.slice(1, -1)] = value;
    else if (part !== value) return null;
  }
  return params;
}

function queryOf(url: URL): Map<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    if (query.has(name)) throw new Problem(400, "invalid_input", `The query has “${name}” twice.`);
    query.set(name, value);
  }
  return query;
}

const allowedOf = (methods: readonly string[]) =>
  [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");

/** Other sites' pages may read what is published, as nobody in particular. */
function preflight(methods: readonly string[], isReadable: boolean): Said {
  const cors = { "Access-Control-Allow-Methods": "GET, HEAD", "Access-Control-Max-Age": "86400" };
  return { status: 204, headers: { Allow: allowedOf(methods), ...(isReadable && cors) }, text: null };
}

type TokenUse = Awaited<ReturnType<typeof recogniseToken>>;

/** Whose token this is; null without one. Counts the request, and says in `headers` how many are left. */
async function whoAsks({
  request,
  address,
  now,
  headers,
}: {
  request: Request;
  address: string;
  now: Date;
  headers: Headers;
}): Promise<TokenUse | null> {
  const given = request.headers.get("authorization");
  if (given === null) {
    await count({ name: "anybody", who: senderOf(address), now, headers });
    return null;
  }
  const [, token] = /^Bearer +(\S{1,200})$/iu.exec(given.trim()) ?? [];
  try {
    if (token === undefined) throw new AppError("token_unknown");
    const use = await recogniseToken({ token, now });
    await count({ name: "token", who: use.tokenId, now, headers });
    return use;
  } catch (error) {
    // Whoever guesses is counted by where they are.
    if (error instanceof AppError) await count({ name: "anybody", who: senderOf(address), now, headers });
    throw error;
  }
}

type Count = { name: "token" | "anybody"; who: string; now: Date; headers: Headers };

async function count({ name, who, now, headers }: Count): Promise<void> {
  const each = env.API_REQUESTS_PER_MINUTE;
  const most = name === "token" ? each : Math.ceil(each / SHARE_OF_ANYBODY);
  const { isWithin, left, resetsAt } = await countOne(
    { name: `api-${name}`, most, milliseconds: MINUTE },
    who,
    now,
  );
  const seconds = Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1000));
  headers.set("RateLimit-Policy", `"${name}";q=${most};w=${MINUTE / 1000}`);
  headers.set("RateLimit", `"${name}";r=${left};t=${seconds}`);
  if (isWithin) return;
  const retry = { "Retry-After": String(seconds) };
  throw new Problem(429, "too_many_requests", `No more than ${most} requests a minute. Wait ${seconds} s.`, {
    headers: retry,
  });
}

function checked<Output>(
  schema: z.ZodType<Output>,
  value: unknown,
  place: "body" | "query" | "path",
): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // What can be no id is nobody's.
  if (place === "path") throw new AppError("not_found");
  throw shapeProblem(result.error, place);
}

async function run(operation: Operation, context: object, actor: Actor | null): Promise<Answer> {
  if (actor) noteMember(actor.id);
  try {
    return await traced({ name: `operation ${operation.id}`, kind: "internal" }, () =>
      operation.run({ ...context, actor, asker: actor } as never),
    );
  } catch (error) {
    // The forms' own schemas, which the API's are made to fit.
    if (error instanceof z.ZodError) throw shapeProblem(error, "body");
    throw error;
  }
}

const simply: Decide = async (command, prepare) => command((await prepare?.()) as never);

function toSaid(
  { status, body, headers = {}, isPublic = false }: Answer,
  { request, url }: { request: Request; url: URL },
): Said {
  const text = JSON.stringify(body);
  const all: Record<string, string> = { "Content-Type": "application/json", ...headers };
  const next = (body as { next?: unknown }).next;
  if (typeof next === "string") all.Link = linkToNext(url, next);
  if (!isPublic) return { status, text, headers: { ...all, "Cache-Control": "no-store" } };
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const kept = { ...all, ETag: etag, "Cache-Control": "public, no-cache" };
  const isKnown = (request.headers.get("if-none-match") ?? "")
    .split(",")
    .some((each) => each.trim().replace(/^W\//u, "") === etag);
  if (isKnown) return { status: 304, text: null, headers: kept };
  return { status, text, headers: kept };
}

function linkToNext(url: URL, cursor: string): string {
  const next = new URL(url.pathname + url.search, env.PUBLIC_URL);
  next.searchParams.set("cursor", cursor);
  return `<${next.href}>; rel="next"`;
}

function attemptOf({
  request,
  url,
  bytes,
  tokenId,
}: {
  request: Request;
  url: URL;
  bytes: Uint8Array;
  tokenId: string;
}): Attempt | null {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method !== "POST") return null;
  if (!KEY.test(key))
    throw new Problem(400, "bad_key", "An Idempotency-Key is 1 to 255 printable characters.");
  const hash = createHash("sha256").update(`${request.method} ${url.pathname}${url.search}\n`).update(bytes);
  return { tokenId, key, attempt: randomUUID(), requestSha256: Uint8Array.from(hash.digest()) };
}

/**
 * Does what a request with an idempotency key asks for once, and answers it alike however often it is sent for a day.
 * What the command answers is kept in its transaction, so that a process that dies over the answer leaves nothing to be
 * done twice. What was refused was not done, and is tried anew.
 */
async function once(attempt: Attempt, work: (decide: Decide) => Promise<Said>): Promise<Said> {
  const standing = await beginAnswer(attempt);
  if (standing.kind === "answered") {
    const kept = standing.answer as Said;
    return { ...kept, headers: { ...kept.headers, "Idempotency-Replayed": "true" } };
  }
  if (standing.kind === "other_request")
    throw new Problem(422, "key_used", "This Idempotency-Key was used for another request. Make a new one.");
  if (standing.kind === "busy") {
    const headers = { "Retry-After": "1" };
    throw new Problem(409, "still_busy", "The first request with this Idempotency-Key is still being done.", {
      headers,
    });
  }
  try {
    const said = await work(decideOnce(attempt, standing.result));
    await keepAnswer(attempt, said);
    return said;
  } catch (error) {
    await leaveAnswer(attempt);
    throw error;
  }
}

function decideOnce(attempt: Attempt, known: { value: unknown } | null): Decide {
  return async (command, prepare) => {
    if (known) return known.value as never;
    const prepared = (await prepare?.()) as never;
    let isKept = false;
    const keep = async (on: Parameters<typeof keepResult>[0], value: unknown) => {
      if (!(await keepResult(on, attempt, value))) throw new AppError("maybe_done");
      isKept = true;
    };
    const result = await alongside(keep, () => command(prepared));
    if (!isKept) await keep(db, result);
    return result;
  };
}
