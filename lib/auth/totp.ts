import { Secret, TOTP } from "otpauth";

/** Seconds a code is shown for. */
const PERIOD = 30;
/** Steps that a clock may be off, either way. */
const DRIFT = 1;

/** 160 bits in base32: what RFC 4226 asks for, and every app takes. */
export function makeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** SHA-1 and six digits: many apps ignore what an address asks for beside that. */
function authenticator({
  secret,
  issuer = "",
  label = "",
}: {
  secret: string;
  issuer?: string;
  label?: string;
}) {
  return new TOTP({ secret, issuer, label, algorithm: "SHA1", digits: 6, period: PERIOD });
}

/** The address that a QR code has for authenticator apps. */
export function authenticatorAddress(of: { secret: string; issuer: string; label: string }): string {
  // A colon is what parts the two in it.
  const plain = (text: string) => text.replaceAll(":", " ");
  return authenticator({ ...of, issuer: plain(of.issuer), label: plain(of.label) }).toString();
}

/** The number of the step whose code this is, at most one away from now; null when it is none's. */
export function stepOf({ secret, code, now }: { secret: string; code: string; now: Date }): number | null {
  const timestamp = now.getTime();
  if (!/^[0-9]{6}$/.test(code)) return null;
  const delta = authenticator({ secret }).validate({ token: code, timestamp, window: DRIFT });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta;
}

/** The code that an app shows at a time. */
export function codeAt({ secret, now }: { secret: string; now: Date }): string {
  return authenticator({ secret }).generate({ timestamp: now.getTime() });
}
