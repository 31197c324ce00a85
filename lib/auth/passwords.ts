import { hash, verify } from "@node-rs/argon2";
import { AppError } from "#lib/errors.ts";
import { NOBODYS_HASH } from "./nobodys-hash.ts";
import { type PasswordNames, passwordProblem } from "./password-rules.ts";

/** OWASP's first choice for argon2id: 19 MiB of memory, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

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

/** The passwords people have most, in lower case, as breaches showed them. Read when the first is asked about. */
export async function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import("@zxcvbn-ts/language-common/src/passwords.json", { with: { type: "json" } }).then(
    ({ default: passwords }) => new Set(passwords.map((password) => password.toLowerCase())),
  );
  return known;
}
let known: Promise<ReadonlySet<string>> | undefined;

/** The hash of a password somebody chooses. Refuses, beside `field`, one that is tried first by whoever guesses. */
export async function hashChosen({
  password,
  names,
  field = "password",
}: {
  password: string;
  names: PasswordNames;
  field?: string;
}): Promise<string> {
  const problem = passwordProblem(password, { common: await commonPasswords(), names });
  if (problem) throw new AppError(problem, { field });
  return hashPassword(password);
}
