import { env } from "#lib/env.ts";
import { fetchDocument } from "#lib/fetching/fetch-document.ts";
import { type ImportedArticle, importArticle } from "#lib/importing/import-article.ts";
import { readShared } from "#lib/testing/corpora.ts";
import { startArticleServer } from "./article-server.ts";

// Known attacks on what shows other people's markup, and the ways they come to the desk. Each comes alone, between
// two harmless paragraphs.

const corpus = readShared("corpora/xss/payloads.json");
const { payloads } = JSON.parse(corpus ?? '{"payloads":[]}') as { payloads: { payload: string }[] };

export type Attack = { number: number; payload: string };

/** None where the corpus is not on this machine. */
export const ATTACKS = payloads.map(({ payload }, number): Attack => ({ number, payload }));

/** An attack, and what was read of it. */
export type Reached = { attack: Attack; article: ImportedArticle };

/** The harmless words around an attack. */
export const before = ({ number }: Attack): string =>
  `The council met on Tuesday evening, and what stands before attack ${number} is plain to read.`;
export const after = ({ number }: Attack): string =>
  `Its members, who had come late, voted for what stands after attack ${number} without a word.`;

/** What stands over an attack in a page of its own. */
export const headingOf = ({ number }: Attack): string => `Attack number ${number}`;

/** Whether these words were read as part of the article. */
export function keeps({ parts }: ImportedArticle, words: string): boolean {
  return parts.some(({ isKept, text }) => isKept && text.includes(words));
}

/** Whether the preview has these words, in the article or to be brought back. */
export function offers({ parts }: ImportedArticle, words: string): boolean {
  return parts.some(({ text }) => text.includes(words));
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const pieceOf = (attack: Attack) => `<p>${before(attack)}</p>\n${attack.payload}\n<p>${after(attack)}</p>`;

/** A page with the attack in its text and, in a form that is read as the attack's own words, in all it says of itself. */
function pageOf(attack: Attack): string {
  const plain = escaped(attack.payload);
  const data = {
    "@type": "NewsArticle",
    headline: plain,
    author: plain,
    publisher: plain,
    url: attack.payload,
  };
  return `<!doctype html><html lang="en"><head><title>${plain}</title>
<meta name="author" content="${escaped(plain)}"><meta property="og:site_name" content="${escaped(plain)}">
<link rel="canonical" href="${plain}">
<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script></head>
<body><article><h1>${headingOf(attack)}</h1>${pieceOf(attack)}</article></body></html>`;
}

/** How attacks come to the desk, and the markup a browser would have had of each. */
export type Way = {
  markup: ((attack: Attack) => string) | null;
  read: (attacks: readonly Attack[]) => Promise<Reached[]>;
};

const readEach = (read: (attack: Attack) => Promise<ImportedArticle>): Way["read"] => {
  return (attacks) => Promise.all(attacks.map(async (attack) => ({ attack, article: await read(attack) })));
};

/** Each as an uploaded page. */
export const readFiles = readEach((attack) => {
  const bytes = new TextEncoder().encode(pageOf(attack));
  return importArticle({ kind: "file", bytes, contentType: "text/html; charset=utf-8", url: null });
});

/** By what they are read as. */
export const WAYS: Readonly<Record<string, readonly Way[]>> = {
  "pasted words": [
    {
      markup: null,
      read: readEach((attack) => {
        const text = [before(attack), attack.payload, after(attack)].join("\n\n");
        return importArticle({ kind: "text", text });
      }),
    },
  ],
  "pasted markup, a file or a fetched page": [
    {
      markup: pieceOf,
      read: readEach((attack) =>
        importArticle({ kind: "html", html: pieceOf(attack), url: "https://paper.example/news/" }),
      ),
    },
    { markup: pageOf, read: readFiles },
    { markup: pageOf, read: readFetched },
  ],
};

async function readFetched(attacks: readonly Attack[]): Promise<Reached[]> {
  await using server = await startArticleServer();
  const reached: Reached[] = [];
  const rest = [...attacks];
  const fetchRest = async (): Promise<void> => {
    for (let attack = rest.shift(); attack; attack = rest.shift()) {
      const url = server.serve(`/attacks/${attack.number}`, pageOf(attack));
      const answer = await fetchDocument({
        url,
        accept: ["text/html"],
        allowedHosts: env.FETCH_ALLOWED_HOSTS,
      });
      if (answer.kind !== "document") throw new Error(`${url} did not come`);
      reached.push({ attack, article: await importArticle({ ...answer, kind: "file" }) });
    }
  };
  await Promise.all(Array.from({ length: 4 }, fetchRest));
  return reached.toSorted((a, b) => a.attack.number - b.attack.number);
}
