import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "#lib/env.ts";

// What the database keeps and must not tell by itself: whoever has a copy of it still needs the installation's secret.

const CIPHER = "aes-256-gcm";
const NONCE = 12;
const TAG = 16;

/** Each purpose has a key of its own: what was sealed for one opens for no other. */
export type Purpose = "authenticator" | "backup-code" | "webhook";

function keyFor(purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync("sha256", env.AUTH_SECRET, "", `proofmark ${purpose}`, 32));
}

/** Text that only this installation can read again, and only as `owner`'s. */
export function seal(text: string, { purpose, owner }: { purpose: Purpose; owner: string }): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyFor(purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

/** What was sealed; null when it was altered, is somebody else's, or was sealed with another secret. */
export function unseal(
  sealed: string,
  { purpose, owner }: { purpose: Purpose; owner: string },
): string | null {
  const bytes = Buffer.from(sealed, "base64");
  try {
    const decipher = createDecipheriv(CIPHER, keyFor(purpose), bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  } catch {
    // Node says no more than that it does not fit.
    return null;
  }
}

/** A hash that only this installation can make. */
export function keyedHash(text: string, { purpose, owner }: { purpose: Purpose; owner: string }): string {
  return createHmac("sha256", keyFor(purpose)).update(`${owner} ${text}`).digest("base64url");
}
