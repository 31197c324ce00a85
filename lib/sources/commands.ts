import { recordAudit } from "#lib/audit/commands.ts";
import { changesBetween } from "#lib/audit/schema.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { violatedIndex } from "#lib/db/unique.ts";
import { AppError, insist } from "#lib/errors.ts";
import { lockClaim } from "#lib/reviews/queries.ts";
import { endMoved } from "#lib/watch/commands.ts";
import { replaceRefusal } from "#lib/watch/rules.ts";
import { describePicture, findOrMakeDocument, type NewDocument } from "./document-rows.ts";
import { type SourceView, sourceFields, toSourceView } from "./queries.ts";
import { foundByWords, visibleEvidence, visibleSources } from "./rules.ts";
import type { DescribeSourceInput, MergeSourcesInput } from "./schema.ts";
import { addressOf, columnsOf, lockSource, type SourceInput, writeSource } from "./source-rows.ts";

/**
 * Says what is known of a source, for every claim that cites it. Saving what stands there already does nothing. Refuses
 * with `stale_version`, and finds nothing the member may not know of.
 */
export async function describeSource({
  actor,
  sourceId,
  version,
  ...input
}: DescribeSourceInput & { actor: Actor }): Promise<void> {
  insist(forbidden(actor, "source.edit"));
  await db.$transaction(async (tx) => {
    await insistOnVisible(tx, { actor, sourceId });
    const { id: _, url, ...source } = await lockSource(tx, sourceId);
    const row = await tx.source.findUniqueOrThrow({
      where: { id: sourceId },
      select: { version: true, reliabilityNote: true },
    });
    if (row.version !== version) throw new AppError("stale_version");
    const { alt, ...said } = input;
    const changes = {
      ...changesBetween({ ...source, reliabilityNote: row.reliabilityNote }, said),
      ...(await describePicture(tx, { sourceId, alt })),
    };
    if (Object.keys(changes).length === 0) return;
    const { reliabilityNote, ...data } = said;
    const written = await writeSource(tx, {
      source: { id: sourceId, url, ...source },
      data: { url, ...data },
    });
    const isRaised = Object.keys(changes).some((field) => field !== "reliabilityNote" && field !== "alt");
    await tx.source.update({
      where: { id: sourceId },
      data: { reliabilityNote, ...(!isRaised && { version: { increment: 1 } }) },
      select: { id: true },
    });
    await recordAudit(tx, {
      actor,
      action: "source.edited",
      subjectId: sourceId,
      data: { title: written.title, url, changes },
    });
  });
}

/**
 * Gives a source the address its page moved to, for every claim that cites it, and ends the tasks that say so. Refuses
 * with `address_taken` where the desk has a source at that address: two that are one document are merged.
 */
export async function replaceAddress({
  actor,
  taskId,
  now,
}: {
  actor: Actor;
  taskId: string;
  now: Date;
}): Promise<void> {
  await settlingAddress(() =>
    db.$transaction(async (tx) => {
      const where = { id: taskId, evidence: visibleEvidence(actor) };
      const known = await tx.sourceTask.findFirst({
        where,
        select: { evidence: { select: { claimId: true } } },
      });
      if (!known) throw new AppError("not_found");
      const claim = await lockClaim(tx, known.evidence.claimId);
      const { sourceId } = await tx.evidence.findFirstOrThrow({
        where: { tasks: { some: { id: taskId } } },
        select: { sourceId: true },
      });
      const source = await lockSource(tx, sourceId);
      const task = await tx.sourceTask.findFirst({
        where: { ...where, evidence: { AND: [visibleEvidence(actor), { sourceId }] } },
        select: { finding: true, outcome: true, movedTo: true },
      });
      if (!task) throw new AppError("already_changed");
      const { finding, movedTo } = task;
      const elsewhere = { AND: [visibleEvidence(actor), { sourceId, claimId: { not: claim.id } }] };
      const citedElsewhere = (await tx.evidence.count({ where: elsewhere })) > 0;
      insist(replaceRefusal({ isOpen: task.outcome === null, finding, claim, citedElsewhere }, actor));
      if (movedTo === null) throw new AppError("task_settled");
      const taken = await findByAddress(tx, movedTo);
      if (taken !== null && taken !== sourceId) throw new AppError("address_taken");
      await writeSource(tx, { source, data: { ...source, url: movedTo } });
      // A page that moved back has its old address again.
      await tx.formerAddress.deleteMany({ where: { url: movedTo } });
      if (source.url !== null) {
        const replaced = { sourceId, replacedById: actor.id, replacedAt: now };
        await tx.formerAddress.upsert({
          where: { url: source.url },
          create: { url: source.url, ...replaced },
          update: replaced,
          select: { url: true },
        });
      }
      await endMoved(tx, { sourceId, actor, now });
      await recordAudit(tx, {
        actor,
        action: "source.edited",
        subjectId: sourceId,
        data: {
          title: source.title,
          url: movedTo,
          changes: changesBetween({ url: source.url }, { url: movedTo }),
        },
      });
    }),
  );
}

/** Somebody made a source with the address that another source was just being moved to. */
async function settlingAddress(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violatedIndex(error) === "sources_url_key") throw new AppError("already_changed", { cause: error });
    throw error;
  }
}

async function insistOnVisible(
  tx: Tx,
  { actor, sourceId }: { actor: Actor; sourceId: string },
): Promise<void> {
  const seen = await tx.source.count({ where: { AND: [{ id: sourceId }, visibleSources(actor)] } });
  if (seen === 0) throw new AppError("not_found");
}

/**
 * Makes two sources one: evidence and copies of the one go to the other, which gets what it lacked, and the address of
 * the one leads there from now on. Refuses with `merge_twice` where a claim would then cite the same words twice: what
 * stands there is a person's to remove.
 */
export async function mergeSources({
  actor,
  sourceId,
  intoId,
  now,
}: MergeSourcesInput & { actor: Actor; now: Date }): Promise<void> {
  insist(forbidden(actor, "source.merge"));
  if (sourceId === intoId) throw new AppError("merge_itself");
  try {
    await db.$transaction(async (tx) => {
      const { gone, kept } = await lockBoth(tx, { goneId: sourceId, keptId: intoId });
      const evidence = await tx.evidence.updateMany({ where: { sourceId }, data: { sourceId: intoId } });
      const snapshots = await moveSnapshots(tx, { sourceId, intoId });
      await tx.mergedSource.updateMany({ where: { sourceId }, data: { sourceId: intoId } });
      await tx.formerAddress.updateMany({ where: { sourceId }, data: { sourceId: intoId } });
      const { url, title } = gone;
      await tx.source.delete({ where: { id: sourceId }, select: { id: true } });
      await tx.mergedSource.create({
        data: { id: sourceId, sourceId: intoId, url, title, mergedById: actor.id, mergedAt: now },
        select: { id: true },
      });
      const lacked = {
        publisher: kept.publisher ?? gone.publisher,
        author: kept.author ?? gone.author,
        publishedOn: kept.publishedOn ?? gone.publishedOn,
        interests: kept.interests ?? gone.interests,
      };
      await writeSource(tx, { source: kept, data: { ...kept, ...lacked } });
      await tx.source.update({
        where: { id: intoId },
        data: {
          reliabilityNote: [kept.reliabilityNote, gone.reliabilityNote].filter(Boolean).join("\n\n") || null,
          version: { increment: 1 },
        },
        select: { id: true },
      });
      await tx.evidence.updateMany({ where: { sourceId: intoId }, data: { version: { increment: 1 } } });
      await recordAudit(tx, {
        actor,
        action: "source.merged",
        subjectId: intoId,
        data: {
          title: kept.title,
          url: kept.url,
          from: { id: sourceId, title, url },
          evidence: evidence.count,
          snapshots,
        },
      });
    });
  } catch (error) {
    if (violatedIndex(error) === "evidence_once") throw new AppError("merge_twice", { cause: error });
    throw error;
  }
}

type Noted = SourceView & { reliabilityNote: string | null };

/** Always in the same order: of two who merge the same two, either way round, none waits for the other for ever. */
async function lockBoth(
  tx: Tx,
  { goneId, keptId }: { goneId: string; keptId: string },
): Promise<{ gone: Noted; kept: Noted }> {
  await tx.$queryRaw`
    SELECT id FROM sources WHERE id IN (${goneId}::uuid, ${keptId}::uuid) ORDER BY id FOR UPDATE`;
  const rows = await tx.source.findMany({
    where: { id: { in: [goneId, keptId] } },
    select: { ...sourceFields, reliabilityNote: true },
  });
  const find = (id: string): Noted => {
    const row = rows.find((each) => each.id === id);
    if (!row) throw new AppError("not_found");
    return { ...toSourceView(row), reliabilityNote: row.reliabilityNote };
  };
  return { gone: find(goneId), kept: find(keptId) };
}

/** Of an archive's copy both have, and of a copy both wait for, one stays. Answers how many went over. */
async function moveSnapshots(
  tx: Tx,
  { sourceId, intoId }: { sourceId: string; intoId: string },
): Promise<number> {
  await tx.$executeRaw`
    UPDATE evidence e SET snapshot_id = kept.id
    FROM snapshots gone JOIN snapshots kept ON kept.archive_url = gone.archive_url
    WHERE e.snapshot_id = gone.id AND gone.source_id = ${sourceId}::uuid AND kept.source_id = ${intoId}::uuid`;
  // A copy of ours stays whatever archive has the page too.
  await tx.$executeRaw`
    UPDATE snapshots gone SET archive_url = NULL FROM snapshots kept
    WHERE gone.source_id = ${sourceId}::uuid AND kept.source_id = ${intoId}::uuid
      AND gone.state = 'kept' AND kept.archive_url = gone.archive_url`;
  await tx.$executeRaw`
    DELETE FROM snapshots gone USING snapshots kept
    WHERE gone.source_id = ${sourceId}::uuid AND kept.source_id = ${intoId}::uuid
      AND (kept.archive_url = gone.archive_url
        OR (kept.state = 'waiting' AND gone.state = 'waiting' AND num_nonnulls(kept.document_sha256, gone.document_sha256) = 0))`;
  await tx.document.updateMany({ where: { sourceId }, data: { sourceId: intoId } });
  const { count } = await tx.snapshot.updateMany({ where: { sourceId }, data: { sourceId: intoId } });
  return count;
}

/**
 * The source that evidence is to cite: of this address, of these words when it has none, or of this file; made on first
 * use. What it lacked is filled in. `isKnown`: the desk had the file already.
 */
export async function citeSource(
  tx: Tx,
  {
    actor,
    now,
    input,
    document,
  }: { actor: Actor; now: Date; input: SourceInput; document: NewDocument | null },
): Promise<{ source: SourceView; isKnown: boolean }> {
  const file = document && (await findOrMakeDocument(tx, { actor, now, input, document }));
  const sourceId = file?.sourceId ?? (await findOrMakeSource(tx, { actor, input }));
  return { source: await fillInSource(tx, { sourceId, input }), isKnown: file?.isKnown ?? false };
}

/** The source of this address, or of these words when it has none, made on first use. What it lacked is filled in. */
async function reuseOrMakeSource(
  tx: Tx,
  { actor, input }: { actor: Actor; input: SourceInput },
): Promise<SourceView> {
  return fillInSource(tx, { sourceId: await findOrMakeSource(tx, { actor, input }), input });
}

/** Adds what a form says of a source to what is known of it; nothing that is known gives way. */
async function fillInSource(
  tx: Tx,
  { sourceId, input }: { sourceId: string; input: SourceInput },
): Promise<SourceView> {
  const source = await lockSource(tx, sourceId);
  return writeSource(tx, {
    source,
    data: {
      ...source,
      publisher: source.publisher ?? input.publisher,
      author: source.author ?? input.author,
      publishedOn: source.publishedOn ?? input.publishedOn,
      interests: source.interests ?? input.interests,
    },
  });
}

async function findOrMakeSource(
  tx: Tx,
  { actor, input }: { actor: Actor; input: SourceInput },
): Promise<string> {
  const { url, ...data } = columnsOf(input);
  const { title, author, publisher } = data;
  const find = () =>
    tx.source.findFirst({
      where: url === null ? { url, title, author, publisher, ...foundByWords(actor) } : { url },
      orderBy: { id: "asc" },
      select: { id: true },
    });
  const foundId = url === null ? (await find())?.id : await findByAddress(tx, url);
  if (foundId) return foundId;
  // Of two who cite a new address at once, one makes the source, the other finds it.
  await tx.source.createMany({ data: [{ url, ...data, createdById: actor.id }], skipDuplicates: true });
  const made = await find();
  if (!made) throw new Error("A source vanished while it was made");
  return made.id;
}

/** The source at this address; or what it has become, when it was merged into another or got another address. */
async function findByAddress(tx: Tx, url: string): Promise<string | null> {
  const source = await tx.source.findUnique({ where: { url }, select: { id: true } });
  if (source) return source.id;
  const of = { where: { url }, select: { sourceId: true } };
  const former = (await tx.mergedSource.findUnique(of)) ?? (await tx.formerAddress.findUnique(of));
  return former?.sourceId ?? null;
}

/** What the form says of the source goes to the source it is about: this one, or the one at the new address. */
export async function editCited(
  tx: Tx,
  {
    actor,
    evidenceId,
    sourceId,
    input,
  }: { actor: Actor; evidenceId: string; sourceId: string; input: SourceInput },
): Promise<SourceView> {
  const source = await lockSource(tx, sourceId);
  const url = addressOf(input);
  if (url === source.url)
    return writeSource(tx, { source, data: { ...input, url }, exceptEvidenceId: evidenceId });
  if (await isAnother(tx, { actor, evidenceId, sourceId, url }))
    return reuseOrMakeSource(tx, { actor, input });
  const twinId = await leaveHidden(tx, { evidenceId, sourceId });
  const written = await writeSource(tx, { source, data: { ...input, url }, exceptEvidenceId: evidenceId });
  if (twinId !== null) {
    await tx.source.update({ where: { id: twinId }, data: { url: source.url }, select: { id: true } });
  }
  return written;
}

/**
 * Evidence that is hidden from who edits goes on citing what it cited, as a source of its own: another id for theirs
 * would tell that there is some. Answers the source that lacks the address yet, or null.
 */
async function leaveHidden(
  tx: Tx,
  { evidenceId, sourceId }: { evidenceId: string; sourceId: string },
): Promise<string | null> {
  const others = { sourceId, id: { not: evidenceId } };
  if ((await tx.evidence.count({ where: others })) === 0) return null;
  const { id: _, url: __, ...told } = await tx.source.findUniqueOrThrow({ where: { id: sourceId } });
  const twin = await tx.source.create({ data: told, select: { id: true } });
  await tx.evidence.updateMany({ where: others, data: { sourceId: twin.id } });
  return twin.id;
}

/**
 * Whether a new address belongs to a source that is kept already, or the old one is still cited elsewhere as far as who
 * edits may know, or a copy of what is there (or a file) is kept or under way, which would be taken for a copy of what is
 * at the new one.
 */
async function isAnother(
  tx: Tx,
  {
    actor,
    evidenceId,
    sourceId,
    url,
  }: { actor: Actor; evidenceId: string; sourceId: string; url: string | null },
): Promise<boolean> {
  if (url !== null && (await findByAddress(tx, url)) !== null) return true;
  const elsewhere = { AND: [visibleEvidence(actor), { sourceId, id: { not: evidenceId } }] };
  if ((await tx.evidence.count({ where: elsewhere })) > 0) return true;
  const read = { sourceId, state: { in: ["kept", "waiting"] } } satisfies Prisma.SnapshotWhereInput;
  return (await tx.snapshot.count({ where: read })) + (await tx.document.count({ where: { sourceId } })) > 0;
}
