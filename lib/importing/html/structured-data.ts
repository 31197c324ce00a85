import { type PageElement, rawTextOf } from "./page-tree.ts";

/** What a page's JSON-LD says of its article, each as it is written there. Null is "not said". */
export type ArticleData = {
  headline: string | null;
  name: string | null;
  authors: string[];
  publisher: string | null;
  datePublished: string | null;
  language: string | null;
  url: string | null;
  /** The article's text, where the page says it here too. */
  body: string | null;
};

type JsonObject = Record<string, unknown>;

/** The types below Article in schema.org, and the other kinds of post that news sites use. */
const ARTICLE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|ClaimReview|APIReference|Review)$/;

/** Data nested deeper is not looked at. */
const DEEPEST = 6;

/** The first article in a page's `application/ld+json` scripts; null when there is none. */
export function findArticleData(scripts: readonly PageElement[]): ArticleData | null {
  const documents = scripts
    .filter(({ attributes }) => /^application\/(?:\w+\+)?ld\+json/i.test(attributes.get("type") ?? ""))
    .map((script) => parseLenient(rawTextOf(script)));
  const objects = documents.flatMap((document) => objectsIn(document, 0));
  const article = objects.find(isArticle);
  return article === undefined ? null : articleData(article, objects);
}

/** JSON as sites write it: in comment or CDATA signs, with line feeds inside strings. */
function parseLenient(source: string): unknown {
  const json = source
    .trim()
    .replace(/^(?:\/\/ {0,3})?(?:<!--|<!\[CDATA\[)/, "")
    .replace(/(?:\/\/ {0,3})?(?:-->|\]\]>)$/, "")
    .trim()
    .replace(/;$/, "");
  for (const attempt of [json, json.replace(/[\r\n\t]+/g, " ")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or nothing: broken data says nothing.
    }
  }
  return null;
}

function objectsIn(value: unknown, depth: number): JsonObject[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each) => objectsIn(each, depth + 1));
  if (!isObject(value)) return [];
  const nested = [
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
    "itemListElement",
    "item",
    "author",
    "publisher",
  ];
  return [value, ...nested.flatMap((key) => objectsIn(value[key], depth + 1))];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}

function isArticle(object: JsonObject): boolean {
  const types = [object["@type"]].flat();
  const isTold =
    stringOf(object.headline) !== null || stringOf(object.name) !== null || "articleBody" in object;
  return isTold && types.some((type) => typeof type === "string" && ARTICLE.test(type));
}

function articleData(article: JsonObject, objects: readonly JsonObject[]): ArticleData {
  const resolve = (value: unknown): unknown => {
    const id = isObject(value) && Object.keys(value).length === 1 ? value["@id"] : undefined;
    return id === undefined ? value : (objects.find((each) => each["@id"] === id && each !== value) ?? value);
  };
  const language = article.inLanguage;
  return {
    headline: stringOf(article.headline),
    name: stringOf(article.name),
    authors: [article.author ?? article.creator].flat().flatMap((author) => nameOf(resolve(author)) ?? []),
    publisher: nameOf(resolve([article.publisher].flat()[0])),
    datePublished: stringOf(article.datePublished) ?? stringOf(article.dateCreated),
    language: stringOf(language) ?? (isObject(language) ? stringOf(language.alternateName) : null),
    body: stringOf(article.articleBody),
    url: addressOf(article.url) ?? addressOf(article.mainEntityOfPage),
  };
}

function nameOf(value: unknown): string | null {
  return isObject(value) ? stringOf([value.name].flat()[0]) : stringOf(value);
}

function addressOf(value: unknown): string | null {
  return isObject(value) ? (stringOf(value["@id"]) ?? stringOf(value.url)) : stringOf(value);
}

function stringOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
