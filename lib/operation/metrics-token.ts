import { createHash, timingSafeEqual } from "node:crypto";

/** Whether an `Authorization` header shows the token, in the same time wherever the two differ. */
export function isBearer(header: string | null, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(header ?? ""), digest(`Bearer ${token}`));
}
