import { Parser } from "htmlparser2";
import type { Language } from "#lib/i18n/languages.ts";
import { inLanguage } from "./addresses.ts";

/** The scripts that readers' pages have: a card's, and that which checks a record. Both are complete without. */
const KEPT = new Set(["/embed/frame.js", "/embed/record.js"]);

/** Types of `script` that a browser does not run but machines read. */
const DATA = new Set(["application/ld+json", "application/json"]);

type Attributes = Readonly<Record<string, string>>;
type Edit = { from: number; to: number; text: string };

/**
 * A page without what only a running script needs: executable `script` elements, and the loading of them ahead of time.
 * In a language, its links lead to pages in that language, but for those that say theirs (`hreflang`). All else stays to
 * the letter. The page must be complete without script: what is streamed in later is never shown.
 */
export function readerHtml(html: string, language?: Language): string {
  const edits: Edit[] = [];
  let from: number | null = null;
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      const tag = { from: parser.startIndex, to: parser.endIndex + 1 };
      if (name === "script" && !DATA.has(attributes.type ?? "") && !KEPT.has(attributes.src ?? "")) {
        from = tag.from;
      }
      if (name === "link" && isForScripts(attributes)) edits.push({ ...tag, text: "" });
      if (language && attributes.hreflang === undefined) {
        const text = withLinks(html.slice(tag.from, tag.to), { name, language });
        if (text !== null) edits.push({ ...tag, text });
      }
    },
    onclosetag(name) {
      if (name !== "script" || from === null) return;
      edits.push({ from, to: parser.endIndex + 1, text: "" });
      from = null;
    },
  });
  parser.end(html);
  return edited(html, edits);
}

const LINKS: Readonly<Record<string, RegExp>> = { a: /(\shref=")([^"]*)/, form: /(\saction=")([^"]*)/ };

/** An opening tag with its link in a language, or null when there is nothing to change. */
function withLinks(tag: string, { name, language }: { name: string; language: Language }): string | null {
  const link = Object.hasOwn(LINKS, name) ? LINKS[name] : undefined;
  if (link === undefined) return null;
  const changed = tag.replace(link, (_, start: string, to: string) => start + inLanguage(to, language));
  return changed === tag ? null : changed;
}

function isForScripts({ rel, as }: Attributes): boolean {
  return rel === "modulepreload" || (rel === "preload" && as === "script");
}

function edited(html: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts = edits.map(({ from, to, text }) => {
    const part = html.slice(at, from) + text;
    at = to;
    return part;
  });
  return parts.join("") + html.slice(at);
}
