import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { canonicalJson } from "./canonical.ts";
import { beginningOf, digestOf, linkHash } from "./chain.ts";
import { recordAudit } from "./commands.ts";
import { DESK_CHAIN } from "./values.ts";

beforeEach(resetDb);

/** Keys and words of every plane that Postgres holds: all of Unicode but U+0000 and lone surrogates. */
const words = fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", ""));
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    words,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    tie("fields"),
  ),
  fields: fc.dictionary(words, tie("value"), { maxKeys: 6, noNullPrototype: true }),
})).fields as fc.Arbitrary<Record<string, unknown>>;

describe("the database and the program", () => {
  test("write the same canonical JSON", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 20 }), async (values) => {
        const sent = values.map((each) => JSON.stringify(each));
        const rows = await db.$queryRaw<{ text: string }[]>`
          SELECT canonical_json(sent::jsonb) AS text FROM unnest(${sent}::text[]) WITH ORDINALITY given (sent, at) ORDER BY at`;
        expect(rows.map(({ text }) => text)).toEqual(values.map(canonicalJson));
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["1e3", "1000"],
    ["1.0", "1"],
    ["-0", "0"],
  ])("have one text for %s", async (given, written) => {
    const [row] = await db.$queryRaw<
      { text: string }[]
    >`SELECT canonical_json(${given}::text::jsonb) AS text`;
    expect(row?.text).toBe(written);
    expect(canonicalJson(JSON.parse(given))).toBe(written);
  });

  test.each(["0.5", "9007199254740993", "1e300"])("both refuse %s", async (number) => {
    await expect(db.$queryRaw`SELECT canonical_json(${number}::text::jsonb)`).rejects.toThrow(
      "whole numbers",
    );
    expect(() => canonicalJson(JSON.parse(number))).toThrow("whole numbers");
  });

  test("have the same digest of the same event", async () => {
    const actor = { ...(await makeMember()), name: 'Zoë "\u{1f600}" \uffee\t' };
    const { articleId, id: claimId } = await makeClaim();
    await db.$transaction((tx) =>
      recordAudit(tx, {
        ...{ actor, action: "claim.returned", articleId, claimId, subjectId: actor.id },
        data: { reason: "‘Why’\u2028\u007f\\ \ud800\udc00" },
      }),
    );
    await db.$transaction((tx) => recordAudit(tx, { actor: null, action: "member.signed_out", data: {} }));
    const byProgram = { ...actor, token: { id: claimId, name: 'the "nightly"\u2028 run' } };
    await db.$transaction((tx) =>
      recordAudit(tx, { actor: byProgram, action: "claim.woken", articleId, claimId, data: {} }),
    );
    const events = await db.auditEvent.findMany();
    const links = new Map((await db.auditLink.findMany()).map((link) => [link.eventId, link]));
    expect(links.size).toBe(events.length);
    for (const event of events) {
      expect(digestOf(event)).toEqual(Buffer.from(links.get(event.id)?.digest ?? []));
    }
  });
});

describe("a chain", () => {
  test("holds every event of its article, each hash made of the one before", async () => {
    const claim = await makeClaim({ state: "published" });
    await makeClaim();
    const links = await db.auditLink.findMany({
      where: { chain: claim.articleId },
      orderBy: { position: "asc" },
    });
    expect(links.length).toBe(await db.auditEvent.count({ where: { articleId: claim.articleId } }));
    let previous = beginningOf(claim.articleId);
    for (const [at, { position, digest, hash }] of links.entries()) {
      expect(position).toBe(at + 1);
      previous = linkHash(previous, digest);
      expect(Buffer.from(hash)).toEqual(previous);
    }
  });

  test("of what belongs to no article is one of its own", async () => {
    await db.$transaction((tx) => recordAudit(tx, { actor: null, action: "member.signed_out", data: {} }));
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "member.signed_out" } });
    expect(await db.auditLink.findUnique({ where: { eventId: event.id } })).toMatchObject({
      chain: DESK_CHAIN,
    });
  });

  test("has no gap and no fork when forty write to it at once, and to another in the other order", async () => {
    const [one, other] = [await makeArticle(), await makeArticle()];
    const before = await db.auditLink.count();
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        db.$transaction(
          async (tx) => {
            const order = at % 2 === 0 ? [one, other] : [other, one];
            for (const { id: articleId } of order) {
              await recordAudit(tx, { actor: null, action: "claim.recalled", articleId, data: {} });
            }
          },
          { maxWait: 20_000, timeout: 20_000 },
        ),
      ),
    );
    expect((await db.auditLink.count()) - before).toBe(80);
    for (const { id: chain } of [one, other]) {
      const links = await db.auditLink.findMany({ where: { chain }, orderBy: { position: "asc" } });
      expect(links.map(({ position }) => position)).toEqual(links.map((_, at) => at + 1));
      let previous = beginningOf(chain);
      for (const { digest, hash } of links) {
        previous = linkHash(previous, digest);
        expect(Buffer.from(hash)).toEqual(previous);
      }
    }
  });

  test("is given an event when it is committed, and holds up nobody before", async () => {
    const { id: articleId } = await makeArticle();
    const event = { actor: null, action: "claim.recalled", articleId, data: {} } as const;
    const written = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const slow = db.$transaction(async (tx) => {
      await recordAudit(tx, event);
      written.resolve();
      await mayCommit.promise;
    });
    await written.promise;
    const quick = await db.$transaction((tx) => recordAudit(tx, event));
    mayCommit.resolve();
    await slow;
    const [first] = await db.auditLink.findMany({
      where: { chain: articleId },
      skip: 1,
      take: 1,
      orderBy: { position: "asc" },
    });
    const { seq } = await db.auditEvent.findUniqueOrThrow({ where: { id: first?.eventId ?? "" } });
    expect(Number(seq)).toBe(quick);
  });

  test("takes nothing that was not said by an event, and changes nothing", async () => {
    await makeArticle();
    await expect(db.auditLink.deleteMany()).rejects.toThrow("is refused");
    await expect(db.auditLink.updateMany({ data: { position: 7 } })).rejects.toThrow("is refused");
    await expect(db.$executeRaw`TRUNCATE audit_links`).rejects.toThrow("is refused");
    await expect(db.$executeRaw`TRUNCATE audit_events`).rejects.toThrow("is refused");
  });
});
