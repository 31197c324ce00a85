import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { awaitAnswer, beginForm } from "#lib/db/sent-forms.ts";
import { purgeOldForms } from "#lib/members/commands.ts";
import { makeMember } from "#lib/testing/factories.ts";
import { askAs } from "#lib/testing/request.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { AppError } from "./errors.ts";
import { once } from "./once.ts";

beforeEach(async () => {
  await resetDb();
  await askAs(await makeMember());
});

test("sent with the id of somebody else's form, it is done and gets its own answer", async () => {
  const id = randomUUID();
  expect(await once(id, async () => "what Ana may see")).toBe("what Ana may see");
  await askAs(await makeMember());
  expect(await once(id, async () => "what Ben may see")).toBe("what Ben may see");
  await askAs(null);
  expect(await once(id, async () => "nothing")).toBe("nothing");
});

test("sent several times at once it is done once, and everybody gets the same answer", async () => {
  const id = randomUUID();
  let done = 0;
  const run = async () => {
    done += 1;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { number: done, at: new Date("2026-03-02T12:00:00Z") };
  };
  const answers = await Promise.all([1, 2, 3].map(() => once(id, run)));
  expect(done).toBe(1);
  expect(answers).toEqual(Array(3).fill({ number: 1, at: new Date("2026-03-02T12:00:00Z") }));
  expect(await once(id, run)).toEqual(answers[0]);
  expect(await once(randomUUID(), run)).toMatchObject({ number: 2 });
});

test("where it led to, it leads again", async () => {
  const id = randomUUID();
  let done = 0;
  const run = async () => {
    done += 1;
    return redirect("/desk/articles/1");
  };
  await expect(once(id, run)).rejects.toMatchObject({ digest: expect.stringContaining("/desk/articles/1") });
  await expect(once(id, run)).rejects.toMatchObject({ digest: expect.stringContaining("/desk/articles/1") });
  expect(done).toBe(1);
});

test("what was refused, failed or led to signing in was not done, and is done when it is sent again", async () => {
  const failures = [
    () => Promise.reject(new AppError("stale_version")),
    () => Promise.reject(new Error("broken")),
    async () => redirect("/login?from=%2Fdesk"),
  ];
  for (const fail of failures) {
    const id = randomUUID();
    await expect(once<string>(id, fail)).rejects.toThrow();
    expect(await once(id, async () => "done")).toBe("done");
  }
});

test("whose process died over it, nobody can know", async () => {
  const form = { memberId: (await makeMember()).id, id: randomUUID() };
  await beginForm(form);
  expect(await awaitAnswer(form, 200)).toBeNull();
  expect(await beginForm(form)).toBe(false);
});

test("is forgotten after a day", async () => {
  await once(randomUUID(), async () => "done");
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
  expect(await purgeOldForms({ now: hours(23) })).toBe(0);
  expect(await purgeOldForms({ now: hours(25) })).toBe(1);
  expect(await db.sentForm.count()).toBe(0);
});
