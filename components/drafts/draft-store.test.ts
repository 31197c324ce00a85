import { beforeEach, expect, test, vi } from "vitest";
import { type Draft, dropDraft, dropOldDrafts, readDraft, writeDraft } from "./draft-store.ts";

const MONTH = 30 * 24 * 3_600_000;
const draft = (savedAt: number): Draft => ({
  typed: { title: "Words" },
  basis: { version: "2", saved: { title: "" } },
  savedAt,
});

/** A browser's storage: what it holds are its own enumerable properties. */
function stubStorage(items: Record<string, string> = {}) {
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = value;
    },
    removeItem: (key: string) => {
      delete items[key];
    },
  };
  vi.stubGlobal(
    "localStorage",
    new Proxy(methods, {
      ownKeys: () => Object.keys(items),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  );
  return items;
}

beforeEach(() => {
  stubStorage();
});

test("a draft comes back as it was kept, until it is dropped", () => {
  expect(writeDraft("ana:claim:1", draft(5))).toBe(true);
  expect(readDraft("ana:claim:1")).toEqual(draft(5));
  expect(readDraft("ben:claim:1")).toBeNull();
  dropDraft("ana:claim:1");
  expect(readDraft("ana:claim:1")).toBeNull();
});

test.each([
  "",
  "{",
  "null",
  "[]",
  '"text"',
  '{"typed":null,"basis":{},"savedAt":1}',
  '{"typed":{},"savedAt":1}',
])("what is no draft is none: %j", (stored) => {
  stubStorage({ "draft:key": stored });
  expect(readDraft("key")).toBeNull();
});

test("a full or forbidden storage keeps nothing and breaks nothing", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new DOMException("denied", "SecurityError");
    },
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  expect(writeDraft("key", draft(5))).toBe(false);
  expect(readDraft("key")).toBeNull();
  expect(() => dropOldDrafts(5)).not.toThrow();
});

test("drafts older than a month go, and nothing else does", () => {
  const items = stubStorage({
    "draft:old": JSON.stringify(draft(0)),
    "draft:new": JSON.stringify(draft(2)),
    theme: "dark",
  });
  dropOldDrafts(MONTH + 1);
  expect(Object.keys(items)).toEqual(["draft:new", "theme"]);
});
