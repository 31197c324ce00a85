import type { BlockPart } from "#lib/anchoring/blocks.ts";
import { cleanCharacters } from "../characters.ts";
import type { ImportedText, ImportNote } from "../imported-text.ts";
import { isCaption } from "./captions.ts";
import { takeDateStamp } from "./date-stamp.ts";
import { findHeadings, guessTitle } from "./headings.ts";
import { groupLines, joinLines, trimmed, unwrapLines, wrapWidth } from "./lines.ts";
import { findLinks } from "./links.ts";
import { beginsItem, hasNumberedList, type MarkedLine, readMarkers } from "./marked-lines.ts";
import { isSocialPost, joinSignatures } from "./social-posts.ts";
import { dedent, isTable } from "./tables.ts";

/** How the whole text is laid out, which decides how each of its lines is read. */
type Layout = { width: number | null; isNumbered: boolean };

/** Blocks read from some lines, and the signs taken off them. */
type Reading = { parts: BlockPart[]; markers: string[] };

/** Makes clean blocks of pasted text. Every word stays in the text, or is told in the notes. */
export function importPlainText(input: string): ImportedText {
  const cleaned = cleanCharacters(input);
  const stamp = takeDateStamp(cleaned.text);
  const groups = groupLines(stamp?.text ?? cleaned.text);
  const layout = { width: wrapWidth(groups), isNumbered: hasNumberedList(groups.flat()) };
  const readings = groups.map((lines) => readGroup(lines, layout));

  const parts = findHeadings(joinSignatures(readings.flatMap((reading) => reading.parts)));
  const markers = readings.flatMap((reading) => reading.markers);
  const notes: ImportNote[] = [];
  if (stamp !== null) notes.push({ kind: "date_stamp", removed: stamp.removed, day: stamp.day });
  if (markers.length > 0) notes.push({ kind: "markers", removed: markers });
  if (cleaned.replaced > 0) notes.push({ kind: "replaced_characters", count: cleaned.replaced });
  return {
    parts: parts.map((part) => ({ ...part, marks: findLinks(part.text) })),
    title: guessTitle(parts),
    publishedOn: stamp?.day ?? null,
    notes,
  };
}

function readGroup(lines: readonly string[], layout: Layout): Reading {
  if (isTable(lines)) return only({ type: "preformatted", text: dedent(lines).join("\n") });
  const whole = unwrapLines(lines, layout.width).join("\n");
  if (isSocialPost(whole)) return only({ type: "embed", text: whole });
  const runs = runsOfKind(readMarkers(lines, layout.isNumbered));
  const readings = runs.map((run) => readRun(run, layout));
  return {
    parts: readings.flatMap((reading) => reading.parts),
    markers: readings.flatMap((reading) => reading.markers),
  };
}

function only(part: BlockPart): Reading {
  return { parts: [part], markers: [] };
}

function runsOfKind(lines: readonly MarkedLine[]): MarkedLine[][] {
  const runs: MarkedLine[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.[0]?.kind === line.kind) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

function readRun(run: readonly MarkedLine[], { width }: Layout): Reading {
  const markers = run.flatMap(({ marker }) => (marker === "" ? [] : [marker]));
  const texts = run.map((line) => line.text);
  switch (run[0]?.kind) {
    case "quote":
      return { parts: readQuote(texts, width), markers };
    case "heading":
      return {
        parts: run.map(({ marker, text }) => ({ type: "heading", text, level: marker.length })),
        markers,
      };
    case "item":
      return { parts: readList(run), markers };
    default:
      return { parts: readParagraphs(texts, width), markers };
  }
}

function readQuote(lines: readonly string[], width: number | null): BlockPart[] {
  const paragraphs = groupLines(lines.join("\n")).flatMap((group) => unwrapLines(group, width));
  return paragraphs.map((text) => ({ type: "quote", text }));
}

/** The deeper an item is indented within its list, the higher its level. */
function readList(lines: readonly MarkedLine[]): BlockPart[] {
  const items: { text: string; indent: number }[] = [];
  for (const line of lines) {
    const item = items.at(-1);
    if (item === undefined || beginsItem(line)) items.push({ text: trimmed(line.text), indent: line.indent });
    else item.text = joinLines(item.text, line.text);
  }
  const indents = [...new Set(items.map((item) => item.indent))].sort((a, b) => a - b);
  return items.map(({ text, indent }) => ({ type: "list-item", text, level: indents.indexOf(indent) + 1 }));
}

/** Lines a caption may be spread over: what is to be seen, who took it. */
const CAPTION_LINES = 3;

function readParagraphs(lines: readonly string[], width: number | null): BlockPart[] {
  if (lines.length <= CAPTION_LINES) {
    const caption = lines.map(trimmed).join(" ");
    if (isCaption(caption)) return [{ type: "caption", text: caption }];
  }
  return unwrapLines(lines, width).map((text) => ({ type: isCaption(text) ? "caption" : "paragraph", text }));
}
