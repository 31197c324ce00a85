import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { readShared } from "#lib/testing/corpora.ts";
import { makeArticle, makeClaim, makeEvidence, makeNewsroom, makePeople } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { correctClaim, publishClaim, withdrawClaim } from "./commands.ts";
import { listFilter } from "./list-filter.ts";
import { askedBy, EVERYTHING, type ListPage, listChoices, listClaims, listNarrowable } from "./listing.ts";
import { putRight } from "./suggested-search.ts";

/** Empty where there are none. */
const NAUGHTY = (
  JSON.parse(readShared("corpora/naughty-strings/blns.json") ?? '{"strings":[]}') as {
    strings: { string: string }[];
  }
).strings.map(({ string }) => string);

const noon = new Date("2026-03-02T12:00:00Z");
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
const inUtc = (local: string) => new Date(`${local}Z`);

async function beginEmpty(): Promise<void> {
  await resetDb();
  await makeNewsroom();
}

type Params = Record<string, string>;
type Paging = Parameters<typeof listClaims>[1];
const list = async (params: Params = {}, paging: Paging = {}) =>
  listClaims(await askedBy(listFilter(params), inUtc), paging);
const statements = async (params: Params, paging?: Paging) =>
  (await list(params, paging)).items.map(({ statement }) => statement);
const slugOf = async (id: string) => (await db.claim.findUniqueOrThrow({ where: { id } })).slug;

/** Statements of all pages, forwards, then of all backwards again. */
async function walk(params: Params, take: number) {
  const onward: string[] = [];
  const back: string[] = [];
  let page: ListPage = await list(params, { take });
  const add = (to: string[], at: "push" | "unshift") =>
    to[at](...page.items.map(({ statement }) => statement));
  add(onward, "push");
  while (page.next) {
    page = await list(params, { take, cursor: page.next });
    add(onward, "push");
  }
  add(back, "unshift");
  while (page.previous) {
    page = await list(params, { take, cursor: page.previous });
    add(back, "unshift");
  }
  return { onward, back };
}

describe("the list", () => {
  beforeEach(beginEmpty);

  test("newest first, page after page and back again, without doubles or gaps", async () => {
    const team = { ...(await makePeople()), article: await makeArticle() };
    for (let count = 0; count < 7; count += 1) {
      const now = minutes(Math.floor(count / 2) * 60 * 24 * 40);
      await makeClaim({ ...team, state: "published", statement: `Claim ${count}`, topics: ["One"], now });
    }
    const whole = await statements({}, { take: 100 });
    expect(whole).toHaveLength(7);
    expect(whole[0]).toBe("Claim 6");
    for (const params of [{}, { topic: "one" }, { q: "claim", sort: "date" }, { q: "claim" }] as Params[]) {
      expect(await walk(params, 2), JSON.stringify(params)).toEqual({ onward: whole, back: whole });
      expect((await list(params, { take: 2 })).total).toBe(7);
    }
    for (const cursor of ["broken", "W10", "eyJhIjoxfQ"])
      expect(await statements({}, { cursor, take: 1 })).toEqual(["Claim 6"]);
  });

  test("a line carries what a reader chooses by", async () => {
    const article = await makeArticle({ title: "On the alliance" });
    const claim = await makeClaim({
      article,
      state: "published",
      statement: "It is so.",
      claimantName: "City Hall",
      claimantKind: "other",
      saidOn: "2026-01-30",
      topics: ["NATO", "Treaties"],
      now: noon,
    });
    expect(await list()).toEqual({
      items: [
        {
          slug: await slugOf(claim.id),
          statement: "It is so.",
          quote: "NATO was founded in 1949",
          conclusion: `Concluded by ${claim.first.name}.`,
          tone: "true",
          ratingLabel: "True",
          isRated: true,
          claimantName: "City Hall",
          claimantSlug: "city-hall",
          saidOn: "2026-01-30",
          topics: [
            { name: "NATO", slug: "nato" },
            { name: "Treaties", slug: "treaties" },
          ],
          articleTitle: "On the alliance",
          publishedAt: noon,
          corrected: false,
          language: "en",
          publisher: "The Other Paper",
          articleUrl: null,
          updatedAt: noon,
          found: { statement: [], conclusion: [], claimantName: [] },
        },
      ],
      next: null,
      previous: null,
      total: 1,
    });
  });
});

describe("the list narrowed down", () => {
  // Its tests only read.
  beforeAll(async () => {
    await beginEmpty();
    const team = await makePeople();
    const make = async (
      statement: string,
      {
        language = "en",
        publisher = "The Paper",
        days = 0,
        ...options
      }: Parameters<typeof makeClaim>[0] & { language?: string; publisher?: string; days?: number },
    ) => {
      const article = await makeArticle({ actor: team.author });
      await db.article.update({ where: { id: article.id }, data: { language, publisher } });
      await makeClaim({
        ...team,
        article,
        statement,
        state: "published",
        now: minutes(days * 1_440),
        ...options,
      });
    };
    await make("Taxes fell", { topics: ["Taxes"], claimantName: "Ana Silva", claimantKind: "other" });
    await make("Taxes rose", {
      topics: ["Taxes", "Jobs"],
      firstRating: "false",
      publisher: "Le Jour: été",
      language: "fr-BE",
      days: 40,
    });
    await make("Jobs went", {
      topics: ["Jobs"],
      firstRating: "false",
      claimantName: "Ana Silva",
      claimantKind: "other",
      days: 800,
    });
  });

  test.each<[Params, string[]]>([
    [{ verdict: "false" }, ["Jobs went", "Taxes rose"]],
    [{ topic: "taxes" }, ["Taxes rose", "Taxes fell"]],
    [{ topic: "taxes", verdict: "false" }, ["Taxes rose"]],
    [{ topic: "taxes", verdict: "false", q: "jobs" }, []],
    [{ claimant: "ana-silva" }, ["Jobs went", "Taxes fell"]],
    [{ publisher: "Le Jour: été" }, ["Taxes rose"]],
    [{ language: "fr" }, ["Taxes rose"]],
    [{ q: "taxes", verdict: "true" }, ["Taxes fell"]],
    [{ from: "2026-03-03" }, ["Jobs went", "Taxes rose"]],
    [{ to: "2026-03-02" }, ["Taxes fell"]],
    [{ from: "2026-03-02", to: "2026-04-11", q: "taxes", sort: "date" }, ["Taxes rose", "Taxes fell"]],
    [{ from: "2020-01-01", to: "2020-01-02" }, []],
    [{ topic: "nothing" }, []],
    [{ topic: "TAXES" }, []],
  ])("%j", async (params, found) => {
    expect(await statements(params)).toEqual(found);
  });

  test("a page and what it can be narrowed down to are the same, read together or apart", async () => {
    const all: Params[] = [
      {},
      { q: "taxes" },
      { q: "taxes", sort: "date" },
      { q: "nothing" },
      { q: "-" },
      { topic: "jobs" },
      { q: "taxes", verdict: "true" },
      { from: "2026-03-03" },
    ];
    for (const params of all) {
      const asked = await askedBy(listFilter(params), inUtc);
      const { next } = await listClaims(asked, { take: 1 });
      for (const cursor of [null, next, "broken"]) {
        expect(await listNarrowable(asked, cursor), JSON.stringify({ params, cursor })).toEqual([
          await listClaims(asked, { cursor }),
          await listChoices(asked),
        ]);
      }
    }
    const [, { topic }] = await listNarrowable(await askedBy(listFilter({ q: "taxes" }), inUtc), null);
    expect(topic).toEqual([
      { value: "taxes", name: "Taxes", count: 2 },
      { value: "jobs", name: "Jobs", count: 1 },
    ]);
  });

  test("each kind counts as if nothing of it were chosen", async () => {
    const choices = await listChoices(await askedBy(listFilter({ verdict: "false", topic: "jobs" }), inUtc));
    const counted = (kind: keyof typeof choices) => choices[kind].map(({ value, count }) => [value, count]);
    expect(counted("verdict")).toEqual([["false", 2]]);
    expect(counted("topic")).toEqual([
      ["jobs", 2],
      ["taxes", 1],
    ]);
    expect(counted("language")).toEqual([
      ["en", 1],
      ["fr", 1],
    ]);
    expect(choices.topic[0]?.name).toBe("Jobs");
    expect(choices.claimant).toEqual([{ value: "ana-silva", name: "Ana Silva", count: 1 }]);
    expect(choices.publisher.map(({ value }) => value)).toEqual(["Le Jour: été", "The Paper"]);
    expect((await listChoices(EVERYTHING)).verdict.map(({ value, count }) => [value, count])).toEqual([
      ["false", 2],
      ["true", 1],
    ]);
  });
});

const ENGLISH = "The invasions began in February";
const FRENCH = "Les chevaux couraient vers la mer déchaînée";
const RUSSIAN = "Российские войска основаны в Вашингтоне";
const ARABIC = "قالت المُدرِّسة إنّ الضرائب ارتفعت في ٢٠٢٤";
const JAPANESE = "東京都の人口は減っている。";
const GERMAN = "Größere Städte wachsen: 1.000 Häuser";
const UNKNOWN = "Mwalimu alisema “kweli” sana";

async function publishInManyLanguages(): Promise<void> {
  const team = await makePeople();
  const make = async (statement: string, language: string, claimantName: string | null = null) => {
    const article = await makeArticle({ actor: team.author });
    await db.article.update({ where: { id: article.id }, data: { language } });
    const claimant = { claimantName, claimantKind: "other" } as const;
    await makeClaim({ ...team, ...claimant, article, statement, state: "published", now: noon });
  };
  await make(ENGLISH, "en", "Élodie Martin");
  await make(FRENCH, "fr-BE");
  await make(RUSSIAN, "ru");
  await make(ARABIC, "ar");
  await make(JAPANESE, "ja");
  await make(GERMAN, "de");
  await make(UNKNOWN, "sw");
}

describe("the search", () => {
  // Its tests only read.
  beforeAll(async () => {
    await beginEmpty();
    await publishInManyLanguages();
  });

  test.each<[string, string[]]>([
    ["invasion", [ENGLISH]],
    ["INVADED", []],
    ["began invasion", [ENGLISH]],
    ['"began in february"', [ENGLISH]],
    ['"february began"', []],
    ["invasion -february", []],
    ['invasion -"february began"', [ENGLISH]],
    ["élodie", [ENGLISH]],
    ["elodie", [ENGLISH]],
    ["cheval or chevaux", [FRENCH]],
    ["courir", [FRENCH]],
    ["dechainee", [FRENCH]],
    ["chevaux or invasions", [ENGLISH, FRENCH]],
    ["Вашингтон", [RUSSIAN]],
    ["российский", [RUSSIAN]],
    ["ضرائب", [ARABIC]],
    ["المدرسة", [ARABIC]],
    ["2024", [ARABIC]],
    ["人口", [JAPANESE]],
    ["東京都", [JAPANESE]],
    ["京東", []],
    ["grosse stadt", [GERMAN]],
    ["große städte", [GERMAN]],
    ["stadte", [GERMAN]],
    ["1.000", [GERMAN]],
    ["1,000", [GERMAN]],
    ["kweli", [UNKNOWN]],
    ["-invasion -chevaux -Вашингтон -ضرائب -人口 -kweli", [GERMAN]],
    ["nothing like it", []],
  ])("“%s”", async (q, found) => {
    for (const sort of ["", "date"])
      expect((await statements({ q, sort })).toSorted()).toEqual(found.toSorted());
  });

  test.each<[string, string[]]>([
    ["invasion feb", []],
    ["invasion", ["invasions"]],
    ['"began in february"', ["began", "February"]],
    ["elodie -kweli", ["Élodie"]],
    ["courir", ["couraient"]],
    ["DECHAINEE", ["déchaînée"]],
    ["المدرسة", ["المُدرِّسة"]],
    ["東京都", ["東京都"]],
    ["kweli", ["kweli"]],
  ])("“%s” is marked where it was found", async (q, words) => {
    const { items } = await list({ q });
    const marked = items.flatMap(({ statement, claimantName, found }) => [
      ...found.statement.map(({ start, end }) => statement.slice(start, end)),
      ...found.claimantName.map(({ start, end }) => claimantName?.slice(start, end)),
    ]);
    expect(marked).toEqual(words);
  });

  test.each<[string, string | null]>([
    ["invasoins", "invasions"],
    ["feb", "february"],
    ["invasoins in febuary", "invasions in february"],
    ["elodi", "élodie"],
    ["chevaus -begann", "chevaux -began"],
    ["Вашингтоме", "вашингтоне"],
    ["الضرائ", "الضرائب"],
    ["invasions", null],
    ["zzzzzzz", null],
    ["人口", null],
    ["", null],
    ["a b !", null],
  ])("“%s” is put right", async (q, better) => {
    expect(await putRight(q)).toBe(better);
  });

  test("hostile input is only a search, whatever is asked for", async () => {
    const typed = [
      ...[
        "'",
        '"',
        '"""',
        "&",
        "|",
        "!",
        ":*",
        "a:*",
        "((",
        "<->",
        "a <-> ",
        "\\",
        "\\'",
        "%",
        "-",
        "- -a",
        "or",
        "or or",
      ],
      ...[
        "\0",
        "a\0b",
        "\ud800",
        "😀",
        "ﷺ",
        "';DROP TABLE publications;--",
        "a".repeat(5_000),
        "* ".repeat(500),
        "the",
        "ª",
        "№",
      ],
      ...NAUGHTY,
    ];
    for (const q of typed) {
      const filter = listFilter({ q, topic: q, publisher: q, cursor: q });
      const asked = await askedBy(filter, inUtc);
      await expect(listClaims({ ...asked, marks: [] }), JSON.stringify(q)).resolves.toBeTruthy();
      await expect(listClaims(asked, { cursor: q }), JSON.stringify(q)).resolves.toMatchObject({
        next: null,
      });
      await expect(listChoices(asked), JSON.stringify(q)).resolves.toBeTruthy();
      await expect(putRight(filter.search), JSON.stringify(q)).resolves.not.toBe("");
    }
  }, 60_000);

  test("no words at all is no search, and signs alone find nothing", async () => {
    expect(await statements({ q: "  \0 " })).toHaveLength(7);
    expect(await list({ q: "?!" })).toMatchObject({ items: [], total: 0 });
  });
});

test("what is found in the statement comes before what is found in the conclusion", async () => {
  await beginEmpty();
  await publishInManyLanguages();
  const team = await makePeople();
  await makeClaim({ ...team, state: "published", statement: "Many were concluded", now: minutes(-50_000) });
  expect((await statements({ q: "concluded" }))[0]).toBe("Many were concluded");
  expect((await statements({ q: "concluded", sort: "date" })).at(-1)).toBe("Many were concluded");
});

test("claims of naughty words are published, found by them, marked and taken back", async () => {
  await beginEmpty();
  const team = { ...(await makePeople()), article: await makeArticle() };
  const said = NAUGHTY.map((text) => text.replaceAll("\0", "").toWellFormed().trim())
    .filter((text) => /[\p{L}\p{N}]{2}/u.test(text))
    .slice(0, 60);
  for (const statement of said) {
    const { id, editor } = await makeClaim({
      ...team,
      state: "published",
      statement: statement.slice(0, 400),
      now: noon,
    });
    expect((await list({ q: statement.slice(0, 100) })).items.length, statement).toBeGreaterThanOrEqual(0);
    await withdrawClaim({ actor: editor, claimId: id, reason: "Naughty.", now: noon });
  }
  expect(await db.listedClaim.count()).toBe(0);
  expect(await db.listedWord.findMany({ where: { word: { not: "" } } })).toEqual([]);
}, 120_000);

describe("the search table", () => {
  beforeEach(beginEmpty);

  const table = async () => ({
    claims: await db.listedClaim.findMany({ select: { claimId: true, marks: true } }),
    words: (await db.listedWord.findMany({ orderBy: { word: "asc" } })).map(
      ({ word, claims }) => `${word} ${claims}`,
    ),
    vectors: await db.$queryRaw<{ words: string }[]>`SELECT words::text AS words FROM listed_claims`,
  });

  test("holds nothing of claims that are not published, nor of confidential evidence", async () => {
    const team = await makePeople();
    for (const state of [
      "draft",
      "queued",
      "in_review",
      "second_review",
      "adjudication",
      "ready",
      "withdrawn",
      "dismissed",
    ] as const) {
      await makeClaim({
        ...team,
        state,
        statement: `Secretwords ${state}`,
        claimantName: "Secretname",
        claimantKind: "other",
        topics: ["Secrettopic"],
        now: noon,
      });
    }
    const { id } = await makeClaim({ ...team, state: "ready", statement: "Plainly said", now: noon });
    const secret = {
      actor: team.editor,
      claimId: id,
      visibility: "confidential",
      kind: "secondary",
    } as const;
    await makeEvidence({
      ...secret,
      title: "Secretsource",
      note: "Secretnote",
      publisher: "Secretpublisher",
      quote: "Secretquote",
    });
    await publishClaim({
      actor: team.editor,
      claimId: id,
      overrideItem: null,
      overrideReason: null,
      now: noon,
    });
    const all = await table();
    expect(all.claims).toHaveLength(1);
    expect(all.words).toContain("plainly 1");
    expect(JSON.stringify(all)).not.toMatch(/secret/i);
  });

  const correct = (claim: Awaited<ReturnType<typeof makeClaim>>, statement: string, version = 1) =>
    correctClaim({
      actor: claim.editor,
      claimId: claim.id,
      version,
      type: "update",
      reason: "It was said differently.",
      statement,
      ratingId: claim.ratings.true ?? "",
      conclusion: "It was.",
      rationale: "See the treaty.",
      now: minutes(1),
    });
  const withdraw = (claim: Awaited<ReturnType<typeof makeClaim>>) =>
    withdrawClaim({ actor: claim.editor, claimId: claim.id, reason: "Forged.", now: minutes(2) });

  test("follows a correction and a withdrawal, words and all, and keeps words others have", async () => {
    const team = { ...(await makePeople()), article: await makeArticle() };
    const kept = await makeClaim({ ...team, state: "published", statement: "Bridges stand", now: noon });
    const claim = await makeClaim({
      ...team,
      state: "published",
      statement: "Bridges collapse",
      topics: ["Roads"],
      now: noon,
    });
    expect((await table()).words).toEqual(expect.arrayContaining(["bridges 2", "collapse 1", "stand 1"]));

    await correct(claim, "Bridges crumble");
    expect(await statements({ q: "collapse" })).toEqual([]);
    expect(await statements({ q: "crumble" })).toEqual(["Bridges crumble"]);
    expect((await table()).words).toEqual(expect.arrayContaining(["bridges 2", "crumble 1"]));
    expect((await table()).words.join()).not.toContain("collapse");

    await withdraw(claim);
    const after = await table();
    expect(after.claims.map(({ claimId }) => claimId)).toEqual([kept.id]);
    expect(after.words).toContain("bridges 1");
    expect(JSON.stringify(after)).not.toMatch(/crumbl|roads/);
    expect(await list({ topic: "roads" })).toMatchObject({ items: [], total: 0 });
  });

  test("a command that fails leaves it as it was", async () => {
    const claim = await makeClaim({ state: "published", statement: "Bridges stand", now: noon });
    const before = await table();
    await expect(correct(claim, "Bridges crumble", 7)).rejects.toMatchObject({ reason: "stale_version" });
    expect(await table()).toEqual(before);
  });

  test("counts right when many publish and take back the same words at once", async () => {
    const team = await makePeople();
    const made = [];
    for (let count = 0; count < 8; count += 1) {
      const article = await makeArticle({ actor: team.author });
      const state = count < 4 ? ("published" as const) : ("ready" as const);
      made.push(await makeClaim({ ...team, article, state, statement: "Alpha beta gamma", now: noon }));
    }
    const results = await Promise.allSettled(
      made.flatMap((claim, at): Promise<unknown>[] =>
        at < 2
          ? [withdraw(claim), correct(claim, "Gamma delta alpha")]
          : at < 4
            ? [correct(claim, "Gamma delta alpha"), correct(claim, "Beta delta")]
            : [
                publishClaim({
                  actor: team.editor,
                  claimId: claim.id,
                  overrideItem: null,
                  overrideReason: null,
                  now: noon,
                }),
              ],
      ),
    );
    // Of two that meet on one claim the second may find it changed, and nothing else goes wrong.
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toHaveProperty("reason");
    const standing = await db.publication.findMany({
      where: { isCurrent: true, withdrawnAt: null },
      select: { claimId: true, statement: true },
    });
    const { claims, words } = await table();
    expect(claims.map(({ claimId }) => claimId).toSorted()).toEqual(
      standing.map(({ claimId }) => claimId).toSorted(),
    );
    for (const word of ["alpha", "beta", "gamma", "delta"]) {
      const having = standing.filter(({ statement }) => statement.toLowerCase().includes(word)).length;
      expect(words.filter((line) => line.startsWith(`${word} `))).toEqual(
        having === 0 ? [] : [`${word} ${having}`],
      );
    }
  });
});

test("whatever steps it takes, a search finds what a look at every claim would", async () => {
  await beginEmpty();
  // Seven years of claims: "often" in every second, "rare" in few, "once" in those of one year alone, "x y" side by side
  // or apart; some on the very first instant of a month.
  await db.$executeRaw`
    INSERT INTO listed_claims (claim_id, publication_id, published_at, language, marks, words)
    SELECT uuidv7(), uuidv7(), at, language,
      ARRAY['month:' || month_number(at), 'year:' || month_number(at) / 12, 'topic:' || n % 7, 'language:' || language],
      to_tsvector(search_config(language), concat_ws(' ', 'claims',
        CASE WHEN n % 2 = 0 THEN 'often' END, CASE WHEN n % 97 = 0 THEN 'rare' END,
        CASE WHEN n BETWEEN 900 AND 1200 THEN 'once' END, CASE WHEN n % 5 = 0 THEN 'x y' ELSE 'y x' END))
    FROM (
      SELECT n, CASE WHEN n % 11 = 0 THEN 'fr' ELSE 'en' END AS language,
        CASE WHEN n % 13 = 0 THEN date_trunc('month', at, 'UTC') ELSE at END AS at
      FROM (
        SELECT n, ${noon}::timestamptz - n * interval '29 hours' AS at FROM generate_series(0, 2000) n
      ) drawn
    ) made`;
  await db.$executeRaw`ANALYZE listed_claims`;
  const instant = fc.date({ min: new Date("2019-01-01"), max: new Date("2026-06-01"), noInvalidDate: true });
  const words = fc.constantFrom(
    ...['"often"', '"rare"', '"once"', '"x y"', '"often" "once"', '"rare" or "once"', '"claim" -"often"'],
    ...['"once" -"x y"', '"nowhere"', '"the"', null],
  );
  const asking = fc.record({
    words,
    filters: fc.subarray(["topic:3", "language:fr"]),
    isNewestFirst: fc.boolean(),
    most: fc.constantFrom(1, 5, 40, 501, 5_000),
    low: fc.option(instant),
    high: fc.option(instant),
  });
  const [low, high] = ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"];
  await fc.assert(
    fc.asyncProperty(asking, async ({ words, filters, isNewestFirst, most, ...between }) => {
      const from = between.low?.toISOString() ?? "-infinity";
      const to = between.high?.toISOString() ?? "infinity";
      const found = await db.$queryRaw<{ id: string }[]>`
        SELECT claim_id AS id FROM find_listed(${words}::text, ${filters}::text[], ${isNewestFirst}, ${most}::int,
          ${from}::timestamptz, ${low}::uuid, ${to}::timestamptz, ${high}::uuid)`;
      const looked = await db.$queryRaw<{ id: string }[]>`
        SELECT claim_id AS id FROM listed_claims c
        WHERE marks @> ${filters}::text[]
          AND (${words}::text IS NULL OR words @@ websearch_to_tsquery(search_config(language), ${words}::text))
          AND (published_at, claim_id) > (${from}::timestamptz, ${low}::uuid)
          AND (published_at, claim_id) < (${to}::timestamptz, ${high}::uuid)
        ORDER BY CASE WHEN ${isNewestFirst} THEN published_at END DESC, CASE WHEN ${isNewestFirst} THEN claim_id END DESC,
          published_at, claim_id LIMIT ${most}::int`;
      expect(found).toEqual(looked);
    }),
    { numRuns: 150 },
  );
});
