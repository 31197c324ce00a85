import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Prisma } from "./generated/client.ts";
import { PrismaClient } from "./generated/client.ts";

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
  return { pool, prisma: new PrismaClient({ adapter }) };
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

function withWhatGoesAlong(prisma: PrismaClient): unknown {
  const write = goesAlong.getStore();
  const transaction = prisma.$transaction.bind(prisma) as (...args: unknown[]) => Promise<unknown>;
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
