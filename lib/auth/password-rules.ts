/** What a password is not to be by itself: whoever guesses tries these first. */
export type PasswordNames = {
  newsroomName?: string | undefined;
  name: string;
  email: string;
};

/** As many characters around a word hide it from nobody: "password2026!!". */
const MOST_AROUND = 8;

/** Why this password is easily guessed, or null. `common`: passwords many people have, in lower case. */
export function passwordProblem(
  password: string,
  { common, names }: { common: ReadonlySet<string>; names: PasswordNames },
): "password_common" | "password_is_name" | null {
  const plain = password.normalize("NFKC").toLowerCase();
  const core = coreOf(plain);
  if (namesIn(names).has(lettersOf(core))) return "password_is_name";
  if (common.has(plain) || common.has(core) || isRepeated(plain) || isSequence(plain))
    return "password_common";
  return null;
}

/** Without the few digits and signs at its ends; all of it when there are more. */
function coreOf(plain: string): string {
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return plain.length - core.length > MOST_AROUND ? plain : core;
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

/** Names as they would be typed: with or without what stands between their words. */
function namesIn({ newsroomName = "", name, email }: PasswordNames): ReadonlySet<string> {
  const [mailbox = "", domain = ""] = email.split("@");
  const typed = [newsroomName, name, email, mailbox, domain].map((text) =>
    lettersOf(coreOf(text.normalize("NFKC").toLowerCase())),
  );
  return new Set(typed.filter(Boolean));
}

/** One short piece again and again: "abcabcabcabc", "passwordpassword". */
function isRepeated(plain: string): boolean {
  return /^(.{1,10}?)\1+$/su.test(plain);
}

/** "abcdefghijkl", "12345678901234", and the same backwards. */
function isSequence(plain: string): boolean {
  return [plain, [...plain].reverse().join("")].some(
    (text) => "abcdefghijklmnopqrstuvwxyz".includes(text) || "1234567890".repeat(3).includes(text),
  );
}
