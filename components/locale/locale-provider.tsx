"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import { en } from "#lib/i18n/en/words.ts";
import { type Format, formatter } from "#lib/i18n/format.ts";
import { type Language, languageOf } from "#lib/i18n/languages.ts";
import type { Words } from "#lib/i18n/words.ts";

type Locale = { words: Words; locale: string; format: Format };

const Context = createContext<Locale | null>(null);

/** The other languages, each fetched by whoever needs it. English is part of the page: it is what errors are told in. */
const OTHERS: Partial<Record<Language, () => Promise<Words>>> = {
  fr: () => import("#lib/i18n/fr/words.ts").then(({ fr }) => fr as Words),
  es: () => import("#lib/i18n/es/words.ts").then(({ es }) => es as Words),
  de: () => import("#lib/i18n/de/words.ts").then(({ de }) => de as Words),
  ar: () => import("#lib/i18n/ar/words.ts").then(({ ar }) => ar as Words),
};

const FETCHED = new Map<Language, Promise<Words>>();

/** What is drawn waits for its words, on the server as in the browser. */
function useDictionary(locale: string): Words {
  const language = languageOf(locale);
  const fetchWords = OTHERS[language];
  if (fetchWords === undefined) return en;
  const words = FETCHED.get(language) ?? fetchWords();
  FETCHED.set(language, words);
  return use(words);
}

/** Gives client components the newsroom's language and way of writing dates. `locale` is a BCP 47 tag. */
export function LocaleProvider({
  locale,
  timeZone,
  children,
}: {
  locale: string;
  timeZone: string;
  children: ReactNode;
}) {
  const words = useDictionary(locale);
  const value = useMemo(
    () => ({ words, locale, format: formatter({ locale, timeZone }) }),
    [words, locale, timeZone],
  );
  return <Context value={value}>{children}</Context>;
}

const FALLBACK: Locale = {
  words: en,
  locale: "en-GB",
  format: formatter({ locale: "en-GB", timeZone: "UTC" }),
};

/** Outside a provider (the sign-in page, an error page): English, UTC. */
function useConventions(): Locale {
  return use(Context) ?? FALLBACK;
}

export const useWords = (): Words => useConventions().words;
export const useFormat = (): Format => useConventions().format;
export const useLocale = (): string => useConventions().locale;
