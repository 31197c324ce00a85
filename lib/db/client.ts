import { PrismaPg } from "@prisma/adapter-pg";
import type { Prisma } from "./generated/client.ts";
import { PrismaClient } from "./generated/client.ts";

/** What a command's transaction hands around. */
export type Tx = Prisma.TransactionClient;
/** The pool or a transaction: what queries run on. */
export type Db = PrismaClient | Tx;

const holder = globalThis as { proofmarkDb?: PrismaClient };

function connect(): PrismaClient {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set");
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 10 }) });
}

/** One client per process, made at first use: a build needs no database, a hot reload makes no second pool. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, key) {
    holder.proofmarkDb ??= connect();
    const value: unknown = Reflect.get(holder.proofmarkDb, key, holder.proofmarkDb);
    return typeof value === "function" ? value.bind(holder.proofmarkDb) : value;
  },
});
