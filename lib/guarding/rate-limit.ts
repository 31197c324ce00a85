import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";

/** How often something may be done in a stretch of time that begins with the first. */
export type RateLimit = { name: string; most: number; milliseconds: number };

/**
 * Counts one more, and answers whether that is still within the limit: one statement, so that of many at once no two
 * count as one. `who` is kept as a hash that only this installation can make.
 */
export async function withinLimit(limit: RateLimit, who: string, now: Date): Promise<boolean> {
  return (await countOne(limit, who, now)).isWithin;
}

/** The same, with how often it may still be done and until when that counts. */
export async function countOne(
  { name, most, milliseconds }: RateLimit,
  who: string,
  now: Date,
): Promise<{ isWithin: boolean; left: number; resetsAt: Date }> {
  const key = keyOf(name, who);
  const resetsAt = new Date(now.getTime() + milliseconds);
  const [row] = await db.$queryRaw<{ count: number; resetsAt: Date }[]>`
    INSERT INTO rate_limits AS known (key, count, resets_at) VALUES (${key}, 1, ${resetsAt}::timestamptz)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN known.resets_at <= ${now}::timestamptz THEN 1 ELSE known.count + 1 END,
      resets_at = CASE WHEN known.resets_at <= ${now}::timestamptz THEN excluded.resets_at ELSE known.resets_at END
    RETURNING count, resets_at AS "resetsAt"`;
  if (row === undefined) throw new Error("A count was not written");
  return { isWithin: row.count <= most, left: Math.max(0, most - row.count), resetsAt: row.resetsAt };
}

/** Takes one off again of what turned out not to count. */
export async function giveBack({ name }: RateLimit, who: string): Promise<void> {
  await db.rateLimit.updateMany({
    where: { key: keyOf(name, who), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Forgets counts of stretches that are over. Answers how many. */
export async function purgeLimits({ now }: { now: Date }): Promise<number> {
  return (await db.rateLimit.deleteMany({ where: { resetsAt: { lte: now } } })).count;
}

function keyOf(name: string, who: string): string {
  const mac = createHmac("sha256", env.AUTH_SECRET).update(`rate-limit ${who}`);
  return `${name}:${mac.digest("base64url").slice(0, 22)}`;
}

/**
 * What counts as one sender, of a network address: of IPv6 the first 64 bits, which is what one connection is given to
 * choose its addresses from.
 */
export function senderOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const front = head.split(":").filter(Boolean);
  const back = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(zeros).fill("0"), ...back];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/u, ""))
    .join(":");
}
