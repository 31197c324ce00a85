/** Accents, and the vowel signs and the stretching that Hebrew and Arabic may leave out. */
const SIGNS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/gu;

/** Letters that are typed one for the other. */
const SAME = new Map([
  ["ى", "ي"],
  ["ی", "ي"],
  ["ة", "ه"],
]);

const DIGIT = /\p{Nd}/u;

/** A statement as it is compared: composed, in small letters, without accents and vowel signs, with one kind of digits. */
export function foldStatement(statement: string): string {
  return statement
    .normalize("NFKD")
    .replace(SIGNS, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ىیة]/gu, (letter) => SAME.get(letter) ?? letter)
    .replace(/[^\P{Nd}0-9]/gu, digitOf);
}

/** Every script's digits stand side by side, from zero to nine. */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}
