import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from "prom-client";

// What is counted in a process, for Prometheus. prom-client's register is one for the process.

/** Who is answered by Next: pages without login, other programs, the desk. Readers of kept documents are counted apart. */
export type Kind = "page" | "api" | "desk";

type Measures = {
  requests: Counter<"kind" | "status">;
  readers: Counter<"status">;
  seconds: Histogram<"kind">;
  jobs: Gauge<"job" | "state">;
  connections: Gauge<"state">;
  streams: Gauge;
  findings: Gauge;
  verified: Gauge;
};

const holder = globalThis as { proofmarkMeasures?: Measures; proofmarkReaders?: Map<number, number> };

function make(): Measures {
  collectDefaultMetrics();
  return {
    requests: new Counter({
      name: "proofmark_requests_total",
      help: "Requests answered, by who was answered and by the first digit of the status",
      labelNames: ["kind", "status"],
    }),
    readers: new Counter({
      name: "proofmark_readers_total",
      help: "Requests answered from finished documents, by the first digit of the status",
      labelNames: ["status"],
    }),
    seconds: new Histogram({
      name: "proofmark_request_seconds",
      help: "Seconds from a request to the end of its answer; streams are not in it",
      labelNames: ["kind"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    }),
    jobs: new Gauge({ name: "proofmark_jobs", help: "Jobs, by state", labelNames: ["job", "state"] }),
    connections: new Gauge({
      name: "proofmark_database_connections",
      help: "Connections of this process's pool",
      labelNames: ["state"],
    }),
    streams: new Gauge({
      name: "proofmark_streams",
      help: "Who hears of changes as they happen: the kept documents, and pages of the desk",
    }),
    findings: new Gauge({
      name: "proofmark_audit_findings",
      help: "What was found altered of the history when it was last verified",
    }),
    verified: new Gauge({
      name: "proofmark_audit_verified_timestamp_seconds",
      help: "When the history was last verified, whatever came of it; 0: never",
    }),
  };
}

function measures(): Measures {
  holder.proofmarkMeasures ??= make();
  return holder.proofmarkMeasures;
}

/** Answers to readers since somebody looked last, by the first digit of their status: many a second. */
holder.proofmarkReaders ??= new Map();
const readers = holder.proofmarkReaders;

/** A reader was answered from a finished document. */
export function countReader(status: number): void {
  const digit = Math.trunc(status / 100);
  readers.set(digit, (readers.get(digit) ?? 0) + 1);
}

/** A request was answered: `seconds` from its beginning. A stream, which lasts as long as its page, has no time. */
export function countRequest(kind: Kind, status: number, seconds: number | null): void {
  const { requests, seconds: times } = measures();
  requests.inc({ kind, status: `${Math.trunc(status / 100)}xx` });
  if (seconds !== null) times.observe({ kind }, seconds);
}

/** What is asked when somebody looks. */
export type Looked = {
  jobs: readonly { job: string; state: string; count: number }[];
  connections: { total: number; idle: number; waiting: number };
  streams: number;
  /** The last time the history was verified; null: never; undefined: nobody could say. */
  verified: { at: Date; findings: number } | null | undefined;
};

/** All measures of this process in Prometheus' text format, with what was looked up for it. */
export async function measuredText({ jobs, connections, streams, verified }: Looked): Promise<string> {
  const all = measures();
  all.jobs.reset();
  for (const { job, state, count } of jobs) all.jobs.set({ job, state }, count);
  for (const [state, count] of Object.entries(connections)) all.connections.set({ state }, count);
  all.streams.set(streams);
  all.findings.remove();
  all.verified.remove();
  if (verified) all.findings.set(verified.findings);
  if (verified !== undefined) all.verified.set((verified?.at.getTime() ?? 0) / 1_000);
  for (const [digit, count] of readers) all.readers.inc({ status: `${digit}xx` }, count);
  readers.clear();
  return register.metrics();
}

/** Their media type. */
export const MEASURES_TYPE = register.contentType;
