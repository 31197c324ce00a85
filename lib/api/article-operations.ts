import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { codePointsUpTo } from "#lib/anchoring/code-points.ts";
import { hashOfText } from "#lib/articles/commands.ts";
import { type ArticleDetail, getArticle, listArticles } from "#lib/articles/queries.ts";
import { articleDetails } from "#lib/articles/schema.ts";
import { ARTICLE_LIMITS, ARTICLE_ORIGINS } from "#lib/articles/values.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { listArticleClaims } from "#lib/claims/queries.ts";
import { decodeCursor, instantAndId, pageOf } from "#lib/cursor.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { AppError, type ReasonValues } from "#lib/errors.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { fill } from "#lib/i18n/words.ts";
import { saveAsArticle, saveAsRevision, startImport } from "#lib/imports/commands.ts";
import { getImport } from "#lib/imports/queries.ts";
import { type ReadArticle, saveAsArticleInput, saveAsRevisionInput } from "#lib/imports/schema.ts";
import { isUnderWay, MAX_IMPORT_BYTES } from "#lib/imports/values.ts";
import { choice, id, isId, languageTag, webAddress } from "#lib/input.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { annotationCollection } from "#lib/publishing/annotations.ts";
import { listMarkedClaims } from "#lib/publishing/marked-claims.ts";
import { getPublishedArticle, standing } from "#lib/publishing/queries.ts";
import { getRevision } from "#lib/revisions/queries.ts";
import { define } from "./operation.ts";
import { paging } from "./paging.ts";
import { Problem } from "./problem.ts";
import {
  annotationsShape,
  articleListShape,
  articleShape,
  reanchoringShape,
  revisionShape,
} from "./shapes.ts";

const onArticle = z.strictObject({ id });

/** An article's bytes may all have to be escaped in JSON, once. */
const MOST_BYTES = 2 * MAX_IMPORT_BYTES;

const given = {
  url: webAddress.optional().describe("Alone: the page to fetch. With html or text: where that is from."),
  html: z.string().min(1, "required").optional(),
  text: z.string().min(1, "required").optional(),
};

type Given = { url?: string | undefined; html?: string | undefined; text?: string | undefined };

const isOne = ({ url, html, text }: Given) =>
  (html === undefined) !== (text === undefined) || (html ?? text ?? url) === url;
const oneOf = { path: ["url"], error: "Give url, html or text; url may go with either of the others." };

const importBody = z
  .strictObject({
    ...given,
    title: articleDetails.title.optional(),
    origin: choice(ARTICLE_ORIGINS).default("external"),
    language: languageTag.optional().describe("BCP 47; found out when it is left out."),
  })
  .refine((body) => isOne(body) && (body.url ?? body.html ?? body.text) !== undefined, oneOf);

const revisionBody = z
  .strictObject({
    ...given,
    origin: choice(ARTICLE_ORIGINS).optional(),
    title: articleDetails.title.optional(),
    language: languageTag.optional(),
  })
  .refine((body) => isOne(body) && (body.url ?? body.html ?? body.text) !== undefined, oneOf);

/** Milliseconds between looks at an import under way, and how long a program waits for it. */
const PAUSE = 50;
const PATIENCE = 90_000;

type Read = { importId: string; read: ReadArticle | null; kept: number[] };

/** Has the worker read what was given, as for the desk. Throws why nothing came of it; `read` null: nothing has changed. */
async function readGiven(
  { url, html, text }: Given,
  { actor, articleId, now }: { actor: Actor; articleId: string | null; now: Date },
): Promise<Read> {
  const characters = html ?? text;
  const kind = html !== undefined ? "html" : text !== undefined ? "text" : "url";
  const original =
    characters === undefined
      ? null
      : {
          bytes: new TextEncoder().encode(characters),
          contentType: `text/${kind === "html" ? "html" : "plain"}; charset=utf-8`,
          url: null,
        };
  const { id: importId } = await startImport({ actor, kind, url: url ?? null, articleId, original, now });
  await ended(importId);
  const found = await getImport(importId);
  if (found?.failure) {
    throw new AppError(found.failure.reason, { values: found.failure.values as ReasonValues });
  }
  const read = found?.read ?? null;
  const kept = (read?.parts ?? []).flatMap(({ isKept }, at) => (isKept ? [at] : []));
  return { importId, read, kept };
}

async function ended(importId: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    const row = await db.import.findUnique({ where: { id: importId }, select: { state: true } });
    if (row === null) throw new AppError("import_gone");
    if (!isUnderWay(row.state)) return;
    await sleep(PAUSE);
  }
  throw new Problem(503, "import_slow", "The import is still under way. Look at the desk, or try again.", {
    headers: { "Retry-After": "60" },
  });
}

/** The page's own title, or the first words there are. */
function titleOf({ metadata, parts }: ReadArticle): string {
  const [first] = parts.filter(({ isKept }) => isKept);
  const words = metadata.title ?? first?.text ?? "";
  return words.slice(0, ARTICLE_LIMITS.title).toWellFormed().trim();
}

const createArticle = define({
  id: "createArticle",
  method: "POST",
  path: "/articles",
  tag: "Articles",
  scope: "articles:write",
  summary: "Imports an article",
  description:
    "From an address, from markup or from plain text, with the newsroom’s reader: what belongs to the article is found as at the desk.",
  mostBytes: MOST_BYTES,
  body: importBody,
  answers: { 201: { description: "The article with its first revision.", schema: articleShape } },
  problems: [409],
  async run({ actor, body, now, decide }) {
    const made = await decide(
      ({ importId, read, kept }: Read) => {
        if (read === null) throw new AppError("import_no_text");
        const { byline, publisher, publishedOn, canonicalUrl } = read.metadata;
        const input = saveAsArticleInput.parse({
          importId,
          kept,
          title: body.title ?? titleOf(read),
          byline,
          publisher,
          publishedOn,
          origin: body.origin,
          sourceUrl: body.url ?? canonicalUrl,
          ...(body.language !== undefined && { language: body.language }),
        });
        return saveAsArticle({ actor, now, ...input });
      },
      () => readGiven(body, { actor, articleId: null, now }),
    );
    const article = await requireArticle(made.id);
    return { status: 201, body: articleBody(article), headers: { Location: `/api/v1/articles/${made.id}` } };
  },
});

const createRevision = define({
  id: "createRevision",
  method: "POST",
  path: "/articles/{id}/revisions",
  tag: "Articles",
  scope: "articles:write",
  summary: "Gives an article its next text, and says where its claims’ words stand now",
  mostBytes: MOST_BYTES,
  params: onArticle,
  body: revisionBody,
  answers: {
    200: { description: "The text is the one the article has already.", schema: reanchoringShape },
    201: {
      description: "What became of each passage. Offsets are UTF-16 code units into the new text.",
      schema: reanchoringShape,
    },
  },
  problems: [404, 409],
  async run({ actor, body, params, now, decide }) {
    const articleId = params.id;
    const before = await requireArticle(articleId);
    const unchanged = { outcome: "unchanged" as const, revision: before.revision.number, passages: [] };
    const saved = await decide(
      async ({ importId, read, kept }: Read) => {
        if (read === null) return null;
        const input = saveAsRevisionInput.parse({ importId, kept });
        return saveAsRevision({ actor, now, ...input });
      },
      () => readGiven(body, { actor, articleId, now }),
    );
    const added = saved?.added ?? null;
    if (added === null) return { status: 200, body: unchanged };
    const { number: revision, passages } = added;
    return { status: 201, body: { outcome: "revised" as const, revision, passages } };
  },
});

const articleUrl = (slug: string) => new URL(`/articles/${slug}`, env.PUBLIC_URL).href;

async function requireArticle(articleId: string): Promise<ArticleDetail> {
  const article = await getArticle(articleId);
  if (article === null) throw new AppError("not_found");
  return article;
}

function articleBody({ revision, ...article }: ArticleDetail): z.infer<typeof articleShape> {
  const { id, slug, title, byline, publisher, sourceUrl, origin, language, direction } = article;
  const { number, text, blocks, createdAt } = revision;
  return {
    ...{ id, slug, title, byline, publisher, sourceUrl, origin, language, direction },
    url: articleUrl(slug),
    publishedAt: article.publishedOn,
    revision: {
      ...{ number, text, blocks },
      sha256: hashOfText(text),
      createdAt: createdAt.toISOString(),
    },
  };
}

/** The article as readers get it: its text only where they are shown it. Throws `not_found`. */
async function publicArticle(articleId: string): Promise<z.infer<typeof articleShape>> {
  const article = await requireArticle(articleId);
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: (await requireNewsroom()).timeZone }).format(
    new Date(),
  );
  const published = await getPublishedArticle(article.slug, today);
  if (published === null) throw new AppError("not_found");
  const body = articleBody(article);
  const isShown = published.full?.text === article.revision.text;
  return isShown ? body : { ...body, revision: { ...body.revision, text: null, blocks: null, sha256: null } };
}

type Listed = z.infer<typeof articleListShape>["items"][number] & { createdAt: Date };

/** Articles with a published claim that stands, newest first. */
async function listPublic({ cursor, take }: { cursor: string | undefined; take: number }) {
  const after = decodeCursor(cursor, instantAndId);
  const rows = await db.article.findMany({
    where: {
      publications: { some: standing },
      ...(after && { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: take + 1,
    select: { ...listed, createdAt: true },
  });
  return pageOf(
    rows.map(({ publishedOn, ...row }) => ({
      ...row,
      publishedOn: publishedOn?.toISOString().slice(0, 10) ?? null,
    })),
    take,
    ({ createdAt, id }) => [createdAt, id],
  );
}

const listed = {
  id: true,
  slug: true,
  title: true,
  publisher: true,
  origin: true,
  publishedOn: true,
  language: true,
  direction: true,
} as const;

const listAll = define({
  id: "listArticles",
  method: "GET",
  path: "/articles",
  tag: "Articles",
  scope: "public",
  summary: "Lists articles, newest first",
  description: "Without a token those with a published claim.",
  query: z.strictObject({
    ...paging,
    q: z.string().max(200).optional().describe("Words of the title; with a token."),
  }),
  answers: { 200: { description: "A page of articles.", schema: articleListShape } },
  problems: [],
  async run({ asker, query: { cursor, limit, q } }) {
    const page =
      asker === null
        ? await listPublic({ cursor, take: limit })
        : await listArticles({ cursor, take: limit, search: q });
    const items = page.items.map(
      ({
        id,
        slug,
        title,
        publisher,
        origin,
        publishedOn,
        language,
        direction,
      }): Omit<Listed, "createdAt"> => ({
        ...{ id, slug, title, publisher, origin, language },
        direction: direction === "rtl" ? "rtl" : "ltr",
        url: articleUrl(slug),
        publishedAt: publishedOn,
      }),
    );
    return { status: 200, body: { items, next: page.next }, isPublic: asker === null };
  },
});

const readOne = define({
  id: "getArticle",
  method: "GET",
  path: "/articles/{id}",
  tag: "Articles",
  scope: "public",
  summary: "An article with its newest text",
  params: onArticle,
  answers: { 200: { description: "The article.", schema: articleShape } },
  problems: [404],
  async run({ asker, params }) {
    const body =
      asker === null ? await publicArticle(params.id) : articleBody(await requireArticle(params.id));
    return { status: 200, body, isPublic: asker === null };
  },
});

const readRevision = define({
  id: "getRevision",
  method: "GET",
  path: "/articles/{id}/revisions/{n}",
  tag: "Articles",
  scope: "public",
  summary: "One text of an article",
  description: "Without a token only the newest, where readers are shown it.",
  params: z.strictObject({ id, n: z.coerce.number().int().min(1).max(2_147_483_647) }),
  answers: { 200: { description: "The revision.", schema: revisionShape } },
  problems: [404],
  async run({ asker, params }) {
    if (asker === null) {
      const { revision } = await publicArticle(params.id);
      if (revision.number !== params.n || revision.text === null) throw new AppError("not_found");
      return { status: 200, body: revision, isPublic: true };
    }
    const found = await getRevision({ articleId: params.id, number: params.n });
    if (found === null) throw new AppError("not_found");
    const { number, text, blocks, createdAt } = found;
    const body = { number, text, blocks, sha256: hashOfText(text), createdAt: createdAt.toISOString() };
    return { status: 200, body };
  },
});

/** What W3C annotations are sent as. */
const ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

const readAnnotations = define({
  id: "listAnnotations",
  method: "GET",
  path: "/articles/{id}/annotations",
  tag: "Articles",
  scope: "public",
  summary: "The claims of an article as W3C Web Annotations",
  description: "Without a token those that are published. Offsets are Unicode code points.",
  params: onArticle,
  answers: {
    200: { description: "A collection with its only page.", schema: annotationsShape, type: ANNOTATIONS },
  },
  problems: [404],
  async run({ asker, params }) {
    const article = isId(params.id) ? await getArticle(params.id) : null;
    if (article === null) throw new AppError("not_found");
    const [marked, newsroom] = await Promise.all([listMarkedClaims(article.id), requireNewsroom()]);
    if (asker === null && marked.length === 0) throw new AppError("not_found");
    const words = wordsFor(newsroom.locale);
    const label = fill(words.publicSite.article.checked, { title: article.title });
    const collection = annotationCollection({ marked, article, label, newsroom, siteUrl: env.PUBLIC_URL });
    const headers = { "Content-Type": ANNOTATIONS };
    if (asker === null) return { status: 200, body: collection, headers, isPublic: true };
    return { status: 200, body: await withOpenClaims(collection, article), headers };
  },
});

type Collection = ReturnType<typeof annotationCollection>;

/** The published ones, and behind them those readers do not know of, without what was found of them. */
async function withOpenClaims(
  collection: Collection,
  { id: articleId, slug, sourceUrl, revision }: ArticleDetail,
) {
  const cards = await listArticleClaims(articleId);
  const known = new Set(
    (await db.publication.findMany({ where: { articleId, ...standing }, select: { claimId: true } })).map(
      ({ claimId }) => claimId,
    ),
  );
  const upTo = codePointsUpTo(revision.text);
  const source = sourceUrl ?? articleUrl(slug);
  const open = cards
    .filter((card) => !known.has(card.id))
    .map((card) => ({
      id: new URL(`/api/v1/claims/${card.id}`, env.PUBLIC_URL).href,
      type: "Annotation",
      motivation: "assessing",
      body: [{ type: "TextualBody", purpose: "describing", value: card.statement, format: "text/plain" }],
      target: card.passages.map(({ start, end }) => ({
        type: "SpecificResource",
        source,
        selector: [
          {
            type: "TextQuoteSelector",
            exact: revision.text.slice(start, end),
            prefix: Array.from(revision.text.slice(Math.max(0, start - 128), start))
              .slice(-64)
              .join("")
              .toWellFormed(),
            suffix: Array.from(revision.text.slice(end, end + 128))
              .slice(0, 64)
              .join("")
              .toWellFormed(),
          },
          { type: "TextPositionSelector", start: upTo(start), end: upTo(end) },
        ],
        state: { type: "TimeState", sourceDate: revision.createdAt.toISOString() },
      })),
    }));
  const items = [...("first" in collection && collection.first ? collection.first.items : []), ...open];
  const { id, type, label } = collection;
  const partOf = { id, type, label, total: items.length };
  return {
    "@context": collection["@context"],
    ...partOf,
    ...(items.length > 0 && {
      first: { id: `${id}#all`, type: "AnnotationPage", partOf, startIndex: 0, items },
    }),
  };
}

export const articleOperations = [
  createArticle,
  createRevision,
  listAll,
  readOne,
  readRevision,
  readAnnotations,
];
