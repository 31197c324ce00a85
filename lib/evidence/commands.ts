import { quoteAt, trimSpan } from "#lib/anchoring/spans.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { changesBetween } from "#lib/audit/schema.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { refusal } from "#lib/claims/rules.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { violatedIndex } from "#lib/db/unique.ts";
import { AppError, insist } from "#lib/errors.ts";
import { keepFile } from "#lib/files/commands.ts";
import { documentType } from "#lib/importing/document-type.ts";
import { type LockedClaim, lockClaim } from "#lib/reviews/queries.ts";
import { findQuotes, keepCopyWhenDue, readDocumentWhenDue } from "#lib/snapshots/commands.ts";
import { keepsByItself } from "#lib/snapshots/rules.ts";
import { citeSource, editCited } from "#lib/sources/commands.ts";
import type { NewDocument } from "#lib/sources/document-rows.ts";
import { type SourceView, sourceFields, toSourceView } from "#lib/sources/queries.ts";
import { circleOf, visibleEvidence } from "#lib/sources/rules.ts";
import { MAX_DOCUMENT_BYTES, SOURCE_LIMITS } from "#lib/sources/values.ts";
import { endTasks } from "#lib/watch/commands.ts";
import type {
  AttachDocumentInput,
  AttachEvidenceInput,
  ChooseQuoteInput,
  EditEvidenceInput,
  OrderEvidenceInput,
  RemoveEvidenceInput,
} from "./schema.ts";

/** Who does it, and when. */
type By = { actor: Actor; now?: Date };

/** What every event about evidence begins with. */
function about({ id, articleId }: LockedClaim, actor: Actor) {
  return { actor, articleId, claimId: id };
}

/** Uses a source for a claim. A source known in its circle is reused, and what it lacked filled in. */
export async function attachEvidence({
  actor,
  now = new Date(),
  ...input
}: AttachEvidenceInput & By): Promise<{ id: string }> {
  const { id } = await attach({ actor, now, input, document: null });
  return { id };
}

/** `known`: the source that is this file, when its circle had it already. */
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
      const circle = circleOf({ ...input, claimId, createdById: actor.id });
      const { source, isKnown } = await citeSource(tx, { actor, now, input, document, circle });
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
      return { ...evidence, known: isKnown ? { id: source.id, title: source.title } : null };
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
  // One of which nothing else is public may be becoming confidential.
  await tx.$executeRaw`
    SELECT id FROM sources WHERE id IN (
      SELECT source_id FROM evidence WHERE claim_id = ${fromId}::uuid AND visibility = 'public'
    ) ORDER BY id FOR NO KEY UPDATE`;
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
      const { stance, quote, note, visibility } = input;
      const { sourceId, createdById } = evidence;
      const cited = { id: evidenceId, claimId: claim.id, visibility: evidence.told.visibility };
      const source = await editCited(tx, {
        ...{ actor, visibility, input },
        evidence: { ...cited, sourceId, createdById },
      });
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
        const placed = { id: evidenceId, quoteStart: { not: null }, quotedIn: { sourceId: source.id } };
        if ("quote" in changes || (await tx.evidence.count({ where: placed })) === 0) {
          await findQuotes(tx, { sourceId: source.id, evidenceId });
        }
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

type LockedEvidence = { version: number; sourceId: string; createdById: string; told: Told };

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
    select: { version: true, sourceId: true, createdById: true },
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
