import { wordsIn } from "#lib/anchoring/find-quote.ts";
import { languageOf } from "#lib/i18n/languages.ts";
import { type EmbeddedClaim, readClaims } from "./annotations.ts";
import { drawMarks, type Placed } from "./marks.ts";
import { type PageText, readPage } from "./page-text.ts";

// Marks the published claims in a page of somebody else's:
//   <script src="https://…/embed/article.js" data-article="{id or slug}" async></script>
// `data-within` may name, as a CSS selector, where in the page the article stands, and `data-language` what our words are
// in, which the page's own language says otherwise. What is not found is not marked, and nothing that goes wrong reaches
// the page.

/** Claims beyond are left out, so that no page waits for them. */
const MOST_CLAIMS = 200;
/** Milliseconds of searching for words that were changed, in all. */
const LONGEST_SEARCH = 400;

const script = document.currentScript;
if (script instanceof HTMLScriptElement) start(script).catch(() => {});

async function start({ src, dataset }: HTMLScriptElement): Promise<void> {
  const { article, within, language = document.documentElement.lang } = dataset;
  if (!article) return;
  const url = new URL(`/articles/${encodeURIComponent(article)}/annotations.jsonld`, src);
  const [answer] = await Promise.all([
    fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" }),
    pageIsRead(),
  ]);
  if (!answer.ok) return;
  const claims = readClaims(await answer.json()).slice(0, MOST_CLAIMS);
  const root = within ? document.querySelector(within) : document.body;
  if (root) drawMarks(await place(claims, readPage(root)), languageOf(language));
}

function pageIsRead(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((done) => document.addEventListener("DOMContentLoaded", () => done(), { once: true }));
}

/** Looks for one claim after the other, and lets the page do its own work in between. */
async function place(claims: readonly EmbeddedClaim[], page: PageText): Promise<Placed[]> {
  const words = wordsIn(page.text);
  const placed: Placed[] = [];
  let spent = 0;
  for (const claim of claims) {
    for (const sought of claim.places) {
      await pause();
      const began = performance.now();
      const found = words.exactly(sought) ?? (spent < LONGEST_SEARCH ? words.nearly(sought) : null);
      spent += performance.now() - began;
      const range = found && page.rangeOf(found);
      if (range) placed.push({ claim, range, words: range.toString(), isReworded: found.isReworded });
    }
  }
  return placed;
}

const pause = () => new Promise((done) => setTimeout(done));
