import { AsyncLocalStorage } from "node:async_hooks";

// What is under way, for OpenTelemetry. Nothing here loads it: lib/operation/telemetry.ts does, when a setting says so.

/**
 * What a span may say of itself. The list is closed and has nothing in it that anybody wrote: neither texts nor queries,
 * addresses of pages, names or keys (docs/decisions/0072-spans-of-our-own.md).
 */
export type Fact =
  | "db.operation.name"
  | "db.query.text"
  | "db.system.name"
  | "error.type"
  | "http.request.method"
  | "http.response.status_code"
  | "http.route"
  | "messaging.destination.name"
  | "proofmark.request"
  | "server.address";
export type Facts = { readonly [Name in Fact]?: string | number | undefined };

/** Something with a beginning and an end: a request, a command, a statement. `parent`: a `traceparent` header. */
export type Step = {
  name: string;
  kind: "server" | "client" | "consumer" | "internal";
  facts?: Facts;
  parent?: string | undefined;
};

export type Span = {
  /** Of its trace: what its lines in the log are found by. */
  readonly traceId: string;
  say(facts: Facts): void;
  rename(name: string): void;
  /** `failed`: with what, when it did. */
  end(failed?: unknown): void;
};

/** Begins a span, under another or as the first of a trace. */
export type Begin = (step: Step, under: Span | undefined) => Span;

const holder = globalThis as { proofmarkBegin?: Begin | undefined; proofmarkSpans?: AsyncLocalStorage<Span> };
/** One for the process: the web server and the pages it serves are bundled apart. */
holder.proofmarkSpans ??= new AsyncLocalStorage();
const spans = holder.proofmarkSpans;

/** From now on spans are begun; with null no longer. */
export function traceWith(begin: Begin | null): void {
  holder.proofmarkBegin = begin ?? undefined;
}

/** Whether anybody wants to know. */
export function isTracing(): boolean {
  return holder.proofmarkBegin !== undefined;
}

/** The first span of a trace, which whoever began it ends; nothing when nobody wants to know. */
export function beginTrace(step: Step): Span | undefined {
  return holder.proofmarkBegin?.(step, undefined);
}

/** Does the work, and whatever it begins, under the span. */
export function underSpan<Result>(span: Span | undefined, work: () => Result): Result {
  return span ? spans.run(span, work) : work();
}

/** The span this code works under, if it works under one. */
export function currentSpan(): Span | undefined {
  return spans.getStore();
}

/** Does the work as a step of what is under way. What is part of nothing has no span: nobody would know whose it was. */
export async function traced<Result>(
  step: Step,
  work: (span: Span | undefined) => Promise<Result>,
): Promise<Result> {
  const under = spans.getStore();
  return under ? endingWith(holder.proofmarkBegin?.(step, under), work) : work(undefined);
}

/** The same as a trace of its own. */
export async function tracedAlone<Result>(step: Step, work: () => Promise<Result>): Promise<Result> {
  return endingWith(beginTrace(step), work);
}

async function endingWith<Result>(
  span: Span | undefined,
  work: (span: Span | undefined) => Promise<Result>,
): Promise<Result> {
  if (span === undefined) return work(undefined);
  try {
    const result = await spans.run(span, () => work(span));
    span.end();
    return result;
  } catch (error) {
    span.end(error);
    throw error;
  }
}
