import { LRUCache } from "lru-cache";
import type { Address, Tag } from "./addresses.ts";
import { type Document, sizeOf } from "./document.ts";

/** Finished documents by address. */
export type Documents = {
  /** What is kept under this key, if anything. */
  find: (key: string) => Document | undefined;
  /** What is kept, or is made now: once, however many ask for it meanwhile. Fails with what `make` fails with. */
  getOrMake: (address: Address, make: () => Promise<Document>) => Promise<Document>;
  /** What has one of these tags is not kept any more, nor is what is being made from what was there before. */
  drop: (tags: readonly Tag[]) => void;
  dropAll: () => void;
};

type Limits = {
  /** Bytes of all pages together; who was asked for longest ago goes first. */
  lasting: number;
  /** Bytes of what people can think of without end: searches, and addresses of nothing. They push no page out. */
  passing: number;
  /** Milliseconds, after which it is made anew whatever was announced: some pages change by the date alone. */
  age: number;
};

/** `until`: on the clock of this process, in milliseconds. */
type Kept = { document: Document; tags: readonly Tag[]; until: number };
type Making = { document: Promise<Document>; tags: readonly Tag[] };

/** What is worth keeping. A failure may be over the next time, and where one is led to may change. */
const KEPT = new Set([200, 404, 410]);

/**
 * What is the same as before has its day of before. `before` is too old to be given to anybody, and nothing it was made
 * from was announced to have changed: then there was nothing else in between.
 */
function sinceBefore(document: Document, before: Document | undefined): Document {
  const isSame =
    document.isDatedHere &&
    before?.isDatedHere === true &&
    document.versions.identity.etag === before.versions.identity.etag;
  return isSame ? { ...document, modifiedAt: before.modifiedAt } : document;
}

/** The documents of one process. */
export function keepDocuments({ lasting, passing, age }: Limits): Documents {
  const room = (maxSize: number) =>
    new LRUCache<string, Kept>({ maxSize, sizeCalculation: ({ document }) => sizeOf(document) });
  const rooms = { lasting: room(lasting), passing: room(passing) };
  const making = new Map<string, Making>();

  const held = (key: string) => rooms.lasting.get(key) ?? rooms.passing.get(key);

  function find(key: string): Document | undefined {
    const kept = held(key);
    return kept && performance.now() < kept.until ? kept.document : undefined;
  }

  function keep({ key, tags, isBoundless, age: own = age }: Address, document: Document): void {
    if (!KEPT.has(document.status)) return;
    const isPassing = isBoundless || document.status !== 200;
    const [room, other] = isPassing ? [rooms.passing, rooms.lasting] : [rooms.lasting, rooms.passing];
    room.set(key, { document, tags, until: performance.now() + own });
    other.delete(key);
  }

  async function makeNow(address: Address, make: () => Promise<Document>): Promise<Document> {
    const { key, tags } = address;
    const before = held(key)?.document;
    const mine: Making = { tags, document: make().then((document) => sinceBefore(document, before)) };
    making.set(key, mine);
    try {
      const document = await mine.document;
      if (making.get(key) === mine) keep(address, document);
      return document;
    } finally {
      if (making.get(key) === mine) making.delete(key);
    }
  }

  function dropWhere(isGone: (tags: readonly Tag[]) => boolean): void {
    // Whoever waits for one of these asked before the change; who asks from now on waits for another.
    for (const all of [rooms.lasting, rooms.passing, making]) {
      for (const [key, { tags }] of [...all.entries()]) if (isGone(tags)) all.delete(key);
    }
  }

  return {
    find,
    getOrMake(address, make) {
      const found = find(address.key);
      return found ? Promise.resolve(found) : (making.get(address.key)?.document ?? makeNow(address, make));
    },
    drop(tags) {
      const gone = new Set(tags);
      dropWhere((had) => had.some((tag) => gone.has(tag)));
    },
    dropAll: () => dropWhere(() => true),
  };
}
