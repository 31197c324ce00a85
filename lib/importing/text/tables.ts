/** Whether a run of lines is a table: columns set with tabs, or drawn with bars and dashes. */
export function isTable(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  return (
    lines.every((line) => line.trim().includes("\t")) || lines.every((line) => /^\s*[|+].*[|+]$/.test(line))
  );
}

/** The lines without the indentation they share, so that columns stay under one another. */
export function dedent(lines: readonly string[]): string[] {
  const shared = lines.reduce(
    (least, line) => Math.min(least, line.length - line.trimStart().length),
    Number.POSITIVE_INFINITY,
  );
  return lines.map((line) => line.slice(shared));
}
