import { pino } from "pino";
import { requestUnderWay } from "./asked-id.ts";
import { env } from "./env.ts";
import { currentSpan } from "./tracing.ts";

/** The one logger: JSON lines on standard output, without what must never be written down. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  mixin: () => {
    const { id: request, memberId } = requestUnderWay() ?? {};
    const trace = currentSpan()?.traceId;
    return {
      ...(request !== undefined && { request }),
      ...(memberId !== undefined && { memberId }),
      ...(trace !== undefined && { trace }),
    };
  },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ["*.password", "*.passwordHash", "*.token", "*.cookie", "*.authorization"],
  serializers: { err: story },
});

/** What an error has to tell. All of it would be too much: a database driver's carries its connection along. */
function story(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  return {
    name,
    message: withoutAddresses(message),
    ...("code" in error && { code: error.code }),
    stack: stack === undefined ? stack : withoutAddresses(stack),
    ...(cause !== undefined && { cause: story(cause) }),
  };
}

/** Local parts have 64 characters at most: longer would make this slow for words without an end. */
const ADDRESS = /[^\s<>"'`(),;:/@]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;

/** Words of others, such as a mail server's, without whose e-mail addresses they name. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, "[address]");
}
