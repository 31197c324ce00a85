import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { AppError } from "#lib/errors.ts";
import { MAX_ARTICLE_LENGTH } from "../limits.ts";
import { type PdfMetadata, readMetadata } from "./metadata.ts";
import { type PdfPage, readPieces } from "./pieces.ts";

/** More than the longest reports have. */
const MAX_PDF_PAGES = 2_000;

/** All pages' words, and what the file says about itself. */
type PdfFile = { pages: PdfPage[]; metadata: PdfMetadata };

/**
 * Nothing from outside the file: no fonts, no character maps, no network. PDF.js runs the scripts of a PDF in
 * a viewer only, forms of the XFA kind are not looked at, and warnings are not printed.
 */
const OPTIONS = {
  useSystemFonts: false,
  disableFontFace: true,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  stopAtErrors: false,
  verbosity: 0,
};

/**
 * Reads a PDF's text layer. Refuses with `pdf_encrypted`, `import_unreadable`, `text_too_long` and, of more
 * than 2,000 pages, `import_too_complex`.
 */
export async function readPdfFile(bytes: Uint8Array, now: Date): Promise<PdfFile> {
  // Loaded when first needed: 1.7 MB, and it writes into the global scope.
  const { getDocument } = await import("unpdf/pdfjs");
  // A copy, because PDF.js takes the bytes for itself.
  const task = getDocument({ ...OPTIONS, data: bytes.slice() });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MAX_PDF_PAGES) throw new AppError("import_too_complex");
    return { pages: await readPages(pdf), metadata: await readMetadata(pdf, now) };
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await task.destroy();
  }
}

async function readPages(pdf: PDFDocumentProxy): Promise<PdfPage[]> {
  let left = MAX_ARTICLE_LENGTH;
  const spend = (characters: number) => {
    left -= characters;
    if (left < 0) throw new AppError("text_too_long", { values: { limit: MAX_ARTICLE_LENGTH } });
  };
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(await readPieces(page, spend));
    page.cleanup();
  }
  return pages;
}

/** PDF.js has no type that all its errors share: whatever is wrong with a file, the file cannot be read. */
function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const isLocked = error instanceof Error && error.name === "PasswordException";
  return isLocked
    ? new AppError("pdf_encrypted", { cause: error })
    : new AppError("import_unreadable", { values: { type: "a damaged PDF" }, cause: error });
}
