import { expect, test, vi } from "vitest";
import type { Address } from "./addresses.ts";
import { type Document, finish } from "./document.ts";
import { keepDocuments } from "./documents.ts";

const LIMITS = { lasting: 10_000_000, passing: 100_000, age: 60_000 };

function page(slug: string): Address {
  return { key: `/claims/${slug}`, tags: [`claim:${slug}`], isBoundless: false };
}

const search = (words: string): Address => ({
  key: `/claims?q=${words}`,
  tags: ["lists"],
  isBoundless: true,
});

const made = (body: string, status = 200): Promise<Document> =>
  finish({ status, headers: { "content-type": "text/html" }, body: Buffer.from(body) });

const textOf = (document: Document | undefined) => document?.versions.identity.body;

test("however many ask, a page is made once", async () => {
  const documents = keepDocuments(LIMITS);
  const make = vi.fn(() => made("one"));
  const asked = await Promise.all(Array.from({ length: 50 }, () => documents.getOrMake(page("a"), make)));
  expect(new Set(asked).size).toBe(1);
  await documents.getOrMake(page("a"), make);
  expect(make).toHaveBeenCalledOnce();
  expect(textOf(documents.find("/claims/a"))).toBe("one");
});

test("what is dropped goes by its tags, and nothing else does", async () => {
  const documents = keepDocuments(LIMITS);
  for (const slug of ["a", "b"]) await documents.getOrMake(page(slug), () => made(slug));
  await documents.getOrMake(search("x"), () => made("found"));
  documents.drop(["claim:a", "lists"]);
  expect(documents.find("/claims/a")).toBeUndefined();
  expect(documents.find("/claims?q=x")).toBeUndefined();
  expect(textOf(documents.find("/claims/b"))).toBe("b");
  documents.dropAll();
  expect(documents.find("/claims/b")).toBeUndefined();
});

test.each([
  ["its tag", (documents: ReturnType<typeof keepDocuments>) => documents.drop(["claim:a"])],
  ["all", (documents: ReturnType<typeof keepDocuments>) => documents.dropAll()],
])(
  "a page that was being made while %s was dropped is not kept, and not given to who asks later",
  async (_, drop) => {
    const documents = keepDocuments(LIMITS);
    const old = Promise.withResolvers<Document>();
    const early = documents.getOrMake(page("a"), () => old.promise);
    drop(documents);
    const late = documents.getOrMake(page("a"), () => made("new"));
    old.resolve(await made("old"));
    expect(textOf(await early)).toBe("old");
    expect(textOf(await late)).toBe("new");
    expect(textOf(documents.find("/claims/a"))).toBe("new");
  },
);

test("a failure is everybody's who waited, and the next one tries again", async () => {
  const documents = keepDocuments(LIMITS);
  const failing = () => Promise.reject(new Error("no database"));
  const waiting = [1, 2].map(() => documents.getOrMake(page("a"), failing));
  for (const each of waiting) await expect(each).rejects.toThrow("no database");
  expect(textOf(await documents.getOrMake(page("a"), () => made("back")))).toBe("back");
});

test.each([307, 500, 503])("an answer of %i is given and not kept", async (status) => {
  const documents = keepDocuments(LIMITS);
  expect((await documents.getOrMake(page("a"), () => made("x", status))).status).toBe(status);
  expect(documents.find("/claims/a")).toBeUndefined();
});

test("searches and addresses of nothing push no page out, and are bounded themselves", async () => {
  const documents = keepDocuments(LIMITS);
  await documents.getOrMake(page("a"), () => made("kept"));
  for (let at = 0; at < 40; at += 1) {
    await documents.getOrMake(search(String(at)), () => made("x".repeat(2_000)));
    await documents.getOrMake(page(`none-${at}`), () => made("nothing", 404));
  }
  expect(documents.find("/claims?q=0")).toBeUndefined();
  expect(documents.find("/claims/none-0")).toBeUndefined();
  expect(documents.find("/claims/none-39")?.status).toBe(404);
  expect(textOf(documents.find("/claims/a"))).toBe("kept");
});

test("nothing is kept longer than it may be", async () => {
  const documents = keepDocuments({ ...LIMITS, age: 1_000 });
  const clock = vi.spyOn(performance, "now").mockReturnValue(10_000);
  await documents.getOrMake(page("a"), () => made("old"));
  clock.mockReturnValue(12_000);
  expect(documents.find("/claims/a")).toBeUndefined();
  clock.mockRestore();
});

test("what is the same when it is made anew for its age alone keeps its day, and no other does", async () => {
  const documents = keepDocuments({ ...LIMITS, age: 1_000 });
  const clock = vi.spyOn(performance, "now").mockReturnValue(10_000);
  const drawn = async (body: string, drawnAt: number) => {
    const answer = { status: 200, headers: { "content-type": "text/html" }, body: Buffer.from(body) };
    return (await documents.getOrMake(page("a"), () => finish(answer, drawnAt))).modifiedAt;
  };
  expect(await drawn("one", 1_000)).toBe(1_000);
  clock.mockReturnValue(12_000);
  expect(await drawn("one", 3_000)).toBe(1_000);
  clock.mockReturnValue(14_000);
  expect(await drawn("two", 5_000)).toBe(5_000);
  // Something may have stood there in between.
  documents.drop(["claim:a"]);
  expect(await drawn("two", 7_000)).toBe(7_000);
  clock.mockReturnValue(16_000);
  documents.drop(["claim:a"]);
  expect(await drawn("two", 9_000)).toBe(9_000);
  clock.mockRestore();
});
