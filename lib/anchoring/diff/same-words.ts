import { fold } from "./fold.ts";

/** Whether two quotes are the same words, however their white space, quotation marks, dashes and case are written. */
export function sameWords(a: string, b: string): boolean {
  return a === b || fold(a) === fold(b);
}
