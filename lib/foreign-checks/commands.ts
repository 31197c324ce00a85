import { createHash } from "node:crypto";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { boundaryBefore } from "#lib/anchoring/graphemes.ts";
import { addArticle } from "#lib/articles/commands.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { addClaim } from "#lib/claims/commands.ts";
import { CLAIM_LIMITS } from "#lib/claims/values.ts";
import { type Db, db } from "#lib/db/client.ts";
import { dayTo } from "#lib/db/days.ts";
import { violatedIndex } from "#lib/db/unique.ts";
import { insist } from "#lib/errors.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { fill } from "#lib/i18n/words.ts";
import { guessLanguage } from "#lib/importing/language.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { publishArchived } from "#lib/publishing/commands.ts";
import { REVIEW_LIMITS } from "#lib/reviews/values.ts";
import { withFreeSlug } from "#lib/slug.ts";
import { type ReadCheck, readChecks } from "./read-file.ts";
import type { RowRefusal } from "./values.ts";

/** What becomes, or would become, of a row of a file. */
export type RowOutcome = {
  /** From 1. */
  row: number;
  outcome: "new" | "known" | RowRefusal;
  statement: string | null;
  url: string | null;
  publisher: string | null;
  ratingLabel: string | null;
};

/** How many rows are asked about and written at once. */
const BATCH = 1_000;

/**
 * Takes over checks that others published, as ClaimReview tells of them. What is known already stays as it is, so the
 * same file twice makes nothing new. `isDry`: only says what would be made. `only`: of the rows with these numbers.
 * `actor` null: at the command line.
 */
export async function importForeignChecks({
  actor,
  text,
  isDry,
  only,
  now,
}: {
  actor: Actor | null;
  text: string;
  isDry: boolean;
  only?: ReadonlySet<number>;
  now: Date;
}): Promise<RowOutcome[]> {
  if (actor !== null) insist(forbidden(actor, "checks.import"));
  const rows = readChecks(text);
  const checks = rows.flatMap((row) => ("check" in row ? [row.check] : []));
  return db.$transaction(
    async (tx) => {
      // Of two who bring the same file at once, the second finds what the first brought.
      if (!isDry) await tx.$executeRaw`LOCK TABLE foreign_checks IN SHARE ROW EXCLUSIVE MODE`;
      const known = await listKnown(tx, checks);
      const outcomes = rows.map((row): RowOutcome => {
        if ("refused" in row) {
          const { row: at, refused, statement, url } = row;
          return { row: at, outcome: refused, statement, url, publisher: null, ratingLabel: null };
        }
        const { statement, url, publisher, ratingLabel } = row.check;
        const outcome = known.has(keyOf(row.check)) ? "known" : "new";
        return { row: row.row, outcome, statement, url, publisher, ratingLabel };
      });
      const wanted = rows.filter(({ row }) => only?.has(row) ?? true);
      const made = wanted.flatMap((row) =>
        "check" in row && !known.has(keyOf(row.check)) ? [row.check] : [],
      );
      if (isDry || made.length === 0) return outcomes;
      for (let at = 0; at < made.length; at += BATCH) {
        await tx.foreignCheck.createMany({
          data: made.slice(at, at + BATCH).map((check) => rowOf(check, { actor, now })),
        });
      }
      const sha256 = createHash("sha256").update(text).digest("hex");
      await recordAudit(tx, { actor, action: "checks.imported", data: { count: made.length, sha256 } });
      return outcomes;
    },
    { timeout: 600_000 },
  );
}

const keyOf = ({ url, statement }: Pick<ReadCheck, "url" | "statement">) => JSON.stringify([url, statement]);

/** `isArchived`: only those that became claims of the newsroom. */
async function listKnown(
  tx: Db,
  checks: readonly ReadCheck[],
  { isArchived = false } = {},
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (let at = 0; at < checks.length; at += BATCH) {
    const part = checks.slice(at, at + BATCH);
    const rows = await tx.$queryRaw<{ url: string; statement: string }[]>`
      SELECT f.url, f.statement FROM foreign_checks f
      JOIN unnest(${part.map(({ url }) => url)}::text[], ${part.map(({ statement }) => statement)}::text[])
        AS asked (url, statement)
      ON md5(f.url) = md5(asked.url) AND md5(f.statement) = md5(asked.statement)
      WHERE f.claim_id IS NOT NULL OR NOT ${isArchived}::boolean`;
    for (const row of rows) known.add(keyOf(row));
  }
  return known;
}

function rowOf(
  { url, statement, ratingLabel, publisher, claimantName, saidOn, checkedOn }: ReadCheck,
  { actor, now }: { actor: Actor | null; now: Date },
) {
  return {
    ...{ url, statement, ratingLabel, publisher, claimantName },
    ...{ saidOn: dayTo(saidOn), checkedOn: dayTo(checkedOn) },
    ...{ importedById: actor?.id ?? null, importedAt: now },
  };
}

/**
 * Makes published claims of checks that the newsroom published elsewhere before, each with the day it was published and
 * a link to where. `actor` is who readers are told published them. `ratings`: which rating of the scale in use, by key
 * or label, a label of the file means; labels that are on the scale need none. A row is done or not, each by itself, so
 * that a large archive can be gone on with; the same file twice makes nothing new. `only`: of the rows with these numbers.
 */
export async function importArchive({
  actor,
  text,
  ratings,
  isDry,
  only,
  now,
}: {
  actor: Actor;
  text: string;
  ratings: ReadonlyMap<string, string>;
  isDry: boolean;
  only?: ReadonlySet<number>;
  now: Date;
}): Promise<RowOutcome[]> {
  insist(forbidden(actor, "claim.publish"));
  const rows = readChecks(text);
  const checks = rows.flatMap((row) => ("check" in row ? [row.check] : []));
  const [ratingOf, known] = await Promise.all([
    ratingFinder(ratings),
    listKnown(db, checks, { isArchived: true }),
  ]);
  const outcomes: RowOutcome[] = [];
  for (const row of rows) {
    if ("refused" in row) {
      const { row: at, refused, statement, url } = row;
      outcomes.push({ row: at, outcome: refused, statement, url, publisher: null, ratingLabel: null });
      continue;
    }
    const { statement, url, publisher, ratingLabel, checkedOn } = row.check;
    const ratingId = ratingOf(ratingLabel);
    let outcome: RowOutcome["outcome"] = "new";
    if (known.has(keyOf(row.check))) outcome = "known";
    else if (checkedOn === null || dayTo(checkedOn) > now) outcome = "no_day";
    else if (ratingId === undefined) outcome = "unknown_rating";
    else if (!isDry && (only?.has(row.row) ?? true)) {
      const isMade = await archive({
        ...{ actor, check: row.check, ratingId },
        ...{ publishedAt: dayTo(checkedOn), now },
      });
      if (!isMade) outcome = "known";
    }
    outcomes.push({ row: row.row, outcome, statement, url, publisher, ratingLabel });
  }
  return outcomes;
}

/** Finds a rating by what a file calls it: as it was said, by its label in any language, or its key. */
async function ratingFinder(
  said: ReadonlyMap<string, string>,
): Promise<(label: string) => string | undefined> {
  const { scaleId } = await requireNewsroom();
  const onScale = await db.rating.findMany({ where: { scaleId, retiredAt: null } });
  const labels = onScale.map(({ label }) => label);
  const translated = await db.termTranslation.findMany({ where: { label: { in: labels } } });
  const fold = (label: string) => label.trim().toLowerCase();
  const known = new Map<string, string>();
  for (const { id, key, label } of onScale) {
    for (const name of [
      key,
      label,
      ...translated.filter((term) => term.label === label).map((term) => term.translatedLabel),
    ]) {
      known.set(fold(name), id);
    }
  }
  const chosen = new Map([...said].map(([label, rating]) => [fold(label), known.get(fold(rating))]));
  return (label) => chosen.get(fold(label)) ?? known.get(fold(label));
}

/** In UTF-16 code units, what a title and a statement may have. */
const TITLE = 300;

/** False when somebody else who brings the same was faster. */
async function archive({
  actor,
  check,
  ratingId,
  publishedAt,
  now,
}: {
  actor: Actor;
  check: ReadCheck;
  ratingId: string;
  publishedAt: Date;
  now: Date;
}): Promise<boolean> {
  const { url, conclusion, ratingLabel, claimantName, saidOn, appearance } = check;
  const cut = (text: string, most: number) =>
    text.slice(0, boundaryBefore(text, Math.min(text.length, most))).trim();
  const statement = cut(check.statement, CLAIM_LIMITS.statement);
  const title = cut(appearance?.title ?? check.statement, TITLE);
  const content = assembleBlocks([{ type: "paragraph", text: check.statement }]);
  const language = guessLanguage(content.text);
  const texts = wordsFor((await requireNewsroom()).locale).claims.archive;
  const made = withFreeSlug(title, (articleSlug) =>
    withFreeSlug(statement, (slug) =>
      db.$transaction(async (tx) => {
        const { id: articleId } = await addArticle(tx, {
          ...{ actor, title, slug: articleSlug, origin: "external", sourceUrl: appearance?.url ?? null },
          ...{ byline: null, publisher: null, publishedOn: null },
          content: { ...content, language },
        });
        const revision = await tx.revision.findFirstOrThrow({ where: { articleId }, select: { id: true } });
        const said = saidOn !== null && dayTo(saidOn) > publishedAt ? null : saidOn;
        const { id: claimId } = await addClaim(tx, {
          ...{ actor, now, slug, articleId, revisionId: revision.id, statement },
          ...{
            start: 0,
            end: boundaryBefore(content.text, Math.min(content.text.length, CLAIM_LIMITS.passage)),
          },
          ...{ claimantName, claimantKind: "person", saidOn: said, saidWhere: null, topics: [] },
        });
        const told = cut(conclusion ?? ratingLabel, REVIEW_LIMITS.conclusion);
        await publishArchived(tx, {
          ...{ actor, claimId, ratingId, publishedAt, now, conclusion: told },
          rationale: `${conclusion ?? ratingLabel}\n\n${fill(texts.firstPublished, { url: `<${url}>` })}`,
        });
        const row = rowOf(check, { actor, now });
        const { count } = await tx.foreignCheck.updateMany({
          where: { url, statement: check.statement, claimId: null },
          data: { claimId },
        });
        if (count === 0) await tx.foreignCheck.create({ data: { ...row, claimId }, select: { id: true } });
      }),
    ),
  );
  try {
    await made;
    return true;
  } catch (error) {
    if (violatedIndex(error) !== "foreign_checks_once") throw error;
    return false;
  }
}
