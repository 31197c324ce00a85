import type { BlockPart } from "#lib/anchoring/blocks.ts";
import { isCaption } from "../text/captions.ts";
import { hasNumberedList } from "../text/marked-lines.ts";
import { findHeadings, isNumbered } from "./headings.ts";
import { type Line, type Typography, typographyOf } from "./lines.ts";
import { bulletOf, dashOf, NUMBER } from "./lists.ts";
import { endsSentence, paragraphsOf } from "./paragraphs.ts";
import { extentOf } from "./segments.ts";
import { readTable, tableLength } from "./tables.ts";
import { joinWords, type Vocabulary, vocabularyOf } from "./words.ts";

/** A block with what it was set in. `flow`: which stretch of text it stands in, counted over the document. */
export type Draft = { part: BlockPart; lines: readonly Line[]; flow: number };

/** What was made of the text, and the bullets that were taken off. */
type PdfBlocks = { drafts: Draft[]; markers: string[] };

/** A numbered figure or table, by the word in front of its number; then a sign, a capital, or nothing. */
const NUMBERED_CAPTION =
  /^(?:figure|fig\.|table|chart|graph|box|exhibit|abbildung|abb\.|tabelle|figura|tabla|tabela|tableau|graphique|рис\.|рисунок|таблица|الشكل|شكل|الجدول|جدول)\s?[A-Z]?\d{1,3}(?:\.\d{1,3})?(?:\s*[.:|–—-]|\s*$|\s+\p{Lu}|\s+[\p{Lo}])|^[図表]\s?\d{1,3}/iu;
const LONGEST_CAPTION = 600;
/** In sizes of the type: what is narrower may be lines that belong together by nothing but their place. */
const NARROWEST_COLUMN = 16;

/** Makes blocks of a document's stretches of text, each the lines of one column, in reading order. */
export function readBlocks(flows: readonly (readonly Line[])[]): PdfBlocks {
  const typography = typographyOf(flows);
  const vocabulary = vocabularyOf(flows.flatMap((flow) => flow.map((line) => line.text)));
  const setting = { typography, vocabulary };
  let tables = 0;
  const drafts = flows.flatMap((lines, flow) =>
    stretchesOf(lines, typography).flatMap((stretch): Draft[] => {
      if (stretch.kind === "text") return textDrafts(stretch.lines, { ...setting, flow });
      if (stretch.kind === "mono") return [{ part: preformatted(stretch.lines), lines: stretch.lines, flow }];
      tables += 1;
      return tableDrafts(stretch.lines, { table: tables, flow });
    }),
  );
  const headed = findHeadings(findCaptions(drafts, typography), typography);
  return findLists(joinOverBreaks(headed, setting));
}

/** What a document's other lines say about one of them. */
type Setting = { typography: Typography; vocabulary: Vocabulary };

function textDrafts(
  lines: readonly Line[],
  { typography, vocabulary, flow }: Setting & { flow: number },
): Draft[] {
  return paragraphsOf(lines, typography).map((paragraph) => {
    const words = paragraph.map((line) => line.text);
    return { part: { type: "paragraph", text: joinWords(words, vocabulary) }, lines: paragraph, flow };
  });
}

function tableDrafts(lines: readonly Line[], { table, flow }: { table: number; flow: number }): Draft[] {
  return readTable(lines, table).map(({ text, cell }) => ({
    part: { type: "table-cell", text, cell },
    lines,
    flow,
  }));
}

type Stretch = { kind: "text" | "table" | "mono"; lines: Line[] };

/** Cuts tables and program text out of a column's lines. */
function stretchesOf(lines: readonly Line[], { isMono }: Typography): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    const rows = line.cells.length > 1 && bulletOf(line.text) === null ? tableLength(lines, at) : 0;
    const kind = rows > 0 ? "table" : line.isMono && !isMono ? "mono" : "text";
    const taken = lines.slice(at, at + Math.max(1, rows));
    const stretch = stretches.at(-1);
    if (stretch && stretch.kind === kind && kind !== "table") stretch.lines.push(...taken);
    else stretches.push({ kind, lines: taken });
    at += taken.length;
  }
  return stretches;
}

/** Lines as they stand, indented by as many blanks as they stand from the left. */
function preformatted(lines: readonly Line[]): BlockPart {
  const { left } = extentOf(lines);
  const text = lines.map((line) => {
    const width = (line.right - line.left) / Math.max(1, line.text.length);
    return `${" ".repeat(Math.min(40, Math.round((line.left - left) / Math.max(1, width))))}${line.text}`;
  });
  return { type: "preformatted", text: text.join("\n") };
}

function findCaptions(drafts: readonly Draft[], { size }: Typography): Draft[] {
  return drafts.map((draft) => {
    const { type, text } = draft.part;
    if (type !== "paragraph" || text.length > LONGEST_CAPTION) return draft;
    const isSmall = (draft.lines[0]?.size ?? size) < size * 0.97;
    // "Figure 1 shows" in the size of the text is a sentence.
    const isNumberedCaption = NUMBERED_CAPTION.test(text) && (isSmall || !/^\S+\s\S+\s\p{Ll}/u.test(text));
    return isNumberedCaption || isCaption(text) ? { ...draft, part: { type: "caption", text } } : draft;
  });
}

/** Puts together paragraphs that went on in the next column or on the next page. */
function joinOverBreaks(drafts: readonly Draft[], { typography, vocabulary }: Setting): Draft[] {
  const joined: Draft[] = [];
  let open: Draft | null = null;
  let openFlow = 0;
  for (const draft of drafts) {
    const { part, lines } = draft;
    // Captions, tables and footnotes may stand between.
    const isAside = part.type === "caption" || part.type === "table-cell" || isSmaller(draft, typography);
    if (open !== null && !isAside && openFlow < draft.flow && goesOn(open, draft)) {
      open.part = { ...open.part, text: joinWords([open.part.text, part.text], vocabulary) };
      open.lines = [...open.lines, ...lines];
      openFlow = draft.flow;
      continue;
    }
    const copy = { ...draft };
    joined.push(copy);
    if (isAside) continue;
    open = part.type === "paragraph" ? copy : null;
    openFlow = draft.flow;
  }
  return joined;
}

function isSmaller({ lines }: Draft, { size }: Typography): boolean {
  return (lines[0]?.size ?? size) < size * 0.92;
}

function goesOn(before: Draft, after: Draft): boolean {
  const [from, to] = [before.part.text, after.part.text];
  if (after.part.type !== "paragraph" || endsSentence(from) || bulletOf(to) !== null) return false;
  const isSameSize = Math.abs((before.lines.at(-1)?.size ?? 0) - (after.lines[0]?.size ?? 0)) < 0.5;
  return isSameSize && (/^["'“‘(«]?\p{Ll}/u.test(to) || isFull(before.lines));
}

/** Whether a paragraph's last line is about as long as its longest. */
function isFull(lines: readonly Line[]): boolean {
  const last = lines.at(-1);
  const { left, right } = extentOf(lines);
  if (last === undefined || lines.length < 2 || right - left < NARROWEST_COLUMN * last.size) return false;
  const room = last.isRtl ? last.left - left : right - last.right;
  return room < 0.15 * (right - left);
}

/** Makes items of paragraphs with a bullet, of dashes among their like, and of numbers that count from one. */
function findLists(drafts: readonly Draft[]): PdfBlocks {
  const isNumberedList = hasNumberedList(drafts.map(({ part }) => (isPlain(part) ? part.text : "")));
  const markers: string[] = [];
  const found = drafts.map((draft, index) => {
    if (!isPlain(draft.part)) return draft;
    const { text } = draft.part;
    const isAmongDashes = [drafts[index - 1], drafts[index + 1]].some(
      (near) => dashOf(near?.part.text ?? "") !== null,
    );
    const bullet = bulletOf(text) ?? (isAmongDashes ? dashOf(text) : null);
    if (bullet !== null) markers.push(bullet.trim());
    else if (!(isNumberedList && NUMBER.test(text) && !isNumbered(text))) return draft;
    return {
      ...draft,
      part: { type: "list-item" as const, text: text.slice(bullet?.length ?? 0), level: 1 },
    };
  });
  return { drafts: withDepths(found), markers };
}

function isPlain({ type }: BlockPart): boolean {
  return type === "paragraph";
}

/** The further in an item begins among those of its list, the higher its level. */
function withDepths(drafts: readonly Draft[]): Draft[] {
  let edges: number[] = [];
  return drafts.map((draft) => {
    const first = draft.lines[0];
    if (draft.part.type !== "list-item" || first === undefined) {
      edges = [];
      return draft;
    }
    const edge = first.isRtl ? -first.right : first.left;
    edges = edges.filter((known) => known < edge - first.size * 0.5);
    edges.push(edge);
    return { ...draft, part: { ...draft.part, level: Math.min(6, edges.length) } };
  });
}
