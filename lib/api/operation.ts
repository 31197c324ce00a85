import { z } from "zod";
import type { Actor } from "#lib/auth/policy.ts";
import type { Scope } from "#lib/tokens/values.ts";

/** Who asks: a member by a token of theirs, or anybody (null). */
export type Asker = Actor | null;

/** An answer in the making. `isPublic`: it is the same for everybody, so whoever passes it on may keep it. */
export type Answer = {
  status: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
  isPublic?: boolean;
};

/** `decide` runs the command that makes the change, once however often the request is sent with its idempotency key. */
export type Decide = <Result, Prepared = undefined>(
  command: (prepared: Prepared) => Promise<Result>,
  prepare?: () => Promise<Prepared>,
) => Promise<Result>;

export type Context<Params, Query, Body> = {
  params: Params;
  query: Query;
  body: Body;
  now: Date;
  decide: Decide;
};

type Said = { description: string; schema: z.ZodType; type?: string };

type Described = {
  /** The name of the operation in the document, in camel case. */
  id: string;
  method: "GET" | "POST" | "PATCH";
  /** Behind /api/v1, with `{id}` for what varies. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  /** Bytes of a body; a quarter of a megabyte unless said otherwise. */
  mostBytes?: number;
  /** What it may answer when it does what it was asked, by status. */
  answers: Readonly<Record<number, Said>>;
  /** Statuses of problems besides those that any operation has. */
  problems: readonly number[];
};

type Asked<Params, Query, Body> = {
  params: z.ZodType<Params>;
  query: z.ZodType<Query>;
  body: z.ZodType<Body> | null;
};

type OpenTo<Context> =
  /** Published data is for everybody; the rest is for tokens with `read`. */
  | { scope: "public"; run: (context: Context & { asker: Asker }) => Promise<Answer> }
  | { scope: Scope; run: (context: Context & { actor: Actor }) => Promise<Answer> };

type Whole<Params, Query, Body> = Described &
  Asked<Params, Query, Body> &
  OpenTo<Context<Params, Query, Body>>;

/** One line of the API: what is asked, what is answered, who may, and what is done. The document is made from it. */
// biome-ignore lint/suspicious/noExplicitAny: the list holds operations of every shape; `define` has checked each.
export type Operation = Whole<any, any, any>;

/** Says what an operation is. Without params or query it has none, and refuses any. */
export function define<Params = object, Query = object, Body = null>(
  operation: Described & Partial<Asked<Params, Query, Body>> & OpenTo<Context<Params, Query, Body>>,
): Operation {
  const none = z.strictObject({});
  return { params: none, query: none, body: null, ...operation } as Operation;
}
