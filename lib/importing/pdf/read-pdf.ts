import { AppError } from "#lib/errors.ts";
import { cleanCharacters } from "../characters.ts";
import type { ImportNote } from "../imported-text.ts";
import type { ImportedPart, ReadDocument } from "../read-document.ts";
import { readBlocks } from "./blocks.ts";
import { readingOrder } from "./columns.ts";
import { readPdfFile } from "./file.ts";
import { findFurniture } from "./furniture.ts";
import { type Line, linesOf } from "./lines.ts";
import type { PdfPage } from "./pieces.ts";
import { type Segment, segmentsOf } from "./segments.ts";

/**
 * Reads a PDF's text layer into blocks in reading order. Running heads, page numbers and words that run up a
 * margin are parts that are not kept. `now`: a date of creation after it is not believed.
 *
 * Refuses with `pdf_encrypted`, `import_unreadable` (a broken file), `import_no_text` (a scan), `text_too_long`
 * and `import_too_complex` (too many pages).
 */
export async function readPdf(bytes: Uint8Array, now: Date = new Date()): Promise<ReadDocument> {
  const { pages, metadata } = await readPdfFile(bytes, now);
  const { parts, markers } = partsOf(pages);
  if (!parts.some((part) => part.isKept && /[\p{L}\p{N}]/u.test(part.text)))
    throw new AppError("import_no_text");
  const cleaned = parts.map((part) => ({ part, ...cleanCharacters(part.text) }));
  const replaced = cleaned.reduce((sum, each) => sum + each.replaced, 0);
  const notes: ImportNote[] = [];
  if (markers.length > 0) notes.push({ kind: "markers", removed: markers });
  if (replaced > 0) notes.push({ kind: "replaced_characters", count: replaced });
  return {
    ...metadata,
    parts: cleaned.map(({ part, text }) => ({ ...part, text })),
    title: metadata.title ?? titleOf(parts),
    canonicalUrl: null,
    notes,
  };
}

/** A stretch of lines, or words of the page that are no part of the text. */
type Stretch = { kind: "text"; lines: Line[] } | { kind: "furniture"; text: string };

function partsOf(pages: readonly PdfPage[]): { parts: ImportedPart[]; markers: string[] } {
  const segments = pages.map((page) => segmentsOf(page.pieces, page.number));
  const furniture = findFurniture(segments);
  const stretches = segments.flatMap((page, index) =>
    stretchesOf(page, { furniture, aside: pages[index]?.aside ?? [] }),
  );
  const texts = stretches.flatMap((stretch) => (stretch.kind === "text" ? [stretch.lines] : []));
  const { drafts, markers } = readBlocks(texts);
  const byFlow = Map.groupBy(drafts, (draft) => draft.flow);
  let flow = -1;
  const parts = stretches.flatMap((stretch): ImportedPart[] => {
    if (stretch.kind === "furniture") return [{ type: "paragraph", text: stretch.text, isKept: false }];
    flow += 1;
    return (byFlow.get(flow) ?? []).map(({ part }) => ({ ...part, isKept: true }));
  });
  return { parts, markers };
}

type Beside = { furniture: ReadonlySet<Segment>; aside: readonly string[] };

/** A page's text in reading order, after its running head and before its foot. */
function stretchesOf(page: readonly Segment[], { furniture, aside }: Beside): Stretch[] {
  const text = page.filter((segment) => !furniture.has(segment));
  const top = text.reduce((least, segment) => Math.min(least, segment.baseline), Number.POSITIVE_INFINITY);
  const around = page.filter((segment) => furniture.has(segment));
  const shown = (isHead: boolean): Stretch[] =>
    around
      .filter(({ baseline }) => baseline < top === isHead)
      .map((segment) => ({ kind: "furniture", text: segment.text }));
  const margin: Stretch[] = aside.length > 0 ? [{ kind: "furniture", text: aside.join(" ") }] : [];
  const flows = readingOrder(text).map((flow): Stretch => ({ kind: "text", lines: linesOf(flow) }));
  return [...shown(true), ...flows, ...shown(false), ...margin];
}

/** The first of the largest headings on a document's first pages. */
function titleOf(parts: readonly ImportedPart[]): string | null {
  const early = parts.slice(0, 40).filter((part) => part.isKept && part.type === "heading");
  return early.find((part) => part.level === 1)?.text ?? early[0]?.text ?? null;
}
