import { db } from "#lib/db/client.ts";
import { listReviewers } from "./queries.ts";

type Choice = { value: string; label: string };

/** What a filter of the queue can be set to, as far as something waits that fits. */
export type FilterChoices = {
  articleId: Choice[];
  topic: Choice[];
  claimant: Choice[];
  /** BCP 47 tags. */
  language: string[];
  /** Everybody who may review. */
  members: { id: string; name: string }[];
};

/** Of each kind: what a list can hold that people choose from. Beyond it the address still takes any. */
const MOST = 100;

/** Read together, in one statement per kind, however much waits. */
export async function listFilterChoices(): Promise<FilterChoices> {
  const [articles, topics, claimants, languages, members] = await Promise.all([
    db.$queryRaw<Choice[]>`
      SELECT a.id::text AS value, a.title AS label FROM articles a
      WHERE EXISTS (SELECT FROM queue_entries q WHERE q.article_id = a.id)
      ORDER BY a.created_at DESC, a.id DESC LIMIT ${MOST}`,
    db.$queryRaw<Choice[]>`
      SELECT t.slug AS value, t.name AS label FROM topics t
      WHERE EXISTS (SELECT FROM claim_topics ct JOIN queue_entries q ON q.claim_id = ct.claim_id
        WHERE ct.topic_id = t.id)
      ORDER BY t.name LIMIT ${MOST}`,
    db.$queryRaw<Choice[]>`
      SELECT n.slug AS value, n.name AS label FROM claimants n
      WHERE EXISTS (SELECT FROM claims c JOIN queue_entries q ON q.claim_id = c.id WHERE c.claimant_id = n.id)
      ORDER BY n.name LIMIT ${MOST}`,
    db.$queryRaw<{ language: string }[]>`
      SELECT DISTINCT a.language FROM articles a
      WHERE EXISTS (SELECT FROM queue_entries q WHERE q.article_id = a.id) ORDER BY a.language`,
    listReviewers(),
  ]);
  return {
    articleId: articles,
    topic: topics,
    claimant: claimants,
    language: languages.map(({ language }) => language),
    members,
  };
}
