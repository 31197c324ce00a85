import { quoteAt, trimSpan } from "#lib/anchoring/spans.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { changesBetween } from "#lib/audit/schema.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { refusal } from "#lib/claims/rules.ts";
import { db, type Tx } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { violatedIndex } from "#lib/db/unique.ts";
import { AppError, insist } from "#lib/errors.ts";
import { keepFile } from "#lib/files/commands.ts";
import { documentType } from "#lib/importing/document-type.ts";
import { type LockedClaim, lockClaim } from "#lib/reviews/queries.ts";
import { findQuotes, keepCopyWhenDue, readDocumentWhenDue } from "#lib/snapshots/commands.ts";
import { keepsByItself } from "#lib/snapshots/rules.ts";
import { endMoved, endTasks } from "#lib/watch/commands.ts";
import { replaceRefusal } from "#lib/watch/rules.ts";
import { describePicture, findOrMakeDocument, type NewDocument } from "./document-rows.ts";
import { type SourceView, sourceFields, toSourceView } from "./queries.ts";
import { foundByWords, visibleEvidence, visibleSources } from "./rules.ts";
import type {
  AttachDocumentInput,
  AttachEvidenceInput,
  ChooseQuoteInput,
  DescribeSourceInput,
  EditEvidenceInput,
  MergeSourcesInput,
  OrderEvidenceInput,
  RemoveEvidenceInput,
} from "./schema.ts";
import { addressOf, columnsOf, lockSource, type SourceInput, writeSource } from "./source-rows.ts";
import { MAX_DOCUMENT_BYTES, SOURCE_LIMITS } from "./values.ts";

/** Who does it, and when. */
type By = { actor: Actor; now?: Date };

/** What every event about evidence begins with. */
function about({ id, articleId }: LockedClaim, actor: Actor) {
  return { actor, articleId, claimId: id };
}

/** Uses a source for a claim. A known source is reused, and what it lacked filled in. */
export async function attachEvidence({
  actor,
  now = new Date(),
  ...input
}: AttachEvidenceInput & By): Promise<{ id: string }> {
  const { id } = await attach({ actor, now, input, document: null });
  return { id };
}

/** `known`: the source that is this file, when the desk had it already. */
export type Attached = { id: string; known: { id: string; title: string } | null };

/**
 * Uses a file as a source for a claim. The same bytes are the same source, whoever attached them first and whatever the
 * file is called. Refuses with `document_*` what is too large, or no document by its bytes.
 */
export async function attachDocument({
  actor,
  now = new Date(),
  bytes,
  fileName,
  alt,
  ...input
}: AttachDocumentInput & By & { bytes: Uint8Array }): Promise<Attached> {
  if (bytes.byteLength > MAX_DOCUMENT_BYTES) {
    throw new AppError("document_too_large", {
      values: { limit: MAX_DOCUMENT_BYTES / 1_000_000 },
      field: "document",
    });
  }
  // Nothing is kept for somebody who may not attach it; asked again below, where it counts.
  await db.$transaction(async (tx) =>
    insist(refusal("edit_evidence", await lockClaim(tx, input.claimId), actor, now)),
  );
  const contentType = await documentType(bytes);
  const packed = await keepFile(bytes);
  return attach({ actor, now, input, document: { ...packed, contentType, fileName, alt } });
}

async function attach({
  actor,
  now,
  input: { claimId, ...input },
  document,
}: Required<By> & { input: AttachEvidenceInput; document: NewDocument | null }): Promise<Attached> {
  return settlingRaces(() =>
    db.$transaction(async (tx) => {
      const claim = await lockClaim(tx, claimId);
      insist(refusal("edit_evidence", claim, actor, now));
      const file = document && (await findOrMakeDocument(tx, { actor, now, input, document }));
      const sourceId = file?.sourceId ?? (await findOrMakeSource(tx, { actor, input }));
      const source = await fillInSource(tx, { sourceId, input });
      const { stance, quote, note, visibility } = input;
      const evidence = await tx.evidence.create({
        data: {
          claimId,
          sourceId: source.id,
          stance,
          quote,
          note,
          visibility,
          ...(await snapshotOf(tx, { actor, now, input, sourceId: source.id })),
          position: await nextPosition(tx, claimId),
          readAt: now,
          createdById: actor.id,
        },
        select: { id: true },
      });
      await findQuotes(tx, { sourceId: source.id, evidenceId: evidence.id });
      if (document) {
        await readDocumentWhenDue(tx, { sourceId: source.id, documentSha256: document.sha256, now });
      }
      await keepCopyOf(tx, { actor, now, source, input });
      await touchClaim(tx, { claimId, now });
      await recordAudit(tx, {
        ...about(claim, actor),
        action: "evidence.attached",
        subjectId: evidence.id,
        data: {
          stance,
          title: source.title,
          url: source.url,
          visibility,
          ...(document && { document: { sha256: document.sha256, fileName: document.fileName } }),
        },
      });
      return { ...evidence, known: file?.isKnown ? { id: source.id, title: source.title } : null };
    }),
  );
}

/**
 * Copies the public evidence of one claim to another, as it stands there; what the other cites already stays as it is.
 * Throws `earlier_gone` when there is no claim to copy from.
 */
export async function copyEvidence(
  tx: Tx,
  { actor, now, claimId, fromId }: Required<By> & { claimId: string; fromId: string },
): Promise<void> {
  const claim = await lockClaim(tx, claimId);
  insist(refusal("edit_evidence", claim, actor, now));
  const from = await tx.claim.findUnique({
    where: { id: fromId },
    select: {
      statement: true,
      evidence: {
        where: { visibility: "public" },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        take: MOST_COPIED,
        select: copiedSelect,
      },
    },
  });
  if (!from) throw new AppError("earlier_gone");
  const first = await nextPosition(tx, claimId);
  const { count } = await tx.evidence.createMany({
    data: from.evidence.map((item, at) => ({
      ...item,
      claimId,
      position: first + at,
      createdById: actor.id,
    })),
    skipDuplicates: true,
  });
  if (count === 0) return;
  await touchClaim(tx, { claimId, now });
  await recordAudit(tx, {
    ...about(claim, actor),
    action: "evidence.copied",
    subjectId: fromId,
    data: { count, statement: from.statement },
  });
}

/** As many pieces of evidence as a claim's page shows. */
const MOST_COPIED = 200;

/** All that is copied. When the source was read is part of it: nobody read it again. */
const copiedSelect = {
  sourceId: true,
  stance: true,
  quote: true,
  note: true,
  visibility: true,
  snapshotId: true,
  noSnapshotReason: true,
  readAt: true,
  quoteSnapshotId: true,
  quoteStart: true,
  quoteEnd: true,
  quotePrefix: true,
  quoteSuffix: true,
} as const;

/**
 * Changes evidence and what is known of its source, for every claim that cites it. Another address means
 * another source, unless nothing else cites this one. Saving what stands there already does nothing.
 */
export async function editEvidence({
  actor,
  now = new Date(),
  evidenceId,
  version,
  ...input
}: EditEvidenceInput & By): Promise<void> {
  await settlingRaces(() =>
    db.$transaction(async (tx) => {
      const { claim, evidence } = await lockEvidence(tx, { evidenceId, actor });
      insist(refusal("edit_evidence", claim, actor, now));
      if (evidence.version !== version) throw new AppError("stale_version");
      const source = await editSource(tx, { actor, evidenceId, sourceId: evidence.sourceId, input });
      const { stance, quote, note, visibility } = input;
      const snapshot = await snapshotOf(tx, { actor, now, input, sourceId: source.id });
      // Other words stand elsewhere, and none nowhere: looked for below.
      const place = quote === evidence.told.quote ? {} : NO_PLACE;

      // Somebody who edits the source through another claim raises this version too: then no row fits.
      const { count } = await tx.evidence.updateMany({
        where: { id: evidenceId, version },
        data: { sourceId: source.id, stance, quote, note, visibility, ...snapshot, ...place },
      });
      if (count === 0) throw new AppError("stale_version");
      const changes = changesBetween(evidence.told, await readTold(tx, evidenceId));
      if (Object.keys(changes).length === 0) return;

      await tx.evidence.update({
        where: { id: evidenceId },
        data: { version: { increment: 1 } },
        select: { id: true },
      });
      // Words that were chosen, and did not change, keep the place they were chosen at.
      if ("quote" in changes || source.id !== evidence.sourceId) {
        await findQuotes(tx, { sourceId: source.id, evidenceId });
        await endTasks(tx, { evidenceIds: [evidenceId], outcome: "edited", actor, now });
      }
      await keepCopyOf(tx, { actor, now, source, input });
      await touchClaim(tx, { claimId: claim.id, now });
      await recordAudit(tx, {
        ...about(claim, actor),
        action: "evidence.edited",
        subjectId: evidenceId,
        data: {
          stance,
          title: source.title,
          url: source.url,
          visibility: evidence.told.visibility === "confidential" ? "confidential" : visibility,
          changes,
          otherClaims: await tx.claim.count({
            where: {
              id: { not: claim.id },
              evidence: { some: { sourceId: source.id, visibility: "public" } },
            },
          }),
        },
      });
    }),
  );
}

const NO_PLACE = {
  quoteSnapshotId: null,
  quoteStart: null,
  quoteEnd: null,
  quotePrefix: null,
  quoteSuffix: null,
} as const;

/**
 * Makes words of a kept copy the quote of evidence: the text's own, with their place. Refuses with `stale_version`,
 * `passage_outside_text` and `passage_too_long`; a copy of another source is not there.
 */
export async function chooseQuote({
  actor,
  now = new Date(),
  evidenceId,
  version,
  snapshotId,
  ...chosen
}: ChooseQuoteInput & By): Promise<{ claimId: string }> {
  return settlingRaces(() =>
    db.$transaction(async (tx) => {
      const { claim, evidence } = await lockEvidence(tx, { evidenceId, actor });
      insist(refusal("edit_evidence", claim, actor, now));
      if (evidence.version !== version) throw new AppError("stale_version");
      const copy = await tx.snapshot.findFirst({
        where: { id: snapshotId, sourceId: evidence.sourceId, state: "kept" },
        select: { text: true },
      });
      if (!copy?.text) throw new AppError("not_found");
      const span = chosen.end > copy.text.length ? null : trimSpan(copy.text, chosen);
      if (span === null) throw new AppError("passage_outside_text");
      const { quote, prefix, suffix } = quoteAt(copy.text, span);
      if (quote.length > SOURCE_LIMITS.quote) {
        throw new AppError("passage_too_long", { values: { limit: SOURCE_LIMITS.quote } });
      }
      const { count } = await tx.evidence.updateMany({
        where: { id: evidenceId, version },
        data: {
          quote,
          quoteSnapshotId: snapshotId,
          quoteStart: span.start,
          quoteEnd: span.end,
          quotePrefix: prefix,
          quoteSuffix: suffix,
          version: { increment: 1 },
        },
      });
      if (count === 0) throw new AppError("stale_version");
      await endTasks(tx, { evidenceIds: [evidenceId], outcome: "words_chosen", actor, now });
      const { stance, title, url, visibility } = evidence.told;
      await touchClaim(tx, { claimId: claim.id, now });
      await recordAudit(tx, {
        ...about(claim, actor),
        action: "evidence.edited",
        subjectId: evidenceId,
        data: {
          ...{ stance, title, url, visibility },
          changes: changesBetween({ quote: evidence.told.quote }, { quote }),
          otherClaims: 0,
        },
      });
      return { claimId: claim.id };
    }),
  );
}

/** Takes evidence off a claim, in the version the page showed; else `stale_version`. The source stays, for others to use. */
export async function removeEvidence({
  actor,
  now = new Date(),
  evidenceId,
  version,
}: RemoveEvidenceInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const { claim, evidence } = await lockEvidence(tx, { evidenceId, actor });
    insist(refusal("edit_evidence", claim, actor, now));
    const { stance, visibility, title, url } = evidence.told;
    // Somebody who edits the source through another claim raises this version too: then no row fits.
    const { count } = await tx.evidence.deleteMany({ where: { id: evidenceId, version } });
    if (count === 0) throw new AppError("stale_version");
    await touchClaim(tx, { claimId: claim.id, now });
    await recordAudit(tx, {
      ...about(claim, actor),
      action: "evidence.removed",
      subjectId: evidenceId,
      data: { stance, visibility, title, url },
    });
  });
}

/**
 * Puts a claim's evidence in another order; its numbers stay, as footnotes point to them. The order names all of it:
 * where some was attached or removed meanwhile it is refused with `already_changed`. The order it has already does nothing.
 */
export async function orderEvidence({
  actor,
  now = new Date(),
  claimId,
  evidenceIds,
}: OrderEvidenceInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    insist(refusal("edit_evidence", claim, actor, now));
    const standing = await tx.evidence.findMany({
      where: { claimId },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, number: true },
    });
    const ordered = evidenceIds.flatMap((id) => standing.find((item) => item.id === id) ?? []);
    const isWhole = new Set(ordered).size === standing.length && evidenceIds.length === standing.length;
    if (!isWhole) throw new AppError("already_changed");
    if (ordered.every(({ id }, at) => id === standing[at]?.id)) return;
    await tx.$executeRaw`
      UPDATE evidence e SET position = o.place
      FROM unnest(${evidenceIds}::uuid[]) WITH ORDINALITY o (id, place)
      WHERE e.id = o.id AND e.claim_id = ${claimId}::uuid`;
    await touchClaim(tx, { claimId, now });
    await recordAudit(tx, {
      ...about(claim, actor),
      action: "evidence.ordered",
      data: { numbers: ordered.map(({ number }) => number) },
    });
  });
}

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
  await settlingRaces(() =>
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

/** What two people can do at the same moment, told to the second of them. */
async function settlingRaces<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const index = violatedIndex(error);
    // The same words of the same source twice on one claim: a double click, or two with the same idea.
    if (index === "evidence_once") throw new AppError("evidence_twice", { cause: error });
    // Somebody made a source with the address that another source was just being moved to.
    if (index === "sources_url_key") throw new AppError("already_changed", { cause: error });
    throw error;
  }
}

type LockedEvidence = { version: number; sourceId: string; told: Told };

/** Locks the claim that evidence belongs to. What the member may not know of is not there. */
async function lockEvidence(
  tx: Tx,
  { evidenceId, actor }: { evidenceId: string; actor: Actor },
): Promise<{ claim: LockedClaim; evidence: LockedEvidence }> {
  const found = await tx.evidence.findFirst({
    where: { AND: [{ id: evidenceId }, visibleEvidence(actor)] },
    select: { claimId: true },
  });
  if (!found) throw new AppError("not_found");
  const claim = await lockClaim(tx, found.claimId);
  const evidence = await tx.evidence.findUnique({
    where: { id: evidenceId },
    select: { version: true, sourceId: true },
  });
  // Removed while this waited for the claim.
  if (!evidence) throw new AppError("not_found");
  return { claim, evidence: { ...evidence, told: await readTold(tx, evidenceId) } };
}

/** Evidence and its source as the history tells of them. */
type Told = Omit<AttachEvidenceInput, "claimId">;

async function readTold(tx: Tx, evidenceId: string): Promise<Told> {
  const { snapshot, source, ...evidence } = await tx.evidence.findUniqueOrThrow({
    where: { id: evidenceId },
    select: {
      stance: true,
      quote: true,
      note: true,
      visibility: true,
      noSnapshotReason: true,
      snapshot: { select: { archiveUrl: true } },
      source: { select: sourceFields },
    },
  });
  const { id: _, ...told } = toSourceView(source);
  return { ...evidence, archiveUrl: snapshot?.archiveUrl ?? null, ...told };
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
async function editSource(
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
  if (url !== source.url && (await isAnother(tx, { evidenceId, sourceId, url }))) {
    return reuseOrMakeSource(tx, { actor, input });
  }
  return writeSource(tx, { source, data: { ...input, url }, exceptEvidenceId: evidenceId });
}

/**
 * Whether a new address belongs to a source that is kept already, or the old one is still cited elsewhere, or a copy of
 * what is there (or a file) is kept or under way, which would be taken for a copy of what is at the new one.
 */
async function isAnother(
  tx: Tx,
  { evidenceId, sourceId, url }: { evidenceId: string; sourceId: string; url: string | null },
): Promise<boolean> {
  if (url !== null && (await findByAddress(tx, url)) !== null) return true;
  if ((await tx.evidence.count({ where: { sourceId, id: { not: evidenceId } } })) > 0) return true;
  const read = { sourceId, state: { in: ["kept", "waiting"] } } satisfies Prisma.SnapshotWhereInput;
  return (await tx.snapshot.count({ where: read })) + (await tx.document.count({ where: { sourceId } })) > 0;
}

/** Asks for a copy of what is at the source's address, where one is kept without being asked for. */
async function keepCopyOf(
  tx: Tx,
  { actor, now, source, input }: Required<By> & { source: SourceView; input: EvidenceCopyInput },
): Promise<void> {
  if (source.url === null || !keepsByItself(input)) return;
  await keepCopyWhenDue(tx, { sourceId: source.id, readById: actor.id, now });
}

type EvidenceCopyInput = Pick<AttachEvidenceInput, "visibility" | "noSnapshotReason">;

/** The archive's copy, kept once for a source; or, without one, why there is none. */
async function snapshotOf(
  tx: Tx,
  {
    actor,
    now,
    input,
    sourceId,
  }: {
    actor: Actor;
    now: Date;
    input: Pick<AttachEvidenceInput, "archiveUrl" | "noSnapshotReason">;
    sourceId: string;
  },
): Promise<{ snapshotId: string | null; noSnapshotReason: string | null }> {
  const { archiveUrl, noSnapshotReason } = input;
  if (archiveUrl === null) return { snapshotId: null, noSnapshotReason };
  await tx.snapshot.createMany({
    data: [{ sourceId, state: "linked", archiveUrl, readAt: now, readById: actor.id, createdAt: now }],
    skipDuplicates: true,
  });
  const { id } = await tx.snapshot.findUniqueOrThrow({
    where: { sourceId_archiveUrl: { sourceId, archiveUrl } },
    select: { id: true },
  });
  return { snapshotId: id, noSnapshotReason: null };
}

/** The claim is locked, so no two get the same. */
async function nextPosition(tx: Tx, claimId: string): Promise<number> {
  const { _max } = await tx.evidence.aggregate({ where: { claimId }, _max: { position: true } });
  return (_max.position ?? 0) + 1;
}

/** Work on its evidence is work on the claim: it moves to the front of the desk's lists. */
async function touchClaim(tx: Tx, { claimId, now }: { claimId: string; now: Date }): Promise<void> {
  await tx.claim.update({ where: { id: claimId }, data: { updatedAt: now }, select: { id: true } });
}
