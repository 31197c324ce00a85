import { z } from "zod";
import { ROLES } from "#lib/auth/policy.ts";
import { LANGUAGES, type Language, LOCALES } from "#lib/i18n/languages.ts";
import { choice, id, text, version } from "#lib/input.ts";

/** Length beats rules (NIST SP 800-63B): at least 12 characters; at most 200, so that hashing one stays cheap. */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;

/** 254 characters: the longest address mail can be sent to (RFC 5321). */
const EMAIL_LENGTH = 254;
const lowerCase = (value: string) => value.toLowerCase();

export const email = text(EMAIL_LENGTH).transform(lowerCase).pipe(z.email("not_an_email"));

/** A password somebody chooses. What else it must not be, its commands know. */
export const newPassword = z
  .string()
  .min(PASSWORD_LENGTH.min, "too_short")
  .max(PASSWORD_LENGTH.max, "too_long");

export const signInInput = z.strictObject({
  email: text(EMAIL_LENGTH).transform(lowerCase),
  password: z.string().min(1, "required").max(PASSWORD_LENGTH.max, "too_long"),
  /** Where to go afterwards; anything but a path of this site is ignored. */
  from: z.string().default(""),
});

/** Signing in again over a page that stays open. */
export const signInAgainInput = signInInput.omit({ from: true });

/** The second step. Longer than any code with what people put between its parts. */
export const finishSignInInput = z.strictObject({ code: text(40), from: z.string().default("") });
export const finishSignInAgainInput = finishSignInInput
  .omit({ from: true })
  .extend({ halfIn: z.string().max(2_000, "too_long") });

const timeZone = text(100).refine(isTimeZone, "not_a_choice");

export const setUpInput = z.strictObject({
  newsroomName: text(200),
  timeZone,
  locale: choice(LOCALES).default("en-GB"),
  name: text(200),
  email,
  password: newPassword,
});
export type SetUpInput = z.infer<typeof setUpInput>;

export const addMemberInput = z.strictObject({
  name: text(200),
  email,
  role: choice(ROLES),
  password: newPassword,
});
export type AddMemberInput = z.infer<typeof addMemberInput>;

export const editMemberInput = z.strictObject({
  memberId: id,
  version,
  name: text(200),
  role: choice(ROLES),
});
export type EditMemberInput = z.infer<typeof editMemberInput>;

/** Empty: as the newsroom has it. */
export const editAccountInput = z.strictObject({
  locale: z.union([z.literal(""), choice(LOCALES)], "not_a_choice").transform((locale) => locale || null),
});
export type EditAccountInput = z.infer<typeof editAccountInput>;

export const memberIdInput = z.strictObject({ memberId: id });

/** What the settings offer to choose from. */
export const SOURCES_NEEDED = [0, 1, 2, 3, 4, 5] as const;
export const LEASE_MINUTES = [15, 30, 45, 60, 90, 120, 240, 480] as const;
export const ASSIGNMENT_HOURS = [4, 8, 24, 48, 72, 168] as const;
export const CONTACT_DAYS = [14, 30, 60, 90, 180, 365] as const;

/** A number from `min` to `max`, as a form sends it. */
const oneOf = (min: number, max: number) =>
  text(10).transform(Number).pipe(z.int("not_a_choice").min(min, "not_a_choice").max(max, "not_a_choice"));

/** A tick as a form sends it: the word when it is set, nothing when it is not. */
const tick = z.enum(["yes"], "not_a_choice").optional();

/** The tick of each language that readers may choose. */
export const READER_FIELDS = {
  en: "readersEn",
  fr: "readersFr",
  es: "readersEs",
  de: "readersDe",
  ar: "readersAr",
} as const satisfies Record<Language, string>;

/** The limits are those of the database's CHECKs. */
const newsroomFields = z.strictObject({
  version,
  name: text(200),
  timeZone,
  locale: choice(LOCALES),
  readersEn: tick,
  readersFr: tick,
  readersEs: tick,
  readersDe: tick,
  readersAr: tick,
  opinionsRequired: oneOf(1, 3),
  minSources: oneOf(0, 20),
  // A page that is open gives a sign of life every two minutes: a shorter lease would end under the writer.
  leaseMinutes: oneOf(5, 1440),
  assignmentHours: oneOf(1, 336),
  contactDays: oneOf(1, 3650),
});

export const editNewsroomInput = newsroomFields.transform(
  ({ readersEn, readersFr, readersEs, readersDe, readersAr, ...settings }) => {
    const ticks = { readersEn, readersFr, readersEs, readersDe, readersAr };
    const readerLanguages: Language[] = LANGUAGES.filter(
      (language) => ticks[READER_FIELDS[language]] === "yes",
    );
    return { ...settings, readerLanguages };
  },
);
export type EditNewsroomInput = z.output<typeof editNewsroomInput>;

/** How the demo's members sign in. They exist only in a database that the demo filled. */
export const DEMO_SIGN_IN = { domain: "demo.example", password: "proofmark-demo" } as const;

/** Every time zone to choose from, and the one chosen before: `Intl` knows more names than it lists, "UTC" among them. */
export function timeZones(chosen: string): string[] {
  return [...new Set(["UTC", chosen, ...Intl.supportedValuesOf("timeZone")])].sort();
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
