import type { InlineMark } from "#lib/anchoring/blocks.ts";

/** A mark before it is known where it stands. */
export type OpenMark = { type: "em" | "strong" | "code" } | { type: "link"; href: string };

/** The words of one block; `kept` and `linked`: how many of its characters are the article's, and links'. */
export type BlockText = { text: string; marks: InlineMark[]; kept: number; linked: number };

const BLANKS = /[ \t\n\f\r]+/g;

/** Puts the words of a block together as a browser does: runs of white space are one space, none at line ends. */
export class InlineText {
  #text = "";
  #isSpaced = false;
  #breaks = 0;
  #kept = 0;
  #linked = 0;
  #marks: InlineMark[] = [];
  #open: { mark: OpenMark; start: number | null }[] = [];

  get isEmpty(): boolean {
    return this.#text === "";
  }

  /** Line breaks since the last word. */
  get breaks(): number {
    return this.#breaks;
  }

  get last(): string {
    return this.#isSpaced || this.#breaks > 0 ? " " : this.#text.slice(-1);
  }

  /** Adds characters of the page. `isPre`: white space stays. */
  write(characters: string, { isPre, isKept }: { isPre: boolean; isKept: boolean }): void {
    if (isPre) {
      this.#append(characters.replace(/\r\n?/g, "\n"), isKept);
      return;
    }
    const collapsed = characters.replace(BLANKS, " ");
    if (collapsed.startsWith(" ")) this.#isSpaced = true;
    const words = collapsed.trim() === "" ? collapsed.replaceAll(" ", "") : trimSpaces(collapsed);
    if (words === "") return;
    this.#append(words, isKept);
    this.#isSpaced = collapsed.endsWith(" ");
  }

  /** Begins a new line, if anything follows. */
  breakLine(): void {
    this.#breaks += 1;
    this.#isSpaced = false;
  }

  open(mark: OpenMark): void {
    this.#open.push({ mark, start: null });
  }

  close(): void {
    const last = this.#open.pop();
    if (last !== undefined) this.#finish(last);
  }

  /** The block so far; the next begins inside the same marks. */
  take(): BlockText {
    for (const open of this.#open) {
      this.#finish(open);
      open.start = null;
    }
    const taken = { text: this.#text, marks: this.#marks, kept: this.#kept, linked: this.#linked };
    this.#text = "";
    this.#marks = [];
    this.#isSpaced = false;
    this.#breaks = 0;
    this.#kept = 0;
    this.#linked = 0;
    return taken;
  }

  #append(words: string, isKept: boolean): void {
    if (this.#text !== "") this.#text += this.#breaks > 0 ? "\n" : this.#isSpaced ? " " : "";
    this.#breaks = 0;
    this.#isSpaced = false;
    for (const open of this.#open) open.start ??= this.#text.length;
    this.#text += words;
    if (isKept) this.#kept += words.length;
    if (this.#open.some(({ mark }) => mark.type === "link")) this.#linked += words.length;
  }

  #finish({ mark, start }: { mark: OpenMark; start: number | null }): void {
    if (start === null || start >= this.#text.length) return;
    this.#marks.push({ ...mark, start, end: this.#text.length });
  }
}

/** Only what `BLANKS` collapsed: a no-break space at an end stays. */
function trimSpaces(text: string): string {
  const start = text.startsWith(" ") ? 1 : 0;
  return text.slice(start, text.endsWith(" ") ? -1 : undefined);
}
