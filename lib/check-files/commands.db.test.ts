import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { importForeignChecks } from "#lib/foreign-checks/commands.ts";
import { makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  chooseRatings,
  importFileRows,
  lookAgain,
  purgeFiles,
  readFileRows,
  removeFile,
  sendFile,
  startFileImport,
} from "./commands.ts";
import { importFile, readFile } from "./jobs.ts";
import { getCheckFile, listFileRows, listUnknownLabels } from "./queries.ts";
import type { FileUse } from "./values.ts";

const now = new Date("2026-03-01T10:00:00Z");
let admin: Actor;

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
  admin = await makeMember({ role: "admin" });
});

const MOON = {
  claim: "The moon is made of green cheese",
  url: "https://checks.example/moon",
  rating: "False",
};
const BRIDGE = {
  claim: "The bridge cost ten million",
  url: "https://checks.example/bridge",
  rating: "False",
};
const NOWHERE = { claim: "The sea is dry", url: "", rating: "False" };

type Line = { claim: string; url: string; rating: string };
const csv = (lines: readonly Line[]) =>
  new TextEncoder().encode(
    `claim,url,rating,date\n${lines.map(({ claim, url, rating }) => `${claim},${url},${rating},2024-06-22`).join("\n")}`,
  );

async function sent(lines: readonly Line[], use: FileUse = "checked_before"): Promise<string> {
  const { id } = await sendFile({ actor: admin, use, name: "checks.csv", bytes: csv(lines), now });
  await readFileRows({ fileId: id, now });
  return id;
}

async function imported(fileId: string): Promise<void> {
  await startFileImport({ actor: admin, fileId, now });
  await importFileRows({ fileId, now });
}

test("what would come in is shown, and nothing comes in", async () => {
  await importForeignChecks({
    actor: null,
    text: new TextDecoder().decode(csv([BRIDGE])),
    isDry: false,
    now,
  });
  const id = await sent([MOON, BRIDGE, NOWHERE, MOON]);
  expect(await getCheckFile(id)).toMatchObject({
    state: "shown",
    counts: { new: 1, known: 1, no_address: 1, repeated: 1 },
  });
  expect(await listFileRows({ fileId: id, outcome: "no_address", after: 0 })).toMatchObject({
    items: [{ number: 3, statement: NOWHERE.claim, url: null }],
    next: null,
  });
  expect(await db.foreignCheck.count()).toBe(1);
});

test("of two workers that read the same file, one writes down what it says", async () => {
  const bytes = csv([MOON, BRIDGE]);
  const { id } = await sendFile({ actor: admin, use: "checked_before", name: "checks.csv", bytes, now });
  await Promise.all([1, 2, 3].map(() => readFileRows({ fileId: id, now })));
  expect(await getCheckFile(id)).toMatchObject({ state: "shown", counts: { new: 2 } });
});

test("a long file is shown page by page", async () => {
  const lines = Array.from({ length: 120 }, (_, at) => ({ ...MOON, url: `https://checks.example/${at}` }));
  const id = await sent(lines);
  const pages: number[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof listFileRows>> = await listFileRows({
      ...{ fileId: id, outcome: "new", after },
    });
    pages.push(page.items.length);
    after = page.next;
  }
  expect(pages).toEqual([50, 50, 20]);
});

describe("importing", () => {
  test("makes what was shown, says how many, and forgets the file", async () => {
    const id = await sent([MOON, BRIDGE, NOWHERE]);
    await imported(id);
    expect(await getCheckFile(id)).toMatchObject({ state: "imported", made: 2 });
    expect(await db.checkFile.findUnique({ where: { id }, select: { content: true } })).toEqual({
      content: null,
    });
    const [event] = await db.auditEvent.findMany({ where: { action: "checks.imported" } });
    expect(event).toMatchObject({ actorId: admin.id, data: { count: 2 } });
    // The job once more, and the file once more, make nothing new.
    await importFileRows({ fileId: id, now });
    await expect(startFileImport({ actor: admin, fileId: id, now })).rejects.toMatchObject({
      reason: "check_file_gone",
    });
    const again = await sent([MOON, BRIDGE, NOWHERE]);
    expect(await getCheckFile(again)).toMatchObject({ counts: { known: 2, no_address: 1 } });
    await expect(startFileImport({ actor: admin, fileId: again, now })).rejects.toMatchObject({
      reason: "check_file_gone",
    });
    expect(await db.foreignCheck.count()).toBe(2);
  });

  test("makes nothing that was not shown as new, though it would be by now", async () => {
    await importForeignChecks({
      actor: null,
      text: new TextDecoder().decode(csv([MOON])),
      isDry: false,
      now,
    });
    const id = await sent([MOON, BRIDGE]);
    await db.foreignCheck.deleteMany();
    await imported(id);
    expect(await db.foreignCheck.findMany({ select: { url: true } })).toEqual([{ url: BRIDGE.url }]);
  });

  test("leaves what came from elsewhere meanwhile, and counts what it made itself", async () => {
    const id = await sent([MOON, BRIDGE]);
    await importForeignChecks({
      actor: null,
      text: new TextDecoder().decode(csv([MOON])),
      isDry: false,
      now,
    });
    await imported(id);
    expect(await getCheckFile(id)).toMatchObject({ made: 1, counts: { new: 2 } });
  });

  test("of two who press at once, one is told", async () => {
    const id = await sent([MOON]);
    const both = await Promise.allSettled(
      [1, 2].map(() => startFileImport({ actor: admin, fileId: id, now })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("the newsroom's own archive", () => {
  const PANTS = { ...BRIDGE, rating: "Pants on Fire" };

  test("asks what unknown ratings mean, and publishes with what was said", async () => {
    const id = await sent([MOON, PANTS], "archive");
    expect(await getCheckFile(id)).toMatchObject({ counts: { new: 1, unknown_rating: 1 } });
    expect(await listUnknownLabels(id)).toEqual([{ label: "Pants on Fire", count: 1 }]);
    const { id: ratingId } = await db.rating.findFirstOrThrow({ where: { key: "false" } });
    const chosen = new Map([["Pants on Fire", ratingId]]);
    await chooseRatings({ actor: admin, fileId: id, chosen, now });
    await readFileRows({ fileId: id, now });
    expect(await getCheckFile(id)).toMatchObject({ state: "shown", counts: { new: 2 } });
    await imported(id);
    expect(await getCheckFile(id)).toMatchObject({ state: "imported", made: 2 });
    expect(await db.claim.count({ where: { state: "published" } })).toBe(2);
    const again = await sent([MOON, PANTS], "archive");
    expect(await getCheckFile(again)).toMatchObject({ counts: { known: 2 } });
  });

  test("taken up again by another worker it goes on, and counts each once", async () => {
    const id = await sent([MOON, BRIDGE], "archive");
    await startFileImport({ actor: admin, fileId: id, now });
    await Promise.all([1, 2].map(() => importFileRows({ fileId: id, now })));
    expect(await getCheckFile(id)).toMatchObject({ state: "imported", made: 2 });
    expect(await db.claim.count()).toBe(2);
  });

  test("is not imported with ratings that are others by now", async () => {
    const id = await sent([MOON], "archive");
    await db.checkFile.update({ where: { id }, data: { scaleId: crypto.randomUUID() } });
    await expect(startFileImport({ actor: admin, fileId: id, now })).rejects.toMatchObject({
      reason: "check_file_scale",
    });
    await lookAgain({ actor: admin, fileId: id, now });
    await readFileRows({ fileId: id, now });
    await imported(id);
    expect(await getCheckFile(id)).toMatchObject({ made: 1 });
  });
});

test("what cannot be read says why, and can be removed", async () => {
  const bytes = new TextEncoder().encode("{ half");
  const { id } = await sendFile({ actor: admin, use: "archive", name: "checks.json", bytes, now });
  await readFile({ fileId: id }, { isLastTry: false });
  expect(await getCheckFile(id)).toMatchObject({
    state: "failed",
    failure: { reason: "claim_reviews_unreadable" },
    shownAt: null,
  });
  await expect(startFileImport({ actor: admin, fileId: id, now })).rejects.toMatchObject({
    reason: "check_file_gone",
  });
  await removeFile({ actor: admin, fileId: id });
  expect(await getCheckFile(id)).toBeNull();
});

test("whoever was switched off meanwhile imports nothing any more", async () => {
  const id = await sent([MOON], "archive");
  await startFileImport({ actor: admin, fileId: id, now });
  await db.member.update({ where: { id: admin.id }, data: { disabledAt: now } });
  await importFile({ fileId: id }, { isLastTry: false });
  expect(await getCheckFile(id)).toMatchObject({ state: "failed", failure: { reason: "member_disabled" } });
  expect(await db.claim.count()).toBe(0);
});

test("files nobody came back to are gone after three days", async () => {
  const id = await sent([MOON]);
  expect(await purgeFiles({ now: new Date(now.getTime() + 2 * 24 * 3_600_000) })).toBe(0);
  expect(await purgeFiles({ now: new Date(now.getTime() + 4 * 24 * 3_600_000) })).toBe(1);
  expect(await db.checkFileRow.count({ where: { fileId: id } })).toBe(0);
});

test("only admins may", async () => {
  const editor = await makeMember({ role: "editor" });
  const id = await sent([MOON]);
  const not = { reason: "not_allowed" };
  const by = { actor: editor, fileId: id, now };
  await expect(
    sendFile({ actor: editor, use: "archive", name: "x", bytes: csv([MOON]), now }),
  ).rejects.toMatchObject(not);
  await expect(startFileImport(by)).rejects.toMatchObject(not);
  await expect(chooseRatings({ ...by, chosen: new Map() })).rejects.toMatchObject(not);
  await expect(lookAgain(by)).rejects.toMatchObject(not);
  await expect(removeFile(by)).rejects.toMatchObject(not);
});
