import { describe, expect, test, vi } from "vitest";
import type { DeskClaim } from "#lib/claims/desk-claim.ts";
import { createClaimStore } from "./claim-store.ts";

const REVISION = "the newest text";

function claim(number: number, changes: Partial<DeskClaim> & { start?: number } = {}): DeskClaim {
  const { start = number * 10, ...rest } = changes;
  return {
    id: `claim ${number}`,
    number,
    statement: `Statement ${number}`,
    state: "draft",
    tone: null,
    ratingLabel: null,
    claimantName: null,
    claimantKind: null,
    saidOn: null,
    saidWhere: null,
    topics: [],
    sourceCount: 0,
    passages: [
      {
        id: `passage ${number}`,
        revisionId: REVISION,
        start,
        end: start + 5,
        needsRepair: false,
      },
    ],
    repairCount: 0,
    duplicateOf: null,
    authorId: "a",
    authorName: "Ana",
    version: 1,
    lease: null,
    submittedAt: null,
    updatedAt: new Date(1_000),
    canEdit: true,
    canDelete: true,
    ...rest,
  };
}

const storeOf = (...claims: DeskClaim[]) =>
  createClaimStore({ revisionId: REVISION, claims, listedAt: 2_000 });
const numbers = (store: ReturnType<typeof storeOf>) => store.list().map(({ number }) => number);

describe("what the server says of some claims", () => {
  test("goes where it stands in the text", () => {
    const store = storeOf(claim(1), claim(3));
    store.apply({ claims: [claim(2)], goneIds: [] });
    expect(numbers(store)).toEqual([1, 2, 3]);
    store.apply({ claims: [claim(1, { start: 99 })], goneIds: ["claim 3"] });
    expect(numbers(store)).toEqual([2, 1]);
  });

  test("leaves all others as they are, so that they are not drawn again", () => {
    const store = storeOf(claim(1), claim(2));
    const [first] = store.list();
    store.apply({ claims: [claim(2, { statement: "Other" })], goneIds: [] });
    expect(store.list()[0]).toBe(first);
    expect(store.list()[1]?.statement).toBe("Other");
  });

  test.each([
    ["an older version", { version: 2 }, { version: 1 }, false],
    ["a newer version", { version: 1 }, { version: 2 }, true],
    ["the same version, changed earlier", { updatedAt: new Date(5) }, { updatedAt: new Date(4) }, false],
    ["the same version, changed later", { updatedAt: new Date(4) }, { updatedAt: new Date(5) }, true],
    ["the same once more", {}, {}, true],
  ])("counts when it is not older: %s", (_, known, said, counts) => {
    const store = storeOf(claim(1, known));
    store.apply({ claims: [claim(1, { ...said, sourceCount: 7 })], goneIds: [] });
    expect(store.list()[0]?.sourceCount).toBe(counts ? 7 : 0);
  });

  test("keeps only passages of the text that is shown", () => {
    const passages = claim(1).passages;
    const earlier = passages.map((passage) => ({ ...passage, id: "earlier", revisionId: "an older text" }));
    const store = storeOf(claim(1, { passages: [...earlier, ...passages] }));
    expect(store.list()[0]?.passages.map(({ id }) => id)).toEqual(["passage 1"]);
  });
});

describe("a whole list", () => {
  test("takes away what it does not name, unless that changed after it was read", () => {
    const store = storeOf(claim(1), claim(2));
    store.apply({ claims: [claim(3, { updatedAt: new Date(4_000) })], goneIds: [] });
    store.relist({ claims: [claim(1)], listedAt: 3_000 });
    expect(numbers(store)).toEqual([1, 3]);
  });

  test("leaves the claim whose form is open, until it is closed", () => {
    const store = storeOf(claim(1), claim(2));
    store.hold("claim 2");
    store.relist({ claims: [claim(1)], listedAt: 3_000 });
    store.apply({ claims: [], goneIds: ["claim 2"] });
    expect(numbers(store)).toEqual([1, 2]);
    store.hold(null);
    store.relist({ claims: [claim(1)], listedAt: 4_000 });
    expect(numbers(store)).toEqual([1]);
  });

  test("read before the last one says nothing", () => {
    const store = storeOf(claim(1));
    store.apply({ claims: [], goneIds: ["claim 1"] });
    store.relist({ claims: [claim(1)], listedAt: 2_000 });
    expect(numbers(store)).toEqual([]);
  });
});

describe("a claim on its way", () => {
  const pending = { key: "k", span: { start: 3, end: 9 }, statement: "Said" };

  test("is there at once, and its answer takes its place", () => {
    const store = storeOf();
    store.begin(pending);
    expect(store.now()).toEqual({ list: [], pending: [pending] });
    const told = vi.fn();
    store.subscribe(told);
    store.end("k", claim(1));
    expect(store.now().pending).toEqual([]);
    expect(numbers(store)).toEqual([1]);
    expect(told).toHaveBeenCalledTimes(1);
  });

  test("goes when it is refused, and others stay", () => {
    const store = storeOf();
    store.begin(pending);
    store.begin({ ...pending, key: "other" });
    store.end("k", null);
    expect(store.now().pending.map(({ key }) => key)).toEqual(["other"]);
  });
});

test("what the server drew stays known whatever happens", () => {
  const store = storeOf(claim(1));
  store.apply({ claims: [], goneIds: ["claim 1"] });
  expect(store.drawn().list).toHaveLength(1);
});
