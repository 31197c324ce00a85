import { addComment } from "#lib/comments/commands.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { correctClaim, publishClaim, withdrawClaim } from "#lib/publishing/commands.ts";
import { type MadeClaim, makeArticle, makeClaim, makeEvidence } from "#lib/testing/factories.ts";
import { expect, person, test, unique } from "./fixtures.ts";
import { FILES, listPublicRoutes, PAGES, type Readable } from "./public-addresses.ts";

// Everything that nobody in particular can ask for, by every address there is.

test("every public route has a row in the tables", () => {
  const { files, pages } = listPublicRoutes();
  expect(Object.keys(FILES).toSorted()).toEqual(files);
  expect(Object.keys(PAGES).toSorted()).toEqual(pages);
});

const siteUrl = new URL(env.PUBLIC_URL).origin;
const now = () => new Date();

async function aboutOf({ id }: MadeClaim, word: string): Promise<Readable> {
  const found = await db.claim.findUniqueOrThrow({
    where: { id },
    select: {
      slug: true,
      article: { select: { id: true, slug: true } },
      claimant: { select: { slug: true } },
      topics: { select: { topic: { select: { slug: true } } } },
    },
  });
  return {
    claim: found.slug,
    article: [found.article.slug, found.article.id],
    claimant: found.claimant?.slug ?? "",
    topic: found.topics[0]?.topic.slug ?? "",
    word,
    siteUrl,
  };
}

const addresses = (about: Readable) =>
  [FILES, PAGES].flatMap((rows) => Object.values(rows).flatMap((row) => row(about)));

/** Everything that must not be read stands behind this. */
const MARK = `hushed${unique().replaceAll("-", "")}`;

/** A claim with marked words in all that is not public of it, and under a marked name. */
async function makeSecret(state: "draft" | "ready", word: string) {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, title: `Article ${MARK}`, byline: MARK });
  const claim = await makeClaim({
    state,
    author,
    article,
    statement: `${word} ${MARK}`,
    claimantName: `Claimant ${unique()}`,
    claimantKind: "other",
    topics: [`Topic ${unique()}`],
  });
  await hide(claim);
  return claim;
}

async function hide({ id: claimId, editor, author }: MadeClaim) {
  const told = { title: MARK, publisher: MARK, note: MARK, interests: MARK, quote: MARK };
  const hidden = { ...told, url: `https://${MARK}.example/${unique()}`, visibility: "confidential" } as const;
  await makeEvidence({ actor: author, claimId, ...hidden }).catch(() =>
    makeEvidence({ actor: editor, claimId, ...hidden }),
  );
  await addComment({ actor: author, claimId, body: `An internal note: ${MARK}`, now: now() });
}

test("no address tells anything of a draft, of confidential evidence or of an internal note", async ({
  request,
}) => {
  const word = `seek${unique().replaceAll("-", "")}`;
  for (const state of ["draft", "ready"] as const) {
    const about = await aboutOf(await makeSecret(state, word), word);
    for (const address of addresses(about)) {
      const answer = await request.get(address);
      expect(answer.status(), address).toBeLessThan(500);
      expect(await answer.text(), address).not.toContain(MARK);
    }
  }
});

test("of what is published no address tells more than that, and of what is withdrawn nothing but why", async ({
  request,
}) => {
  test.slow();
  const word = `seek${unique().replaceAll("-", "")}`;
  const said = `shown${unique().replaceAll("-", "")}`;
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, title: `Article ${unique()}` });
  const claim = await makeClaim({
    state: "ready",
    author,
    article,
    statement: `${word} ${said}`,
    claimantName: `Claimant ${unique()}`,
    claimantKind: "other",
    topics: [`Topic ${unique()}`],
  });
  await hide(claim);
  const about = await aboutOf(claim, word);
  const { id: claimId, editor: actor } = claim;
  await publishClaim({ actor, claimId, overrideItem: null, overrideReason: null, now: now() });
  const correction = {
    type: "update",
    reason: "The figures are newer.",
    statement: `${word} ${said}`,
    ratingId: claim.ratings.true ?? "",
    problemId: null,
    conclusion: `${said} again.`,
    rationale: `${said} because.`,
  } as const;
  await correctClaim({ actor, claimId, version: 1, ...correction, now: now() });
  await expect
    .poll(async () => (await request.get(`/claims/${about.claim}`)).text())
    .toContain(`${said} again.`);

  const telling: string[] = [];
  for (const address of addresses(about)) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    const text = await answer.text();
    expect(text, address).not.toContain(MARK);
    if (text.includes(said)) telling.push(address);
  }
  // Something is read at all, in pages and files alike.
  expect(telling).toEqual(
    expect.arrayContaining([
      `/claims/${about.claim}`,
      `/claims/${about.claim}?version=1`,
      `/claims?q=${word}`,
      `/claims/${about.claim}/annotation.jsonld`,
      `/articles/${about.article[1]}/annotations.jsonld`,
      `/embed/claims/${about.claim}`,
      `/topics/${about.topic}/feed.xml`,
      "/feed.json",
    ]),
  );

  await withdrawClaim({ actor, claimId, reason: "The source erred.", now: now() });
  await expect
    .poll(async () => (await request.get(`/claims/${about.claim}`)).text())
    .toContain("The source erred.");
  for (const address of addresses(about)) {
    await expect
      // The address stays, and what it was made of with it.
      .poll(async () => (await (await request.get(address)).text()).replaceAll(about.claim, ""), {
        message: address,
        timeout: 3_000,
      })
      .not.toMatch(new RegExp(`${said}|${MARK}`));
  }
});

test("who has a file already is told so, and who asks for its head gets no more", async ({ request }) => {
  test.slow();
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, title: `Article ${unique()}` });
  const claim = await makeClaim({
    state: "published",
    author,
    article,
    claimantName: `Claimant ${unique()}`,
    claimantKind: "other",
    topics: [`Topic ${unique()}`],
  });
  const about = await aboutOf(claim, "anything");
  await expect.poll(async () => (await request.get(`/claims/${about.claim}`)).status()).toBe(200);
  const scripts = ["/embed/article.js", "/embed/claims.js", "/embed/frame.js"];
  const files = Object.values(FILES).flatMap((row) => row(about));
  for (const address of [...files, ...scripts]) {
    // Others publish meanwhile, and the lists change: an answer is compared with the one just before.
    await expect(async () => {
      const first = await request.get(address);
      const { etag = "", "last-modified": day = "", "content-type": type } = first.headers();
      expect(first.status(), address).toBe(200);
      expect(etag, address).toMatch(/^(W\/)?"[^"]+"$/);
      // What robots may read has no day of its own, nor what can be checked; a list is older once a check is withdrawn,
      // and what is translated when a translation is taken back.
      const dayless =
        /^\/(robots\.txt|sitemap\.xml|claims\.(csv|json)|audit\/heads\.json|api\/oembed)|\/(record\.json|image\.png)/;
      if (!dayless.test(address)) expect(new Date(day).toUTCString(), address).toBe(day);
      const head = await request.head(address);
      expect([head.status(), head.headers().etag, head.headers()["content-type"]], address).toEqual([
        200,
        etag,
        type,
      ]);
      expect((await head.body()).length, address).toBe(0);
      for (const [name, value] of Object.entries({ "If-None-Match": etag, "If-Modified-Since": day })) {
        if (value === "") continue;
        const again = await request.get(address, { headers: { [name]: value } });
        expect([again.status(), (await again.body()).length], `${address} ${name}`).toEqual([304, 0]);
      }
      const other = { "If-None-Match": '"another"', ...(day && { "If-Modified-Since": day }) };
      expect((await request.get(address, { headers: other })).status(), address).toBe(200);
    }).toPass({ timeout: 10_000 });
  }
  // Pages say it from the second after they were drawn.
  await expect(async () => {
    const { "last-modified": day = "" } = (await request.get(`/claims/${about.claim}`)).headers();
    const again = await request.get(`/claims/${about.claim}`, { headers: { "If-Modified-Since": day } });
    expect([new Date(day).toUTCString(), again.status()]).toEqual([day, 304]);
  }).toPass({ timeout: 10_000 });
});
