import { randomUUID } from "node:crypto";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { type ArticleText, createArticle } from "#lib/articles/commands.ts";
import type { ArticleDetails } from "#lib/articles/schema.ts";
import { NOBODYS_HASH } from "#lib/auth/nobodys-hash.ts";
import type { Actor, Role } from "#lib/auth/policy.ts";
import { seal } from "#lib/auth/sealing.ts";
import { makeSecret } from "#lib/auth/totp.ts";
import { createClaim, dismissClaim, editChecks, submitClaim } from "#lib/claims/commands.ts";
import type { CreateClaimInput } from "#lib/claims/schema.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { db } from "#lib/db/client.ts";
import { askForLink, makeResetLink } from "#lib/entry-links/commands.ts";
import { type Attached, attachDocument, attachEvidence } from "#lib/evidence/commands.ts";
import type { AttachDocumentInput, AttachEvidenceInput } from "#lib/evidence/schema.ts";
import { keepFile } from "#lib/files/commands.ts";
import { keyOf } from "#lib/guarding/link-keys.ts";
import { importText } from "#lib/importing/import-article.ts";
import { inviteMember } from "#lib/invitations/commands.ts";
import { publishClaim, withdrawClaim } from "#lib/publishing/commands.ts";
import { giveOpinion, takeClaim } from "#lib/reviews/commands.ts";
import { type AddedRevision, addRevision } from "#lib/revisions/commands.ts";
import { recordCopy } from "#lib/snapshots/commands.ts";
import { takeSnapshot } from "#lib/snapshots/jobs.ts";
import { createScale } from "#lib/verdicts/commands.ts";
import { DEFAULT_SCALE } from "#lib/verdicts/presets.ts";

/** Counts what was made, so that names, addresses and words differ. */
let made = 0;

function nextNumber(): number {
  made += 1;
  return made;
}

/** The newsroom with the default scale, unless it is there. Answers the ratings' ids by key. */
export async function makeNewsroom(
  settings: { opinionsRequired?: number; minSources?: number; leaseMinutes?: number; name?: string } = {},
): Promise<{ scaleId: string; ratings: Record<string, string> }> {
  const scaleId = await db.$transaction(async (tx) => {
    // Of two tests that need one at once, the second finds what the first has made.
    await tx.$queryRaw`SELECT 1 AS one FROM pg_advisory_xact_lock(1)`;
    const known = await tx.newsroom.findUnique({ where: { id: 1 }, select: { scaleId: true } });
    const ownScaleId = known?.scaleId ?? (await createScale(tx, DEFAULT_SCALE));
    const defaults = { name: "The Daily Test", timeZone: "Europe/Brussels", scaleId: ownScaleId };
    await tx.newsroom.upsert({
      where: { id: 1 },
      create: { ...defaults, ...settings },
      update: settings,
      select: { id: true },
    });
    return ownScaleId;
  });
  const ratings = await db.rating.findMany({ where: { scaleId }, select: { id: true, key: true } });
  return { scaleId, ratings: Object.fromEntries(ratings.map(({ id, key }) => [key, id])) };
}

/** A member nobody can sign in as: no password has their hash. Tests of signing in make their own. */
export async function makeMember({
  role = "reporter",
  name,
  email,
  passwordHash = NOBODYS_HASH,
  disabledAt = null,
}: {
  role?: Role;
  name?: string;
  email?: string;
  passwordHash?: string;
  disabledAt?: Date | null;
} = {}): Promise<Actor> {
  const number = nextNumber();
  return db.member.create({
    data: {
      role,
      passwordHash,
      disabledAt,
      name: name ?? `Member ${number}`,
      email: email ?? `member-${number}-${process.pid}@desk.example`,
    },
    select: { id: true, name: true, role: true },
  });
}

/** The people of a claim, where many have the same: quicker than new ones each time. */
export async function makePeople(): Promise<Record<"author" | "first" | "second" | "editor", Actor>> {
  return {
    author: await makeMember(),
    first: await makeMember({ role: "reviewer" }),
    second: await makeMember({ role: "reviewer" }),
    editor: await makeMember({ role: "editor" }),
  };
}

export type MadeArticle = { id: string; slug: string; revisionId: string; text: string };

/** An invitation that is open, and what stands in its link's address. */
export async function makeInvitation(): Promise<{ id: string; key: string }> {
  const actor = await makeMember({ role: "admin" });
  const email = `invited-${nextNumber()}-${process.pid}@desk.example`;
  const { id } = await inviteMember({ actor, email, role: "reporter", now: new Date() });
  const { expiresAt } = await db.invitation.findUniqueOrThrow({ where: { id } });
  return { id, key: keyOf({ kind: "invitation", id, expiresAt }) };
}

/** A link that is open by which a member chooses a new password, as an admin hands it over. */
export async function makeResetKey({
  id: memberId,
}: Pick<Actor, "id">): Promise<{ id: string; key: string }> {
  const actor = await makeMember({ role: "admin" });
  await makeResetLink({ actor, memberId, now: new Date() });
  const link = await db.entryLink.findFirstOrThrow({ where: { memberId, kind: "reset", endedAt: null } });
  return { id: link.id, key: keyOf(link) };
}

/** A second step of signing in that is on, with the secret their app has. */
export async function makeSecondStep({ id: memberId }: Pick<Actor, "id">): Promise<{ secret: string }> {
  const secret = makeSecret();
  const now = new Date();
  await db.authenticator.create({
    data: {
      ...{ memberId, createdAt: now, confirmedAt: now },
      sealedSecret: seal(secret, { purpose: "authenticator", owner: memberId }),
    },
    select: { memberId: true },
  });
  return { secret };
}

/** A link that signs them in, and what stands in its address. */
export async function makeSignInKey({
  id: memberId,
}: Pick<Actor, "id">): Promise<{ id: string; key: string }> {
  const now = new Date();
  const { email } = await db.member.findUniqueOrThrow({ where: { id: memberId }, select: { email: true } });
  await askForLink({ email, kind: "sign_in", sender: randomUUID(), now });
  const link = await db.entryLink.findFirstOrThrow({ where: { memberId, kind: "sign_in", createdAt: now } });
  return { id: link.id, key: keyOf(link) };
}

/** Four sentences in two paragraphs. */
export const ARTICLE_TEXT =
  "NATO was founded in 1949 in Washington. It had twelve members at first.\n\n" +
  "Today it has thirty-two. Sweden joined in March 2024.";

export async function makeArticle({
  actor,
  text = ARTICLE_TEXT,
  content = textOf(text),
  ...input
}: Partial<ArticleDetails> & {
  actor?: Actor;
  text?: string;
  content?: ArticleText;
} = {}): Promise<MadeArticle> {
  const { id, slug } = await createArticle({
    actor: actor ?? (await makeMember()),
    title: `Article ${nextNumber()}`,
    byline: null,
    publisher: "The Other Paper",
    sourceUrl: null,
    publishedOn: null,
    origin: "external",
    content,
    ...input,
  });
  const revision = await db.revision.findFirstOrThrow({
    where: { articleId: id },
    select: { id: true, text: true },
  });
  return { id, slug, revisionId: revision.id, text: revision.text };
}

/** Pasted text as an article or a revision keeps it. */
export function textOf(pasted: string): ArticleText {
  const { parts, metadata } = importText(pasted);
  return { ...assembleBlocks(parts.filter(({ isKept }) => isKept)), language: metadata.language };
}

/** Input for `createClaim` on the given words of an article. */
export function claimOn(
  article: MadeArticle,
  words = "NATO was founded in 1949",
  input: Partial<CreateClaimInput> = {},
): CreateClaimInput {
  const start = article.text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in the article`);
  return {
    articleId: article.id,
    revisionId: article.revisionId,
    start,
    end: start + words.length,
    statement: words,
    claimantName: null,
    claimantKind: "person",
    saidOn: null,
    saidWhere: null,
    topics: [],
    ...input,
  };
}

/** Input for `attachEvidence` that passes every item of the publish gate about sources. */
export function evidenceFor(claimId: string, input: Partial<AttachEvidenceInput> = {}): AttachEvidenceInput {
  return {
    claimId,
    // An address is one source, also for tests that run beside this one with a count of their own.
    url: `https://source.example/${randomUUID()}`,
    title: "The treaty",
    publisher: "NATO",
    author: null,
    publishedOn: null,
    kind: "primary",
    interests: null,
    stance: "supports",
    quote: null,
    note: null,
    visibility: "public",
    archiveUrl: null,
    noSnapshotReason: "The page does not change.",
    ...input,
  };
}

export async function makeEvidence({
  actor,
  claimId,
  ...input
}: Partial<AttachEvidenceInput> & { actor: Actor; claimId: string }): Promise<{ id: string }> {
  return attachEvidence({ actor, ...evidenceFor(claimId, input) });
}

/** A file attached to a claim, read as the worker reads it. */
export async function makeDocument({
  actor,
  claimId,
  bytes,
  ...input
}: Partial<AttachDocumentInput> & { actor: Actor; claimId: string; bytes: Uint8Array }): Promise<
  Attached & { sourceId: string }
> {
  const { url: _, ...fields } = evidenceFor(claimId, { noSnapshotReason: null });
  const evidence = { ...fields, url: null, fileName: "treaty.pdf", alt: null, ...input };
  const attached = await attachDocument({ actor, bytes, ...evidence });
  const sourceId = await sourceOf(attached.id);
  const waiting = await db.snapshot.findMany({ where: { sourceId, state: "waiting" }, select: { id: true } });
  for (const { id } of waiting) await takeSnapshot({ snapshotId: id });
  return { ...attached, sourceId };
}

/** A copy of a source, kept as the worker keeps one. The text is read as pasted words are. */
export async function makeSnapshot({
  sourceId,
  text = ARTICLE_TEXT,
  now = new Date(),
}: {
  sourceId: string;
  text?: string;
  now?: Date;
}): Promise<{ id: string }> {
  const waiting = { sourceId, state: "waiting", createdAt: now } as const;
  const { id } = await db.snapshot.create({ data: waiting, select: { id: true } });
  const { parts, metadata } = importText(text);
  const { canonicalUrl: _, ...said } = metadata;
  const read = { url: null, permanentUrl: null, contentType: "text/plain; charset=utf-8", readAt: now };
  const content = { ...assembleBlocks(parts.filter(({ isKept }) => isKept)), metadata: said };
  const packed = await keepFile(new TextEncoder().encode(text));
  await recordCopy({ snapshotId: id, read: { ...read, ...packed, content } });
  return { id };
}

/** Makes evidence confidential as it stands, with its source, which nothing else may cite: also where nobody may edit it. */
export async function confide(evidence: { id?: string } = {}): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.source.updateMany({
      where: { evidence: { some: evidence } },
      data: { visibility: "confidential" },
    });
    await tx.evidence.updateMany({ where: evidence, data: { visibility: "confidential" } });
  });
}

/** The source that evidence cites. */
export async function sourceOf(evidenceId: string): Promise<string> {
  const where = { id: evidenceId };
  return (await db.evidence.findUniqueOrThrow({ where, select: { sourceId: true } })).sourceId;
}

export type MadeClaim = {
  id: string;
  number: number;
  articleId: string;
  state: ClaimState;
  author: Actor;
  /** Who gave the first and the second opinion, and who held the claim last, as far as it came. */
  first: Actor;
  second: Actor;
  editor: Actor;
  ratings: Record<string, string>;
};

type ClaimOptions = Partial<CreateClaimInput> & {
  state?: ClaimState;
  article?: MadeArticle;
  /** The words of the article it is made on. */
  words?: string;
  author?: Actor;
  first?: Actor;
  second?: Actor;
  editor?: Actor;
  /** Keys of the ratings given by the first and the second reviewer. */
  firstRating?: string;
  secondRating?: string;
  now?: Date;
};

/** A claim in any state, brought there by the commands that bring real ones there. */
export async function makeClaim(options: ClaimOptions = {}): Promise<MadeClaim> {
  const {
    state = "draft",
    words,
    now = new Date(),
    article,
    author,
    first,
    second,
    editor,
    ...rest
  } = options;
  const { firstRating, secondRating, ...input } = rest;
  const { ratings } = await makeNewsroom();
  const people = {
    author: author ?? (await makeMember({ role: "reporter" })),
    first: first ?? (await makeMember({ role: "reviewer" })),
    second: second ?? (await makeMember({ role: "reviewer" })),
    editor: editor ?? (await makeMember({ role: "editor" })),
  };
  const on = article ?? (await makeArticle({ actor: people.author }));
  const { id, number } = await createClaim({ actor: people.author, now, ...claimOn(on, words, input) });
  const claim: MadeClaim = { id, number, articleId: on.id, state, ...people, ratings };
  await bring(claim, { now, firstRating, secondRating });
  return claim;
}

type Way = { now: Date; firstRating: string | undefined; secondRating: string | undefined };

/** Walks the claim's life up to its state. */
async function bring(claim: MadeClaim, way: Way): Promise<void> {
  const { id: claimId, state, author, first, second, editor } = claim;
  const { now } = way;
  if (state === "draft") return;
  if (state === "dismissed") {
    const dismissal = { ground: "out_of_scope", reason: "Nobody asked.", duplicateOf: null } as const;
    return dismissClaim({ actor: author, claimId, ...dismissal, now });
  }
  await makeEvidence({ actor: author, claimId });
  await noteSearch({ author, claimId });
  await submitClaim({ actor: author, claimId, now });
  if (state === "queued") return;
  await takeClaim({ actor: first, claimId, now });
  if (state === "in_review") return;
  const firstKey = way.firstRating ?? "true";
  await opine({ claim, reviewer: first, key: firstKey, now });
  if (state === "second_review") return;
  await takeClaim({ actor: second, claimId, now });
  const secondKey = way.secondRating ?? (state === "adjudication" ? otherThan(firstKey) : firstKey);
  await opine({ claim, reviewer: second, key: secondKey, now });
  if (state === "adjudication" || state === "ready") return;
  await publishClaim({ actor: editor, claimId, overrideItem: null, overrideReason: null, now });
  if (state === "published") return;
  await withdrawClaim({ actor: editor, claimId, reason: "The source was withdrawn.", now });
}

const otherThan = (key: string): string => (key === "false" ? "true" : "false");

async function noteSearch({ author, claimId }: { author: Actor; claimId: string }): Promise<void> {
  await editChecks({
    actor: author,
    claimId,
    version: 1,
    noPrimaryReason: null,
    searchNote: "Nothing to the contrary was found.",
  });
}

/** A reviewer who holds the claim gives a rating. */
async function opine({
  claim,
  reviewer,
  key,
  now,
}: {
  claim: MadeClaim;
  reviewer: Actor;
  key: string;
  now: Date;
}): Promise<void> {
  const ratingId = claim.ratings[key];
  if (ratingId === undefined) throw new Error(`There is no rating “${key}”`);
  const words = {
    conclusion: `Concluded by ${reviewer.name}.`,
    rationale: `Reasoned by ${reviewer.name}.`,
  };
  await giveOpinion({ actor: reviewer, claimId: claim.id, ratingId, ...words, now });
}

/** Gives an article its next text, as somebody would who pastes it. Null when the text is the same. */
export async function revise(
  articleId: string,
  text: string,
  { actor, now = new Date() }: { actor?: Actor; now?: Date } = {},
): Promise<AddedRevision | null> {
  const who = actor ?? (await makeMember());
  return db.$transaction((tx) =>
    addRevision(tx, { actor: who, articleId, content: textOf(text), originalId: null, now }),
  );
}

/** What somebody outside sent; an error is of a published claim, which is made when none is named. */
export async function makeTip({
  kind = "error",
  claimId,
  words,
  email = null,
  at,
}: {
  kind?: "error" | "claim";
  claimId?: string;
  words?: string;
  email?: string | null;
  at?: Date;
} = {}): Promise<{ id: string; claimId: string | null }> {
  const number = nextNumber();
  const about = kind === "error" ? (claimId ?? (await makeClaim({ state: "published" })).id) : null;
  return db.tip.create({
    data: {
      kind,
      sendKey: `made-${number}-${process.pid}`,
      claimId: about,
      problem: kind === "error" ? "fact" : null,
      words: words ?? `What reader ${number} wrote.`,
      email,
      ...(at && { createdAt: at }),
    },
    select: { id: true, claimId: true },
  });
}
