const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Plain text with line feeds for every kind of line end, and U+FFFD for what is no character. All other
 * characters stay as they are.
 */
export function cleanCharacters(input: string): { text: string; replaced: number } {
  const lines = (input.startsWith(BYTE_ORDER_MARK) ? input.slice(1) : input)
    .replace(/\r\n?|[\v\u2028]/g, "\n")
    .replace(/[\f\u2029]/g, "\n\n");
  return replaceNonCharacters(lines);
}

/**
 * The text, of the same length, with U+FFFD for what is no character: Postgres cannot store NUL, nothing can
 * encode half a surrogate pair.
 */
export function replaceNonCharacters(input: string): { text: string; replaced: number } {
  let replaced = 0;
  const text = input.replace(/[\0\p{Surrogate}]/gu, () => {
    replaced += 1;
    return "\uFFFD";
  });
  return { text, replaced };
}
