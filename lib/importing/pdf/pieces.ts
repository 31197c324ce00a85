import type { PDFPageProxy } from "unpdf/pdfjs";

/**
 * Some characters a page shows side by side. Points from the page's upper left corner as it is read, sizes in
 * points too. `font` is a name within the file.
 */
export type Piece = {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  font: string;
  isMono: boolean;
  isRtl: boolean;
  /** The file itself says that it is no part of the text: a running head, a page number. */
  isArtifact: boolean;
};

/** One page's words. `aside`: those that run another way than the rest, up a margin for instance. */
export type PdfPage = { number: number; pieces: Piece[]; aside: string[] };

/** What PDF.js gives for a run of characters, or for the edge of marked content. */
type Item = {
  str?: string;
  dir?: string;
  transform?: number[];
  width?: number;
  fontName?: string;
  type?: string;
  tag?: string | null;
};
type Chunk = { items: Item[]; styles: Record<string, { fontFamily?: string }> };
type Turned = Piece & { quarter: number };

/** Reads what can be seen of a page, counting its characters with `spend`, which throws when the document has used up its share. */
export async function readPieces(page: PDFPageProxy, spend: (characters: number) => void): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const found: Turned[] = [];
  const marks: boolean[] = [];
  // Each style comes once, with the first chunk that uses it.
  const styles: Chunk["styles"] = {};
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const { items, styles: more } = next.value as Chunk;
    Object.assign(styles, more);
    spend(items.reduce((sum, item) => sum + Math.max(1, item.str?.length ?? 0), 0));
    for (const item of items) {
      followMarks(marks, item);
      const piece = pieceOf(item, transform, styles[item.fontName ?? ""]?.fontFamily === "monospace");
      if (piece !== null) found.push({ ...piece, isArtifact: marks.includes(true) });
    }
  }
  return { number: page.pageNumber, ...upright(withoutDoubles(found), { width, height }) };
}

function followMarks(marks: boolean[], { type, tag }: Item): void {
  if (type?.startsWith("beginMarkedContent")) marks.push(tag === "Artifact");
  if (type === "endMarkedContent") marks.pop();
}

function pieceOf(item: Item, page: number[], isMono: boolean): Turned | null {
  const text = item.str ?? "";
  if (text.trim() === "" || item.transform === undefined) return null;
  const [a, b, c, d, x, y] = multiply(page, item.transform);
  const quarter = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const size = Math.hypot(c, d);
  if (![x, y, size].every(Number.isFinite) || size === 0) return null;
  return {
    text,
    left: x,
    right: x + (item.width ?? 0),
    baseline: y,
    size,
    font: item.fontName ?? "",
    isMono,
    isRtl: item.dir === "rtl",
    isArtifact: false,
    quarter,
  };
}

type Matrix = [number, number, number, number, number, number];

/** The product of two PDF matrices, `inner` first (ISO 32000, 8.3.4). */
function multiply(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Bold made by printing the same words twice, a hair apart, is read once. */
function withoutDoubles(pieces: readonly Turned[]): Turned[] {
  const seen = new Set<string>();
  return pieces.filter(({ text, left, baseline }) => {
    const key = `${Math.round(left / 2)} ${Math.round(baseline / 2)} ${text}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Turns the page the way most of its words run. */
function upright(found: readonly Turned[], { width, height }: { width: number; height: number }) {
  const characters = [0, 0, 0, 0];
  for (const { quarter, text } of found) characters[quarter] = (characters[quarter] ?? 0) + text.length;
  const main = characters.indexOf(Math.max(...characters));
  return {
    pieces: found.filter(({ quarter }) => quarter === main).map((piece) => turned(piece, { width, height })),
    aside: found.filter(({ quarter }) => quarter !== main).map(({ text }) => text.trim()),
  };
}

function turned({ quarter, ...piece }: Turned, { width, height }: { width: number; height: number }): Piece {
  const { left: x, baseline: y } = piece;
  const length = piece.right - x;
  const [left, baseline] =
    quarter === 1
      ? [y, width - x]
      : quarter === 2
        ? [width - x, height - y]
        : quarter === 3
          ? [height - y, x]
          : [x, y];
  return { ...piece, left, baseline, right: left + length };
}
