/** A term as it is compared: small letters without accents, one space for white space. */
export function foldTerm(words: string): string {
  let folded = "";
  for (const character of words) folded += foldCodePoint(character.codePointAt(0) ?? 0);
  return folded.replace(/ +/g, " ").trim();
}

/** Nothing for an accent on its own, a space for white space. */
export function foldCodePoint(code: number): string {
  const character = String.fromCodePoint(code);
  if (code < 0x80) return isBlank(character) ? " " : character.toLowerCase();
  if (isBlank(character)) return " ";
  return character
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036F]/g, "")
    .replace(/\s+/g, " ");
}

export function isBlank(character: string): boolean {
  return /^\s$/.test(character);
}
