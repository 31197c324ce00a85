import { z } from "zod";
import { AppError, type Reason } from "#lib/errors.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";

const TITLES = {
  400: "Bad request",
  401: "Unauthorised",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Content too large",
  415: "Unsupported media type",
  422: "Unprocessable content",
  429: "Too many requests",
  500: "Internal server error",
  503: "Service unavailable",
} as const;
export type ProblemStatus = keyof typeof TITLES;

/** RFC 9457. `reason` is for programs, `detail` for people, `errors` by the field of the body, query or path. */
export const problemShape = z.strictObject({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  reason: z.string(),
  errors: z.record(z.string(), z.string()).optional(),
});
type ProblemBody = z.infer<typeof problemShape>;

/** What only the API refuses, in words for whoever writes a program. */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly reason: string;
  readonly errors: Readonly<Record<string, string>> | undefined;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: ProblemStatus,
    reason: string,
    detail: string,
    { errors, headers = {} }: { errors?: Record<string, string>; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.status = status;
    this.reason = reason;
    this.errors = errors;
    this.headers = headers;
  }
}

/** A fault of ours: what it was is in the log. */
export const UNEXPECTED = new Problem(
  500,
  "unexpected",
  "Something went wrong here. It has been written down.",
);

/** Any failure as a problem; null when nobody expected it. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof AppError) {
    const detail = sentenceOf(error, wordsFor("en-GB"));
    const options = error.field === undefined ? {} : { errors: { [error.field]: detail } };
    return new Problem(statusOf(error), error.reason, detail, options);
  }
  return null;
}

/** What was understood and cannot be done with what it says is 422; 400 is for what has the wrong shape. */
function statusOf({ code, status }: AppError): ProblemStatus {
  return code === "invalid" ? 422 : (status as ProblemStatus);
}

/** Of a token that was shown and counts for nothing. */
const BAD_TOKEN: readonly string[] = ["token_unknown", "token_expired"] satisfies Reason[];

/** The problem as it is sent. */
export function problemBody({ status, reason, message, errors }: Problem, siteUrl: string): ProblemBody {
  return {
    type: `${siteUrl}/api/docs`,
    title: TITLES[status],
    status,
    detail: message,
    reason,
    ...(errors && { errors: { ...errors } }),
  };
}

/** What a 401 has to say of how one is let in (RFC 6750). */
export function challengeOf({ status, reason }: Problem): Record<string, string> {
  if (status !== 401) return {};
  return {
    "WWW-Authenticate": `Bearer realm="proofmark"${BAD_TOKEN.includes(reason) ? ', error="invalid_token"' : ""}`,
  };
}

/** What is wrong with a request's shape, by field: in the schema's own words, which name limits and choices. */
export function shapeProblem(error: z.ZodError, place: "body" | "query" | "path"): Problem {
  const errors: Record<string, string> = {};
  const words = wordsFor("en-GB").common.fields;
  for (const issue of error.issues) {
    const known = Object.hasOwn(words, issue.message) ? words[issue.message as keyof typeof words] : null;
    const limit =
      "maximum" in issue ? String(issue.maximum) : "minimum" in issue ? String(issue.minimum) : "";
    const sentence = known === null ? issue.message : String(known).replaceAll("{limit}", limit);
    errors[issue.path.map(String).join(".")] ??= sentence;
  }
  const where = { body: "The body", query: "The query", path: "The address" }[place];
  return new Problem(400, "invalid_input", `${where} is not as it has to be: see errors.`, { errors });
}
