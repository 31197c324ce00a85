import { ENCODINGS, type Encoding } from "./document.ts";

/** Browsers send but a few such headers, over and over. Emptied when somebody sends many. */
const chosen = new Map<string, Encoding>();
const MOST_REMEMBERED = 100;

/** As `encodingFor`, remembering what was asked before. */
export function chosenEncoding(accepted = ""): Encoding {
  const known = chosen.get(accepted);
  if (known !== undefined) return known;
  if (chosen.size >= MOST_REMEMBERED) chosen.clear();
  const encoding = encodingFor(accepted);
  chosen.set(accepted, encoding);
  return encoding;
}

/**
 * The encoding to answer in, by RFC 9110 §12.5.3: the best of ours that is not refused, `br` before `gzip`. A header that
 * names neither gets the bytes as they are.
 */
function encodingFor(accepted: string): Encoding {
  if (accepted === "") return "identity";
  const weights = new Map<string, number>();
  for (const part of accepted.split(",", 20)) {
    const [coding = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    weights.set(coding, weight === undefined ? 1 : Number(weight) || 0);
  }
  const takes = (encoding: string) => (weights.get(encoding) ?? weights.get("*") ?? 0) > 0;
  return ENCODINGS.find((encoding) => encoding !== "identity" && takes(encoding)) ?? "identity";
}

type Asked = { "if-none-match"?: string | undefined; "if-modified-since"?: string | undefined };

/**
 * Whether who asks has these very bytes already, by RFC 9110 §13.1 and §13.2.2: the tag decides where it is sent. Times in
 * milliseconds since 1970. A day that is still to come is nobody's who has them.
 */
export function isFresh(
  asked: Asked,
  { etag, modifiedAt, now }: { etag: string; modifiedAt: number | null; now: number },
): boolean {
  const { "if-none-match": tags, "if-modified-since": day } = asked;
  if (tags === undefined && day === undefined) return false;
  if (tags !== undefined) {
    return tags.trim() === "*" || tags.split(",", 100).some((tag) => tag.trim().replace(/^W\//, "") === etag);
  }
  const since = Date.parse(day ?? "");
  return modifiedAt !== null && modifiedAt <= since && since <= now;
}
