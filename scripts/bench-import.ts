import { decodeText } from "#lib/importing/charset.ts";
import { readHtml } from "#lib/importing/html/read-html.ts";
import { importArticle } from "#lib/importing/import-article.ts";
import { DEFAULT_LIMITS } from "#lib/importing/limits.ts";
import type { ReadDocument } from "#lib/importing/read-document.ts";
import { articlePages, type BenchPage, multilingualPages, titledPages } from "./lib/bench/import-pages.ts";
import { readWithPeer, wordsOf } from "./lib/bench/import-peer.ts";
import { matchTexts, median, scoreOf } from "./lib/bench/import-score.ts";

// Measures the import of real pages: how much of the marked text is found, how many titles, and how fast, against
// Readability over jsdom in the same run.

const say = (line: string) => process.stdout.write(`${line}\n`);
const row = (name: string, ...cells: string[]) =>
  say(`${name.padEnd(46)}${cells.map((cell) => cell.padStart(11)).join("")}`);
const three = (value: number) => value.toFixed(3);

const read = ({ bytes, url }: BenchPage): ReadDocument =>
  readHtml(decodeText(bytes, null), { url, isXml: false, limits: DEFAULT_LIMITS });

function timed<T>(work: () => T): { result: T; ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

function keptText({ parts }: ReadDocument, leftOut: readonly string[] = []): string {
  return parts
    .filter(({ isKept, type }) => isKept && !leftOut.includes(type))
    .map(({ text }) => text)
    .join("\n\n");
}

const normal = (title: string) => title.replace(/\s+/g, " ").trim();

function showScores(name: string, texts: { marked: string; extracted: string }[]): void {
  const { precision, recall, f1 } = scoreOf(
    texts.map(({ marked, extracted }) => matchTexts(marked, extracted)),
  );
  row(name, three(precision), three(recall), three(f1));
}

/** Both on every page in turn, so that neither runs on a warmer or busier machine. The first round warms up. */
function readBoth(pages: readonly BenchPage[]) {
  for (const page of pages.slice(0, 10)) {
    read(page);
    readWithPeer(page);
  }
  return pages.map((page) => ({
    page,
    ours: timed(() => read(page)),
    peer: timed(() => readWithPeer(page)),
  }));
}

const articles = readBoth(articlePages());
if (articles.length === 0) {
  say("The corpora are not installed: set CORPORA_DIR.");
  process.exit(1);
}

row(`Text of ${articles.length} pages (4-word shingles)`, "precision", "recall", "F1");
const marked = (page: BenchPage) => page.text ?? "";
const withOurs = (leftOut: string[]) =>
  articles.map(({ page, ours }) => ({ marked: marked(page), extracted: keptText(ours.result, leftOut) }));
showScores("Proofmark, all kept text", withOurs([]));
showScores("  without captions", withOurs(["caption"]));
showScores("  without captions and table cells", withOurs(["caption", "table-cell"]));
showScores(
  "Readability over jsdom",
  articles.map(({ page, peer }) => ({ marked: marked(page), extracted: wordsOf(peer.result.content) })),
);

const kept = articles.flatMap(({ ours }) => ours.result.parts.filter(({ isKept }) => isKept));
say("");
for (const type of ["caption", "table-cell", "quote", "embed", "list-item", "heading"]) {
  row(`Kept: ${type}`, String(kept.filter((part) => part.type === type).length));
}

say("");
row("Text in other languages", "ours", "peer");
for (const { page, ours, peer } of readBoth(multilingualPages())) {
  const scores = [keptText(ours.result), wordsOf(peer.result.content)].map((text) =>
    three(scoreOf([matchTexts(marked(page), text)]).f1),
  );
  row(page.name, ...scores);
}

const titled = readBoth(titledPages());
const right = (title: (each: (typeof titled)[number]) => string) =>
  titled.filter((each) => normal(title(each)) === normal(each.page.title ?? "")).length;
say("");
row(`Titles right of ${titled.length}`, "ours", "peer");
row("", String(right(({ ours }) => ours.result.title ?? "")), String(right(({ peer }) => peer.result.title)));

const inWorker: number[] = [];
for (const { page } of articles) {
  const start = performance.now();
  await importArticle({ kind: "file", bytes: page.bytes, contentType: "text/html", url: page.url });
  inWorker.push(performance.now() - start);
}
const ourMs = median(articles.map(({ ours }) => ours.ms));
const peerMs = median(articles.map(({ peer }) => peer.ms));
const times = median(articles.map(({ ours, peer }) => peer.ms / ours.ms));
say("");
row("Milliseconds per page, median", "ours", "in worker", "peer", "faster");
row("", ourMs.toFixed(1), median(inWorker).toFixed(1), peerMs.toFixed(1), `${times.toFixed(1)}x`);
