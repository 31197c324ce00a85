"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import { en } from "#lib/i18n/en/words.ts";
import { type Format, formatter } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/words.ts";

type Locale = { words: Words; locale: string; format: Format };

const Context = createContext<Locale | null>(null);

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
  const value = useMemo(
    () => ({ words: en, locale, format: formatter({ locale, timeZone }) }),
    [locale, timeZone],
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
