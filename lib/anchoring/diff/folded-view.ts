import { BLANK, entryOf, foldedUnit, foldsApart, kindOf, MARK, UNSEEN } from "./code-units.ts";
import { foldLetters } from "./letters.ts";

/** A text as matching sees it, with the way back. */
export type FoldedView = {
  text: string;
  /** UTF-16 offset in the text as written of each folded code unit, and of the end. */
  offsets: Int32Array;
};

/** `fold` with offsets. White space at the ends stays, as one space. */
export function foldedView(text: string): FoldedView {
  const parts: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfCluster(text, at);
    const cluster = foldCluster(text, at, end);
    const last = parts.at(-1) ?? "";
    const isRepeated = (last === " " || last === "-") && cluster.startsWith(last);
    const folded = isRepeated ? cluster.slice(1) : cluster;
    if (folded !== "") parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) offsets.push(at);
    at = end;
  }
  offsets.push(text.length);
  return { text: parts.join(""), offsets: Int32Array.from(offsets) };
}

function foldCluster(text: string, start: number, end: number): string {
  const entry = entryOf(text.charCodeAt(start));
  if (kindOf(entry) === BLANK) return " ";
  if (kindOf(entry) === UNSEEN && end === start + 1) return "";
  if (end === start + 1 && !foldsApart(entry)) return String.fromCharCode(foldedUnit(entry));
  return foldLetters(text.slice(start, end));
}

/** Past the code units that have to be folded together with the one at `start`. */
function endOfCluster(text: string, start: number): number {
  const width = (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
  let end = start + width;
  if (kindOf(entryOf(text.charCodeAt(start))) === BLANK) return end;
  for (let at = end; at < text.length; at += 1) {
    const kind = kindOf(entryOf(text.charCodeAt(at)));
    if (kind === MARK) end = at + 1;
    else if (kind !== UNSEEN) break;
  }
  return end;
}
