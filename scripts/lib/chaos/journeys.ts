import { randomUUID } from "node:crypto";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { patiently } from "./patience.ts";
import type { Sender } from "./sender.ts";

/** A command somebody gave: by what it can be found, and whether they were told that it is done. */
export type Command = {
  kind: Kind;
  claimId: string | null;
  actorId: string;
  marker: string;
  isDone: boolean;
};

export type Kind =
  | "create"
  | "checks"
  | "attach"
  | "copy"
  | "comment"
  | "submit"
  | "take"
  | "opinion"
  | "publish";

/** The people and the text they work on. */
export type Desk = {
  reporters: Actor[];
  reviewers: Actor[];
  editor: Actor;
  articles: { id: string; revisionId: string }[];
  ratingId: string;
};

export async function makeDesk(): Promise<Desk> {
  const { ratings } = await makeNewsroom({ opinionsRequired: 2, minSources: 1, leaseMinutes: 120 });
  const people = (role: "reporter" | "reviewer", count: number) =>
    Promise.all(Array.from({ length: count }, () => makeMember({ role })));
  const editor = await makeMember({ role: "editor" });
  const articles = [];
  for (let at = 0; at < 8; at += 1) {
    const { id, revisionId } = await makeArticle({ actor: editor });
    articles.push({ id, revisionId });
  }
  return {
    reporters: await people("reporter", 6),
    reviewers: await people("reviewer", 8),
    editor,
    articles,
    ratingId: ratings.true ?? "",
  };
}

/** Commands in one claim's life, from the words in the article to its public page. */
export const PER_JOURNEY = 11;

type Walk = { desk: Desk; sender: Sender; at: number; tell: (command: Command) => void };

/**
 * One claim from draft to publication, each command sent until it is acknowledged and then told of. `at` says whose
 * claim it is and on which article.
 */
export async function walk({ desk, sender, at, tell }: Walk): Promise<void> {
  const pick = <Item>(items: readonly Item[], offset = 0): Item => {
    const item = items[(at + offset) % items.length];
    if (item === undefined) throw new Error("The desk has nobody");
    return item;
  };
  const author = pick(desk.reporters);
  const article = pick(desk.articles);
  const marker = `Claim ${at} ${randomUUID()}`;

  /** Tells of the command before it is sent, so that one that never gets an answer is looked for too. */
  async function give(
    { kind, actor, claimId, marker }: { kind: Kind; actor: Actor; claimId: string | null; marker: string },
    { action, path, fields }: { action: string; path: string; fields: Record<string, string | number> },
  ): Promise<void> {
    const command: Command = { kind, claimId, actorId: actor.id, marker, isDone: false };
    tell(command);
    await sender.send(
      { action, memberId: actor.id, path, fields },
      async () => (await patiently(() => countOf(command))) > 0,
    );
    command.isDone = true;
  }

  const { id: articleId, revisionId } = article;
  await give(
    { kind: "create", actor: author, claimId: null, marker },
    {
      action: "createClaimAction",
      path: `/desk/articles/${articleId}`,
      fields: { articleId, revisionId, start: 0, end: 24, statement: marker },
    },
  );
  const { id: claimId } = await patiently(() =>
    db.claim.findFirstOrThrow({ where: { statement: marker }, select: { id: true } }),
  );
  const path = `/desk/claims/${claimId}`;
  const on = (kind: Kind, actor: Actor, own = "") => ({ kind, actor, claimId, marker: own });

  const searchNote = `Looked elsewhere. ${randomUUID()}`;
  await give(on("checks", author, searchNote), {
    action: "editChecksAction",
    path,
    fields: { claimId, version: 1, searchNote },
  });
  const url = `https://source.invalid/${randomUUID()}`;
  await give(on("attach", author, url), {
    action: "attachEvidenceAction",
    path,
    fields: { claimId, url, ...SOURCE },
  });
  const { id: sourceId } = await patiently(() =>
    db.source.findFirstOrThrow({ where: { url }, select: { id: true } }),
  );
  await give(on("copy", author, sourceId), { action: "keepCopyAction", path, fields: { sourceId } });
  const body = `Who says so? ${randomUUID()}`;
  await give(on("comment", author, body), { action: "addCommentAction", path, fields: { claimId, body } });
  await give(on("submit", author), { action: "submitClaimAction", path, fields: { claimId } });
  for (const [offset, stage] of [
    [0, "first"],
    [1, "second"],
  ] as const) {
    const reviewer = pick(desk.reviewers, offset);
    await give(on("take", reviewer, stage), { action: "takeClaimAction", path, fields: { claimId } });
    const conclusion = `So it is. ${randomUUID()}`;
    await give(on("opinion", reviewer, conclusion), {
      action: "giveOpinionAction",
      path,
      fields: { claimId, ratingId: desk.ratingId, conclusion, rationale: "The treaty says so." },
    });
  }
  await give(on("publish", desk.editor), { action: "publishClaimAction", path, fields: { claimId } });
}

/** All that the publish gate asks about a source. That it has a copy is asked for apart: nobody answers at the address. */
const SOURCE = {
  title: "The treaty",
  publisher: "NATO",
  kind: "primary",
  stance: "supports",
  visibility: "public",
  noSnapshotReason: "The page does not change.",
};

/** How often the change a command makes is there. */
export async function countOf({ kind, claimId, actorId, marker }: Command): Promise<number> {
  if (kind === "create") return db.claim.count({ where: { statement: marker } });
  const id = claimId ?? "";
  if (kind === "checks") return db.claim.count({ where: { id, searchNote: marker } });
  if (kind === "attach") return db.evidence.count({ where: { claimId: id, source: { url: marker } } });
  if (kind === "copy") return db.snapshot.count({ where: { sourceId: marker } });
  if (kind === "comment") return db.comment.count({ where: { claimId: id, body: marker } });
  if (kind === "submit") return db.claim.count({ where: { id, submittedAt: { not: null } } });
  if (kind === "opinion") return db.review.count({ where: { claimId: id, conclusion: marker } });
  if (kind === "publish") return db.publication.count({ where: { claimId: id } });
  const stage = marker === "first" ? "first" : "second";
  const held = await db.queueEntry.count({ where: { claimId: id, stage, leaseHolderId: actorId } });
  const given = await db.review.count({ where: { claimId: id, stage, reviewerId: actorId } });
  return held + given;
}
