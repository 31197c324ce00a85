import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";

// By what a browser is known again that somebody has signed in on: an id, and for each e-mail address a mark that only
// this installation can make, `id.mark.mark`. No address can be read off it.

/** E-mail addresses one browser is known for; the one used longest ago goes first. */
const MOST = 8;

/** The browser's id, where what it has says that it is known for this e-mail address; else null. */
export function browserKnowing(known: string, email: string): string | null {
  const [id = "", ...marks] = known.split(".");
  const expected = markOf(id, email);
  return marks.slice(0, MOST).some((mark) => isSame(mark, expected)) ? id : null;
}

/** What the browser is to have from now on, so that it is known for this e-mail address too. */
export function withKnown(known: string, email: string): string {
  const [given = "", ...marks] = known.split(".");
  const id = /^[\w-]{22}$/u.test(given) ? given : randomBytes(16).toString("base64url");
  const mark = markOf(id, email);
  const others = marks.filter((other) => /^[\w-]{22}$/u.test(other) && other !== mark);
  return [id, mark, ...others].slice(0, MOST + 1).join(".");
}

function markOf(id: string, email: string): string {
  const mac = createHmac("sha256", env.AUTH_SECRET).update(`known-browser ${id} ${email}`);
  return mac.digest("base64url").slice(0, 22);
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
