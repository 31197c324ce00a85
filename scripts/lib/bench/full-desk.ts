/** Fills an empty desk with claims. Answers their ids by statement. */
export async function fillDesk({
  statements,
  claims,
  random,
}: {
  statements: readonly string[];
  /** How many in all: those beyond `statements` are halves of two of them, so that words are as common as in life. */
  claims: number;
  random: () => number;
}): Promise<Map<string, string>> {
  const { db } = await import("#lib/db/client.ts");
  const { makeArticle, makeMember } = await import("#lib/testing/factories.ts");
  const actor = await makeMember();
  const article = await makeArticle({ actor });
  const all = [...statements].slice(0, claims);
  const pick = () => (statements[Math.floor(random() * statements.length)] ?? "").split(" ");
  while (all.length < claims) {
    const [one, other] = [pick(), pick()];
    all.push([...one.slice(0, one.length / 2), ...other.slice(other.length / 2)].join(" ").slice(0, 1_000));
  }
  await db.$executeRaw`
    INSERT INTO claims (id, slug, article_id, number, statement, author_id, updated_at)
    SELECT uuidv7(), 'claim-' || number, ${article.id}::uuid, number, statement, ${actor.id}::uuid, now()
    FROM unnest(${all}::text[]) WITH ORDINALITY AS made (statement, number)`;
  await db.$executeRaw`CREATE EXTENSION pg_trgm`;
  await db.$executeRaw`CREATE INDEX claims_trgm ON claims USING gin (statement gin_trgm_ops)`;
  await db.$executeRaw`VACUUM ANALYZE claims`;
  await db.$executeRaw`VACUUM ANALYZE claim_terms`;
  const rows = await db.$queryRaw<{ id: string; statement: string }[]>`SELECT id, statement FROM claims`;
  return new Map(rows.map(({ id, statement }) => [statement, id]));
}
