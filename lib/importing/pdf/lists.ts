/** Signs in front of list items, with those of symbol fonts; a dash is one only among its like. */
const BULLET = /^([•‣◦▪▫■□●○◆◇➢➤►✓✔·\uF0A7\uF0B7\uF0D8\uF0FC])\s*(?=\S)/u;
const DASH = /^([-–—*])\s+(?=\p{L}|\p{N})/u;

/** Numbers stay in the text: they may be referred to. */
export const NUMBER = /^(?:\d{1,3}[.)]|\(\d{1,3}\)|[a-z]\)|\([a-z]\))\s+\S/;

/** The sign a line begins with, with the white space after it; null when there is none. */
export function bulletOf(text: string): string | null {
  return BULLET.exec(text)?.[0] ?? null;
}

/** The same for a dash. */
export function dashOf(text: string): string | null {
  return DASH.exec(text)?.[0] ?? null;
}
