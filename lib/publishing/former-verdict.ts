import { db } from "#lib/db/client.ts";
import { plain, type StandingRecord, standing } from "./queries.ts";
import { type PublishedClaim, publishedClaim } from "./schema.ts";

/** What became of a verdict by the corrections after it. Without ratings the conclusion is all there is of it to change. */
export type Since = "changed" | "kept" | "reworded";

/** A verdict as it stood before a correction, and no more of the copy it was in. */
export type FormerVerdict = Pick<
  StandingRecord["claim"],
  "statement" | "rating" | "problem" | "conclusion" | "rationale"
> & {
  slug: string;
  number: number;
  /** How long it stood. */
  from: Date;
  until: Date;
  since: Since;
  language: string;
  /** What its footnotes may lead to: the sources readers get now. */
  evidence: PublishedClaim["evidence"];
};

/** An earlier verdict of a check that stands; null when there is none of this number. */
export async function getFormerVerdict(asked: string, number: number): Promise<FormerVerdict | null> {
  const slug = plain(asked);
  const current = await db.publication.findFirst({
    where: { slug, ...standing },
    select: { claimId: true, number: true, content: true },
  });
  if (current === null || number >= current.number) return null;
  const { claimId } = current;
  const [[former, next], changes] = await Promise.all([
    Promise.all(
      [number, number + 1].map((each) =>
        db.publication.findUnique({
          where: { claimId_number: { claimId, number: each } },
          select: { content: true, createdAt: true },
        }),
      ),
    ),
    db.correction.count({
      where: { claimId, type: "verdict_changed", publication: { number: { gt: number } } },
    }),
  ]);
  if (!former || !next) return null;
  const { statement, rating, problem, conclusion, rationale, article } = publishedClaim.parse(former.content);
  const stands = publishedClaim.parse(current.content);
  const isReworded = !rating.isRated && conclusion !== stands.conclusion;
  return {
    ...{ slug, number, statement, rating, problem, conclusion, rationale },
    from: former.createdAt,
    until: next.createdAt,
    since: changes > 0 ? "changed" : isReworded ? "reworded" : "kept",
    language: article.language,
    evidence: stands.evidence,
  };
}
