import { setTimeout as pause } from "node:timers/promises";
import type { Context, Span as OtherSpan } from "@opentelemetry/api";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { type Begin, type Facts, type Span, traceWith } from "#lib/tracing.ts";

/** W3C Trace Context, version 00. */
const TRACEPARENT = /^00-(?<traceId>[\da-f]{32})-(?<spanId>[\da-f]{16})-(?<flags>[\da-f]{2})$/;

/** Milliseconds for the last spans: a process that is asked to stop does not wait for a collector that is gone. */
const PATIENCE = 3_000;

type Stop = () => Promise<void>;

/**
 * Sends spans to a collector when OTEL_EXPORTER_OTLP_ENDPOINT names one; otherwise nothing is loaded. Answers what sends
 * the last of them. `service`: what the process is called where OTEL_SERVICE_NAME does not say.
 */
export async function startTelemetry({ service }: { service: string }): Promise<Stop> {
  if (env.OTEL_EXPORTER_OTLP_ENDPOINT === "") return async () => {};
  const { begin, stop } = await collectorSpans(service);
  traceWith(begin);
  return async () => {
    traceWith(null);
    await Promise.race([stop(), pause(PATIENCE, undefined, { ref: false })]).catch((error: unknown) =>
      log.warn({ err: error }, "the last spans were not sent"),
    );
  };
}

async function collectorSpans(service: string): Promise<{ begin: Begin; stop: Stop }> {
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  const { diag, isSpanContextValid, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = api;
  // A collector that does not answer is told of, not a reason to stop.
  const heard = (message: string) => log.warn({ message: message.slice(0, 300) }, "telemetry");
  diag.setLogger({ error: heard, warn: heard, info() {}, debug() {}, verbose() {} });
  const root = new sdk.TraceIdRatioBasedSampler(env.OTEL_TRACES_SAMPLER_ARG);
  // Not registered for the process: Next and pg-boss would add spans of theirs, with whole addresses in them.
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ "service.name": env.OTEL_SERVICE_NAME || service }),
    sampler: new sdk.ParentBasedSampler({ root }),
    spanProcessors: [
      new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter(), scheduledDelayMillis: 1_000 }),
    ],
  });
  const tracer = provider.getTracer("proofmark");
  const kinds = {
    server: SpanKind.SERVER,
    client: SpanKind.CLIENT,
    consumer: SpanKind.CONSUMER,
    internal: SpanKind.INTERNAL,
  };
  const originals = new WeakMap<Span, OtherSpan>();

  const above = (parent: string | undefined, under: Span | undefined): Context => {
    const original = under && originals.get(under);
    if (original) return trace.setSpan(ROOT_CONTEXT, original);
    const { traceId = "", spanId = "", flags = "" } = TRACEPARENT.exec(parent ?? "")?.groups ?? {};
    const given = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
    return isSpanContextValid(given) ? trace.setSpanContext(ROOT_CONTEXT, given) : ROOT_CONTEXT;
  };
  const begin: Begin = ({ name, kind, facts = {}, parent }, under) => {
    const original = tracer.startSpan(
      name,
      { kind: kinds[kind], attributes: known(facts) },
      above(parent, under),
    );
    const span: Span = {
      traceId: original.spanContext().traceId,
      say: (more) => void original.setAttributes(known(more)),
      rename: (other) => void original.updateName(other),
      end(failed) {
        if (failed !== undefined) {
          original.setAttribute("error.type", typeOf(failed));
          original.setStatus({ code: SpanStatusCode.ERROR });
        }
        original.end();
      },
    };
    originals.set(span, original);
    return span;
  };
  return { begin, stop: () => provider.shutdown() };
}

function known(facts: Facts): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Of an error its kind alone: a message may quote what somebody wrote. */
function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if ("reason" in error && typeof error.reason === "string" && /^[a-z_]{1,60}$/.test(error.reason)) {
    return error.reason;
  }
  return "code" in error && typeof error.code === "string" && /^\w{1,40}$/.test(error.code)
    ? error.code
    : error.constructor.name;
}
