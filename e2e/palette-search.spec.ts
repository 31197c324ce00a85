import { db } from "#lib/db/client.ts";
import { attachEvidence } from "#lib/evidence/commands.ts";
import { evidenceFor, makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { expect, person, test, unique } from "./fixtures.ts";

// The address the palette asks: who may, what is never found, and that whatever is asked is answered.

const ADDRESS = "/api/desk/search";
const NOTHING = { articles: [], claims: [], people: [] };

test("only members are answered", async ({ requestAs }) => {
  const word = unique();
  const member = await person("reporter");
  const article = await makeArticle({ actor: member, title: `Members only ${word}` });
  const addresses = [`${ADDRESS}?q=${word}`, `${ADDRESS}?visited=article:${article.id}`, ADDRESS];
  const [stranger, asked] = [await requestAs(null), await requestAs(member)];
  for (const address of addresses) {
    const refused = await stranger.get(address);
    expect(refused.status(), address).toBe(401);
    expect(await refused.text(), address).not.toContain(word);
    const answer = await asked.get(address);
    expect(answer.status(), address).toBe(200);
    expect(answer.headers()["cache-control"], address).toBe("no-store");
  }
  expect((await (await asked.get(`${ADDRESS}?q=${word}`)).json()).articles).toHaveLength(1);
  await db.member.update({ where: { id: member.id }, data: { disabledAt: new Date() } });
  for (const address of addresses) expect((await asked.get(address)).status(), address).toBe(401);
  const colleague = await requestAs(await person("reporter"));
  const { people } = await (await colleague.get(`${ADDRESS}?q=${encodeURIComponent(member.name)}`)).json();
  expect(people).toEqual([]);
});

test("neither opinions, ratings, evidence, comments nor addresses are found by their words", async ({
  requestAs,
}) => {
  const [secret, word] = [unique(), unique()];
  const [author, first] = [await person("reporter"), await person("reviewer")];
  const article = await makeArticle({ actor: author, title: `Plain ${word}` });
  const claim = await makeClaim({ author, article, statement: `Something about ${word}.` });
  await attachEvidence({
    actor: author,
    ...evidenceFor(claim.id, { visibility: "confidential", note: secret, quote: secret }),
  });
  await makeClaim({
    state: "second_review",
    article,
    first: { ...first, name: secret },
    firstRating: "false",
  });
  expect(await db.review.count({ where: { conclusion: { contains: secret } } })).toBe(1);
  const { email } = await db.member.findUniqueOrThrow({ where: { id: first.id }, select: { email: true } });

  // The one who is to give the second opinion, and an admin, who may know it elsewhere.
  for (const asker of [await person("reviewer"), await person("admin")]) {
    const request = await requestAs(asker);
    for (const query of [secret, `"${secret}"`, `Concluded by ${secret}`, email, `${word} false`]) {
      const answer = await request.get(`${ADDRESS}?q=${encodeURIComponent(query)}`);
      expect(await answer.json(), query).toEqual(NOTHING);
    }
    const found = await (await request.get(`${ADDRESS}?q=${word}`)).text();
    expect(found).toContain(claim.id);
    expect(found).not.toMatch(/rating|false|misleading|conclusion|review(er|s)|email/i);
  }
});

test("whatever is asked is answered", async ({ requestAs }) => {
  const request = await requestAs(await person("reporter"));
  // Words that nothing made by another test holds.
  const word = unique();
  const long = word.repeat(1_000);
  for (const asked of [
    "",
    "q",
    "q=",
    "q=%00",
    `q=%00%00${word}%00${word}`,
    `q=%25_%5C%25%25__${word}`,
    `q='%22--;%20DROP%20TABLE%20${word}`,
    `q=%5C${word}`,
    "q=%5C%5C%5C'",
    `q=%24%7B${word}%7D%20%3F%20%241`,
    `q=${long}`,
    `q=${`${word}%20`.repeat(800)}`,
    `q=${"%25".repeat(3_000)}`,
    "q=%ED%A0%80",
    `q=%ED%A0%80${word}%ED%B0%80`,
    "q=%F0%9F%92%A9%E2%80%8D%F0%9F%92%A9",
    `q=%E2%80%AE%D7%A9%D7%9C%D7%95%D7%9D%E2%80%AC%20${word}`,
    `q=%D9%85%D8%B1%D8%AD%D8%A8%D8%A7%20${word}`,
    `q=${word}&q=${word}`,
    `q[]=${word}`,
    "visited",
    "visited=",
    "visited=claim:1,article:",
    "visited=member:00000000-0000-0000-0000-000000000000",
    `visited=${"claim:00000000-0000-0000-0000-000000000000,".repeat(200)}`,
    `visited=claim:${long}`,
  ]) {
    const name = asked.slice(0, 60);
    const answer = await request.get(`${ADDRESS}?${asked}`);
    expect(answer.status(), name).toBe(200);
    expect(await answer.json(), name).toEqual(NOTHING);
  }
  expect((await request.post(`${ADDRESS}?q=${word}`)).status()).toBe(405);
});

test("signs that mean something to a database mean themselves, in either direction of writing", async ({
  requestAs,
}) => {
  const member = await person("reporter");
  const word = unique();
  const titles = [`100% of ${word}`, `snake_case ${word}`, `back\\slash ${word}`, `O'Neill “${word}”`];
  const others = [`שלום ${word}`, `كلف الجسر ${word}`, `👩‍👩‍👧 ${word}`];
  for (const title of [...titles, ...others]) await makeArticle({ actor: member, title });
  const request = await requestAs(member);
  const asked: [string, string][] = [
    [`0% ${word}`, titles[0] ?? ""],
    [`e_c ${word}`, titles[1] ?? ""],
    [`k\\s ${word}`, titles[2] ?? ""],
    [`o'neill “${word}”`, titles[3] ?? ""],
    [`${word} שלום`, others[0] ?? ""],
    [`الجسر ${word}`, others[1] ?? ""],
    [`👩‍👧 ${word}`, others[2] ?? ""],
  ];
  for (const [query, title] of asked) {
    const { articles } = await (await request.get(`${ADDRESS}?q=${encodeURIComponent(query)}`)).json();
    expect(
      articles.map((found: { title: string }) => found.title),
      query,
    ).toEqual([title]);
  }
});
