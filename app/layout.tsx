import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { en } from "#lib/i18n/en/words.ts";
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

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
