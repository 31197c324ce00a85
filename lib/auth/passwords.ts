import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id: 19 MiB of memory, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a random password nobody kept, at the same cost. */
export const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$0bROzHb9PferfXpQ13/RGg$dhksGMiA14xqd3DvQEnKOiPlaGipr89tFkemUhCDdbM";

/** argon2id as a PHC string. The same characters typed on another keyboard give the same password (NFKC). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/**
 * Whether the password fits. For a member who does not exist (null) it works as long and says no, so that the
 * time of an answer does not tell which e-mail addresses have an account.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? NOBODYS_HASH, password.normalize("NFKC"));
  return fits && passwordHash !== null;
}
