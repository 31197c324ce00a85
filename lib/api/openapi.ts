import { z } from "zod";
import { SCOPES } from "#lib/tokens/values.ts";
import type { Operation } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { problemShape } from "./problem.ts";

// The document of the API, made from the same schemas that read what is sent: it cannot say anything else.

type Json = Record<string, unknown>;

/** Statuses any operation may answer, and what for. */
const ALWAYS: Readonly<Record<number, string>> = {
  400: "What was sent has not the shape it has to have: `errors` says of each field why.",
  401: "The token is missing, unknown or expired.",
  403: "The token’s scopes or its member’s role do not allow it.",
  429: "Too many requests; `Retry-After` says how many seconds to wait.",
};
const WITH_BODY: Readonly<Record<number, string>> = {
  413: "The body is too large.",
  415: "The body is not sent as JSON.",
  422: "It was understood, and cannot be done with what it says; or the idempotency key was used for another request.",
};
const PROBLEMS: Readonly<Record<number, string>> = {
  404: "There is nothing here that the asker may know of.",
  409: "Its state does not allow it, or somebody was faster: `reason` and `detail` say why.",
};

/** One line of the body for people: what a field is called, and what it takes. */
export type Field = { name: string; isNeeded: boolean; description: string };

/** The fields of an operation's body. */
export function fieldsOf({ body }: Operation): Field[] {
  if (body === null) return [];
  const { properties = {}, required = [] } = schemaOf(body, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, enum: values, type }]) => ({
    name,
    isNeeded: required.includes(name),
    description: [description ?? (Array.isArray(values) ? values.join(", ") : type)].flat().join(", "),
  }));
}

/** What a schema takes (`input`) or gives (`output`), in JSON Schema's words. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    target: "draft-2020-12",
  });
  return rest as Json;
}

/** Every status the operation may answer with a problem. */
export function problemsOf({ body, problems }: Operation): Readonly<Record<number, string>> {
  const own = Object.fromEntries(
    problems.map((status) => [status, PROBLEMS[status] ?? WITH_BODY[status] ?? ""]),
  );
  return { ...ALWAYS, ...(body && WITH_BODY), ...(body && { 409: PROBLEMS[409] ?? "" }), ...own };
}

function parametersOf({ params, query, method }: Operation): Json[] {
  const named = (place: "path" | "query", schema: z.ZodType) => {
    const { properties = {}, required = [] } = schemaOf(schema, "input") as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, { description, ...rest }]) => ({
      name,
      in: place,
      required: place === "path" || required.includes(name),
      ...(description !== undefined && { description }),
      schema: rest,
    }));
  };
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description:
      "Sent again with the same key and body within a day, the request is answered alike and not done again.",
    schema: { type: "string", minLength: 1, maxLength: 255 },
  };
  return [...named("path", params), ...named("query", query), ...(method === "POST" ? [key] : [])];
}

function responsesOf(operation: Operation): Json {
  const done = Object.entries(operation.answers).map(([status, { description, schema, type }]) => [
    status,
    {
      description,
      headers: LIMITS,
      content: { [type ?? "application/json"]: { schema: schemaOf(schema, "output") } },
    },
  ]);
  const failed = Object.entries(problemsOf(operation)).map(([status, description]) => [
    status,
    {
      description,
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  ]);
  return Object.fromEntries([...done, ...failed]) as Json;
}

const LIMITS = {
  "RateLimit-Policy": { description: "How many requests in how many seconds.", schema: { type: "string" } },
  RateLimit: { description: "How many are left, and for how many seconds.", schema: { type: "string" } },
};

function operationObject(operation: Operation): Json {
  const { id, summary, description, tag, scope, body } = operation;
  return {
    operationId: id,
    summary,
    ...(description && { description }),
    tags: [tag],
    security: scope === "public" ? [{}, { token: ["read"] }] : [{ token: [scope] }],
    parameters: parametersOf(operation),
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "input") } } },
    }),
    responses: responsesOf(operation),
  };
}

/** The whole document, OpenAPI 3.1. */
export function openApiDocument({ siteUrl, newsroomName }: { siteUrl: string; newsroomName: string }): Json {
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationObject(operation),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: `Proofmark of ${newsroomName}`,
      version: "1.0.0",
      description: `Published data is for everybody; the rest needs a token. Scopes: ${SCOPES.join(", ")}. Errors are RFC 9457. Changes are additions only.`,
    },
    servers: [{ url: `${siteUrl}/api/v1` }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "A token of the desk’s settings or the command line, `pm_…`.",
        },
      },
      schemas: { Problem: schemaOf(problemShape, "output") },
    },
  };
}
