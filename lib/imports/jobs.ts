import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { fetchDocument } from "#lib/fetching/fetch-document.ts";
import { type ArticleInput, importArticle } from "#lib/importing/import-article.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { isSamePage } from "#lib/revisions/rules.ts";
import {
  beginImport,
  checkDueArticles,
  failImport,
  finishImport,
  finishUnchanged,
  type ImportTask,
  purgeImports,
  recordFetched,
  saveChecked,
} from "./commands.ts";
import { getArticleToCheck, getLastFetched } from "./queries.ts";
import { withChoices } from "./rules.ts";
import type { ReadArticle } from "./schema.ts";
import { MAX_IMPORT_BYTES } from "./values.ts";

const decompress = promisify(gunzip);

/** What can be read; anything else is refused before its body is loaded. */
const READABLE = [
  "text/html",
  "application/xhtml+xml",
  "application/xml",
  "text/xml",
  "text/plain",
  "application/pdf",
];

/** Milliseconds for a page that somebody waits for; one that is looked at again has as many as any. */
const WAITED_FOR = 8_000;

/** Fetches, reads and, for a check for changes, saves. Every way it can fail is told on the import's page. */
export const runImport: JobHandler<"imports.run"> = async ({ importId }) => {
  const task = await beginImport({ importId, now: new Date() });
  if (!task) return;
  try {
    await read(task);
  } catch (error) {
    if (!(error instanceof AppError)) log.error({ err: error, importId }, "import failed");
    await failImport({ importId, error, now: new Date() });
  }
};

async function read(task: ImportTask): Promise<void> {
  const input = await inputOf(task);
  if (input === null) return finishUnchanged({ importId: task.id, now: new Date() });
  const article = await importArticle(input);
  const before = task.articleId === null ? null : await getArticleToCheck(task.articleId);
  const found = before ? { ...article, parts: withChoices(article.parts, before.choices) } : article;
  if (task.isCheck && before && isSamePage({ before: before.text, after: keptText(found) })) {
    await saveChecked({ importId: task.id, read: found, now: new Date() });
  } else {
    await finishImport({ importId: task.id, read: found, now: new Date() });
  }
}

/** Null: the server says that nothing has changed. */
async function inputOf({
  id,
  kind,
  url,
  isCheck,
  articleId,
  original,
}: ImportTask): Promise<ArticleInput | null> {
  if (original === null) return fetched({ id, url: url ?? "", articleId: isCheck ? articleId : null });
  const bytes = await decompress(original.content, { maxOutputLength: MAX_IMPORT_BYTES });
  const characters = () => new TextDecoder().decode(bytes);
  if (kind === "text") return { kind: "text", text: characters() };
  if (kind === "html") return { kind: "html", html: characters(), url };
  return { kind: "file", bytes, contentType: original.contentType, url: original.url ?? url };
}

async function fetched({
  id,
  url,
  articleId,
}: {
  id: string;
  url: string;
  articleId: string | null;
}): Promise<ArticleInput | null> {
  const last = articleId === null ? null : await getLastFetched({ articleId, url });
  const answer = await fetchDocument({
    url,
    accept: READABLE,
    maxBytes: MAX_IMPORT_BYTES,
    allowedHosts: env.FETCH_ALLOWED_HOSTS,
    ...(articleId === null && { timeoutMs: WAITED_FOR }),
    ...last,
  });
  if (answer.kind === "not_modified") return null;
  const { bytes, contentType, etag, lastModified, fetchedAt } = answer;
  const original = { bytes, contentType, url: answer.url, etag, lastModified };
  await recordFetched({ importId: id, original, now: fetchedAt });
  return { kind: "file", bytes, contentType, url: answer.url };
}

function keptText({ parts }: Pick<ReadArticle, "parts">): string {
  return assembleBlocks(parts.filter(({ isKept }) => isKept)).text;
}

/** Looks at the pages that are due. */
export const checkArticles: JobHandler<"articles.check"> = async () => {
  const begun = await checkDueArticles({ now: new Date() });
  if (begun > 0) log.info({ begun }, "checks for changes begun");
};

/** Removes previews nobody came back to. */
export const purgeOldImports: JobHandler<"imports.purge"> = async () => {
  const purged = await purgeImports({ now: new Date() });
  if (purged > 0) log.info({ purged }, "old imports removed");
};
