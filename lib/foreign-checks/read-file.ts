import { AppError } from "#lib/errors.ts";
import { day, webAddress } from "#lib/input.ts";
import { FOREIGN_LIMITS, type RowRefusal } from "./values.ts";

// ClaimReview as it is found in the wild: in pages, lists, feeds and tables, with fields left out or of another type.

/** A check as somebody published it. Days are `YYYY-MM-DD`. */
export type ReadCheck = {
  statement: string;
  url: string;
  ratingLabel: string;
  publisher: string;
  claimantName: string | null;
  saidOn: string | null;
  checkedOn: string | null;
  /** What the check says in a sentence or more, where the markup has it. */
  conclusion: string | null;
  /** Where the claim was made. */
  appearance: { url: string; title: string | null } | null;
};

type Refused = { refused: RowRefusal; statement: string | null; url: string | null };

/** `row`: from 1, as the reviews follow each other in the file, or the table's lines without its head. */
export type ReadRow = { row: number } & ({ check: ReadCheck } | Refused);

/** The reviews in a file: JSON-LD of any shape, a web page with JSON-LD in it, or CSV with a line of names. */
export function readChecks(text: string): ReadRow[] {
  const given = text.replace(/^\uFEFF/u, "").trim();
  if (given === "") throw new AppError("claim_reviews_none");
  const reviews = given.startsWith("<")
    ? documentsIn(given).flatMap((document) => reviewsIn(document))
    : /^[[{]/u.test(given)
      ? reviewsIn(parsed(given))
      : tableOf(given).map(fromTable);
  if (reviews.length === 0) throw new AppError("claim_reviews_none");
  const seen = new Set<string>();
  return reviews.map((review, at): ReadRow => {
    const row = at + 1;
    const read = checkOf(review);
    if ("refused" in read) return { row, ...read };
    const { statement, url } = read;
    const key = JSON.stringify([url, statement]);
    if (seen.has(key)) return { row, refused: "repeated", statement, url };
    seen.add(key);
    return { row, check: read };
  });
}

type Json = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("claim_reviews_unreadable", { cause: error });
  }
}

const JSON_LD = /\btype\s*=\s*["']?application\/ld\+json/iu;

/** JSON-LD of a page; what is no JSON there is left out, as others' pages have such. */
function documentsIn(html: string): unknown[] {
  return scriptsIn(html).flatMap((script) => {
    try {
      return [JSON.parse(script) as unknown];
    } catch {
      return [];
    }
  });
}

/** What stands in a page's JSON-LD elements. The page is walked through once, however its tags are broken. */
function scriptsIn(html: string): string[] {
  const begin = /<script\b/giu;
  const end = /<\/script/giu;
  const scripts: string[] = [];
  while (begin.test(html)) {
    const inside = html.indexOf(">", begin.lastIndex);
    if (inside < 0) break;
    const attributes = html.slice(begin.lastIndex, inside);
    begin.lastIndex = inside;
    if (!JSON_LD.test(attributes)) continue;
    end.lastIndex = inside;
    const closing = end.exec(html);
    if (closing === null) break;
    scripts.push(html.slice(inside + 1, closing.index));
    begin.lastIndex = end.lastIndex;
  }
  return scripts;
}

/** Where lists keep what they list. */
const HOLDERS = ["@graph", "dataFeedElement", "itemListElement", "item", "mainEntity"] as const;
/** Lists in lists in lists: nobody's file goes deeper. */
const DEPTH = 8;

function reviewsIn(value: unknown, depth = 0): Json[] {
  if (depth > DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((each) => reviewsIn(each, depth + 1));
  if (!isObject(value)) return [];
  const held = HOLDERS.flatMap((name) => reviewsIn(value[name], depth + 1));
  return isReview(value) ? [value, ...held] : held;
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** By its type, or where a program left that away by the field only a ClaimReview has. */
function isReview(value: Json): boolean {
  const types = [value["@type"]].flat();
  if (types.some((type) => typeof type === "string" && /(^|[/:])ClaimReview$/u.test(type))) return true;
  return value["@type"] === undefined && "claimReviewed" in value;
}

function checkOf(review: Json): ReadCheck | Refused {
  const statement = textOf(review.claimReviewed, FOREIGN_LIMITS.text);
  const url = addressOf(review.url);
  const refused = (reason: RowRefusal): Refused => ({ refused: reason, statement, url });
  if (statement === null) return refused("no_claim");
  if (url === null) return refused("no_address");
  const ratingLabel = labelOf(review.reviewRating);
  if (ratingLabel === null) return refused("no_rating");
  const item = first(review.itemReviewed);
  return {
    ...{ statement, url, ratingLabel },
    publisher:
      nameOf(review.author) ?? nameOf(review.publisher) ?? new URL(url).hostname.replace(/^www\./u, ""),
    claimantName: isObject(item) ? nameOf(item.author) : null,
    saidOn: isObject(item) ? dayOf(item.datePublished) : null,
    checkedOn: dayOf(review.datePublished),
    conclusion: textOf(review.reviewBody, FOREIGN_LIMITS.text) ?? explanationOf(review.reviewRating),
    appearance: isObject(item) ? appearanceOf(item) : null,
  };
}

function explanationOf(value: unknown): string | null {
  const rating = first(value);
  return isObject(rating) ? textOf(rating.ratingExplanation, FOREIGN_LIMITS.text) : null;
}

/** The claim's first appearance, or what was reviewed itself. Some write an address, others a work. */
function appearanceOf(item: Json): { url: string; title: string | null } | null {
  for (const value of [item.appearance, item.firstAppearance, item]) {
    const one = first(value);
    const url = addressOf(isObject(one) ? one.url : one);
    if (url === null) continue;
    const title = isObject(one)
      ? (textOf(one.headline, FOREIGN_LIMITS.label) ?? textOf(one.name, FOREIGN_LIMITS.label))
      : null;
    return { url, title };
  }
  return null;
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

function labelOf(value: unknown): string | null {
  const rating = first(value);
  if (!isObject(rating)) return textOf(rating, FOREIGN_LIMITS.label);
  return textOf(rating.alternateName, FOREIGN_LIMITS.label) ?? textOf(rating.name, FOREIGN_LIMITS.label);
}

function nameOf(value: unknown): string | null {
  const one = first(value);
  return textOf(isObject(one) ? one.name : one, FOREIGN_LIMITS.label);
}

/** A line of words; null when there are none. JSON-LD writes words of a language as an object with `@value`. */
function textOf(value: unknown, limit: number): string | null {
  const one = first(value);
  const given = isObject(one) ? one["@value"] : one;
  if (typeof given !== "string" && typeof given !== "number") return null;
  const text = String(given).toWellFormed().replaceAll("\0", "").replace(/\s+/gu, " ").trim();
  return text === "" ? null : text.slice(0, limit).toWellFormed();
}

const addressOf = (value: unknown): string | null => webAddress.safeParse(first(value)).data ?? null;

/** The day a text begins with, if there is such a day. */
function dayOf(value: unknown): string | null {
  const [, found] = (typeof value === "string" ? /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/u.exec(value) : null) ?? [];
  return day.safeParse(found).data ?? null;
}

/** Names of columns that mean the same, in lower case without spaces, dots and underscores. */
const COLUMNS = {
  claimReviewed: ["claimreviewed", "claim", "statement"],
  url: ["url", "link", "address", "reviewurl"],
  rating: [
    "reviewratingalternatename",
    "alternatename",
    "rating",
    "verdict",
    "textualrating",
    "reviewrating",
  ],
  author: ["authorname", "author", "publisher", "publishername", "reviewauthor"],
  claimant: ["itemreviewedauthorname", "itemreviewedauthor", "claimant", "claimauthor", "speaker"],
  datePublished: ["datepublished", "reviewdate", "checkedon", "date"],
  saidOn: ["itemrevieweddatepublished", "claimdate", "saidon"],
} as const;

/** A table's line, told as JSON-LD would. */
function fromTable(cells: ReadonlyMap<string, string>): Json {
  const of = (name: keyof typeof COLUMNS) =>
    COLUMNS[name].map((column) => cells.get(column)).find((cell) => cell !== undefined && cell !== "");
  return {
    claimReviewed: of("claimReviewed"),
    url: of("url"),
    reviewRating: of("rating"),
    author: of("author"),
    datePublished: of("datePublished"),
    itemReviewed: { author: of("claimant"), datePublished: of("saidOn") },
  };
}

const KNOWN: ReadonlySet<string> = new Set<string>(Object.values(COLUMNS).flat());

/** Lines by the names of the columns we know. Comma, semicolon or tab, whichever the first line has most of. */
function tableOf(text: string): ReadonlyMap<string, string>[] {
  const head = text.split(/\r?\n/u, 1)[0] ?? "";
  const [separator = ","] = [",", ";", "\t"].toSorted((a, b) => head.split(b).length - head.split(a).length);
  const [names = [], ...lines] = linesOf(text, separator);
  const keys = names.map((name) => name.toLowerCase().replace(/[\s._-]/gu, ""));
  // Where a name stands twice, the last counts.
  const columns = [...new Map(keys.map((key, at) => [key, at]))].filter(([key]) => KNOWN.has(key));
  if (!columns.some(([key]) => (COLUMNS.claimReviewed as readonly string[]).includes(key))) {
    throw new AppError("claim_reviews_unreadable");
  }
  return lines
    .filter((cells) => cells.some((cell) => cell !== ""))
    .map((cells) => new Map(columns.map(([key, at]) => [key, cells[at]?.trim() ?? ""])));
}

/** RFC 4180: quotation marks hold separators and ends of lines, and are doubled inside. */
function linesOf(text: string, separator: string): string[][] {
  const fieldAt = readsFields(text, separator);
  const lines: string[][] = [];
  let line: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { field, end } = fieldAt(at);
    line.push(field);
    at = end + (text[end] === "\r" ? 2 : 1);
    const isOver = text[end] !== separator;
    // A separator at the very end has an empty field behind it.
    if (!isOver && at === text.length) line.push("");
    if (!isOver && at < text.length) continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

/** Reads the field that begins somewhere, and says where it ends: at a separator, the end of a line or of all. */
function readsFields(text: string, separator: string): (at: number) => { field: string; end: number } {
  const plain = new RegExp(`[^${separator}\\r\\n]*`, "y");
  const ends = (at: number) =>
    at >= text.length || text[at] === separator || text[at] === "\n" || text.startsWith("\r\n", at);
  const quotedEnd = (from: number): number | null => {
    for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
      if (text[at + 1] !== '"') return ends(at + 1) ? at + 1 : null;
    }
    return null;
  };
  return (at) => {
    const end = text[at] === '"' ? quotedEnd(at) : null;
    if (end !== null) return { field: text.slice(at + 1, end - 1).replaceAll('""', '"'), end };
    plain.lastIndex = at;
    const [field = ""] = plain.exec(text) ?? [];
    if (!ends(at + field.length)) throw new AppError("claim_reviews_unreadable");
    return { field, end: at + field.length };
  };
}
