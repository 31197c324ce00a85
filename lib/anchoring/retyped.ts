import type { Span } from "./spans.ts";

/** Characters that editors and keyboards exchange for one another; the first stands for all of them. */
const LOOK_ALIKE = ["'‘’‚‛", '"“”„‟«»', "-‐‑‒–—―"];

const SPACE = 0x20;

/** What each UTF-16 code unit is compared as: any white space as a space, what looks alike as one of it. */
const COMPARED_AS = Uint16Array.from({ length: 0x1_0000 }, (_, unit) =>
  /\s/.test(String.fromCharCode(unit)) ? SPACE : unit,
);
for (const family of LOOK_ALIKE) {
  for (const character of family) COMPARED_AS[character.charCodeAt(0)] = family.charCodeAt(0);
}

/** `starts`: where each unit stands in the text as written, in UTF-16 code units. */
type Plain = { units: Uint16Array; starts: Int32Array };

/** A text with one space for any white space, and one shape of quotation marks and dashes. */
function plain(text: string): Plain {
  const units = new Uint16Array(text.length);
  const starts = new Int32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = COMPARED_AS[text.charCodeAt(at)] ?? 0;
    if (unit === SPACE && length > 0 && units[length - 1] === SPACE) continue;
    units[length] = unit;
    starts[length] = at;
    length += 1;
  }
  return { units: units.subarray(0, length), starts: starts.subarray(0, length) };
}

/** For each beginning of the words, how much of it is an end of it too: from there a search goes on (Knuth, Morris, Pratt). */
function bordersOf(units: Uint16Array): Int32Array {
  const borders = new Int32Array(units.length);
  let same = 0;
  for (let at = 1; at < units.length; at += 1) {
    while (same > 0 && units[at] !== units[same]) same = borders[same - 1] ?? 0;
    if (units[at] === units[same]) same += 1;
    borders[at] = same;
  }
  return borders;
}

/**
 * Where words stand with other white space, quotation marks or dashes, also where such places overlap. The text is walked
 * through once: words that repeat themselves, in a text that does, would be compared for minutes from each place anew.
 */
export function retypedPlaces(text: string, words: string): Span[] {
  const wanted = plain(words.trim()).units;
  if (wanted.length === 0) return [];
  const borders = bordersOf(wanted);
  const { units, starts } = plain(text);
  const found: Span[] = [];
  let same = 0;
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at];
    while (same > 0 && (same === wanted.length || unit !== wanted[same])) same = borders[same - 1] ?? 0;
    if (unit === wanted[same]) same += 1;
    if (same < wanted.length) continue;
    // Words end with no white space, so their last unit is one of the text's.
    found.push({ start: starts[at + 1 - same] ?? 0, end: (starts[at] ?? 0) + 1 });
  }
  return found;
}
