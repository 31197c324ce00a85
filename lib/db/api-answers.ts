import { setTimeout as sleep } from "node:timers/promises";
import { db, type Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** Milliseconds between looks at a request that is being done, and how long the same request waits for it. */
const PAUSE = 50;
const PATIENCE = 20_000;
/** Milliseconds after which a request that was neither done nor answered is taken to have died with its process. */
const GIVEN_UP = 60_000;

/** A request by the key a program gave it, for that token alone. */
export type Keyed = { tokenId: string; key: string };
/** One try at it. `requestSha256` tells apart what was sent. */
export type Attempt = Keyed & { attempt: string; requestSha256: Uint8Array<ArrayBuffer> };

export type Standing =
  /** It is this try's to do. `result`: it was done by one that could not say so; the answer is all that is missing. */
  | { kind: "ours"; result: { value: unknown } | null }
  | { kind: "answered"; answer: unknown }
  /** The key belongs to another request. */
  | { kind: "other_request" }
  /** The first one is still at it. */
  | { kind: "busy" };

/** Begins a request, or says how the first one with its key stands: of several at once the table's key lets one through. */
export async function beginAnswer(attempt: Attempt, patience = PATIENCE): Promise<Standing> {
  for (let waited = 0; waited <= patience; waited += PAUSE) {
    const { count } = await db.apiAnswer.createMany({ data: [attempt], skipDuplicates: true });
    if (count === 1) return { kind: "ours", result: null };
    const standing = await look(attempt);
    if (standing) return standing;
    await sleep(PAUSE);
  }
  return { kind: "busy" };
}

/** Null: not done yet, or gone. */
async function look({ tokenId, key, attempt, requestSha256 }: Attempt): Promise<Standing | null> {
  const known = await db.apiAnswer.findUnique({
    where: { tokenId_key: { tokenId, key } },
    select: { requestSha256: true, attempt: true, result: true, answer: true, beganAt: true },
  });
  if (known === null) return null;
  if (!Buffer.from(known.requestSha256).equals(requestSha256)) return { kind: "other_request" };
  if (known.answer !== null) return { kind: "answered", answer: known.answer };
  if (Date.now() - known.beganAt.getTime() < GIVEN_UP) return null;
  const { count } = await db.apiAnswer.updateMany({
    where: { tokenId, key, attempt: known.attempt, answer: { equals: Prisma.AnyNull } },
    data: { attempt, beganAt: new Date() },
  });
  return count === 0 ? null : { kind: "ours", result: known.result as { value: unknown } | null };
}

/** Keeps what the command answered, in its transaction. False: the key is not this try's any more. */
export async function keepResult(
  on: Tx | typeof db,
  { tokenId, key, attempt }: Attempt,
  value: unknown,
): Promise<boolean> {
  const result = JSON.parse(JSON.stringify({ value: value ?? null })) as Prisma.InputJsonValue;
  const { count } = await on.apiAnswer.updateMany({ where: { tokenId, key, attempt }, data: { result } });
  return count === 1;
}

/** Keeps what was answered, for whoever sends the same again. */
export async function keepAnswer({ tokenId, key, attempt }: Attempt, answer: object): Promise<void> {
  const kept = JSON.parse(JSON.stringify(answer)) as Prisma.InputJsonValue;
  await db.apiAnswer.updateMany({ where: { tokenId, key, attempt }, data: { answer: kept } });
}

/** The try failed. What was not done may be sent again and done then; of what was done the answer alone is missing. */
export async function leaveAnswer({ tokenId, key, attempt }: Attempt): Promise<void> {
  const ours = { tokenId, key, attempt };
  await db.apiAnswer.deleteMany({ where: { ...ours, result: { equals: Prisma.AnyNull } } });
  await db.apiAnswer.updateMany({ where: ours, data: { beganAt: new Date(Date.now() - GIVEN_UP) } });
}

/** Removes those nobody will send again. Answers how many. */
export async function purgeAnswersBefore(before: Date): Promise<number> {
  return (await db.apiAnswer.deleteMany({ where: { beganAt: { lt: before } } })).count;
}
