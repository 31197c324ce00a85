import { OPERATIONS } from "#lib/api/operations.ts";
import { sealSessionId, sessionCookie } from "#lib/auth/cookie.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { insertSession } from "#lib/auth/session-rows.ts";
import { db } from "#lib/db/client.ts";
import {
  ACTIONS,
  type ActionRow,
  type ActionWorld,
  makeActionWorld,
  makeActors,
  type People,
} from "#lib/testing/access/actions.ts";
import { OPERATION_ROWS } from "#lib/testing/access/operations.ts";
import { APART, FITTING, type Field, listActionFields, OWN } from "#lib/testing/action-fields.ts";
import { createToken } from "#lib/tokens/commands.ts";
import { Problem } from "../screen.mjs";
import { actionBody, actionId } from "../server-actions.ts";
import type { Deck } from "./xss-columns.ts";

/** What became of attacks at the doors: fields that took some, such that refused all, and what went wrong. */
export type Sent = { fields: number; taken: Set<string>; calls: number; faults: string[] };

type Site = { siteUrl: string; deck: Deck };

/** Sends attacks in every field of every form, as the browser's script sends it, by somebody who may. */
export async function attackForms({ siteUrl, deck }: Site): Promise<Sent> {
  const sent: Sent = { fields: 0, taken: new Set(), calls: 0, faults: [] };
  const people = await makeActors();
  const worlds = new Map<string, Promise<ActionWorld>>();
  const isOfAll = (name: string) => /Newsroom|Settings|Scale|Rating|Problem/u.test(name);
  const all = [...(await listActionFields())];
  // What the whole newsroom goes by is changed last: the rest is made by how it is.
  for (const [name, schemas] of all.toSorted(([a], [b]) => Number(isOfAll(a)) - Number(isOfAll(b)))) {
    const row = ACTIONS[name] ?? { refused: {}, may: null, path: () => "/login" };
    const world = await worldFor(row, people, worlds);
    const actor = world[row.may ?? (row.refused.editor === undefined ? "editor" : "admin")];
    const before = { ...row.fields?.(world) } as Partial<Record<Field, string | number>>;
    // What is refused for one field is sent again without it, until it is taken, or refused for another reason.
    let attacked = [...schemas.keys()].filter((field) => takesWords(schemas.get(field), before[field]));
    sent.fields += schemas.size;
    for (let tries = 0; attacked.length > 0 && tries < 4; tries += 1) {
      const fields: Record<string, string | number> = { ...before };
      for (const field of schemas.keys()) {
        if (field in fields || APART[name]?.includes(field)) continue;
        fields[field] = OWN[name]?.[field] ?? FITTING[field];
      }
      for (const field of attacked)
        fields[field] = fitting(deck, (text) => schemas.get(field)?.safeParse(text).success);
      const answer = await callAction({
        siteUrl,
        name,
        actor,
        path: row.path?.(world) ?? claimPage(world),
        fields,
      });
      sent.calls += 1;
      if (answer.status >= 500)
        sent.faults.push(`${name} ${answer.status} with ${attacked}: ${answer.body.slice(0, 200)}`);
      const refused = refusedFields(answer.body);
      if (refused === null) for (const field of attacked) sent.taken.add(`${name} ${field}`);
      const rest = attacked.filter((field) => !refused?.includes(field));
      if (refused === null || rest.length === attacked.length) break;
      attacked = rest;
    }
    // What became of a world that something was done to is not asked again.
    if (row.state !== undefined || /^(delete|remove|dismiss|submit|publish|withdraw)/u.test(name))
      worlds.clear();
  }
  return sent;
}

const claimPage = ({ claim }: ActionWorld) => `/desk/claims/${claim.id}`;

async function worldFor(
  row: ActionRow,
  people: People,
  worlds: Map<string, Promise<ActionWorld>>,
): Promise<ActionWorld> {
  const { state = "draft", isReworded = false, hasTips = false } = row;
  const key = JSON.stringify([state, isReworded, hasTips]);
  const world = worlds.get(key) ?? makeActionWorld({ state, isReworded, hasTips, people });
  worlds.set(key, world);
  return world;
}

/** Whether a field takes words as somebody would type them, and is not about something that is named. */
function takesWords(
  schema: { safeParse: (value: unknown) => { success: boolean } } | undefined,
  given: unknown,
): boolean {
  const isId = /^[0-9a-f-]{36}/u.test(String(given ?? ""));
  return !isId && schema?.safeParse("Said <b>otherwise</b>").success === true;
}

/** As many attacks as a field takes. */
function fitting(deck: Deck, takes: (text: string) => boolean | undefined): string {
  for (const room of [20_000, 4_000, 1_500, 500, 250, 120, 60, 30]) {
    const words = deck.words(room);
    if (takes(words)) return words;
  }
  return "<b>x</b>";
}

type Call = {
  siteUrl: string;
  name: string;
  actor: Actor;
  path: string;
  fields: Record<string, string | number>;
};

async function callAction({
  siteUrl,
  name,
  actor,
  path,
  fields,
}: Call): Promise<{ status: number; body: string }> {
  const answer = await fetch(`${siteUrl}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: {
      ...{ "Next-Action": actionId(name), Accept: "text/x-component", Origin: siteUrl },
      Cookie: await cookieFor(actor),
    },
    body: actionBody(fields),
  });
  return { status: answer.status, body: await answer.text() };
}

async function cookieFor({ id: memberId }: Actor): Promise<string> {
  const session = { memberId, userAgent: "<script>alert(1)</script>", now: new Date() };
  const { id } = await db.$transaction((tx) => insertSession(tx, session));
  return `${sessionCookie().name}=${await sealSessionId(id)}`;
}

/** The fields a form was refused for; none where it was for another reason, null where it was not. */
function refusedFields(body: string): string[] | null {
  const [, fields] = /"status":"refused".*?"fields":(\{[^}]*\})/su.exec(body) ?? [];
  if (fields === undefined) return null;
  try {
    return Object.keys(JSON.parse(fields) as object);
  } catch {
    return [];
  }
}

/** Sends attacks in every field of every body the API takes, one field at a time, with a token of an admin's. */
export async function attackApi({ siteUrl, deck }: Site): Promise<Sent> {
  const sent: Sent = { fields: 0, taken: new Set(), calls: 0, faults: [] };
  const people = await makeActors();
  for (const operation of OPERATIONS.filter(({ body }) => body !== null)) {
    const row = OPERATION_ROWS[operation.id];
    if (!row) throw new Problem(`${operation.id} has no row in lib/testing/access/operations.ts`);
    const actor = people[row.who === "reviewer" ? "reviewer" : row.who === "author" ? "author" : "admin"];
    const made = {
      actor: null,
      memberId: actor.id,
      now: new Date(),
      name: "xss",
      scopes: ["all" as const],
      days: null,
    };
    const { token } = await createToken(made);
    let world: ActionWorld | null = null;
    for (const field of fieldsOfBody(operation.body)) {
      sent.fields += 1;
      world ??= await makeActionWorld({ state: row.state ?? "draft", people });
      const { id = world.claim.id } = row.path?.(world) ?? {};
      const base =
        operation.id === "createArticle" || operation.id === "createRevision" ? { text: "One. Two." } : {};
      const origin = operation.id === "createArticle" ? { origin: "own" } : {};
      const words = fitting(deck, (text) => field.schema.safeParse(text).success || field.path.length > 1);
      const body = put({ ...base, ...origin, ...row.body?.(world) }, field.path, words);
      const answer = await fetch(`${siteUrl}/api/v1${operation.path.replace("{id}", id)}`, {
        method: operation.method,
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      const said = await answer.text();
      sent.calls += 1;
      if (answer.status >= 500)
        sent.faults.push(`${operation.id} ${answer.status} with ${field.path.join(".")}`);
      if (answer.headers.get("content-type")?.includes("html"))
        sent.faults.push(`${operation.id} answers HTML`);
      if (!answer.ok) continue;
      sent.taken.add(`${operation.id} ${field.path.join(".")}`);
      if (said !== "") world = null;
    }
  }
  return sent;
}

type BodyField = { path: string[]; schema: { safeParse: (value: unknown) => { success: boolean } } };

/** Where words may stand in a body, however its schema is put together. */
function fieldsOfBody(schema: unknown, path: string[] = []): BodyField[] {
  const { def } = schema as { def: Record<string, unknown> & { type: string } };
  if (def.type === "object") {
    return Object.entries(def.shape as object).flatMap(([name, each]) => fieldsOfBody(each, [...path, name]));
  }
  if (def.type === "union") return (def.options as unknown[]).flatMap((each) => fieldsOfBody(each, path));
  const inner = def.in ?? def.innerType;
  if (inner !== undefined) return fieldsOfBody(inner, path);
  return def.type === "string" ? [{ path, schema: schema as BodyField["schema"] }] : [];
}

/** A copy of a body with something else in one place. */
function put(body: object, [name = "", ...rest]: string[], value: string): object {
  const inner = (body as Record<string, unknown>)[name];
  const whole = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? inner : {};
  return { ...body, [name]: rest.length === 0 ? value : put(whole, rest, value) };
}
