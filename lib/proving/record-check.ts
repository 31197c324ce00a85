// Checks a claim's record (docs/audit.md) with nothing but what every browser brings: WebCrypto.

type Link = { number: number; previous: string; digest: string; hash: string };
type Event = { number: number; action: string; at: string; event: string; data: string | null };
type Head = { chain: string; length: number; hash: string; at: string; key: string; signature: string };

/** What is checked of a record; there may be more in it. */
export type CheckedRecord = {
  claim: string;
  chain: string;
  events: Event[];
  links: Link[];
  head: Head | null;
  signed: string | null;
};

/** What was found, by the name of its sentence, and what stands in that. */
export type Finding = { outcome: "right" | "wrong" | "unknown"; says: Saying; number?: number };

/** Each has a sentence on the page. */
export type Saying =
  | "linksRight"
  | "linkWrong"
  | "linkLoose"
  | "eventsRight"
  | "eventWrong"
  | "eventOther"
  | "dataWrong"
  | "headRight"
  | "headNone"
  | "headWrong"
  | "signatureRight"
  | "signatureWrong"
  | "signatureUnknown"
  | "listRight"
  | "listWrong"
  | "listKey"
  | "listUnknown"
  | "nowRight"
  | "nowWrong"
  | "nowEvents"
  | "nowOther"
  | "nowUnknown";

/** The record in a file's text; null when it is none. */
export function recordIn(text: string): CheckedRecord | null {
  try {
    const told: unknown = JSON.parse(text);
    return isRecord(told) ? told : null;
  } catch {
    return null;
  }
}

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const areTexts = (...values: unknown[]) => values.every((value) => typeof value === "string");
const isTextOrNull = (value: unknown) => value === null || typeof value === "string";
const isList = (value: unknown, fits: (item: Fields) => boolean) =>
  Array.isArray(value) && value.every((item) => isObject(item) && fits(item));

function isRecord(value: unknown): value is CheckedRecord {
  if (!isObject(value) || value.v !== 1 || !areTexts(value.claim, value.chain)) return false;
  const { events, links, head, signed } = value;
  return (
    isList(links, (link) => isNumber(link.number) && areTexts(link.previous, link.digest, link.hash)) &&
    isList(
      events,
      ({ number, action, at, event, data }) =>
        isNumber(number) && areTexts(action, at, event) && isTextOrNull(data),
    ) &&
    (head === null || isHead(head)) &&
    isTextOrNull(signed)
  );
}

const isNumber = (value: unknown): value is number => Number.isSafeInteger(value);
const isHead = (value: unknown): value is Head =>
  isObject(value) &&
  isNumber(value.length) &&
  areTexts(value.chain, value.hash, value.at, value.key, value.signature);

/** What a record says of itself, in the order in which it is checked by hand. */
export async function checkRecord(record: CheckedRecord): Promise<Finding[]> {
  return [
    await checkLinks(record),
    await checkEvents(record),
    checkHead(record),
    ...(record.head ? [await checkSignature(record.head, record.signed ?? "")] : []),
  ];
}

async function checkLinks({ chain, links }: CheckedRecord): Promise<Finding> {
  for (const [at, { number, previous, digest, hash }] of links.entries()) {
    const before = at > 0 ? links[at - 1] : undefined;
    const joins = before
      ? before.number + 1 === number && before.hash === previous
      : number > 1 || previous === (await sha256(chain));
    if (!joins) return { outcome: "wrong", says: "linkLoose", number };
    const bytes = bytesOfHex(previous + digest);
    if (bytes === null || (await sha256(bytes)) !== hash)
      return { outcome: "wrong", says: "linkWrong", number };
  }
  return { outcome: "right", says: "linksRight", number: links.length };
}

async function checkEvents({ chain, events, links }: CheckedRecord): Promise<Finding> {
  // A record is of one claim, whichever: an article's others have links in the same chain.
  const { claimId } = objectIn(events[0]?.event ?? "");
  for (const { number, action, at, event, data } of events) {
    const link = links.find((known) => known.number === number);
    const told = objectIn(event);
    const fits = told.action === action && told.at === at && told.articleId === chain;
    if (link === undefined || !fits || link.digest !== (await sha256(event))) {
      return { outcome: "wrong", says: "eventWrong", number };
    }
    if (told.claimId !== claimId) return { outcome: "wrong", says: "eventOther", number };
    if (data !== null && told.data !== (await sha256(data)))
      return { outcome: "wrong", says: "dataWrong", number };
  }
  return { outcome: "right", says: "eventsRight", number: events.length };
}

function checkHead({ chain, links, head, signed }: CheckedRecord): Finding {
  if (head === null) return { outcome: "unknown", says: "headNone" };
  const { at, length } = head;
  const hash = links.find(({ number }) => number === length)?.hash;
  // Canonical JSON: its keys are in this order.
  const fits = head.hash === hash && signed === JSON.stringify({ at, chain, hash, length, v: 1 });
  return { outcome: fits ? "right" : "wrong", says: fits ? "headRight" : "headWrong", number: length };
}

async function checkSignature({ key, signature }: Head, signed: string): Promise<Finding> {
  const [keyBytes, bytes] = [bytesOfBase64(key), bytesOfBase64(signature)];
  const wrong: Finding = { outcome: "wrong", says: "signatureWrong" };
  if (keyBytes === null || bytes === null) return wrong;
  try {
    const publicKey = await crypto.subtle.importKey("spki", keyBytes, { name: "Ed25519" }, false, ["verify"]);
    const fits = await crypto.subtle.verify({ name: "Ed25519" }, publicKey, bytes, bytesOf(signed));
    return fits ? { outcome: "right", says: "signatureRight" } : wrong;
  } catch (error) {
    const isUnknownHere = error instanceof DOMException && error.name === "NotSupportedError";
    return isUnknownHere ? { outcome: "unknown", says: "signatureUnknown" } : wrong;
  }
}

/**
 * Whether the head of the site's list, or its absence, goes with the record. `listed`: of the same chain. Another key says
 * nothing by itself: a newsroom that changes its key signs with another from then on, and a file that was kept has the former.
 */
export function checkListed({ links, head }: CheckedRecord, listed: unknown): Finding {
  if (!isHead(listed) || head === null) return { outcome: "unknown", says: "listUnknown" };
  const link = links.find(({ number }) => number === listed.length);
  if (link && link.hash !== listed.hash) return { outcome: "wrong", says: "listWrong", number: link.number };
  if (listed.key !== head.key) return { outcome: "unknown", says: "listKey" };
  return link
    ? { outcome: "right", says: "listRight", number: link.number }
    : { outcome: "unknown", says: "listUnknown" };
}

/**
 * Whether the record the site gives now has the same links as one that was kept, and names the same of them as the claim's:
 * whoever leaves a withdrawal out of a file alters nothing that it can be told by alone.
 */
export function checkNow(kept: CheckedRecord, now: CheckedRecord | null): Finding {
  if (now !== null && now.chain !== kept.chain) return { outcome: "wrong", says: "nowOther" };
  const today = new Map(now?.links.map((link) => [link.number, link.hash]));
  const both = kept.links.filter(({ number }) => today.has(number));
  const other = both.find(({ number, hash }) => today.get(number) !== hash);
  if (other) return { outcome: "wrong", says: "nowWrong", number: other.number };
  if (both.length === 0) return { outcome: "unknown", says: "nowUnknown" };
  const [told, toldNow] = [kept, now].map((record) => new Set(record?.events.map(({ number }) => number)));
  const left = both.find(({ number }) => told?.has(number) !== toldNow?.has(number));
  if (left) return { outcome: "wrong", says: "nowEvents", number: left.number };
  return { outcome: "right", says: "nowRight", number: both.length };
}

function objectIn(text: string): Fields {
  try {
    const told: unknown = JSON.parse(text);
    return isObject(told) ? told : {};
  } catch {
    return {};
  }
}

/** In hex. */
async function sha256(what: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", typeof what === "string" ? bytesOf(what) : what);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Of two hashes in a row; null when they are none. */
function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[0-9a-f]{128}$/.test(hex)) return null;
  return Uint8Array.from({ length: 64 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}

function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
