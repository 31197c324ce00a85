import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { LocaleProvider } from "#components/locale/locale-provider.tsx";
import { en } from "#lib/i18n/en/words.ts";
import { directionOf } from "#lib/i18n/languages.ts";
import { loadReaderConventions } from "#lib/publishing/loaders.ts";
import "./fonts.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: en.common.product, template: `%s · ${en.common.product}` },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#15171a" },
  ],
};

/** In the language of the site. A member's own language is a matter of the desk's frame. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, timeZone } = await loadReaderConventions();
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>
        <LocaleProvider locale={locale} timeZone={timeZone}>
          {children}
        </LocaleProvider>
      </body>
    </html>
  );
}
