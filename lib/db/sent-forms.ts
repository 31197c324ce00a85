import { setTimeout as sleep } from "node:timers/promises";
import { deserialize, serialize } from "node:v8";
import { db } from "./client.ts";

/** Milliseconds between looks at a form that is being done, and how long one waits for it: no action takes longer. */
const PAUSE = 100;
const PATIENCE = 10_000;

/** True for the first who sends the form with this id: of several at once the table's key lets one through. */
export async function beginForm(id: string): Promise<boolean> {
  const { count } = await db.sentForm.createMany({ data: [{ id }], skipDuplicates: true });
  return count === 1;
}

/** Keeps what came of it, for whoever sends it again. */
export async function answerForm(id: string, answer: unknown): Promise<void> {
  await db.sentForm.updateMany({ where: { id }, data: { answer: Uint8Array.from(serialize(answer)) } });
}

/** Nothing came of it: it may be sent again and done then. */
export async function dropForm(id: string): Promise<void> {
  await db.sentForm.deleteMany({ where: { id } });
}

/** What came of a form that was sent before; null when that cannot be known. */
export async function awaitAnswer(id: string, patience = PATIENCE): Promise<{ answer: unknown } | null> {
  for (let waited = 0; waited <= patience; waited += PAUSE) {
    const sent = await db.sentForm.findUnique({ where: { id }, select: { answer: true } });
    if (sent?.answer) return { answer: deserialize(sent.answer) };
    if (sent === null) return null;
    await sleep(PAUSE);
  }
  return null;
}

/** Removes those nobody will send again. Answers how many. */
export async function purgeForms(before: Date): Promise<number> {
  return (await db.sentForm.deleteMany({ where: { sentAt: { lt: before } } })).count;
}
