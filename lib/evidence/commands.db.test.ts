import { beforeEach, describe, expect, test } from "vitest";
import { getClaim } from "#lib/claims/queries.ts";
import { db } from "#lib/db/client.ts";
import { suggestSources } from "#lib/sources/queries.ts";
import { sourceAddress } from "#lib/sources/rules.ts";
import {
  evidenceFor,
  type MadeClaim,
  makeClaim,
  makeMember,
  makeSnapshot,
  sourceOf,
} from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { attachEvidence, chooseQuote, editEvidence, orderEvidence, removeEvidence } from "./commands.ts";
import type { AttachEvidenceInput, EditEvidenceInput } from "./schema.ts";

beforeEach(resetDb);

const url = "https://source.example/treaty";
const everything = { id: "01890000-0000-7000-8000-000000000000", name: "Eve", role: "editor" } as const;
const findSourceByUrl = async (typed: string) =>
  (await suggestSources({ viewer: everything, typed: sourceAddress(typed) }))[0] ?? null;
const nowhere = "01890000-0000-7000-8000-000000000000";

async function evidenceOf({ id, author }: MadeClaim) {
  return (await getClaim({ id, viewer: author }))?.evidence ?? [];
}

function attach(claim: MadeClaim, input: Partial<AttachEvidenceInput> = {}) {
  return attachEvidence({ actor: claim.author, ...evidenceFor(claim.id, { url, ...input }) });
}

function edited(claim: MadeClaim, evidenceId: string, changes: Partial<EditEvidenceInput> = {}) {
  const { claimId: _, ...input } = evidenceFor(claim.id, { url });
  return editEvidence({ actor: claim.author, evidenceId, version: 1, ...input, ...changes });
}

async function removed(claim: MadeClaim, evidenceId: string, version?: number) {
  const row = await db.evidence.findUnique({ where: { id: evidenceId }, select: { version: true } });
  const shown = version ?? row?.version ?? 1;
  return removeEvidence({ actor: claim.author, evidenceId, version: shown });
}

describe("attachEvidence", () => {
  test("keeps the source, the words and the archive's copy, with one event", async () => {
    const claim = await makeClaim();
    const now = new Date("2026-01-19T12:00:00Z");
    const { id } = await attachEvidence({
      actor: claim.author,
      now,
      ...evidenceFor(claim.id, {
        url: `${url}#article-5`,
        author: "The allies",
        publishedOn: "1949-04-04",
        stance: "refutes",
        quote: "The Parties agree …",
        visibility: "confidential",
        archiveUrl: "https://archive.example/1",
        noSnapshotReason: "ignored beside an archive's copy",
      }),
    });
    expect(await evidenceOf(claim)).toEqual([
      {
        id,
        number: 1,
        version: 1,
        stance: "refutes",
        quote: "The Parties agree …",
        note: null,
        visibility: "confidential",
        mark: null,
        noSnapshotReason: null,
        archiveUrl: "https://archive.example/1",
        readAt: now,
        copies: null,
        isQuoteFound: null,
        sightings: [],
        source: {
          id: expect.any(String),
          url,
          title: "The treaty",
          publisher: "NATO",
          author: "The allies",
          publishedOn: "1949-04-04",
          kind: "primary",
          interests: null,
        },
      },
    ]);
    expect(await db.auditEvent.findFirst({ where: { action: "evidence.attached" } })).toMatchObject({
      claimId: claim.id,
      articleId: claim.articleId,
      subjectId: id,
      data: { stance: "refutes", title: "The treaty", url },
    });
  });

  test("a known address reuses the source and fills in only what it lacked", async () => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    await attach(claim, { publisher: null, author: "Ana" });
    const more = {
      title: "Another title",
      publisher: "NATO",
      author: "Ben",
      publishedOn: "1949-04-04",
    } as const;
    await attach(other, { url: "HTTPS://SOURCE.example:443/a/../treaty#page", ...more });

    expect(await db.source.count()).toBe(1);
    expect(await findSourceByUrl(`${url}#anything`)).toMatchObject({
      title: "The treaty",
      publisher: "NATO",
      author: "Ana",
      publishedOn: "1949-04-04",
    });
    expect((await evidenceOf(claim)).map(({ version }) => version)).toEqual([2]);
  });

  test("of what several add to a source at once, nothing is lost", async () => {
    await attach(await makeClaim(), { publisher: null });
    const added = [
      { publisher: "NATO" },
      { author: "Ana" },
      { publishedOn: "1949-04-04" },
      { interests: "The allies" },
    ];
    const claims = await Promise.all(added.map(() => makeClaim()));
    await Promise.all(claims.map((claim, index) => attach(claim, { publisher: null, ...added[index] })));
    expect(await findSourceByUrl(url)).toMatchObject(Object.assign({}, ...added));
  });

  test("a new address cited for two claims at once becomes one source", async () => {
    const claims = [await makeClaim(), await makeClaim(), await makeClaim()];
    await Promise.all(claims.map((claim) => attach(claim, { archiveUrl: "https://archive.example/1" })));
    expect(await db.source.count()).toBe(1);
    expect(await db.snapshot.count()).toBe(1);
    expect(await db.evidence.count()).toBe(3);
  });

  test.each([url, null])(
    "the same evidence twice at once (address %j) is told to the second",
    async (address) => {
      const claim = await makeClaim();
      const results = await Promise.allSettled(
        [1, 2].map(() => attach(claim, { url: address, quote: "Words" })),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(results.find(({ status }) => status === "rejected")).toMatchObject({
        reason: { reason: "evidence_twice" },
      });
      expect(await db.auditEvent.count({ where: { action: "evidence.attached" } })).toBe(1);
      await attach(claim, { url: address, quote: "Other words" });
      expect(await db.source.count()).toBe(1);
    },
  );

  test("has a number of its own within the claim, also of many at once, and no other gets it", async () => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, index) => attach(claim, { url: `${url}/${index}` })),
    );
    const numbers = async () => (await evidenceOf(claim)).map(({ number }) => number).sort();
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6]);
    const latest = (await evidenceOf(claim)).find(({ number }) => number === 6);
    await removed(claim, latest?.id ?? made[0]?.id ?? "");
    await attach(claim, { url: `${url}/late` });
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 7]);
    await attach(other);
    expect((await evidenceOf(other)).map(({ number }) => number)).toEqual([1]);
  });

  test("comes after what is there, however many at once", async () => {
    const claim = await makeClaim();
    await Promise.all([1, 2, 3].map((n) => attach(claim, { url: `https://source.example/${n}` })));
    const rows = await db.evidence.findMany({ select: { position: true } });
    expect(rows.map(({ position }) => position).toSorted()).toEqual([1, 2, 3]);
  });

  test("is refused where the rules say so", async () => {
    const claim = await makeClaim({ state: "queued" });
    await expect(attach(claim)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.source.count({ where: { url } })).toBe(0);
  });

  test("without its event there is neither evidence nor source", async () => {
    const claim = await makeClaim();
    const actor = { ...claim.author, name: "\u0000" };
    await expect(attachEvidence({ actor, ...evidenceFor(claim.id) })).rejects.toThrow();
    expect(await Promise.all([db.evidence.count(), db.source.count()])).toEqual([0, 0]);
  });

  test.each(["x", nowhere])("there is no claim %j", async (claimId) => {
    const actor = await makeMember({ role: "editor" });
    await expect(attachEvidence({ actor, ...evidenceFor(claimId) })).rejects.toMatchObject({
      reason: "not_found",
    });
  });
});

describe("editEvidence", () => {
  test("changes evidence and source, and says what", async () => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    const { id } = await attach(claim);
    await attach(other);
    await edited(claim, id, { title: "The North Atlantic Treaty", note: "Article 5" });

    expect(await evidenceOf(claim)).toMatchObject([
      { version: 2, note: "Article 5", source: { title: "The North Atlantic Treaty" } },
    ]);
    expect(await evidenceOf(other)).toMatchObject([
      { version: 2, note: null, source: { title: "The North Atlantic Treaty" } },
    ]);
    expect(await db.auditEvent.findFirst({ where: { action: "evidence.edited" } })).toMatchObject({
      claimId: claim.id,
      subjectId: id,
      data: {
        otherClaims: 1,
        changes: {
          title: { from: "The treaty", to: "The North Atlantic Treaty" },
          note: { from: null, to: "Article 5" },
        },
      },
    });
  });

  test("of two edits of the same version one wins, the other is told", async () => {
    const claim = await makeClaim();
    const { id } = await attach(claim);
    const results = await Promise.allSettled(["One", "Two"].map((note) => edited(claim, id, { note })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "stale_version" },
    });
    expect(await db.auditEvent.count({ where: { action: "evidence.edited" } })).toBe(1);
  });

  test("of two who edit one source through two claims at once, one is told", async () => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    const [mine, theirs] = [await attach(claim), await attach(other)];
    const results = await Promise.allSettled([
      edited(claim, mine.id, { title: "One" }),
      edited(other, theirs.id, { title: "Two" }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "stale_version" },
    });
    const titles = [...(await evidenceOf(claim)), ...(await evidenceOf(other))].map(
      ({ source }) => source.title,
    );
    expect(new Set(titles).size).toBe(1);
  });

  test("saving what stands there does nothing", async () => {
    const claim = await makeClaim();
    const { id } = await attach(claim);
    await edited(claim, id);
    expect(await evidenceOf(claim)).toMatchObject([{ version: 1 }]);
    expect(await db.auditEvent.count({ where: { action: "evidence.edited" } })).toBe(0);
  });

  test("an address mistyped is mended in place while nothing else cites it", async () => {
    const claim = await makeClaim();
    const { id } = await attach(claim);
    await edited(claim, id, { url: "https://source.example/the-treaty" });
    expect(await db.source.count()).toBe(1);
    expect(await evidenceOf(claim)).toMatchObject([{ source: { url: "https://source.example/the-treaty" } }]);
  });

  test.each(["kept", "waiting"])(
    "another address is another source once a copy of the page is %s: it says what the old one says",
    async (state) => {
      const claim = await makeClaim();
      const { id } = await attach(claim, { noSnapshotReason: null });
      const sourceId = await sourceOf(id);
      if (state === "kept") {
        await db.snapshot.deleteMany({ where: { sourceId } });
        await makeSnapshot({ sourceId });
      }
      await edited(claim, id, { url: "https://source.example/other", noSnapshotReason: null, version: 1 });
      const otherId = await sourceOf(id);
      expect(otherId).not.toBe(sourceId);
      const copies = await db.snapshot.findMany({
        orderBy: { createdAt: "asc" },
        select: { state: true, source: { select: { url: true } } },
      });
      expect(copies).toEqual([
        { state, source: { url } },
        { state: "waiting", source: { url: "https://source.example/other" } },
      ]);
    },
  );

  test("another address of a shared source is another source", async () => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    const { id } = await attach(claim);
    await attach(other);
    await edited(claim, id, { url: "https://source.example/elsewhere", title: "Elsewhere" });
    expect(await evidenceOf(claim)).toMatchObject([{ source: { title: "Elsewhere" } }]);
    expect(await evidenceOf(other)).toMatchObject([{ version: 1, source: { title: "The treaty", url } }]);
  });

  test("another address does not tell whether the source is cited in confidence, and changes nothing there", async () => {
    const sourceIds = async (isCited: boolean) => {
      const [claim, other] = [await makeClaim(), await makeClaim()];
      const address = `https://source.example/${claim.id}`;
      const { id } = await attach(claim, { url: address });
      const hidden = isCited && (await attach(other, { url: address, visibility: "confidential" }));
      await db.snapshot.deleteMany();
      const before = await sourceOf(id);
      await edited(claim, id, { url: `${address}/2`, title: "Elsewhere" });
      if (hidden) {
        expect(await evidenceOf(other)).toMatchObject([
          { id: hidden.id, version: 1, source: { title: "The treaty", url: address } },
        ]);
      }
      return { isSame: (await sourceOf(id)) === before, evidence: await evidenceOf(claim) };
    };
    for (const isCited of [false, true]) {
      expect(await sourceIds(isCited)).toMatchObject({
        isSame: true,
        evidence: [{ source: { title: "Elsewhere" } }],
      });
    }
  });

  test("the address of a known source moves the evidence to it", async () => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    const { id } = await attach(claim, { url: "https://source.example/typo" });
    await attach(other, { title: "The real one" });
    await edited(claim, id);
    expect(await evidenceOf(claim)).toMatchObject([{ source: { url, title: "The real one" } }]);
  });

  test("the same words of the same source twice are refused", async () => {
    const claim = await makeClaim();
    await attach(claim, { quote: "Words" });
    const { id } = await attach(claim, { quote: "Other words" });
    const twice = edited(claim, id, { quote: "Words" });
    await expect(twice).rejects.toMatchObject({ reason: "evidence_twice" });
  });

  test("there is no evidence that is not there", async () => {
    const claim = await makeClaim();
    await expect(edited(claim, nowhere)).rejects.toMatchObject({ reason: "not_found" });
  });
});

describe("removeEvidence", () => {
  test("takes it off the claim, keeps the source, and says which it was", async () => {
    const claim = await makeClaim();
    const { id } = await attach(claim);
    await removed(claim, id);
    expect(await evidenceOf(claim)).toEqual([]);
    expect(await findSourceByUrl(url)).not.toBeNull();
    expect(await db.auditEvent.findFirst({ where: { action: "evidence.removed" } })).toMatchObject({
      claimId: claim.id,
      subjectId: id,
      data: { stance: "supports", title: "The treaty", url },
    });
  });

  test("of what became another meanwhile is refused: the page showed something else", async () => {
    const claim = await makeClaim();
    const { id } = await attach(claim);
    await edited(claim, id, { note: "Article 5, not 4" });
    await expect(removed(claim, id, 1)).rejects.toMatchObject({ reason: "stale_version" });
    expect(await evidenceOf(claim)).toHaveLength(1);
    await removed(claim, id, 2);
    expect(await evidenceOf(claim)).toEqual([]);
  });

  test("of two removals at once one finds nothing", async () => {
    const claim = await makeClaim();
    const { id } = await attach(claim);
    const remove = () => removed(claim, id);
    const results = await Promise.allSettled([remove(), remove()]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "not_found" },
    });
  });

  test("is refused where the rules say so", async () => {
    const claim = await makeClaim({ state: "queued" });
    const [evidence] = await evidenceOf(claim);
    const refused = removed(claim, evidence?.id ?? "");
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  });
});

async function cited(input: Partial<AttachEvidenceInput> = {}) {
  const claim = await makeClaim();
  const { id: evidenceId } = await attach(claim, input);
  return { claim, evidenceId, sourceId: await sourceOf(evidenceId) };
}

describe("the quoted words", () => {
  const TEXT = "The treaty\n\nTwelve states signed it. Norway did.\n\nNorway did. So did Denmark.";
  const found = async (claim: MadeClaim) => (await evidenceOf(claim)).map(({ isQuoteFound }) => isQuoteFound);

  test("are looked for in the kept copy, once it is there and whenever they change", async () => {
    const { claim, evidenceId, sourceId } = await cited({ quote: "Twelve  states signed it." });
    expect(await found(claim)).toEqual([null]);
    const { id: snapshotId } = await makeSnapshot({ sourceId, text: TEXT });
    expect(await found(claim)).toEqual([true]);
    const { quoteStart, quoteEnd, ...place } = await db.evidence.findUniqueOrThrow({
      where: { id: evidenceId },
      select: { quoteSnapshotId: true, quoteStart: true, quoteEnd: true, quoteSuffix: true },
    });
    expect(TEXT.slice(quoteStart ?? 0, quoteEnd ?? 0)).toBe("Twelve states signed it.");
    expect(place).toEqual({ quoteSnapshotId: snapshotId, quoteSuffix: " Norway did.\n\nNorway did. So did" });

    await edited(claim, evidenceId, { quote: "Thirteen states signed it." });
    expect(await found(claim)).toEqual([false]);
    await edited(claim, evidenceId, { quote: null, version: 2 });
    expect(await found(claim)).toEqual([null]);
    await attach(claim, { quote: "So did Denmark." });
    expect(await found(claim)).toEqual([null, true]);
  });

  test("can be taken out again once they were found", async () => {
    const { claim, evidenceId, sourceId } = await cited({ quote: "Twelve states signed it." });
    await makeSnapshot({ sourceId, text: TEXT });
    expect(await found(claim)).toEqual([true]);
    await edited(claim, evidenceId, { quote: null });
    expect(await evidenceOf(claim)).toMatchObject([{ version: 2, quote: null, isQuoteFound: null }]);
  });

  test("that stand there several times are said not to be found, until a person chooses", async () => {
    const { claim, evidenceId, sourceId } = await cited({ quote: "Norway did." });
    const { id: snapshotId } = await makeSnapshot({ sourceId, text: TEXT });
    expect(await found(claim)).toEqual([false]);
    const start = TEXT.lastIndexOf("Norway");
    const choice = { evidenceId, snapshotId, start: start - 1, end: start + 12 };
    await chooseQuote({ actor: claim.author, version: 1, ...choice });
    expect(await evidenceOf(claim)).toMatchObject([{ version: 2, quote: "Norway did.", isQuoteFound: true }]);
    // Something else is changed: the place stays the one that was chosen.
    await edited(claim, evidenceId, { quote: "Norway did.", note: "In the end", version: 2 });
    expect(await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } })).toMatchObject({
      quoteStart: start,
      quotePrefix: TEXT.slice(start - 32, start),
    });
    // A newer copy, in which they stand further on: what stood around them says which they are.
    await makeSnapshot({ sourceId, text: `Preface.\n\n${TEXT}`, now: new Date(Date.now() + 60_000) });
    expect(await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } })).toMatchObject({
      quoteStart: start + "Preface.\n\n".length,
    });
  });

  test("of two who choose at once, one is told; the history says what they were", async () => {
    const { claim, evidenceId, sourceId } = await cited();
    const { id: snapshotId } = await makeSnapshot({ sourceId, text: TEXT });
    const choose = (start: number, end: number) =>
      chooseQuote({ actor: claim.author, evidenceId, version: 1, snapshotId, start, end });
    const results = await Promise.allSettled([choose(0, 10), choose(12, 36)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "stale_version" },
    });
    const [item] = await evidenceOf(claim);
    expect(await db.auditEvent.findFirst({ where: { action: "evidence.edited" } })).toMatchObject({
      data: { changes: { quote: { from: null, to: item?.quote } } },
    });
  });

  test("are refused outside the text, in another source's copy, and where the rules say so", async () => {
    const { claim, evidenceId, sourceId } = await cited();
    const elsewhere = await cited({ url: "https://source.example/other" });
    const { id: snapshotId } = await makeSnapshot({ sourceId, text: TEXT });
    const { id: other } = await makeSnapshot({ sourceId: elsewhere.sourceId, text: TEXT });
    const choose = (input: object, actor = claim.author) =>
      chooseQuote({ actor, evidenceId, version: 1, snapshotId, start: 0, end: 10, ...input });
    await expect(choose({ end: 10_000 })).rejects.toMatchObject({ reason: "passage_outside_text" });
    await expect(choose({ start: 10, end: 12 })).rejects.toMatchObject({ reason: "passage_outside_text" });
    await expect(choose({ snapshotId: other })).rejects.toMatchObject({ reason: "not_found" });
    await expect(choose({}, await makeMember())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("orderEvidence", () => {
  async function three() {
    const claim = await makeClaim();
    const ids: string[] = [];
    for (const page of ["a", "b", "c"]) ids.push((await attach(claim, { url: `${url}/${page}` })).id);
    const order = (evidenceIds: string[], actor = claim.author) =>
      orderEvidence({ actor, claimId: claim.id, evidenceIds });
    const [first = "", second = "", third = ""] = ids;
    return { claim, order, first, second, third };
  }

  const numbersOf = async (claim: MadeClaim) => (await evidenceOf(claim)).map(({ number }) => number);
  const eventsOf = (claim: MadeClaim) =>
    db.auditEvent.findMany({ where: { claimId: claim.id, action: "evidence.ordered" } });

  test("puts them in the order named, under the numbers they have, with one event", async () => {
    const { claim, order, first, second, third } = await three();
    await order([third, first, second]);
    expect(await numbersOf(claim)).toEqual([3, 1, 2]);
    expect((await eventsOf(claim)).map(({ data }) => data)).toEqual([{ numbers: [3, 1, 2] }]);
    // The order it has already is no change.
    await order([third, first, second]);
    expect(await eventsOf(claim)).toHaveLength(1);
    const { id } = await attach(claim, { url: `${url}/d` });
    expect((await evidenceOf(claim)).at(-1)?.id).toBe(id);
  });

  test("of an order that is not all there is, nothing is done", async () => {
    const { claim, order, first, second, third } = await three();
    const [other] = await evidenceOf(await cited().then((made) => made.claim));
    const orders = [
      [third, second],
      [third, second, first, first],
      [third, second, second],
      [third, second, first, other?.id ?? ""],
      [third, second, nowhere],
    ];
    for (const ids of orders) await expect(order(ids)).rejects.toMatchObject({ reason: "already_changed" });
    await removed(claim, second);
    await expect(order([third, second, first])).rejects.toMatchObject({ reason: "already_changed" });
    await expect(order([third, first], await makeMember())).rejects.toMatchObject({ code: "forbidden" });
    expect(await numbersOf(claim)).toEqual([1, 3]);
    expect(await eventsOf(claim)).toEqual([]);
  });

  test("while another is attached, the order is either of all or refused", async () => {
    const { claim, order, first, second, third } = await three();
    const [ordered] = await Promise.allSettled([
      order([third, second, first]),
      attach(claim, { url: `${url}/d` }),
    ]);
    expect(await numbersOf(claim)).toEqual(ordered.status === "fulfilled" ? [3, 2, 1, 4] : [1, 2, 3, 4]);
  });
});
