import { embed as ar } from "#lib/i18n/ar/embed.ts";
import { embed as de } from "#lib/i18n/de/embed.ts";
import { embed as en } from "#lib/i18n/en/embed.ts";
import { embed as es } from "#lib/i18n/es/embed.ts";
import { embed as fr } from "#lib/i18n/fr/embed.ts";
import type { Language } from "#lib/i18n/languages.ts";

/** The few words of ours that marks and their cards have. */
export const CARD_WORDS: Readonly<
  Record<Language, Readonly<Record<"mark" | "unratedMark" | "read" | "reworded", string>>>
> = { en, fr, es, de, ar };
