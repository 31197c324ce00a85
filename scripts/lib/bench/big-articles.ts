import { sealSessionId, sessionCookie } from "#lib/auth/cookie.ts";
import { insertSession } from "#lib/auth/session-rows.ts";
import { db } from "#lib/db/client.ts";
import { seededRandom } from "#lib/testing/edit-script.ts";
import { makeArticle, makeMember } from "#lib/testing/factories.ts";
import { bigText, insertClaims, type MadeSpan, manySpans } from "./big-article.ts";

export type BigArticles = {
  text: string;
  blockCount: number;
  /** For the largest count; the first of them for the others. */
  spans: MadeSpan[];
  /** The desk's page by number of claims, 0 among them. */
  paths: Record<number, string>;
  /** Of a signed-in editor. */
  cookie: { name: string; value: string };
};

/** One text as several articles, with no claims and with so many as asked. */
export async function makeBigArticles({
  length,
  counts,
  seed,
}: {
  length: number;
  counts: readonly number[];
  seed: number;
}): Promise<BigArticles> {
  const random = seededRandom(seed);
  const actor = await makeMember({ role: "editor" });
  const wanted = bigText(length, random);
  const paths: Record<number, string> = {};
  let text = wanted;
  let spans: MadeSpan[] = [];
  for (const count of [0, ...counts]) {
    const article = await makeArticle({ actor, text: wanted });
    text = article.text;
    if (spans.length === 0) spans = manySpans(text, Math.max(...counts), random);
    if (count > 0) await insertClaims(article, actor.id, spans.slice(0, count));
    paths[count] = `/desk/articles/${article.id}`;
  }
  const session = await db.$transaction((tx) =>
    insertSession(tx, { memberId: actor.id, userAgent: null, now: new Date() }),
  );
  const cookie = { name: sessionCookie().name, value: await sealSessionId(session.id) };
  return { text, blockCount: text.split("\n\n").length, spans, paths, cookie };
}
