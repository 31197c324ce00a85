import { z } from "zod";
import { isWebAddress } from "#lib/web-address.ts";

/** What can be wrong with one field. Its words are `words.common.fields`; `{limit}` is filled in from the schema. */
export const FIELD_PROBLEMS = [
  "required",
  "too_long",
  "too_short",
  "too_many",
  "not_a_url",
  "not_a_date",
  "not_an_email",
  "not_a_choice",
  "file_or_address",
  "title_or_address",
] as const;
export type FieldProblem = (typeof FIELD_PROBLEMS)[number];

/** Postgres cannot store NUL, and a lone surrogate is no character: both go, outer white space too. */
const cleaned = z.string().transform((value) => value.replaceAll("\0", "").toWellFormed().trim());
const nullWhenEmpty = (value: string) => (value === "" ? null : value);

/** Text that must be there, at most `max` UTF-16 code units. */
export const text = (max: number) => cleaned.pipe(z.string().min(1, "required").max(max, "too_long"));

/** Text that may be left out: empty becomes null. */
export const optionalText = (max: number) =>
  cleaned.pipe(z.string().max(max, "too_long")).transform(nullWhenEmpty).nullable().default(null);

/** Postgres' calendar has no year 0. */
const existingDay = z.iso.date("not_a_date").refine((value) => value >= "0001", "not_a_date");

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const day = cleaned.pipe(z.string().min(1, "required").pipe(existingDay));

/** A day on which something is to happen, from 1970 on: there are calendars that clocks know nothing of. */
export const dayOfOurTime = day.refine(isOfOurTime, "not_a_date");

export const optionalDay = cleaned
  .pipe(z.union([z.literal(""), existingDay], "not_a_date"))
  .transform(nullWhenEmpty)
  .nullable()
  .default(null);

/** A time on the newsroom's clock as a form's field sends it, `YYYY-MM-DDTHH:MM`; empty becomes null. */
export const optionalLocalTime = cleaned
  .pipe(
    z.union(
      [z.literal(""), z.iso.datetime({ local: true, offset: false }).refine(isOfOurTime)],
      "not_a_date",
    ),
  )
  .transform(nullWhenEmpty)
  .nullable();

function isOfOurTime(value: string): boolean {
  return !value.endsWith("Z") && value >= "1970" && value < "9999";
}

/**
 * In UTF-16 code units, as it is typed and as it is kept, percent-encoded. Browsers and archives take 2,000;
 * an index of Postgres refuses words beyond 2,704 bytes.
 */
export const MAX_ADDRESS = 2_000;
const addressText = z.string().max(MAX_ADDRESS, "too_long");

/** An http(s) address without credentials, as the WHATWG parser writes it. */
export const webAddress = cleaned
  .pipe(addressText.min(1, "required").refine(isWebAddress, "not_a_url"))
  .transform((value) => new URL(value).href)
  .pipe(addressText);

export const optionalWebAddress = cleaned
  .pipe(addressText.refine((value) => value === "" || isWebAddress(value), "not_a_url"))
  .transform((value) => (value === "" ? value : new URL(value).href))
  .pipe(addressText)
  .transform(nullWhenEmpty)
  .nullable()
  .default(null);

/** One of a fixed list. */
export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, "not_a_choice");

/** A BCP 47 tag as browsers and publishers write it: "en", "pt-BR"; "und" for a language nobody can tell. */
export const languageTag = cleaned.pipe(
  z
    .string()
    .min(1, "required")
    .max(35, "too_long")
    .regex(/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i, "not_a_choice"),
);

/** In lower case, as the database gives them: ids are compared as text. */
export const id = z.uuid("not_a_choice").toLowerCase();

/** Whether it can be an id at all. Postgres fails on other text, so ask before looking it up. */
export const isId = (value: string): boolean => id.safeParse(value).success;

/** The version of a record the person saw when they began to write; forms send it as text. */
export const version = z.coerce.number("not_a_choice").int().min(1).max(2_147_483_647);

/** What names are the same name by: however it was typed, "NATO " is "nato". */
export function nameKey(name: string): string {
  return name.trim().replace(/\s+/gu, " ").toLowerCase().normalize("NFC");
}
