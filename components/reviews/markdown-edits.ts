/** Text with a part of it chosen. Offsets are UTF-16 code units, end exclusive. */
export type Chosen = { text: string; start: number; end: number };

/** What to type over which part, and what is chosen then. */
export type Edit = { from: number; to: number; typed: string; start: number; end: number };

export const MARKS = ["bold", "italic", "link", "list"] as const;
export type Mark = (typeof MARKS)[number];

const SIGNS = { bold: "**", italic: "*" } as const;

/** Puts a mark around the chosen words, or before their lines; where it stands already it is taken away. */
export function mark(kind: Mark, chosen: Chosen): Edit {
  if (kind === "link") return link(chosen);
  if (kind === "list") return list(chosen);
  return around(SIGNS[kind], chosen);
}

/** A footnote to a source of the claim, behind the chosen words and the signs that close their marks. */
export function footnote(number: number, { text, end }: Chosen): Edit {
  const typed = `[^${number}]`;
  const from = end + (text.slice(end).match(/^\*+/u)?.[0].length ?? 0);
  return { from, to: from, typed, start: from + typed.length, end: from + typed.length };
}

function around(sign: string, { text, start, end }: Chosen): Edit {
  const { length } = sign;
  const isBetween = (from: number, to: number) =>
    text.slice(from - length, from) === sign &&
    text.slice(to, to + length) === sign &&
    !isLonger(text, sign, from, to);
  if (isBetween(start, end)) {
    const typed = text.slice(start, end);
    return { from: start - length, to: end + length, typed, start: start - length, end: end - length };
  }
  const words = text.slice(start, end);
  return {
    from: start,
    to: end,
    typed: sign + words + sign,
    start: start + length,
    end: end + length,
  };
}

/** `*` stands inside `**` too: there it is no mark of its own. */
function isLonger(text: string, sign: string, from: number, to: number): boolean {
  const before = text.slice(0, from).match(/\**$/u)?.[0].length ?? 0;
  const after = text.slice(to).match(/^\**/u)?.[0].length ?? 0;
  return sign === "*" && (before === 2 || after === 2);
}

/** The words become the link's; what is chosen then is the address, to be typed or pasted over. */
function link({ text, start, end }: Chosen): Edit {
  const words = text.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/u.test(words);
  const [label, address] = isAddress ? ["", words] : [words, "https://"];
  const typed = `[${label}](${address})`;
  const at = isAddress || label === "" ? start + 1 : start + label.length + 3;
  const length = isAddress || label === "" ? 0 : address.length;
  return { from: start, to: end, typed, start: at, end: at + length };
}

/** Every line of what is chosen, whole. */
function list({ text, start, end }: Chosen): Edit {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end);
  const to = next === -1 ? text.length : next;
  const lines = text.slice(from, to).split("\n");
  const isList = lines.every((line) => line.startsWith("- "));
  const typed = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join("\n");
  return { from, to, typed, start: isList ? from : from + 2, end: from + typed.length };
}
