/** Null: there is nothing to say. Numbers as they are, so that a spreadsheet can go on with them. */
export type Cell = string | number | null;

type Table = { columns: readonly { label: string }[]; rows: readonly (readonly Cell[])[] };

/**
 * A table as RFC 4180 has it: CRLF, quotes doubled. With a byte order mark, because Excel takes a file without one for
 * the machine's own code page; other readers skip it. Numbers are written plainly, with a point.
 */
export function csvOf({ columns, rows }: Table): string {
  const lines = [columns.map(({ label }) => label), ...rows];
  return `\uFEFF${lines.map((cells) => `${cells.map(fieldOf).join(",")}\r\n`).join("")}`;
}

function fieldOf(cell: Cell): string {
  if (cell === null) return "";
  const text = typeof cell === "number" ? String(cell) : harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What a spreadsheet would work out as a formula becomes text by an apostrophe in front: a claimant's name must not
 * run on the machine of who opens the file. Full-width signs count too, spreadsheets in some languages read them. So
 * does what stands behind a semicolon or a line's end: where a comma is the decimal sign, spreadsheets begin a new cell
 * there, and take quotation marks behind a comma for words.
 */
function harmless(text: string): string {
  const quiet = text.replace(/(?=[=+\-@＝＋－＠])(?<=[;\r\n]\s*)/g, "'");
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(quiet) ? `'${quiet}` : quiet;
}
