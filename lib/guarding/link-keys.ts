import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";

// What makes a link open something: the id of its row and a mark that only this installation can make of it. The
// database holds nothing a link could be made from, not even a hash of it; a row that is used, taken back or given
// another time to end makes its links worthless.

/** `expiresAt` is part of the mark: giving a link another end takes the one before back. */
export type KeyedLink = { kind: "invitation" | "reset" | "sign_in"; id: string; expiresAt: Date };

/** What stands in the address of the link: 65 characters. */
export function keyOf(link: KeyedLink): string {
  return Buffer.from(link.id.replaceAll("-", ""), "hex").toString("base64url") + markOf(link);
}

/** The id of the row a key is about, to look it up; null when it can be none of ours. It proves nothing yet. */
export function idInKey(key: string): string | null {
  const [, id = ""] = /^([\w-]{22})[\w-]{43}$/u.exec(key) ?? [];
  if (id === "") return null;
  const hex = Buffer.from(id, "base64url").toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}

/** Whether it is the key of this very link. */
export function isKeyOf(key: string, link: KeyedLink): boolean {
  const [given, expected] = [Buffer.from(key), Buffer.from(keyOf(link))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function markOf({ kind, id, expiresAt }: KeyedLink): string {
  const mac = createHmac("sha256", env.AUTH_SECRET).update(`link ${kind} ${id} ${expiresAt.getTime()}`);
  return mac.digest("base64url");
}
