import { randomBytes, randomUUID } from "node:crypto";
import { db } from "#lib/db/client.ts";
import { makeActionWorld, makeActors } from "#lib/testing/access/actions.ts";
import { makeClaim, makeEvidence } from "#lib/testing/factories.ts";
import { makeCheckFile } from "#lib/testing/made-import.ts";
import { makeThings, type Things } from "../../../e2e/pages.ts";

/** Beside the demo newsroom: something in every table that keeps anybody's words, and the ids of what pages are about. */
export async function makeEverything(): Promise<Things> {
  const things = await makeThings();
  const people = await makeActors();
  for (const state of ["draft", "queued", "in_review", "published", "dismissed"] as const) {
    await makeActionWorld({ people, state, hasTips: true, isReworded: state === "published" });
  }
  const withdrawn = await makeClaim({ state: "withdrawn" });
  const overridden = await makeClaim({ state: "published" });
  const override = { overriddenItem: "sources", overrideReason: "There is one." };
  await db.publication.updateMany({ where: { claimId: overridden.id }, data: override });
  const now = new Date();
  const by = { createdById: people.admin.id, createdAt: now };
  const url = () => `https://paper.example/${randomUUID()}`;
  await db.newsroom.update({ where: { id: 1 }, data: { readerLanguages: ["en", "fr", "ar"] } });
  for (const memberId of [people.admin.id, things.author.id]) {
    await db.savedView.create({
      data: { memberId, name: "Trade", nameKey: "trade", query: "view=all&q=trade" },
    });
    await db.apiToken.create({
      data: { memberId, name: "A program", scopes: ["all"], start: "pm_made", sha256: randomBytes(32) },
    });
    await db.passkey.create({
      data: {
        ...{ memberId, name: "Phone", createdAt: now, counter: 0n },
        ...{ credentialId: randomBytes(16), publicKey: randomBytes(16) },
      },
    });
  }
  await db.tip.create({
    data: {
      ...{ kind: "claim", sendKey: "made for attacks", words: "It is said on the radio.", link: url() },
      ...{ claimantName: "A mayor", email: "reader@demo.example" },
    },
  });
  const feed = await db.feed.create({
    data: { url: url(), title: "A paper", words: ["x"], nextReadAt: never(), ...by },
  });
  const read = await db.import.findUniqueOrThrow({ where: { id: things.read.id } });
  const { result } = read;
  await db.import.create({
    data: {
      kind: "url",
      state: "ready",
      url: url(),
      title: "New",
      feedId: feed.id,
      result: result ?? {},
      finishedAt: now,
    },
  });
  const hook = await db.webhook.create({
    data: { url: url(), events: ["claim.published"], sealedSecret: "x", isOn: false, ...by },
  });
  await db.webhookDelivery.create({
    data: { webhookId: hook.id, event: "test", at: now, nextAttemptAt: never(), state: "sent", status: 200 },
  });
  await db.foreignCheck.createMany({
    data: Array.from({ length: 5 }, () => ({
      ...{ url: url(), statement: "NATO was founded in 1949", ratingLabel: "True", publisher: "Others" },
      ...{ claimantName: "Somebody", importedAt: now, terms: ["nato", "founded", "1949"] },
    })),
  });
  const file = await makeCheckFile({ member: people.admin });
  await db.checkFileRow.createMany({
    skipDuplicates: true,
    data: [91, 92].map((number) => ({
      ...{ fileId: file.id, number, outcome: "new", statement: "NATO was founded in 1949" },
      ...{ url: url(), publisher: "Others", ratingLabel: "True" },
    })),
  });
  const { sourceId, id: snapshotId } = things.snapshot;
  await db.formerAddress.create({
    data: { url: url(), sourceId, replacedById: people.editor.id, replacedAt: now },
  });
  await db.mergedSource.create({
    data: {
      id: randomUUID(),
      sourceId,
      url: url(),
      title: "Another",
      mergedById: people.editor.id,
      mergedAt: now,
    },
  });
  await db.archiving.create({
    data: { snapshotId, state: "archived", jobId: "made", createdAt: now, submittedAt: now, archivedAt: now },
  });
  const {
    id: _,
    failure: __,
    blocks,
    metadata,
    ...kept
  } = await db.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
  });
  await db.snapshot.create({
    data: {
      ...{ ...kept, blocks: blocks ?? [], metadata: metadata ?? {} },
      ...{ archiveUrl: url(), url: url(), contentType: "text/html" },
    },
  });
  await makeEvidence({ actor: things.author, claimId: things.draft.id, quote: "NATO", note: "Seen." });
  const sha256 = randomBytes(32).toString("hex");
  await db.document.create({
    data: {
      ...{ sha256, sourceId, contentType: "application/pdf", size: 1, storageKey: "made", fileName: "a.pdf" },
      ...{ alt: "A page", uploadedById: people.author.id, uploadedAt: now },
    },
  });
  const saved = { savedById: people.editor.id, savedAt: now };
  for (const key of ["sources", "corrections"] as const) {
    const version =
      ((await db.policyVersion.aggregate({ where: { key }, _max: { version: true } }))._max.version ?? 0) + 1;
    await db.policyVersion.create({ data: { key, version, text: "What we do.", ...saved } });
    await db.policyTranslation.create({
      data: {
        key,
        language: "fr",
        version: 1,
        originalVersion: version,
        text: "Ce que nous faisons.",
        ...saved,
      },
    });
  }
  const publications = await db.publication.findMany({
    where: { isCurrent: true },
    select: { id: true, claimId: true },
  });
  await db.translation.createMany({
    skipDuplicates: true,
    data: publications.flatMap(({ id: publicationId, claimId }) =>
      ["fr", "ar"].map((language) => ({
        ...{ claimId, language, publicationId, translatorId: people.editor.id, updatedAt: now },
        ...{ statement: "Dit autrement.", conclusion: "En bref.", rationale: "En détail." },
      })),
    ),
  });
  await db.termTranslation.create({
    data: {
      ...{ language: "fr", label: "True", definition: "x", updatedAt: now },
      ...{ translatedLabel: "Vrai", translatedDefinition: "Oui." },
    },
  });
  await db.problem.create({
    data: {
      ...{
        scaleId: (await db.newsroom.findUniqueOrThrow({ where: { id: 1 } })).scaleId,
        key: "made",
        position: 99,
      },
      ...{ label: "Missing context", definition: "Something is left out." },
    },
  });
  await db.draft.create({
    data: {
      ...{ memberId: things.author.id, key: `claim:${things.draft.id}`, savedAt: now },
      content: JSON.stringify({
        typed: { statement: "Typed otherwise" },
        basis: { version: null, saved: {} },
      }),
    },
  });
  await db.commentVersion.createMany({
    skipDuplicates: true,
    data: (await db.comment.findMany({ select: { id: true }, take: 5 })).map(({ id: commentId }) => ({
      ...{ commentId, version: 1, body: "As it was.", writtenAt: now },
    })),
  });
  await db.original.create({
    data: {
      ...{
        content: randomBytes(8),
        size: 8,
        sha256,
        url: url(),
        fileName: "page.html",
        contentType: "text/html",
      },
      imports: { connect: { id: things.read.id } },
    },
  });
  if (withdrawn.state !== "withdrawn") throw new Error("Nothing was withdrawn");
  return things;
}

/** Nothing of these is due while the pages are looked at. */
const never = () => new Date(Date.now() + 86_400_000);
