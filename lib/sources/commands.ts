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
import { describePicture, findDocument, findOrMakeDocument, type NewDocument } from "./document-rows.ts";
import { type SourceView, sourceFields, toSourceView } from "./queries.ts";
import { type Circle, circleOf, inCircle, ownedBy, visibleEvidence, visibleSources } from "./rules.ts";
import type { DescribeSourceInput, MergeSourcesInput } from "./schema.ts";
import { addressOf, columnsOf, lockSource, type SourceInput, writeSource } from "./source-rows.ts";
import type { Visibility } from "./values.ts";

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
    const { id: _, url, ...source } = (await lockSource(tx, sourceId)).source;
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
      const { source, visibility } = await lockSource(tx, sourceId);
      const isPublic = visibility === "public";
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
      const taken = isPublic ? await findByAddress(tx, movedTo) : null;
      if (taken !== null && taken !== sourceId) throw new AppError("address_taken");
      await writeSource(tx, { source, data: { ...source, url: movedTo } });
      // A page that moved back has its old address again. Of a confidential one nobody is led anywhere.
      if (isPublic) await tx.formerAddress.deleteMany({ where: { url: movedTo } });
      if (isPublic && source.url !== null) {
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
 * stands there is a person's to remove; and with `merge_confidential`: what was said in confidence stays where it is.
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
      const { gone, kept, isPublic } = await lockBoth(tx, { goneId: sourceId, keptId: intoId });
      if (!isPublic) throw new AppError("merge_confidential");
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
): Promise<{ gone: Noted; kept: Noted; isPublic: boolean }> {
  await tx.$queryRaw`
    SELECT id FROM sources WHERE id IN (${goneId}::uuid, ${keptId}::uuid) ORDER BY id FOR UPDATE`;
  const rows = await tx.source.findMany({
    where: { id: { in: [goneId, keptId] } },
    select: { ...sourceFields, reliabilityNote: true, visibility: true },
  });
  const find = (id: string): Noted => {
    const row = rows.find((each) => each.id === id);
    if (!row) throw new AppError("not_found");
    const { visibility: _, reliabilityNote, ...source } = row;
    return { ...toSourceView(source), reliabilityNote };
  };
  const isPublic = rows.every(({ visibility }) => visibility === "public");
  return { gone: find(goneId), kept: find(keptId), isPublic };
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
  const count = await tx.snapshot.count({ where: { sourceId } });
  // What was read of them goes along.
  await tx.document.updateMany({ where: { sourceId }, data: { sourceId: intoId } });
  await tx.snapshot.updateMany({ where: { sourceId }, data: { sourceId: intoId } });
  return count;
}

/**
 * The source that evidence of this circle is to cite: of this address, of these words when it has none, or of this
 * file; made on first use. What it lacked is filled in. `isKnown`: the circle had the file already.
 */
export async function citeSource(
  tx: Tx,
  { document, ...cited }: Citing & { now: Date; document: NewDocument | null },
): Promise<{ source: SourceView; isKnown: boolean }> {
  if (document === null) return { source: await reuseOrMakeSource(tx, cited), isKnown: false };
  const { sourceId, isKnown } = await findOrMakeDocument(tx, { ...cited, document });
  const source = await fillInSource(tx, { ...cited, sourceId });
  // It became confidential while this waited for it.
  return source ? { source, isKnown } : citeSource(tx, { ...cited, document });
}

type Citing = { actor: Actor; input: SourceInput; circle: Circle };

/** The source of this address, or of these words when it has none, made on first use. What it lacked is filled in. */
async function reuseOrMakeSource(tx: Tx, cited: Citing): Promise<SourceView> {
  const source = await fillInSource(tx, { ...cited, sourceId: await findOrMakeSource(tx, cited) });
  // It became confidential while this waited for it.
  return source ?? reuseOrMakeSource(tx, cited);
}

/**
 * Adds what a form says of a source to what is known of it; nothing that is known gives way. Null when it is not of this
 * circle any more.
 */
async function fillInSource(
  tx: Tx,
  { sourceId, input, circle }: Omit<Citing, "actor"> & { sourceId: string },
): Promise<SourceView | null> {
  const { source, visibility } = await lockSource(tx, sourceId);
  if (visibility !== circle.visibility) return null;
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

async function findOrMakeSource(tx: Tx, { actor, input, circle }: Citing): Promise<string> {
  const { url, ...data } = columnsOf(input);
  const { title, author, publisher } = data;
  const find = async () => {
    if (url !== null) return findByAddress(tx, url, circle);
    const found = await tx.source.findFirst({
      where: { url, title, author, publisher, ...inCircle(circle) },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    return found?.id ?? null;
  };
  const foundId = await find();
  if (foundId !== null) return foundId;
  // Of two who cite a new address at once, one makes the source, the other finds it.
  const [made] = await tx.source.createManyAndReturn({
    data: [{ url, ...data, ...ownedBy(circle, actor) }],
    skipDuplicates: true,
    select: { id: true },
  });
  const id = made?.id ?? (await find());
  if (id === null) throw new Error("A source vanished while it was made");
  return id;
}

/**
 * The source of a circle at this address; or what it has become, when it was merged into another or got another
 * address.
 */
async function findByAddress(
  tx: Tx,
  url: string,
  circle: Circle = { visibility: "public" },
): Promise<string | null> {
  const source = await tx.source.findFirst({
    where: { url, ...inCircle(circle) },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  if (source) return source.id;
  const of = { where: { url, source: inCircle(circle) }, select: { sourceId: true } };
  const merged = await tx.mergedSource.findFirst({ ...of, orderBy: { mergedAt: "desc" } });
  return (merged ?? (await tx.formerAddress.findFirst(of)))?.sourceId ?? null;
}

/** Evidence as it is cited now. `visibility`: what it was. */
type CitedEvidence = {
  id: string;
  claimId: string;
  createdById: string;
  sourceId: string;
  visibility: Visibility;
};

/**
 * What the form says of the source goes to the source it is about: this one, or the one at the new address. Evidence
 * that becomes confidential, or public, takes its source along where nothing else cites it, else its copies to another.
 */
export async function editCited(
  tx: Tx,
  {
    actor,
    evidence,
    visibility,
    input,
  }: { actor: Actor; evidence: CitedEvidence; visibility: Visibility; input: SourceInput },
): Promise<SourceView> {
  const { id: exceptEvidenceId, sourceId } = evidence;
  const circle = circleOf({ ...evidence, visibility });
  const { source } = await lockSource(tx, sourceId);
  const url = addressOf(input);
  const isAlone = (await tx.evidence.count({ where: { sourceId, id: { not: evidence.id } } })) === 0;
  if (visibility !== evidence.visibility) {
    if (visibility === "public" || !isAlone)
      return changeCircle(tx, { actor, evidence, circle, input, isSame: url === source.url });
    // From here on nobody who types its address is led to it, and whoever brought it may not see it for that.
    await tx.source.update({
      where: { id: sourceId },
      data: ownedBy(circle, actor),
      select: { id: true },
    });
  }
  if (url === source.url) return writeSource(tx, { source, data: { ...input, url }, exceptEvidenceId });
  if (!isAlone || (await isAnother(tx, { sourceId, url, circle })))
    return reuseOrMakeSource(tx, { actor, input, circle });
  return writeSource(tx, { source, data: { ...input, url }, exceptEvidenceId });
}

/**
 * Whether a new address belongs to a source that is kept already, or a copy of what is there (or a file) is kept or
 * under way, which would be taken for a copy of what is at the new one.
 */
async function isAnother(
  tx: Tx,
  { sourceId, url, circle }: { sourceId: string; url: string | null; circle: Circle },
): Promise<boolean> {
  if (url !== null && (await findByAddress(tx, url, circle)) !== null) return true;
  const read = { sourceId, state: { in: ["kept", "waiting"] } } satisfies Prisma.SnapshotWhereInput;
  return (await tx.snapshot.count({ where: read })) + (await tx.document.count({ where: { sourceId } })) > 0;
}

/**
 * The source that evidence cites in its new circle: what the form says of it, and, where that is the same page or
 * file, what was kept of it. Nothing else that was said of the old one goes over.
 */
async function changeCircle(
  tx: Tx,
  {
    actor,
    evidence,
    circle,
    input,
    isSame,
  }: { actor: Actor; evidence: CitedEvidence; circle: Circle; input: SourceInput; isSame: boolean },
): Promise<SourceView> {
  if (!isSame) return reuseOrMakeSource(tx, { actor, input, circle });
  const files = await tx.document.findMany({
    where: { sourceId: evidence.sourceId },
    orderBy: { sha256: "asc" },
    select: { sha256: true },
  });
  const lacking: string[] = [];
  let knownId: string | null = null;
  for (const { sha256 } of files) {
    const foundId = await findDocument(tx, { sha256, circle });
    if (foundId === null) lacking.push(sha256);
    knownId ??= foundId;
  }
  const isFile = files.length > 0 && addressOf(input) === null;
  const source = isFile
    ? await reuseOrMakeFile(tx, { actor, input, circle, knownId })
    : await reuseOrMakeSource(tx, { actor, input, circle });
  await carryOver(tx, { actor, evidence, circle, source, files: lacking });
  return source;
}

/** As `reuseOrMakeSource`, of bytes: words lead to no file. */
async function reuseOrMakeFile(
  tx: Tx,
  { actor, input, circle, knownId }: Citing & { knownId: string | null },
): Promise<SourceView> {
  const known = knownId === null ? null : await fillInSource(tx, { sourceId: knownId, input, circle });
  if (known) return known;
  const { id } = await tx.source.create({
    data: { ...columnsOf(input), ...ownedBy(circle, actor) },
    select: { id: true },
  });
  return (await lockSource(tx, id)).source;
}

/**
 * Files and kept copies for the source that evidence cites from now on, and the place of its quote in them. What becomes
 * public does not say who brought it, what they called it or how they described it.
 */
async function carryOver(
  tx: Tx,
  {
    actor,
    evidence,
    circle,
    source,
    files,
  }: {
    actor: Actor;
    evidence: CitedEvidence;
    circle: Circle;
    source: SourceView;
    files: readonly string[];
  },
): Promise<void> {
  const { id: evidenceId, sourceId: fromId } = evidence;
  const isPublic = circle.visibility === "public";
  const [fileName, byId] = isPublic ? [source.title, actor.id] : [null, null];
  await tx.$executeRaw`
    INSERT INTO documents (source_id, sha256, content_type, size, storage_key, file_name, alt, uploaded_by_id, uploaded_at)
    SELECT ${source.id}::uuid, sha256, content_type, size, storage_key, coalesce(${fileName}::text, file_name),
      CASE WHEN ${isPublic}::boolean THEN NULL ELSE alt END, coalesce(${byId}::uuid, uploaded_by_id), uploaded_at
    FROM documents WHERE source_id = ${fromId}::uuid AND sha256 = ANY (${[...files]}::text[])`;
  await tx.$executeRaw`
    INSERT INTO snapshots (id, source_id, state, read_at, read_by_id, created_at, document_sha256, url, content_type,
      size, sha256, storage_key, text, blocks, metadata, failure)
    SELECT gen_random_uuid(), ${source.id}::uuid, s.state, s.read_at, coalesce(${byId}::uuid, s.read_by_id),
      s.created_at, s.document_sha256, s.url, s.content_type, s.size, s.sha256, s.storage_key, s.text, s.blocks,
      s.metadata, s.failure
    FROM snapshots s
    WHERE s.source_id = ${fromId}::uuid AND s.state = 'kept'
      AND (s.document_sha256 IS NULL OR EXISTS (
        SELECT 1 FROM documents d WHERE d.source_id = ${source.id}::uuid AND d.sha256 = s.document_sha256))
      AND NOT EXISTS (
        SELECT 1 FROM snapshots k WHERE k.source_id = ${source.id}::uuid AND k.state = 'kept'
          AND (k.sha256, k.read_at) = (s.sha256, s.read_at))`;
  await tx.$executeRaw`
    UPDATE evidence e SET quote_snapshot_id = k.id
    FROM snapshots s JOIN snapshots k ON (k.sha256, k.read_at) = (s.sha256, s.read_at)
    WHERE e.id = ${evidenceId}::uuid AND s.id = e.quote_snapshot_id
      AND k.source_id = ${source.id}::uuid AND k.state = 'kept'`;
}
