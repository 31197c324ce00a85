import { db } from "./client.ts";

/** Throws when the database refuses, or has not answered after `limit` milliseconds. */
export async function pingDatabase({ limit }: { limit: number }): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`the database did not answer within ${limit} ms`)), limit);
  try {
    await Promise.race([db.$queryRaw`SELECT 1`, late]);
  } finally {
    clearTimeout(timer);
  }
}
