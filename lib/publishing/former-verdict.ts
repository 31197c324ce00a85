import { db } from "#lib/db/client.ts";
import { plain, type StandingRecord, standing } from "./queries.ts";
import { type PublishedClaim, publishedClaim } from "./schema.ts";

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
  const [former, next] = await Promise.all(
    [number, number + 1].map((each) =>
      db.publication.findUnique({
        where: { claimId_number: { claimId, number: each } },
        select: { content: true, createdAt: true },
      }),
    ),
  );
  if (!former || !next) return null;
  const { statement, rating, problem, conclusion, rationale, article } = publishedClaim.parse(former.content);
  return {
    ...{ slug, number, statement, rating, problem, conclusion, rationale },
    from: former.createdAt,
    until: next.createdAt,
    language: article.language,
    evidence: publishedClaim.parse(current.content).evidence,
  };
}
