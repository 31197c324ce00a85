import { setTimeout as sleep } from "node:timers/promises";
import { deserialize, serialize } from "node:v8";
import { db } from "./client.ts";

/** Milliseconds between looks at a form that is being done, and how long one waits for it: no action takes longer. */
const PAUSE = 100;
const PATIENCE = 10_000;

/** A form as a member's browser sent it: what came of it is for nobody else, whoever knows the id. */
export type Sent = { memberId: string; id: string };

/** True for the first time the member sends the form with this id: of several at once the table's key lets one through. */
export async function beginForm(form: Sent): Promise<boolean> {
  const { count } = await db.sentForm.createMany({ data: [form], skipDuplicates: true });
  return count === 1;
}

/** Keeps what came of it, for whoever sends it again. */
export async function answerForm(form: Sent, answer: unknown): Promise<void> {
  await db.sentForm.updateMany({ where: form, data: { answer: Uint8Array.from(serialize(answer)) } });
}

/** Nothing came of it: it may be sent again and done then. */
export async function dropForm(form: Sent): Promise<void> {
  await db.sentForm.deleteMany({ where: form });
}

/** What came of a form that was sent before; null when that cannot be known. */
export async function awaitAnswer(form: Sent, patience = PATIENCE): Promise<{ answer: unknown } | null> {
  for (let waited = 0; waited <= patience; waited += PAUSE) {
    const sent = await db.sentForm.findUnique({ where: { memberId_id: form }, select: { answer: true } });
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
