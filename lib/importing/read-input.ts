import { AppError } from "#lib/errors.ts";
import { decodeText } from "./charset.ts";
import { type FileKind, fileKind } from "./file-kind.ts";
import { finishArticle, type ImportedArticle } from "./finish-article.ts";
import { readHtml } from "./html/read-html.ts";
import type { ImportLimits } from "./limits.ts";
import type { ReadDocument } from "./read-document.ts";
import { readText } from "./text/read-text.ts";

/** What an article can be made of. `url` is where it stands, for its relative links; nothing is fetched. */
export type ArticleInput =
  /** Words somebody pasted. */
  | { kind: "text"; text: string }
  /** Markup somebody pasted: of a whole page, or of the piece of one they had selected. */
  | { kind: "html"; html: string; url: string | null }
  /** A fetched or uploaded file: HTML, XHTML, PDF or plain text, told by its bytes and its type. */
  | { kind: "file"; bytes: Uint8Array; contentType: string | null; url: string | null };

/**
 * Reads an input of any kind where it is called, however long that takes: only for the worker, where no input can
 * hurt others. Refuses with `import_unreadable`, `import_too_complex`, `import_no_text`, `text_too_long`,
 * `text_empty`, `pdf_encrypted`.
 */
export async function readInput(input: ArticleInput, limits: ImportLimits): Promise<ImportedArticle> {
  if (input.kind === "text") return readText(input.text, limits);
  if (input.kind === "html") {
    return finishDocument(readHtml(input.html, { url: input.url, isXml: false, limits }), limits);
  }
  const kind = fileKind(input.bytes, input.contentType);
  if (kind.kind === "text")
    return withUnreadable(readText(decodeText(input.bytes, input.contentType), limits));
  const article = finishDocument(await readFile(input, kind, limits), limits);
  return kind.kind === "html" ? withUnreadable(article) : article;
}

/** Bytes that are no characters in a file's encoding became U+FFFD when it was decoded: that is told too. */
function withUnreadable(article: ImportedArticle): ImportedArticle {
  const count = article.parts.reduce((sum, { text }) => sum + text.split("\uFFFD").length - 1, 0);
  const others = article.notes.filter(({ kind }) => kind !== "replaced_characters");
  return count === 0 ? article : { ...article, notes: [...others, { kind: "replaced_characters", count }] };
}

type File = Extract<ArticleInput, { kind: "file" }>;

async function readFile(
  { bytes, contentType, url }: File,
  kind: FileKind,
  limits: ImportLimits,
): Promise<ReadDocument> {
  switch (kind.kind) {
    case "html":
      return readHtml(decodeText(bytes, contentType), { url, isXml: kind.isXml, limits });
    case "pdf": {
      const { readPdf } = await import("./pdf/read-pdf.ts");
      return readPdf(bytes);
    }
    default:
      throw new AppError("import_unreadable", {
        values: { type: kind.kind === "text" ? "text" : kind.name },
      });
  }
}

function finishDocument(document: ReadDocument, limits: ImportLimits): ImportedArticle {
  const article = finishArticle(document);
  const length = article.parts.reduce((sum, { isKept, text }) => sum + (isKept ? text.length : 0), 0);
  if (length > limits.characters)
    throw new AppError("text_too_long", { values: { limit: limits.characters } });
  if (length === 0) throw new AppError("import_no_text");
  return article;
}
