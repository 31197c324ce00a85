import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { slugOf } from "#lib/slug.ts";
import {
  makeArticle,
  makeClaim,
  makeEvidence,
  makeInvitation,
  makeResetKey,
  makeSignInKey,
  makeSnapshot,
  makeTip,
  revise,
  sourceOf,
} from "#lib/testing/factories.ts";
import { makeCheckFile, makeImport } from "#lib/testing/made-import.ts";

/** What is asked for: a claim nobody published, one that is, and a draft whose source is cited in confidence. */
export const SUBJECTS = ["draft", "published", "confidential"] as const;
export type SubjectKind = (typeof SUBJECTS)[number];

/** A claim with all that hangs on it, each with an address of its own. */
export type Subject = {
  kind: SubjectKind;
  claimId: string;
  claimSlug: string;
  articleId: string;
  articleSlug: string;
  topic: string;
  claimant: string;
  evidenceId: string;
  sourceId: string;
  snapshotId: string;
  importId: string;
  checkFileId: string;
  /** Sent with an address. */
  tipId: string;
  /** What stands in the address of a link that lets somebody in. */
  invitationKey: string;
  resetKey: string;
  signInKey: string;
};

/** Makes a subject of `author`, in an article, with a topic and a claimant that nobody else has. */
export async function makeSubject(kind: SubjectKind, author: Actor): Promise<Subject> {
  const [topicName, claimantName] = [`Topic ${kind}`, `Claimant ${kind}`];
  const article = await makeArticle({ actor: author, title: `About ${kind}` });
  const { id: claimId } = await makeClaim({
    ...{ author, article, claimantName, claimantKind: "other", topics: [topicName] },
    state: kind === "published" ? "published" : "draft",
  });
  if (kind !== "published") {
    const visibility = kind === "confidential" ? "confidential" : "public";
    await makeEvidence({ actor: author, claimId, visibility, url: `https://${kind}.example/` });
  }
  const now = new Date();
  await revise(article.id, article.text.replace("Sweden joined", "Sweden came in"), { actor: author, now });
  const { slug, evidence } = await db.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { slug: true, evidence: { select: { id: true } } },
  });
  const evidenceId = evidence[0]?.id ?? "";
  const sourceId = await sourceOf(evidenceId);
  return {
    ...{ kind, claimId, claimSlug: slug, articleId: article.id, articleSlug: article.slug },
    ...{ topic: slugOf(topicName), claimant: slugOf(claimantName), evidenceId, sourceId },
    snapshotId: (await makeSnapshot({ sourceId })).id,
    importId: (await makeImport({ member: author })).id,
    tipId: (await makeTip({ kind: "claim", email: `${kind}@home.example` })).id,
    checkFileId: (await makeCheckFile({ member: author })).id,
    invitationKey: (await makeInvitation()).key,
    resetKey: (await makeResetKey(author)).key,
    signInKey: (await makeSignInKey(author)).key,
  };
}
