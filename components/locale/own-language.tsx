"use client";

import { type ReactNode, useEffect } from "react";
import { directionOf } from "#lib/i18n/languages.ts";

/**
 * Draws in a member's own language. What opens over the page stands beside this element, so that the document is told
 * as well, once there is script to open anything.
 */
export function OwnLanguage({ locale, children }: { locale: string; children: ReactNode }) {
  const dir = directionOf(locale);
  useEffect(() => {
    const { lang: siteLang, dir: siteDir } = document.documentElement;
    Object.assign(document.documentElement, { lang: locale, dir });
    return () => void Object.assign(document.documentElement, { lang: siteLang, dir: siteDir });
  }, [locale, dir]);
  return (
    <div lang={locale} dir={dir} className="contents">
      {children}
    </div>
  );
}
