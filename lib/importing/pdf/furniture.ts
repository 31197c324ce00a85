import { rowsOf, type Segment } from "./segments.ts";

/** Running heads and page numbers stand among this many lines from the top or the bottom of a page. */
const OUTER_ROWS = 3;
/** Points a running head may move from page to page. */
const DRIFT = 3;
/** Share of a page's characters. */
const MOST_FURNITURE = 0.4;
/** In sizes of the type: lines of a text stand nearer to one another. */
const GAP = 1.35;

const PAGE_NUMBER =
  /^(?:page|p\.|seite|s\.|página|pagina)?\s*[-–—|]?\s*\d{1,4}(?:\s*(?:of|\/|von|de|sur|di)\s*\d{1,4})?\s*[-–—|]?$/iu;
const ROMAN = /^[ivxlc]{1,7}$/i;

/** In sizes of its type: how far a number stands from the text if it is the page's. */
const APART = 2;
/** A row of a table at the edge of a page has more parts than a running head. */
const MOST_PARTS = 6;
/** Left and right pages may have heads of their own, so the page after next counts as a neighbour. */
const NEIGHBOURS = [-2, -1, 1, 2];

/** What is repeated at the edge of pages: running heads and feet, page numbers, and what the file calls so itself. */
export function findFurniture(pages: readonly (readonly Segment[])[]): Set<Segment> {
  const edges = pages.map(outerSegments);
  const furniture = pages.flatMap((page, index) => {
    const others = NEIGHBOURS.flatMap((step) => edges[index + step] ?? []);
    const repeated = (edges[index] ?? []).filter((segment) => others.some((other) => isSame(segment, other)));
    return [
      ...unlessTooMuch(
        page.filter((segment) => segment.isArtifact),
        page,
      ),
      ...unlessTooMuch(
        repeated.filter((segment) => isApart(segment, page, repeated)),
        page,
      ),
      ...page.filter((segment) => isNumberAlone(segment, page)),
    ];
  });
  return new Set(furniture);
}

/** Nothing, when it is a large part of the page: a letter sent to many, a file marked by a careless program. */
function unlessTooMuch(found: readonly Segment[], page: readonly Segment[]): readonly Segment[] {
  const length = (segments: readonly Segment[]) => segments.reduce((sum, { text }) => sum + text.length, 0);
  return length(found) < length(page) * MOST_FURNITURE ? found : [];
}

/** Whether a gap wider than that between lines, or nothing at all, lies between it and the text. */
function isApart(segment: Segment, page: readonly Segment[], repeated: readonly Segment[]): boolean {
  const distances = page
    .filter((other) => !repeated.includes(other))
    .map((other) => Math.abs(other.baseline - segment.baseline) / Math.max(segment.size, other.size));
  return distances.every((distance) => distance > GAP);
}

function outerSegments(page: readonly Segment[]): Segment[] {
  const rows = rowsOf(page);
  const outer = rows.filter((_, index) => Math.min(index, rows.length - 1 - index) < OUTER_ROWS);
  return outer.filter((row) => row.length <= MOST_PARTS).flat();
}

/** Whether the same stands at the same height on another page, and its number, if it has one, counts the pages. */
function isSame(a: Segment, b: Segment): boolean {
  if (Math.abs(a.baseline - b.baseline) > DRIFT) return false;
  if (ROMAN.test(a.text) && ROMAN.test(b.text)) return true;
  const isNumber = /^\d+$/.test(a.text);
  return a.text === b.text ? !isNumber : pattern(a) === pattern(b) && countsPages(a, b);
}

function pattern({ text }: Segment): string {
  return text.toLowerCase().replace(/\d+/g, "#");
}

function countsPages(a: Segment, b: Segment): boolean {
  const numbersOf = ({ text }: Segment) => (text.match(/\d+/g) ?? []).map(Number);
  const others = numbersOf(b);
  return numbersOf(a).some((number, index) => number - a.page === (others[index] ?? Number.NaN) - b.page);
}

/** A number below all else on its page, or above it, well apart. */
function isNumberAlone(segment: Segment, page: readonly Segment[]): boolean {
  if (!PAGE_NUMBER.test(segment.text) && !ROMAN.test(segment.text)) return false;
  const distances = page
    .filter((other) => other !== segment)
    .map((other) => (other.baseline - segment.baseline) / segment.size);
  return distances.every((distance) => distance > APART) || distances.every((distance) => distance < -APART);
}
