import { z } from "zod";
import { traced } from "#lib/tracing.ts";
import type { Archive, Progress, Refused, Submission } from "./archive.ts";

/** Bytes of one answer: it is a few hundred, and the list of a page's parts some thousand. */
const MOST = 1_048_576;
/** Milliseconds for one answer: the archive saves after it has answered. */
const TIMEOUT = 30_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Of answers that say nothing of when to come again. */
const LATER = 5 * MINUTE;
/** The archive saves an address at most once in this time. */
const COOLDOWN = 60 * MINUTE;

const submitted = z.object({ job_id: z.string().min(1).max(200) });
const refused = z.object({
  status: z.literal("error"),
  status_ext: z.string().max(200).default("error:unknown"),
});
const recent = z.object({ message: z.string().regex(/same snapshot/i) });
const success = z.object({
  status: z.literal("success"),
  timestamp: z.string().regex(/^\d{14}$/),
  original_url: z.url(),
});
const pending = z.object({ status: z.literal("pending") });

/** What asking again does not help against, as the archive names it. */
const LASTING = new Set(
  [
    "bad-request",
    "blocked",
    "blocked-client-ip",
    "blocked-url",
    "filesize-limit",
    "ftp-access-denied",
    "gone",
    "http-version-not-supported",
    "invalid-host-resolution",
    "invalid-url-syntax",
    "method-not-allowed",
    "no-access",
    "not-acceptable",
    "not-found",
    "not-implemented",
    "too-many-redirects",
    "unauthorized",
  ].map((code) => `error:${code}`),
);

/** What says that there were too many, and when to come again. Milliseconds. */
const TOO_MANY = new Map([
  ["error:too-many-daily-captures", DAY],
  ["error:too-many-requests", LATER],
  ["error:user-session-limit", LATER],
]);

/** The Wayback Machine by its "Save Page Now" address. `endpoint` without a slash at its end. */
export function wayback({
  endpoint,
  key,
  secret,
}: {
  endpoint: string;
  key: string;
  secret: string;
}): Archive {
  const headers = { Accept: "application/json", Authorization: `LOW ${key}:${secret}` };
  const facts = { "server.address": new URL(endpoint).hostname };
  const ask = (path: string, init: RequestInit = {}) =>
    traced({ name: init.method ?? "GET", kind: "client", facts }, () =>
      fetch(`${endpoint}${path}`, {
        ...init,
        headers,
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT),
      }),
    );
  return {
    async submit(url) {
      const body = new URLSearchParams({ url, skip_first_archive: "1" });
      return submissionOf(await ask("/save", { method: "POST", body }));
    },
    async progressOf(jobId) {
      return progressOf(await ask(`/save/status/${encodeURIComponent(jobId)}`), endpoint);
    },
  };
}

async function submissionOf(response: Response): Promise<Submission> {
  if (response.status === 429) return { kind: "later", after: retryAfter(response) };
  if (response.status === 401 || response.status === 403) return unauthorized;
  if (response.status >= 500) throw new Error(`The archive answered ${response.status}`);
  const answer = await readJson(response);
  const error = refused.safeParse(answer).data;
  if (error) return laterOrRefused(error.status_ext);
  const job = submitted.safeParse(answer).data;
  if (job) return { kind: "submitted", jobId: job.job_id };
  if (recent.safeParse(answer).success) return { kind: "later", after: COOLDOWN };
  throw new Error("The archive answered something else than a job");
}

async function progressOf(response: Response, endpoint: string): Promise<Progress> {
  if (response.status === 429) return { kind: "pending" };
  if (response.status === 401 || response.status === 403) return unauthorized;
  if (!response.ok) throw new Error(`The archive answered ${response.status}`);
  const answer = await readJson(response);
  if (pending.safeParse(answer).success) return { kind: "pending" };
  const error = refused.safeParse(answer).data;
  if (error) return refusedBy(error.status_ext);
  const { timestamp, original_url: url } = success.parse(answer);
  return {
    kind: "archived",
    archiveUrl: `${endpoint}/web/${timestamp}/${url}`,
    archivedAt: instantOf(timestamp),
  };
}

/** Reads no further than an answer goes: what is longer, unpacked, is none. */
async function readJson(response: Response): Promise<unknown> {
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop cancels the body, and with it the connection.
    if (length > MOST) throw new Error("The archive answered more than anybody asked for");
    text += decoder.decode(chunk, { stream: true });
  }
  return JSON.parse(text + decoder.decode());
}

const unauthorized: Refused = { kind: "refused", code: "error:unauthorized", isLasting: true };

function laterOrRefused(code: string): Submission {
  const after = TOO_MANY.get(code);
  return after === undefined ? refusedBy(code) : { kind: "later", after };
}

const refusedBy = (code: string): Refused => ({ kind: "refused", code, isLasting: LASTING.has(code) });

function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get("retry-after"));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1_000, DAY) : LATER;
}

/** YYYYMMDDHHMMSS, in UTC. */
function instantOf(timestamp: string): Date {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(timestamp) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
