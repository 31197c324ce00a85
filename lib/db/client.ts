import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { isTracing, type Span, traced } from "#lib/tracing.ts";
import type { Prisma } from "./generated/client.ts";
import { PrismaClient } from "./generated/client.ts";
import { tracedAdapter } from "./traced-statements.ts";

/** What a command's transaction hands around. */
export type Tx = Prisma.TransactionClient;
/** The pool or a transaction: what queries run on. */
export type Db = PrismaClient | Tx;

type Connected = { pool: pg.Pool; prisma: PrismaClient };

const holder = globalThis as { proofmarkDb?: Connected };

function connect(): Connected {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set");
  const pool = new pg.Pool({ connectionString, max: 10 });
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  return { pool, prisma: new PrismaClient({ adapter: isTracing() ? tracedAdapter(adapter) : adapter }) };
}

/** One pool per process, made at first use: a build needs no database, a hot reload makes no second one. */
function connected(): Connected {
  holder.proofmarkDb ??= connect();
  return holder.proofmarkDb;
}

/** The connections that Prisma works on: for lib/db/prepared.ts alone. */
export function pool(): pg.Pool {
  return connected().pool;
}

type GoesAlong = (tx: Tx, result: unknown) => Promise<void>;
const goesAlong = new AsyncLocalStorage<GoesAlong>();

/**
 * Runs a command so that `write` happens in its transaction, at the end of it and with what it answers: both or neither.
 * Of a command that is a statement of its own instead of a transaction nothing goes along.
 */
export function alongside<Result>(write: GoesAlong, run: () => Promise<Result>): Promise<Result> {
  return goesAlong.run(write, run);
}

type Transaction = (...args: unknown[]) => Promise<unknown>;

const commands = new AsyncLocalStorage<Span>();

/** A command is called by the event it leaves in the history: until then nobody knows what it does. */
export function nameCommand(action: string): void {
  commands.getStore()?.rename(`command ${action}`);
}

function asCommand(transaction: Transaction): Transaction {
  if (!isTracing()) return transaction;
  return (...args) =>
    traced({ name: "transaction", kind: "internal" }, (span) =>
      span ? commands.run(span, () => transaction(...args)) : transaction(...args),
    );
}

function withWhatGoesAlong(prisma: PrismaClient): unknown {
  const write = goesAlong.getStore();
  const transaction = asCommand(prisma.$transaction.bind(prisma) as Transaction);
  if (write === undefined) return transaction;
  return (work: (tx: Tx) => Promise<unknown>, options?: object) =>
    transaction(async (tx: Tx) => {
      const result = await work(tx);
      await write(tx, result);
      return result;
    }, options);
}

export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, key) {
    const { prisma } = connected();
    if (key === "$transaction") return withWhatGoesAlong(prisma);
    const value: unknown = Reflect.get(prisma, key, prisma);
    return typeof value === "function" ? value.bind(prisma) : value;
  },
});
