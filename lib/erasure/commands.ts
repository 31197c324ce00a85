import { createHash, randomUUID } from "node:crypto";
import { recordAudit } from "#lib/audit/commands.ts";
import { PEOPLE } from "#lib/audit/rules.ts";
import { NOBODYS_HASH } from "#lib/auth/nobodys-hash.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import type { Words } from "#lib/i18n/words.ts";
import { type Credits, creditedIn, withoutCredit } from "./rules.ts";

/** An admin, or whoever works at the machine's command line (null). */
type By = { actor: Actor | null; now: Date };

/** The history of a large desk is read once from end to end. */
const PATIENCE = { timeout: 600_000, maxWait: 10_000 };

/**
 * Takes everything personal of a member away: account, settings, sessions, tokens, whatever goes with them. What they
 * worked on stays, and names nobody. Their account has to be switched off first, so that nothing of theirs is under way.
 * Answers the names and addresses that were erased, to look for where else they stand.
 */
export async function eraseMember({
  actor,
  memberId,
  now,
}: By & { memberId: string }): Promise<{ texts: string[] }> {
  if (actor !== null) insist(forbidden(actor, "members.edit"));
  return db.$transaction(async (tx) => {
    const member = await lockMember(tx, memberId);
    if (!member || member.erasedAt) throw new AppError("not_found");
    if (!member.disabledAt) throw new AppError("member_not_disabled");
    const texts = await namesOf(tx, { memberId, ...member });
    const former = (await newsroomWords(tx)).members.erase.former;
    // What they called their tokens stands in events of these: by the token, which is gone in a moment.
    const tokens = await tx.apiToken.findMany({ where: { memberId }, select: { id: true } });
    await tx.$executeRaw`SELECT delete_belongings(${memberId}::uuid)`;
    await tx.$executeRaw`SELECT empty_member(${memberId}::uuid)`;
    // What made them a member has their address too.
    await tx.invitation.deleteMany({ where: { email: member.email } });
    await tx.member.update({
      where: { id: memberId },
      data: {
        ...{ name: former, email: `${memberId}@erased.invalid`, passwordHash: NOBODYS_HASH },
        ...{ erasedAt: now, version: { increment: 1 } },
      },
      select: { id: true },
    });
    await takeOffCredits(tx, { memberId, names: texts, former });
    const erasureId = randomUUID();
    const things = tokens.map(({ id }) => id);
    const names = await namesOfNobodyElse(tx, { memberId, names: texts });
    const data = await eraseFromAudit(tx, { memberId, names, things, erasureId });
    await recordAudit(tx, { id: erasureId, actor, action: "member.erased", subjectId: memberId, data });
    return { texts };
  }, PATIENCE);
}

/** Nobody changes the account, or erases it too, until this is done. */
async function lockMember(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 AS one FROM members WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.member.findUnique({
    where: { id },
    select: { name: true, email: true, disabledAt: true, erasedAt: true },
  });
}

/** Every name and address the member has had here, as the history has them. */
async function namesOf(
  tx: Tx,
  { memberId, name, email }: { memberId: string; name: string; email: string },
): Promise<string[]> {
  const former = await tx.$queryRaw<{ text: string }[]>`
    SELECT DISTINCT actor_name AS text FROM audit_events WHERE actor_id = ${memberId}::uuid
    UNION SELECT said FROM audit_events, unnest(ARRAY[
      data ->> 'name', data ->> 'email',
      data #>> '{changes,name,from}', data #>> '{changes,name,to}',
      data #>> '{changes,email,from}', data #>> '{changes,email,to}'
    ]) said
    WHERE subject_id = ${memberId}::uuid AND action LIKE 'member.%' AND said IS NOT NULL`;
  return inLowerCase(tx, [name, email, ...former.map(({ text }) => text)]);
}

/** As the database has small letters, which it looks for: of some names, such as İpek, others than JavaScript's. */
async function inLowerCase(tx: Tx, texts: readonly string[]): Promise<string[]> {
  const trimmed = texts.map((text) => text.trim()).filter((text) => text !== "");
  const rows = await tx.$queryRaw<{ text: string }[]>`
    SELECT DISTINCT lower(said) AS text FROM unnest(${trimmed}::text[]) said`;
  return rows.map(({ text }) => text);
}

/** How many claims are looked at together: their published copies are long. */
const CLAIMS_AT_ONCE = 100;

/** Published checks thank nobody by name any more whom they thanked for their part. */
async function takeOffCredits(
  tx: Tx,
  leaver: { memberId: string; names: string[]; former: string },
): Promise<void> {
  const { memberId } = leaver;
  const worked = await tx.claim.findMany({
    where: {
      publications: { some: {} },
      OR: [
        { authorId: memberId },
        { formerAuthorIds: { has: memberId } },
        { reviews: { some: { reviewerId: memberId } } },
        { publications: { some: { publishedById: memberId } } },
      ],
    },
    select: { id: true },
  });
  for (let at = 0; at < worked.length; at += CLAIMS_AT_ONCE) {
    const ids = worked.slice(at, at + CLAIMS_AT_ONCE).map(({ id }) => id);
    const claims = await tx.claim.findMany({ where: { id: { in: ids } }, select: creditedClaim });
    for (const claim of claims) {
      for (const { id, content, ...publication } of claim.publications) {
        const { people } = content as { people: Credits };
        const left = withoutCredit(people, creditedIn(claim, publication), leaver);
        if (JSON.stringify(left) === JSON.stringify(people)) continue;
        await tx.$executeRaw`
          UPDATE publications SET content = jsonb_set(content, '{people}', ${JSON.stringify(left)}::jsonb)
          WHERE id = ${id}::uuid`;
      }
    }
  }
}

const creditedClaim = {
  authorId: true,
  formerAuthorIds: true,
  reviews: { orderBy: { stage: "asc" }, select: { round: true, stage: true, reviewerId: true } },
  verdicts: { select: { version: true, review: { select: { round: true } } } },
  publications: {
    select: {
      id: true,
      number: true,
      publishedById: true,
      withdrawnAt: true,
      content: true,
      verdict: { select: { version: true } },
    },
  },
} satisfies Prisma.ClaimSelect;

/**
 * Of what somebody was called, what nobody else at the desk is called now: in fields without an id, the rest may as well be
 * the other's.
 */
async function namesOfNobodyElse(
  tx: Tx,
  { memberId, names }: { memberId: string; names: string[] },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT said AS name FROM unnest(${names}::text[]) said
    WHERE NOT EXISTS (
      SELECT FROM members m WHERE m.id <> ${memberId}::uuid AND m.erased_at IS NULL
        AND said IN (lower(btrim(m.name)), lower(m.email)))`;
  return rows.map(({ name }) => name);
}

/**
 * Takes away what somebody wrote in from this address, with the address and what was answered. What became of it at the
 * desk, a claim for instance, stays. `reason`: why, which stays in the history; so it must not say from whom. Answers how
 * many tips, and what was erased, to look for where else it stands.
 */
export async function erasePerson({
  actor,
  email,
  reason = null,
  now,
}: By & { email: string; reason?: string | null }): Promise<{ tips: number; texts: string[] }> {
  if (actor !== null) insist(forbidden(actor, "members.edit"));
  return db.$transaction(async (tx) => {
    const texts = await inLowerCase(tx, [email]);
    const held = await tx.$queryRaw<{ id: string; isAnswered: boolean }[]>`
      SELECT id, answer IS NOT NULL AS "isAnswered" FROM tips WHERE lower(email) = ${texts[0]} ORDER BY id FOR UPDATE`;
    if (held.length === 0) throw new AppError("not_found");
    const [small] = reason === null ? [] : await inLowerCase(tx, [reason]);
    if (texts.some((text) => small?.includes(text))) {
      throw new AppError("reason_names_person", { field: "erasureReason" });
    }
    const { erased } = (await newsroomWords(tx)).members.erase;
    for (const tip of held) await emptyTip(tx, { ...tip, erased, now });
    const erasureId = randomUUID();
    const parts = await eraseFromAudit(tx, { memberId: null, names: texts, things: [], erasureId });
    const data = { ...parts, tips: held.length, reason };
    await recordAudit(tx, { id: erasureId, actor, action: "person.erased", data });
    return { tips: held.length, texts };
  }, PATIENCE);
}

/**
 * Takes away one thing somebody wrote in whose address is gone, or who gave none: nobody can say any more what else came
 * from them. With an address it is `erasePerson`'s to do. Refuses what was erased before with `already_erased`.
 */
export async function eraseTip({
  actor,
  tipId,
  reason = null,
  now,
}: By & { tipId: string; reason?: string | null }): Promise<void> {
  if (actor !== null) insist(forbidden(actor, "members.edit"));
  await db.$transaction(async (tx) => {
    const [tip] = await tx.$queryRaw<{ id: string; isAnswered: boolean; isEmptied: boolean }[]>`
      SELECT id, answer IS NOT NULL AS "isAnswered", emptied_at IS NOT NULL AS "isEmptied"
      FROM tips WHERE id = ${tipId}::uuid AND email IS NULL FOR UPDATE`;
    if (tip?.isEmptied) throw new AppError("already_erased");
    if (!tip) throw new AppError("not_found");
    const { erased } = (await newsroomWords(tx)).members.erase;
    await emptyTip(tx, { ...tip, erased, now });
    const erasureId = randomUUID();
    const parts = await eraseFromAudit(tx, { memberId: null, names: [], things: [], erasureId });
    const data = { ...parts, tips: 1, reason };
    await recordAudit(tx, { id: erasureId, actor, action: "person.erased", subjectId: tipId, data });
  });
}

async function emptyTip(
  tx: Tx,
  { id, isAnswered, erased, now }: { id: string; isAnswered: boolean; erased: string; now: Date },
): Promise<void> {
  await tx.tip.update({
    where: { id },
    data: {
      ...{
        email: null,
        erasedAt: now,
        emptiedAt: now,
        words: erased,
        link: null,
        claimantName: null,
        saidOn: null,
      },
      ...(isAnswered && { answer: erased }),
      sendKey: createHash("sha256").update(randomUUID()).digest("hex"),
    },
    select: { id: true },
  });
}

/** `things`: ids of what was theirs and had a name of their making. `names`: of fields that say no id, in lower case. */
type FromAudit = { memberId: string | null; names: string[]; things: string[]; erasureId: string };

async function eraseFromAudit(tx: Tx, { memberId, names, things, erasureId }: FromAudit) {
  const [erased] = await tx.$queryRaw<{ parts: number; sha256: string }[]>`
    SELECT parts, sha256
    FROM erase_from_audit(
      ${memberId}::uuid, ${names}::text[], ${things}::uuid[], ${JSON.stringify(PEOPLE)}::jsonb, ${erasureId}::uuid)`;
  if (!erased) throw new Error("The history answered nothing.");
  return erased;
}

async function newsroomWords(tx: Tx): Promise<Words> {
  const newsroom = await tx.newsroom.findUnique({ where: { id: 1 }, select: { locale: true } });
  return wordsFor(newsroom?.locale ?? "en-GB");
}
