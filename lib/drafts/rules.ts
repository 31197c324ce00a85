import { AppError } from "#lib/errors.ts";

/** Whether a draft's key is that of this member. */
export function isOwnKey(memberId: string, key: string): boolean {
  return key.startsWith(`${memberId}:`);
}

/** A draft's key without its member. Throws `not_allowed` when it is another member's. */
export function ownKey(memberId: string, key: string): string {
  if (!isOwnKey(memberId, key)) throw new AppError("not_allowed");
  return key.slice(memberId.length + 1);
}
