import { generateKeyPairSync } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { makeArticle, makeClaim, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { keepHeads, recordAudit } from "./commands.ts";
import { headIn } from "./heads.ts";
import { lastArticleSeq, listArticleChanges, listEvents, listNewestHeads } from "./queries.ts";

beforeEach(resetDb);

const NOWHERE = "01990000-0000-7000-8000-000000000000";

/** Writes the event of a claim's submission. */
const submit = (tx: Tx, articleId: string, claimId: string) =>
  recordAudit(tx, { actor: null, action: "claim.submitted", articleId, claimId, data: { round: 1 } });

describe("the changes of an article since an event", () => {
  test("are each claim's once, with what kind of thing changed, and none of other articles", async () => {
    const article = await makeArticle();
    const first = await makeClaim({ article });
    const seen = await lastArticleSeq(article.id);
    const second = await makeClaim({ article, words: "Today it has", state: "queued" });
    await makeClaim();
    const changes = await listArticleChanges({ articleId: article.id, after: seen });
    expect(changes?.map(({ kind, claimId }) => [kind, claimId])).toEqual([
      ["evidence", second.id],
      ["claim", second.id],
    ]);
    expect(changes?.at(-1)?.seq).toBe(await lastArticleSeq(article.id));
    expect(changes?.some(({ claimId }) => claimId === first.id)).toBe(false);
  });

  test("hold one that was numbered before and committed after it", async () => {
    const article = await makeArticle();
    const [slow, quick] = [await makeClaim({ article }), await makeClaim({ article, words: "Today it has" })];
    const before = await lastArticleSeq(article.id);
    const written = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const late = db.$transaction(async (tx) => {
      await submit(tx, article.id, slow.id);
      written.resolve();
      await mayCommit.promise;
    });
    await written.promise;
    await db.$transaction((tx) => submit(tx, article.id, quick.id));
    const seen = await lastArticleSeq(article.id);
    const claimsAfter = async (after: number) =>
      (await listArticleChanges({ articleId: article.id, after }))?.map(({ claimId }) => claimId);
    expect(await claimsAfter(before)).toContain(quick.id);
    expect(await claimsAfter(before)).not.toContain(undefined);
    expect(seen).toBe(before + 2);

    mayCommit.resolve();
    await late;
    expect(await lastArticleSeq(article.id)).toBe(seen);
    expect(await claimsAfter(seen)).toContain(slow.id);
  });

  test("are not told one by one when they are too many", async () => {
    const article = await makeArticle();
    const after = await lastArticleSeq(article.id);
    await db.$executeRaw`
      INSERT INTO audit_events (id, actor_name, action, article_id, claim_id, data)
      SELECT gen_random_uuid(), '', 'claim.submitted', ${article.id}::uuid, gen_random_uuid(), '{"round":1}'
      FROM generate_series(1, 501)`;
    expect(await listArticleChanges({ articleId: article.id, after })).toBeNull();
    expect(await listArticleChanges({ articleId: article.id, after: after + 1 })).toHaveLength(500);
  });

  test("are none where there is no article", async () => {
    expect(await lastArticleSeq(NOWHERE)).toBe(0);
    expect(await lastArticleSeq("nothing")).toBe(0);
    expect(await listArticleChanges({ articleId: NOWHERE, after: 0 })).toEqual([]);
  });
});

describe("following the history by numbers", () => {
  const signOut = (tx: Tx, actor: Actor) =>
    recordAudit(tx, { action: "member.signed_out", actor, subjectId: actor.id, data: {} });

  test("an event is not listed while one with a lower number may still come", async () => {
    const admin = await makeMember({ role: "admin" });
    const [written, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const late = db.$transaction(async (tx) => {
      await signOut(tx, admin);
      written.resolve();
      await held.promise;
    });
    await written.promise;
    await db.$transaction((tx) => signOut(tx, admin));
    expect(await listEvents({ take: 10 })).toEqual([]);
    held.resolve();
    await late;
    expect(await listEvents({ take: 10 })).toHaveLength(2);
  });

  test("a transaction that is taken back holds nothing up", async () => {
    const admin = await makeMember({ role: "admin" });
    await expect(
      db.$transaction(async (tx) => {
        await signOut(tx, admin);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await db.$transaction((tx) => signOut(tx, admin));
    expect(await listEvents({ take: 10 })).toHaveLength(1);
  });

  test("who follows by the last number, while many write, misses none and gets none twice", async () => {
    const admin = await makeMember({ role: "admin" });
    let writing = true;
    const writers = Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        for (let nth = 0; nth < 25; nth += 1)
          await db.$transaction(async (tx) => {
            await signOut(tx, admin);
            for (let rest = (writer * 7 + nth * 3) % 9; rest > 0; rest -= 1)
              await tx.$queryRaw`SELECT 1 AS one`;
          });
      }),
    ).finally(() => {
      writing = false;
    });
    const got: number[] = [];
    let isLast = false;
    while (!isLast) {
      isLast = !writing;
      got.push(...(await listEvents({ after: got.at(-1) ?? 0, take: 7 })).map(({ seq }) => seq));
    }
    await writers;
    for (let more = -1; more !== got.length; ) {
      more = got.length;
      got.push(...(await listEvents({ after: got.at(-1) ?? 0, take: 50 })).map(({ seq }) => seq));
    }
    const all = await db.auditEvent.findMany({ select: { seq: true }, orderBy: { seq: "asc" } });
    expect(got).toEqual(all.map(({ seq }) => Number(seq)));
    expect(got).toHaveLength(150);
  });
});

test("the newest heads are those that were kept, each chain's last one, page by page", async () => {
  const pair = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "der" });
  const privateKey = pair.toString("base64");
  const kept = new Map<string, unknown>();
  const sign = (now: Date) =>
    keepHeads({
      privateKey,
      now,
      keep: async (lines) => {
        for (const head of lines.flatMap((line) => headIn(line) ?? [])) kept.set(head.chain, head);
      },
    });
  const grown = await makeArticle();
  const articles = [grown, await makeArticle(), await makeArticle()];
  await sign(new Date("2026-03-02T12:00:00.123Z"));
  await makeClaim({ article: grown });
  await sign(new Date("2026-03-02T12:01:00Z"));
  const inOrder = [...kept.keys()].toSorted().toReversed();
  expect(inOrder.slice(0, 3)).toEqual(
    articles
      .map(({ id }) => id)
      .toSorted()
      .toReversed(),
  );

  const first = await listNewestHeads({ before: undefined, take: 2 });
  const rest = await listNewestHeads({ before: first.at(-1)?.chain, take: 100 });
  expect([...first, ...rest]).toEqual(inOrder.map((chain) => kept.get(chain)));
  expect(first).toHaveLength(2);
  expect(await listNewestHeads({ before: rest.at(-1)?.chain, take: 2 })).toEqual([]);
});
