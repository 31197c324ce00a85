import type { SqlDriverAdapterFactory, SqlQuery } from "@prisma/driver-adapter-utils";
import { traced } from "#lib/tracing.ts";

/** Characters of a statement that are told: enough to know it by. */
const LONGEST = 2_000;

/** What a statement is, without what it holds: its values are apart, and what stands between quotes is left out. */
export function bareStatement(text: string): string {
  return text
    .replace(/\bE'(?:[^'\\]|\\.|'')*'/gis, "?")
    .replace(/\$(\w*)\$.*?\$\1\$/gs, "?")
    .replace(/'(?:[^']|'')*'/g, "?")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
}

/** Runs a statement as a step of what is under way: how long it took, never its values. */
export function tracedStatement<Result>(text: string, run: () => Promise<Result>): Promise<Result> {
  return traced({ name: "statement", kind: "client" }, (span) => {
    if (span) {
      const bare = bareStatement(text);
      const operation = /^\w+/.exec(bare)?.[0].toUpperCase() ?? "statement";
      span.rename(operation);
      span.say({ "db.system.name": "postgresql", "db.operation.name": operation, "db.query.text": bare });
    }
    return run();
  });
}

/** An adapter of Prisma's whose statements are steps. */
export function tracedAdapter(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return wrapped(factory);
}

const STATEMENTS: ReadonlySet<unknown> = new Set(["queryRaw", "executeRaw"]);
/** What answers something that runs statements too. */
const CONNECTIONS: ReadonlySet<unknown> = new Set(["connect", "startTransaction"]);

function wrapped<Each extends object>(each: Each): Each {
  return new Proxy(each, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== "function") return value;
      if (STATEMENTS.has(key)) {
        return (query: SqlQuery) => tracedStatement(query.sql, () => value.call(target, query));
      }
      if (CONNECTIONS.has(key)) {
        return async (...args: unknown[]) => wrapped(await value.apply(target, args));
      }
      return value.bind(target);
    },
  });
}
