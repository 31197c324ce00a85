import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** One page of a corpus: its bytes, the text a person marked (null: none), the title it should have (null: not said). */
export type BenchPage = {
  name: string;
  bytes: Uint8Array;
  url: string;
  text: string | null;
  title: string | null;
};

const CORPORA = process.env.CORPORA_DIR ?? join(import.meta.dirname, "../../../../shared/corpora");
const NO_ADDRESS = "http://localhost/page.html";

/** Pages with a marked article body. Empty where the corpora are not installed. */
export function articlePages(): BenchPage[] {
  const folder = join(CORPORA, "import-article-benchmark");
  if (!existsSync(folder)) return [];
  const truth: Record<string, { articleBody: string; url: string }> = JSON.parse(
    readFileSync(join(folder, "ground-truth.json"), "utf8"),
  );
  return Object.entries(truth).map(([name, { articleBody, url }]) => ({
    name,
    bytes: gunzipSync(readFileSync(join(folder, "html", `${name}.html.gz`))),
    url,
    text: articleBody,
    title: null,
  }));
}

/** Readability's own test pages, with the titles they should have. */
export function titledPages(): BenchPage[] {
  return foldersOf("import-readability/test-pages").map((folder) => {
    const { title }: { title?: string } = JSON.parse(
      readFileSync(join(folder, "expected-metadata.json"), "utf8"),
    );
    return { ...sourceOf(folder), url: NO_ADDRESS, text: null, title: title ?? "" };
  });
}

/** Articles in languages of several scripts. */
export function multilingualPages(): BenchPage[] {
  return foldersOf("import-multilingual")
    .filter((folder) => existsSync(join(folder, "source.html")))
    .map((folder) => ({
      ...sourceOf(folder),
      url: NO_ADDRESS,
      text: readFileSync(join(folder, "expected.txt"), "utf8"),
      title: null,
    }));
}

function sourceOf(folder: string): { name: string; bytes: Uint8Array } {
  return {
    name: folder.slice(folder.lastIndexOf("/") + 1),
    bytes: readFileSync(join(folder, "source.html")),
  };
}

function foldersOf(path: string): string[] {
  const parent = join(CORPORA, path);
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(parent, entry.name));
}
