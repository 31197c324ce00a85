import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { alongside, db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { AppError, insist, type Refusal } from "#lib/errors.ts";
import { importArchive, importForeignChecks, type RowOutcome } from "#lib/foreign-checks/commands.ts";
import { FOREIGN_LIMITS } from "#lib/foreign-checks/values.ts";
import { decodeText } from "#lib/importing/charset.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { listRatings } from "#lib/verdicts/queries.ts";
import { labelRatings } from "./schema.ts";
import type { FileUse } from "./values.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

type By = { actor: Actor; now: Date };

/** No failure is noted. */
const NOTHING = Prisma.DbNull;

/** Keeps a file, and has the worker look what would become of each of its rows. Nothing is made of it yet. */
export async function sendFile({
  actor,
  use,
  name,
  bytes,
  now,
}: By & { use: FileUse; name: string; bytes: Uint8Array }): Promise<{ id: string }> {
  insist(forbidden(actor, "checks.import"));
  if (bytes.byteLength > FOREIGN_LIMITS.fileBytes) {
    const limit = FOREIGN_LIMITS.fileBytes / 1_000_000;
    throw new AppError("claim_reviews_too_large", { values: { limit }, field: "file" });
  }
  const content = Uint8Array.from(await compress(bytes));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return db.$transaction(async (tx) => {
    const made = await tx.checkFile.create({
      data: {
        ...{ use, name, size: bytes.byteLength, sha256, content },
        ...{ memberId: actor.id, createdAt: now, touchedAt: now },
      },
      select: { id: true },
    });
    await enqueue(tx, "checks.read", { fileId: made.id }, { key: made.id });
    return made;
  });
}

/**
 * Says which ratings labels of an archive mean, on top of what was said before, and has its rows looked at once more.
 * Refuses with `check_file_gone` what does not wait for a person.
 */
export async function chooseRatings({
  actor,
  fileId,
  chosen,
  now,
}: By & { fileId: string; chosen: ReadonlyMap<string, string> }): Promise<void> {
  insist(forbidden(actor, "checks.import"));
  const { scaleId } = await requireNewsroom();
  const keys = new Map((await listRatings(scaleId)).map(({ id, key }) => [id, key]));
  await db.$transaction(async (tx) => {
    const file = await tx.checkFile.findUnique({ where: { id: fileId }, select: { ratings: true } });
    if (!file) throw new AppError("not_found");
    const said = Object.fromEntries(
      [...chosen].map(([label, ratingId]) => {
        const key = keys.get(ratingId);
        if (key === undefined) throw new AppError("unknown_rating", { field: "ratingId" });
        return [label, key];
      }),
    );
    const { count } = await tx.checkFile.updateMany({
      where: { id: fileId, state: "shown" },
      data: { state: "reading", ratings: { ...labelRatings.parse(file.ratings), ...said }, touchedAt: now },
    });
    if (count === 0) throw new AppError("check_file_gone");
    await enqueue(tx, "checks.read", { fileId }, { key: fileId });
  });
}

/**
 * Has the worker import the rows that were shown as new, and no others. Refuses with `check_file_scale` when ratings
 * mean something else by now, and with `check_file_gone` what does not wait to be imported.
 */
export async function startFileImport({ actor, fileId, now }: By & { fileId: string }): Promise<void> {
  insist(forbidden(actor, "checks.import"));
  const { scaleId } = await requireNewsroom();
  await db.$transaction(async (tx) => {
    const file = await tx.checkFile.findUnique({
      where: { id: fileId },
      select: { use: true, scaleId: true },
    });
    if (!file) throw new AppError("not_found");
    if (file.use === "archive" && file.scaleId !== null && file.scaleId !== scaleId)
      throw new AppError("check_file_scale");
    const { count } = await tx.checkFile.updateMany({
      where: {
        id: fileId,
        OR: [{ state: "shown" }, { state: "failed", shownAt: { not: null } }],
        rows: { some: { outcome: "new" } },
      },
      // Who imports is who is said to have.
      data: { state: "importing", memberId: actor.id, failure: NOTHING, touchedAt: now },
    });
    if (count === 0) throw new AppError("check_file_gone");
    await enqueue(tx, "checks.import", { fileId }, { key: fileId });
  });
}

/** Has a file looked at once more: its ratings are others, or looking failed. */
export async function lookAgain({ actor, fileId, now }: By & { fileId: string }): Promise<void> {
  insist(forbidden(actor, "checks.import"));
  await db.$transaction(async (tx) => {
    if ((await tx.checkFile.count({ where: { id: fileId } })) === 0) throw new AppError("not_found");
    const { count } = await tx.checkFile.updateMany({
      where: { id: fileId, state: { in: ["shown", "failed"] } },
      data: { state: "reading", failure: NOTHING, touchedAt: now },
    });
    if (count === 0) throw new AppError("check_file_gone");
    await enqueue(tx, "checks.read", { fileId }, { key: fileId });
  });
}

/** Removes a file that nobody wants to import. What was made of it stays. */
export async function removeFile({ actor, fileId }: { actor: Actor; fileId: string }): Promise<void> {
  insist(forbidden(actor, "checks.import"));
  // While the worker imports, its count of what it made is needed.
  const { count } = await db.checkFile.deleteMany({ where: { id: fileId, state: { not: "importing" } } });
  if (count === 0) throw new AppError("check_file_gone");
}

type Task = {
  use: FileUse;
  actor: Actor;
  text: string;
  ratings: ReadonlyMap<string, string>;
};

/** What the worker needs; null when there is nothing to do. */
async function taskOf(fileId: string, state: "reading" | "importing"): Promise<Task | null> {
  const file = await db.checkFile.findFirst({
    where: { id: fileId, state },
    select: {
      ...{ use: true, content: true, ratings: true },
      member: { select: { id: true, name: true, role: true, disabledAt: true } },
    },
  });
  if (!file?.content) return null;
  const { disabledAt, ...actor } = file.member;
  if (disabledAt) throw new AppError("member_disabled");
  const bytes = await decompress(file.content, { maxOutputLength: FOREIGN_LIMITS.fileBytes });
  return {
    ...{ use: file.use, actor, text: decodeText(bytes, null) },
    ratings: new Map(Object.entries(labelRatings.parse(file.ratings))),
  };
}

/** How many rows are written at once. */
const BATCH = 1_000;

/** Writes down what would become of each row of a file. */
export async function readFileRows({ fileId, now }: { fileId: string; now: Date }): Promise<void> {
  const task = await taskOf(fileId, "reading");
  if (!task) return;
  const { scaleId } = await requireNewsroom();
  const outcomes = await run(task, { isDry: true, now });
  await db.$transaction(
    async (tx) => {
      // Of two workers who read the same file, the second waits here, and finds it shown.
      const waiting = await tx.$queryRaw<unknown[]>`
        SELECT 1 AS one FROM check_files WHERE id = ${fileId}::uuid AND state = 'reading' FOR UPDATE`;
      if (waiting.length === 0) return;
      await tx.checkFileRow.deleteMany({ where: { fileId } });
      for (let at = 0; at < outcomes.length; at += BATCH) {
        await tx.checkFileRow.createMany({
          data: outcomes.slice(at, at + BATCH).map(({ row, ...rest }) => ({ ...rest, fileId, number: row })),
        });
      }
      await tx.checkFile.update({
        where: { id: fileId },
        data: { state: "shown", scaleId, shownAt: now, touchedAt: now },
        select: { id: true },
      });
    },
    { timeout: 120_000 },
  );
}

/** Imports the rows that were shown as new. Taken up again, it goes on with what is left. */
export async function importFileRows({ fileId, now }: { fileId: string; now: Date }): Promise<void> {
  const task = await taskOf(fileId, "importing");
  if (!task) return;
  const shown = await db.checkFileRow.findMany({
    where: { fileId, outcome: "new" },
    select: { number: true },
  });
  const only = new Set(shown.map(({ number }) => number));
  // An archive's rows are made one by one, the checks of others all at once: what is counted is what is there.
  const isOneByOne = task.use === "archive";
  await alongside(
    async (tx, result) => {
      const made = isOneByOne ? 1 : madeOf(result as RowOutcome[], only);
      await tx.checkFile.update({
        where: { id: fileId },
        data: { made: { increment: made }, touchedAt: new Date() },
        select: { id: true },
      });
    },
    () => run(task, { isDry: false, only, now }),
  );
  await db.checkFile.updateMany({
    where: { id: fileId, state: "importing" },
    data: { state: "imported", content: null, touchedAt: new Date() },
  });
}

const madeOf = (outcomes: readonly RowOutcome[], only: ReadonlySet<number>): number =>
  outcomes.filter(({ row, outcome }) => outcome === "new" && only.has(row)).length;

function run(
  { use, actor, text, ratings }: Task,
  given: { isDry: boolean; only?: ReadonlySet<number>; now: Date },
): Promise<RowOutcome[]> {
  return use === "archive"
    ? importArchive({ actor, text, ratings, ...given })
    : importForeignChecks({ actor, text, ...given });
}

/** Says why nothing more came of a file. */
export async function failFile({
  fileId,
  refusal: { reason, values = {} },
  now,
}: {
  fileId: string;
  refusal: Refusal;
  now: Date;
}): Promise<void> {
  await db.checkFile.updateMany({
    where: { id: fileId, state: { in: ["reading", "importing"] } },
    data: { state: "failed", failure: { reason, values }, touchedAt: now },
  });
}

/** Milliseconds: a file nobody came back to is gone after three days. */
const KEPT = 3 * 24 * 3_600_000;

/** Forgets files, with what would have become of their rows. Answers how many. */
export async function purgeFiles({ now }: { now: Date }): Promise<number> {
  const where = { touchedAt: { lt: new Date(now.getTime() - KEPT) } };
  return (await db.checkFile.deleteMany({ where })).count;
}
