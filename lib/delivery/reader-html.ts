import { Parser } from "htmlparser2";

/** The one script that readers' pages have: a card's, for pages of others. It is complete without. */
const KEPT = "/embed/frame.js";

/** Types of `script` that a browser does not run but machines read. */
const DATA = new Set(["application/ld+json", "application/json"]);

type Attributes = Readonly<Record<string, string>>;

/**
 * A page without what only a running script needs: executable `script` elements, and the loading of them ahead of time.
 * All else stays to the letter. The page must be complete without script: what is streamed in later is never shown.
 */
export function withoutScript(html: string): string {
  const cuts: { from: number; to: number }[] = [];
  let from: number | null = null;
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      if (name === "script" && !DATA.has(attributes.type ?? "") && attributes.src !== KEPT)
        from = parser.startIndex;
      if (name === "link" && isForScripts(attributes)) {
        cuts.push({ from: parser.startIndex, to: parser.endIndex + 1 });
      }
    },
    onclosetag(name) {
      if (name !== "script" || from === null) return;
      cuts.push({ from, to: parser.endIndex + 1 });
      from = null;
    },
  });
  parser.end(html);
  return withoutCuts(html, cuts);
}

function isForScripts({ rel, as }: Attributes): boolean {
  return rel === "modulepreload" || (rel === "preload" && as === "script");
}

function withoutCuts(html: string, cuts: readonly { from: number; to: number }[]): string {
  let at = 0;
  const parts = cuts.map(({ from, to }) => {
    const part = html.slice(at, from);
    at = to;
    return part;
  });
  return parts.join("") + html.slice(at);
}
