import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../screen.mjs";

const CORPORA = process.env.CORPORA_DIR ?? join(import.meta.dirname, "../../../../shared/corpora");

/**
 * Paragraphs of real articles, each once, those in scripts other than Latin first: Arabic, Hebrew, Thai, Chinese,
 * Japanese, Korean, Hindi, Burmese. News from the web follows, then claims as fact-checkers wrote them down.
 */
export function readParagraphs(): string[] {
  if (!existsSync(CORPORA))
    throw new Problem(`The texts to measure with are not in ${CORPORA} (CORPORA_DIR).`);
  const texts = [...multilingual(), ...imports(), ...articles(), ...claims()];
  const paragraphs = texts.flatMap((text) => text.replaceAll("\r", "").split(/\n+/));
  return [...new Set(paragraphs.map((paragraph) => paragraph.trim()))].filter(
    (paragraph) => paragraph !== "",
  );
}

function read(...path: string[]) {
  return JSON.parse(readFileSync(join(CORPORA, ...path), "utf8"));
}

const OTHER_SCRIPTS = new Set(["zh", "ja", "ko", "ar", "he", "th", "hi", "my"]);

function multilingual(): string[] {
  const { texts }: { texts: { lang: string; text: string }[] } = read("multilingual-text", "texts.json");
  const isOther = ({ lang }: { lang: string }) => OTHER_SCRIPTS.has(lang.slice(0, 2));
  return [...texts.filter(isOther), ...texts.filter((text) => !isOther(text))].map(({ text }) => text);
}

function imports(): string[] {
  const folder = join(CORPORA, "import-multilingual");
  return readdirSync(folder).flatMap((name) => {
    const file = join(folder, name, "expected.txt");
    return existsSync(file) ? [readFileSync(file, "utf8")] : [];
  });
}

function articles(): string[] {
  const pages: Record<string, { articleBody?: string }> = read(
    "import-article-benchmark",
    "ground-truth.json",
  );
  return Object.values(pages).map(({ articleBody }) => articleBody ?? "");
}

function claims(): string[] {
  const found: { claim_text: string }[] = read("claims", "averitec-candidate-claims.json");
  return found.map((claim) => claim.claim_text);
}
