import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { createArticle } from "#lib/articles/commands.ts";
import { ARTICLE_LIMITS } from "#lib/articles/values.ts";
import { db } from "#lib/db/client.ts";
import type { ImportedArticle } from "#lib/importing/import-article.ts";
import { addRevision } from "#lib/revisions/commands.ts";
import { makeClaim } from "#lib/testing/factories.ts";
import type { Reached } from "./attacks.ts";
import { person } from "./fixtures.ts";

// What was read of attacks, where the desk and the public see it.

/** What pages say of themselves. */
export type Saying = { title: string; byline: string | null; publisher: string | null };

export type Shown = Saying & { parts: ImportedArticle["parts"] };

/** As much of what these pages say of themselves as one article may. */
export function sayingOf(reached: readonly Reached[]): Saying {
  const joined = (field: keyof Saying, limit: number): string | null => {
    const values = reached.flatMap(({ article }) => article.metadata[field] ?? []);
    return values.join(" ").slice(0, limit).toWellFormed() || null;
  };
  return {
    title: joined("title", ARTICLE_LIMITS.title) ?? "Attacks in their text alone",
    byline: joined("byline", ARTICLE_LIMITS.name),
    publisher: joined("publisher", ARTICLE_LIMITS.name),
  };
}

/**
 * A newsroom's own article, all of which readers see, with a published claim on `sentence`; and a newer text without
 * it, so that the passage waits to be repaired.
 */
export async function publishedArticle({ parts, sentence, ...said }: Shown & { sentence: string }) {
  const actor = await person("editor");
  const kept = parts.filter(({ isKept }) => isKept);
  const content = { ...assembleBlocks(kept), language: "en" };
  const facts = { ...said, sourceUrl: null, publishedOn: null, origin: "own" } as const;
  const { id, slug } = await createArticle({ actor, ...facts, content });
  const revision = await db.revision.findFirstOrThrow({ where: { articleId: id }, select: { id: true } });
  const article = { id, slug, revisionId: revision.id, text: content.text };
  const claim = await makeClaim({ state: "published", author: actor, article, words: sentence });
  const published = await db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { slug: true } });
  const rest = assembleBlocks(kept.filter(({ text }) => !text.includes(sentence)));
  await db.$transaction((tx) =>
    addRevision(tx, { actor, articleId: id, content: rest, originalId: null, now: new Date() }),
  );
  return { id, slug, claimSlug: published.slug };
}

/** An import that was read and waits for a person. */
export async function readyImport({ parts, ...said }: Shown): Promise<string> {
  const member = await person("reporter");
  const bytes = Buffer.from(said.title);
  const original = {
    content: gzipSync(bytes),
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
  const metadata = { publishedOn: null, canonicalUrl: null, language: "en", direction: "ltr" };
  const { id } = await db.import.create({
    data: {
      kind: "html",
      state: "ready",
      member: { connect: { id: member.id } },
      original: { create: original },
      result: { parts, metadata: { ...said, ...metadata }, notes: [] },
      finishedAt: new Date(),
    },
    select: { id: true },
  });
  return id;
}

/** All of these words as titles, bylines and publishers, as many in each as there may be. */
export function sayings(words: readonly string[]): Saying[] {
  const rest = words.map((word) => word.slice(0, ARTICLE_LIMITS.name).toWellFormed());
  const next = (limit: number): string => {
    let taken = rest.shift() ?? "-";
    while (rest[0] !== undefined && taken.length + rest[0].length < limit) taken += ` ${rest.shift()}`;
    return taken;
  };
  const { title, name } = ARTICLE_LIMITS;
  const made: Saying[] = [];
  while (rest.length > 0) made.push({ title: next(title), byline: next(name), publisher: next(name) });
  return made;
}
