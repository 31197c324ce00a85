import { Validator } from "@cfworker/json-schema";
import { expect } from "vitest";
import { openApiDocument } from "#lib/api/openapi.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { serveApi } from "#lib/api/serve.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { runImport } from "#lib/imports/jobs.ts";
import { createToken } from "#lib/tokens/commands.ts";
import type { Scope } from "#lib/tokens/values.ts";

// Asking the API as a program would, each answer held against the document.

type Schema = ConstructorParameters<typeof Validator>[0];
type Described = { responses: Record<string, { content?: Record<string, { schema: Schema }> }> };

const DOCUMENT = openApiDocument({ siteUrl: "http://localhost:3000", newsroomName: "The Daily Test" });
const PATHS = DOCUMENT.paths as Record<string, Record<string, Described>>;

/** Operations with the statuses they were seen to answer. */
export const SEEN = new Map<string, Set<number>>();

export type Asked = {
  token?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
  /** As it is sent, in place of a body that is made JSON. */
  raw?: BodyInit;
};
export type Answered = { status: number; headers: Headers; body: unknown };

/** A token of a member's. */
export async function tokenFor(
  { id: memberId }: Pick<Actor, "id">,
  scopes: Scope[] = ["all"],
): Promise<string> {
  const made = { name: "test", scopes, days: null };
  return (await createToken({ actor: null, memberId, now: new Date(), ...made })).token;
}

/** `POST /claims/…/submit`, say. Throws when the answer is none that the document tells of. */
export async function ask(what: string, { token = null, body, headers, raw }: Asked = {}): Promise<Answered> {
  const [method = "", path = ""] = what.split(" ");
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers: {
      ...(token !== null && { Authorization: `Bearer ${token}` }),
      ...((body !== undefined || raw !== undefined) && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(raw !== undefined ? { body: raw } : body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await serveApi(request, "192.0.2.7");
  const text = await response.text();
  const answer = {
    status: response.status,
    headers: response.headers,
    body: text === "" ? null : JSON.parse(text),
  };
  hold(method, path.split("?")[0] ?? "", answer);
  return answer;
}

function hold(method: string, path: string, { status, headers, body }: Answered): void {
  const operation = OPERATIONS.find((each) => each.method === method && fits(each.path, path));
  if (operation === undefined || status === 304) return;
  SEEN.set(operation.id, (SEEN.get(operation.id) ?? new Set()).add(status));
  const described = PATHS[operation.path]?.[method.toLowerCase()]?.responses[status]?.content;
  if (described === undefined)
    throw new Error(`${operation.id} answers ${status}, which the document does not tell of`);
  const type = headers.get("content-type") ?? "";
  const schema = described[type]?.schema;
  if (schema === undefined) throw new Error(`${operation.id} answers ${status} as ${type}`);
  const whole = { ...(schema as object), components: DOCUMENT.components } as Schema;
  const { valid, errors } = new Validator(whole, "2020-12", false).validate(body);
  if (!valid)
    throw new Error(
      `${operation.id} ${status}: ${JSON.stringify(errors.slice(-3))} in ${JSON.stringify(body).slice(0, 500)}`,
    );
  expect(headers.get("vary")).toContain("Authorization");
  if (status !== 200 || headers.get("etag") === null) expect(headers.get("cache-control")).toBe("no-store");
}

const fits = (template: string, path: string) =>
  new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);

/** Does what the worker does with imports, until `stop`. */
export function readImports(): { stop: () => Promise<void> } {
  let isStopped = false;
  const loop = (async () => {
    while (!isStopped) {
      const waiting = await db.import.findMany({ where: { state: "waiting" }, select: { id: true } });
      for (const { id: importId } of waiting) await runImport({ importId });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return {
    async stop() {
      isStopped = true;
      await loop;
    },
  };
}
