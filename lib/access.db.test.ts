import { globSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ActionState } from "#lib/action.ts";
import type { Operation } from "#lib/api/operation.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { serveApi } from "#lib/api/serve.ts";
import { type Actor, includesRole } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { db } from "#lib/db/client.ts";
import {
  ACTIONS,
  type ActionRow,
  type ActionWorld,
  lookAt,
  makeActionWorld,
  makeActors,
  OPEN_ACTIONS,
  PEOPLE,
  type People,
  READERS_ACTIONS,
  type Who,
} from "#lib/testing/access/actions.ts";
import { drawPage } from "#lib/testing/access/draw-page.ts";
import { OPERATION_ROWS } from "#lib/testing/access/operations.ts";
import { outcomeFor, PAGES, VISITORS, type Visitor } from "#lib/testing/access/pages.ts";
import { ROUTE_ROWS, type RouteRow } from "#lib/testing/access/routes.ts";
import { makeSubject, SUBJECTS, type Subject, type SubjectKind } from "#lib/testing/access/subjects.ts";
import { makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { askAs } from "#lib/testing/request.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { createToken } from "#lib/tokens/commands.ts";
import { SCOPES, type Scope } from "#lib/tokens/values.ts";

// The matrix of who may do what: every page, action, address for scripts and operation of the API, as the code itself
// lists them, for everybody, about what is published and what is not. Nothing of Next's stands in front: no proxy.ts, no
// layout. What is refused here is refused by loaders and commands. `npm run access` prints the sums.

type Members = Record<Visitor, Actor | null>;
let members: Members;
let subjects: Record<SubjectKind, Subject>;
/** Those whose claims and things actions are about. */
let people: People;

beforeAll(async () => {
  await resetDb();
  await makeNewsroom();
  const author = await makeMember();
  members = {
    ...{ anonymous: null, author },
    "signed out": await makeMember({ role: "admin" }),
    disabled: await makeMember({ role: "admin" }),
    reporter: await makeMember(),
    reviewer: await makeMember({ role: "reviewer" }),
    editor: await makeMember({ role: "editor" }),
    admin: await makeMember({ role: "admin" }),
  };
  people = await makeActors();
  const made: Partial<Record<SubjectKind, Subject>> = {};
  for (const kind of SUBJECTS) made[kind] = await makeSubject(kind, author);
  subjects = made as Record<SubjectKind, Subject>;
}, 120_000);

/** Signs somebody in; who is no member any more had a session until now. */
async function come(visitor: Visitor): Promise<void> {
  const member = members[visitor];
  await askAs(member);
  const where = { id: member?.id ?? "" };
  if (visitor === "disabled") await db.member.update({ where, data: { disabledAt: new Date() } });
  if (visitor === "signed out")
    await db.session.updateMany({ where: { memberId: where.id }, data: { revokedAt: new Date() } });
}

const SUMS: Record<string, { cells: number; right: number }> = {};
let wrong: string[] = [];

/** One cell: what somebody was to get, and what they got. */
function cell(kind: string, what: string, wanted: string, got: string): void {
  SUMS[kind] ??= { cells: 0, right: 0 };
  SUMS[kind].cells += 1;
  if (wanted === got) SUMS[kind].right += 1;
  else wrong.push(`${what}: ${got}, not ${wanted}`);
}

function expectAllRight(): void {
  const found = wrong;
  wrong = [];
  expect(found).toEqual([]);
}

afterAll(() => {
  if (process.env.ACCESS_SUMS) writeFileSync(process.env.ACCESS_SUMS, JSON.stringify(SUMS));
});

/** Where somebody is led, or that there is nothing: what Next makes of an error. Anything else is a fault. */
function ledTo(error: unknown): "nothing" | "sign-in" | "desk" {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  if (digest === "NEXT_HTTP_ERROR_FALLBACK;404") return "nothing";
  const [, , to = ""] = digest.split(";");
  if (/^\/login(\?|$)/.test(to)) return "sign-in";
  if (to === "/desk") return "desk";
  throw error;
}

// Pages

const fileOfPage = (pattern: string) =>
  globSync("app/**/page.tsx").find((file) => patternOf(file) === pattern) ?? "";
const patternOf = (file: string) =>
  file.slice("app".length, -"/page.tsx".length).replaceAll(/\/\([^)]+\)/g, "") || "/";

test("every page has a row", () => {
  expect(globSync("app/**/page.tsx").map(patternOf).toSorted()).toEqual(Object.keys(PAGES).toSorted());
});

/** What a page's address stands for, by the subjects it can be about. */
function askPage(pattern: string, subject: Subject): { params: Record<string, string>; asked?: object } {
  const { claimSlug, articleSlug, topic, claimant, claimId } = subject;
  if (!pattern.includes("[")) {
    return { params: {}, ...(pattern.endsWith("/bulk") && { asked: { do: "snooze", claim: claimId } }) };
  }
  const number = pattern.includes("[number]") ? { number: "2" } : {};
  const known: Record<string, Record<string, string>> = {
    "/claims/": { slug: claimSlug },
    "/embed/claims/": { slug: claimSlug },
    "/articles/": { slug: articleSlug },
    "/topics/": { slug: topic },
    "/claimants/": { slug: claimant },
    "/invite/": { key: subject.invitationKey },
    "/reset/": { key: subject.resetKey },
    "/sign-in/": { key: subject.signInKey },
    "/desk/claims/": { id: claimId },
    "/desk/articles/": { id: subject.articleId },
    "/desk/evidence/": { id: subject.evidenceId },
    "/desk/sources/": { id: subject.sourceId },
    "/desk/snapshots/": { id: subject.snapshotId },
    "/desk/imports/": { id: subject.importId },
    "/desk/settings/people/": { id: subject.tipId },
    "/desk/settings/checks/": { id: subject.checkFileId },
    "/desk/settings/members/": { id: members.author?.id ?? "" },
  };
  const params = known[pattern.slice(0, pattern.indexOf("["))];
  if (!params) throw new Error(`Say in lib/access.db.test.ts what ${pattern} is asked about`);
  return { params: { ...params, ...number } };
}

const OF_READERS = /^\/(embed\/)?(claims|articles|topics|claimants)\/\[slug\]/;
const OF_SOURCES = /^\/desk\/(evidence|sources|snapshots)\/\[id\]/;

/** What there is about a page that makes a difference. */
function subjectsOf(pattern: string): SubjectKind[] {
  if (OF_SOURCES.test(pattern)) return ["draft", "published", "confidential"];
  return pattern.includes("[") && !pattern.startsWith("/desk/settings/")
    ? ["draft", "published"]
    : ["published"];
}

/** Who has nothing to do with a claim is not told of what is cited in confidence. */
const isKeptFrom = (visitor: Visitor, kind: SubjectKind) =>
  kind === "confidential" && (visitor === "reporter" || visitor === "reviewer");

test("pages", async () => {
  // Parts for the browser need hooks: React says so, and they are passed over.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  // Links by e-mail are asked for where there is e-mail.
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:1");
  for (const visitor of VISITORS) {
    await come(visitor);
    for (const pattern of Object.keys(PAGES)) {
      const { default: Page } = await import(resolve(fileOfPage(pattern)));
      for (const kind of subjectsOf(pattern)) {
        const hidden = (OF_READERS.test(pattern) && kind === "draft") || isKeptFrom(visitor, kind);
        const whole = outcomeFor(visitor, pattern);
        const { params, asked = {} } = askPage(pattern, subjects[kind]);
        const props = { params: Promise.resolve(params), searchParams: Promise.resolve(asked) };
        const got = await drawPage(Page, props).then(() => "page", ledTo);
        cell("pages", `${pattern}, ${kind}, ${visitor}`, hidden && whole === "page" ? "nothing" : whole, got);
      }
    }
  }
  expectAllRight();
}, 300_000);

// Addresses for scripts

const METHOD =
  /export (?:async )?function ([A-Z]+)\b|\b(?:as )?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b(?=[,\s]*[,}])/g;

function methodsOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(METHOD)].map(([, declared, listed]) => `${file} ${declared ?? listed}`);
}

test("every method of every address for scripts has a row", () => {
  expect(globSync("app/**/route.ts").flatMap(methodsOf).toSorted()).toEqual(
    Object.keys(ROUTE_ROWS).toSorted(),
  );
});

function mayAsk({ who }: RouteRow, visitor: Visitor, kind: SubjectKind): boolean {
  if (who === "everybody") return true;
  if (who === "readers") return kind === "published";
  const member = visitor === "signed out" || visitor === "disabled" ? null : members[visitor];
  if (!member) return false;
  if (who === "author") return visitor === "author";
  if (who === "reviewer" || who === "editor" || who === "admin") return includesRole(member.role, who);
  return who === "desk" || !isKeptFrom(visitor, kind);
}

type Handler = (request: Request, context: object) => Promise<Response>;

async function callRoute(name: string, row: RouteRow, subject: Subject, visitor: Visitor): Promise<string> {
  const [file = "", method = ""] = name.split(" ");
  const handlers = (await import(resolve(file))) as Record<string, Handler>;
  const { author } = members;
  if (!author) throw new Error("There is no author");
  const { path = "/", params = {}, init } = row.ask?.(subject, members[visitor], author) ?? {};
  const gone = new AbortController();
  const request = new Request(`http://localhost:3000${path}`, { method, signal: gone.signal, ...init });
  try {
    const answer = await handlers[method]?.(request, { params: Promise.resolve(params) });
    const status = answer?.status ?? 0;
    gone.abort();
    await answer?.body?.cancel().catch(() => undefined);
    if (status === (row.served ?? 200)) return "let in";
    if ([204, 401, 403, 404].includes(status)) return "refused";
    return `answered with ${status}`;
  } catch (error) {
    return ledTo(error) === "desk" ? "desk" : "refused";
  }
}

test("addresses for scripts", async () => {
  // The author first: what only they have must be there for the others to be kept from.
  for (const visitor of ["author", ...VISITORS.filter((each) => each !== "author")] as const) {
    await come(visitor);
    for (const [name, row] of Object.entries(ROUTE_ROWS)) {
      if (row === null) continue;
      for (const kind of row.about ?? (["published"] as const)) {
        const got = await callRoute(name, row, subjects[kind], visitor);
        cell(
          "addresses",
          `${name}, ${kind}, ${visitor}`,
          mayAsk(row, visitor, kind) ? "let in" : "refused",
          got,
        );
      }
    }
  }
  expectAllRight();
}, 300_000);

// Actions

type Run = (before: ActionState, form: FormData) => Promise<ActionState>;

async function actionsThereAre(): Promise<Record<string, Run>> {
  const modules = globSync("lib/*/actions.ts").map(
    (file) => import(resolve(file)) as Promise<Record<string, Run>>,
  );
  return Object.assign({}, ...(await Promise.all(modules)));
}

test("every action has a row", async () => {
  const known = [...Object.keys(ACTIONS), ...OPEN_ACTIONS, ...READERS_ACTIONS];
  expect(Object.keys(await actionsThereAre()).toSorted()).toEqual(known.toSorted());
});

async function callAction(run: Run | undefined, row: ActionRow, world: ActionWorld): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(row.fields?.(world) ?? {})) form.set(name, String(value));
  try {
    if (!run) throw new Error("There is no such action");
    const said = await run({ status: "idle" }, form);
    return said?.status === "refused" ? said.reason : "done";
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    if (digest.startsWith("NEXT_REDIRECT") && !digest.includes(";/login")) return "done";
    const led = ledTo(error);
    return led === "nothing" ? "not_found" : led;
  }
}

/** The refusals that are about who somebody is. */
const OF_A_PERSON = [
  "sign-in",
  "not_allowed",
  "not_yours",
  "comment_not_yours",
  "reply_not_yours",
  "setup_done",
];

/** Whether an action is about a claim, or what hangs on one: then it is tried on a draft and a published one too. */
function isOnClaim(row: ActionRow, world: ActionWorld): boolean {
  const { claim, evidenceId, passageId, commentId, resolvedId, sourceId, taskId } = world;
  const ids = [claim.id, evidenceId, passageId, commentId, resolvedId, sourceId, taskId];
  return Object.values(row.fields?.(world) ?? {}).some((value) => ids.includes(String(value)));
}

const worlds = new Map<string, Promise<ActionWorld>>();
const flagsOf = ({ isReworded = false, isConfidential = false, hasTips = false }: ActionRow) => ({
  ...{ isReworded, isConfidential, hasTips },
});

/** Those who are refused leave a world as it was, so that they can share it. */
function sharedWorld(row: ActionRow, state: ClaimState): Promise<ActionWorld> {
  const flags = flagsOf(row);
  const key = JSON.stringify([state, flags]);
  const world = worlds.get(key) ?? makeActionWorld({ ...flags, state, people });
  worlds.set(key, world);
  return world;
}

async function tryRefused(name: string, row: ActionRow, state: ClaimState): Promise<void> {
  const run = (await actionsThereAre())[name];
  const world = await sharedWorld(row, state);
  const own = row.state ?? "draft";
  if (state !== own && !isOnClaim(row, world)) return;
  const before = await lookAt(world);
  for (const visitor of ["anonymous", "signed out", "disabled"] as const) {
    await come(visitor);
    const wanted = name === "setUpAction" ? "setup_done" : "sign-in";
    cell("actions", `${name}, ${state}, ${visitor}`, wanted, await callAction(run, row, world));
  }
  for (const [who, reason] of Object.entries(row.refused) as [Who, string][]) {
    // What its author may do depends on where a claim stands; what strangers may not does not.
    if (state !== own && who === "author") continue;
    await askAs(world[who]);
    const got = await callAction(run, row, world);
    const isRight = state === own ? got === reason : got !== "done";
    cell("actions", `${name}, ${state}, ${who}`, reason, isRight ? reason : got);
  }
  expect(await lookAt(world), `${name} changed something for who may not`).toEqual(before);
}

async function tryAllowed(name: string, row: ActionRow): Promise<void> {
  const run = (await actionsThereAre())[name];
  const allowed = PEOPLE.filter((who) => row.refused[who] === undefined);
  if (allowed.length === 0) return;
  const world = await makeActionWorld({ ...flagsOf(row), people, ...(row.state && { state: row.state }) });
  const before = await lookAt(world);
  const first = row.may ?? allowed[0];
  for (const who of [first, ...allowed.filter((each) => each !== first)]) {
    if (who === undefined) continue;
    await askAs(world[who]);
    const got = await callAction(run, row, world);
    // Whoever comes first does it; the others may find it done.
    const isRight = who === row.may ? got === "done" : !OF_A_PERSON.includes(got);
    cell("actions", `${name}, ${who}`, "may", isRight ? "may" : got);
    if (who === row.may && row.changes === undefined)
      expect(await lookAt(world), `${name} changed nothing`).not.toEqual(before);
  }
}

test("actions", async () => {
  for (const [name, row] of Object.entries(ACTIONS)) {
    for (const state of new Set([row.state ?? "draft", "draft", "published"] as const)) {
      if (flagsOf(row).isConfidential && state === "published") continue;
      await tryRefused(name, row, state);
    }
  }
  for (const [name, row] of Object.entries(ACTIONS)) await tryAllowed(name, row);
  expectAllRight();
}, 600_000);

// Operations of the API

test("every operation of the API has a row", () => {
  expect(OPERATIONS.map(({ id }) => id).toSorted()).toEqual(Object.keys(OPERATION_ROWS).toSorted());
});

let asked = 0;

type Answered = "done" | "not now" | "refused" | "failed";

async function callOperation(
  operation: Operation,
  world: ActionWorld,
  token: string | null,
): Promise<Answered> {
  const row = OPERATION_ROWS[operation.id];
  const params: Record<string, string> = row?.path?.(world) ?? { id: world.claim.id };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
  const headers = new Headers({ "Content-Type": "application/json" });
  if (token !== null) headers.set("Authorization", `Bearer ${token}`);
  const body = row?.body ? { body: JSON.stringify(row.body(world)) } : {};
  asked += 1;
  const { status } = await serveApi(
    new Request(`http://localhost:3000/api/v1${path}`, { method: operation.method, headers, ...body }),
    `192.0.2.${asked % 250}`,
  );
  if (status >= 500) return "failed";
  if ([401, 403, 404].includes(status)) return "refused";
  return status < 400 ? "done" : "not now";
}

const API_VISITORS = ["no token", "revoked", "disabled", "without the scope", ...PEOPLE] as const;
type ApiVisitor = (typeof API_VISITORS)[number];

type Tokens = Record<ApiVisitor, string | null>;
let tokens: Promise<Tokens> | undefined;
const scopeless = new Map<Scope, string>();

async function makeToken(memberId: string, scopes: readonly Scope[] = ["all"]) {
  return createToken({
    actor: null,
    memberId,
    now: new Date(),
    name: "matrix",
    scopes: [...scopes],
    days: null,
  });
}

async function tokensFor({ scope }: Operation): Promise<Tokens> {
  tokens ??= makeTokens();
  const needed = scope === "public" ? "read" : scope;
  const others = SCOPES.filter((each) => each !== needed && each !== "all");
  const without = scopeless.get(needed) ?? (await makeToken(people.admin.id, others)).token;
  scopeless.set(needed, without);
  return { ...(await tokens), "without the scope": without };
}

async function makeTokens(): Promise<Tokens> {
  const now = new Date();
  const revoked = await makeToken(people.admin.id);
  await db.apiToken.updateMany({ where: { id: revoked.id }, data: { revokedAt: now } });
  const gone = await makeMember({ role: "admin" });
  const disabled = await makeToken(gone.id);
  await db.member.update({ where: { id: gone.id }, data: { disabledAt: now } });
  const made: Partial<Tokens> = { "no token": null, revoked: revoked.token, disabled: disabled.token };
  for (const who of PEOPLE) made[who] = (await makeToken(people[who].id)).token;
  return made as Tokens;
}

function mayDo(id: string, visitor: ApiVisitor, state: ClaimState): boolean {
  const who = OPERATION_ROWS[id]?.who;
  if (visitor === "revoked" || visitor === "disabled" || visitor === "without the scope") return false;
  const isPublished = state === "published";
  if (who === "everybody") return true;
  if (who === "published") return isPublished;
  if (who === "readers") return visitor !== "no token" || isPublished;
  if (visitor === "no token" || who === undefined) return false;
  if (who === "author") return visitor === "author" || visitor === "editor" || visitor === "admin";
  return includesRole(visitor === "author" ? "reporter" : visitor, who);
}

async function tryOperation(operation: Operation, state: ClaimState): Promise<void> {
  const { id, method } = operation;
  const isOwn = state === (OPERATION_ROWS[id]?.state ?? "draft");
  const isRead = method === "GET";
  // Reading changes nothing, nor does what is refused.
  const world =
    isRead || !isOwn
      ? await sharedWorld({ refused: {}, may: null }, state)
      : await makeActionWorld({ state, people });
  const bearers = await tokensFor(operation);
  const before = await lookAt(world);
  const may = (visitor: ApiVisitor) => mayDo(id, visitor, state);
  for (const visitor of API_VISITORS.filter((each) => !may(each))) {
    const got = await callOperation(operation, world, bearers[visitor]);
    const isRight = isOwn || isRead ? got === "refused" : got === "refused" || got === "not now";
    cell("operations", `${id}, ${state}, ${visitor}`, "refused", isRight ? "refused" : got);
  }
  expect(await lookAt(world), `${id} changed something for who may not`).toEqual(before);
  if (!isOwn && !isRead) return;
  for (const visitor of API_VISITORS.filter(may)) {
    const got = await callOperation(operation, world, bearers[visitor]);
    // Whoever comes first does it; the others may find it done.
    const isRight = got === "done" || (got === "not now" && (!isRead || id === "getClaimReview"));
    cell("operations", `${id}, ${state}, ${visitor}`, "let in", isRight ? "let in" : got);
  }
}

test("operations of the API", async () => {
  // As it was before somebody changed the newsroom's rules above.
  await makeNewsroom({ opinionsRequired: 2, minSources: 1 });
  for (const operation of OPERATIONS) {
    const own = OPERATION_ROWS[operation.id]?.state ?? "draft";
    for (const state of new Set([own, "draft", "published"] as const)) await tryOperation(operation, state);
  }
  expectAllRight();
}, 600_000);
