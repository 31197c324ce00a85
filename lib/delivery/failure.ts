import type { ServerResponse } from "node:http";
import { createElement as element } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { directionOf, type Language } from "#lib/i18n/languages.ts";
import { sendOnce } from "./forms.ts";

/** Seconds after which it may be better. */
const LATER = "60";

const LOOK = `:root { color-scheme: light dark; background: light-dark(#fbfaf7, #15171a); color: light-dark(#1b1d21, #e8e6e1) }
body { max-width: 34rem; margin: 20vh auto 0; padding: 0 1.25rem; font: 1.0625rem/1.6 system-ui, sans-serif }
h1 { font: 600 1.75rem/1.25 Georgia, serif; text-wrap: balance }
a { color: inherit }`;

/**
 * What readers get where a page could not be made: Next's own is empty without script. Drawn without the database, which
 * may be what is missing, and kept by nobody.
 */
export function sendFailure(
  response: ServerResponse,
  { status, policy, language = "en" }: { status: number; policy: string; language?: Language | undefined },
): void {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "retry-after": LATER,
    "x-content-type-options": "nosniff",
  };
  sendOnce({ status, headers, body: Buffer.from(`<!DOCTYPE html>${page(language)}`) }, response);
}

function page(language: Language): string {
  const { title, text, again } = wordsFor(language).publicSite.failed;
  return renderToStaticMarkup(
    element(
      "html",
      { lang: language, dir: directionOf(language) },
      element(
        "head",
        null,
        element("title", null, title),
        element("meta", { name: "viewport", content: "width=device-width" }),
        element("style", null, LOOK),
      ),
      element(
        "body",
        null,
        element(
          "main",
          null,
          element("h1", null, title),
          element("p", null, text),
          // This very address, its query too.
          element("p", null, element("a", { href: "" }, again)),
        ),
      ),
    ),
  );
}
