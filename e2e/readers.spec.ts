import type { Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { correctClaim, publishClaim, withdrawClaim } from "#lib/publishing/commands.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { expect, person, test, unique } from "./fixtures.ts";

// What readers get: finished documents without script, kept until something in them changes.

/** A claim an editor could publish, and where its pages will be. */
async function readyClaim(statement: string) {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, title: `Article ${unique()}` });
  const claim = await makeClaim({ state: "ready", article, author, statement });
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { slug: true } });
  return { ...claim, path: `/claims/${slug}`, articlePath: `/articles/${article.slug}` };
}

const publish = ({ id, editor }: Awaited<ReturnType<typeof readyClaim>>) =>
  publishClaim({
    actor: editor,
    claimId: id,
    overrideItem: null,
    overrideReason: null,
    now: new Date(),
  });

test("no page loads or runs a script, and none needs one", async ({ page }) => {
  const claim = await readyClaim(`Read without script ${unique()}`);
  await publish(claim);
  const loaded: string[] = [];
  page.on("request", (request) => {
    if (["script", "fetch", "xhr"].includes(request.resourceType())) loaded.push(request.url());
  });
  for (const path of ["/", "/claims", claim.path, claim.articlePath, "/corrections", "/methodology"]) {
    const answer = await page.goto(path);
    expect(answer?.headers()["content-security-policy"], path).toContain("default-src 'none'");
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    const scripts = page.locator("script:not([type='application/ld+json'])");
    await expect(scripts, path).toHaveCount(0);
  }
  expect(loaded).toEqual([]);
});

test("what is published and withdrawn is there at once, also where it was asked for before", async ({
  page,
  tolerate,
}) => {
  tolerate(/status of 404/);
  const statement = `Kept until it changes ${unique()}`;
  const claim = await readyClaim(statement);
  for (const path of [claim.path, claim.articlePath]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  await page.goto("/claims");
  await expect(page.getByText(statement)).toBeHidden();

  await publish(claim);
  for (const path of [claim.path, claim.articlePath, "/claims", "/"]) {
    await expect(async () => {
      await page.goto(path);
      await expect(page.getByText(statement).first(), path).toBeVisible({ timeout: 100 });
    }).toPass({ timeout: 2_000 });
  }

  const withdrawal = { actor: claim.editor, claimId: claim.id, reason: "The source erred.", now: new Date() };
  await withdrawClaim(withdrawal);
  await expect(async () => {
    await page.goto(claim.path);
    await expect(page.getByText("The source erred.")).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 2_000 });
  await expect(page.getByText(statement)).toBeHidden();
  expect((await page.goto(claim.articlePath))?.status()).toBe(404);
});

test("readers go from a claim to its topic and its claimant, see how their claims were rated, and what is withdrawn goes", async ({
  browser,
  tolerate,
}) => {
  tolerate(/status of 404/);
  const page = await browser.newPage({ javaScriptEnabled: false });
  const [topic, speaker] = [`Taxes ${unique()}`, `Ana ${unique()}`];
  const said = { topics: [topic], claimantName: speaker, claimantKind: "other" } as const;
  const make = (statement: string, firstRating: string) =>
    makeClaim({ ...said, topics: [topic], state: "published", statement, firstRating });
  const fell = await make(`Taxes fell ${unique()}`, "true");
  const rose = await make(`Taxes rose ${unique()}`, "false");
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id: fell.id }, select: { slug: true } });
  const shown = async (path: string) => {
    await page.goto(path);
    return page.getByRole("listitem").allInnerTexts();
  };

  await page.goto(`/claims/${slug}`);
  await page.getByRole("link", { name: topic }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(topic);
  const verdicts = page.getByRole("region", { name: "Verdicts (2 checked claims)" });
  await expect(verdicts.getByRole("listitem")).toHaveText(["True1", "False1"]);
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(2);
  await page.getByRole("link", { name: speaker }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(speaker);
  const path = new URL(page.url()).pathname;
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`${path}$`));
  const feed = await page.request.get(`${path}/feed.xml`);
  expect(feed.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  expect(await feed.text()).toContain(`claims by ${speaker}`);
  expect(await (await page.request.get("/sitemaps/claimants-1.xml")).text()).toContain(path);

  const withdrawal = (claim: typeof fell) =>
    withdrawClaim({ actor: claim.editor, claimId: claim.id, reason: "It erred.", now: new Date() });
  await withdrawal(rose);
  await expect.poll(async () => (await shown(path)).join(), { timeout: 2_000 }).not.toContain("Taxes rose");
  expect(await (await page.request.get(`${path}/rss.xml`)).text()).toContain("A check was withdrawn");
  await withdrawal(fell);
  await expect.poll(async () => (await page.goto(path))?.status(), { timeout: 2_000 }).toBe(404);
  expect((await page.request.get(`${path}/feed.json`)).status()).toBe(404);
  await page.close();
});

test("who has a page already is told so, and who asks for it with a session gets what everybody gets", async ({
  requestAs,
}) => {
  const claim = await readyClaim(`Asked for twice ${unique()}`);
  await publish(claim);
  const [reader, editor] = [await requestAs(null), await requestAs(claim.editor)];
  const first = await reader.get(claim.path);
  const { etag = "", vary } = first.headers();
  expect(vary).toBe("Accept-Encoding");
  expect((await reader.get(claim.path, { headers: { "If-None-Match": etag } })).status()).toBe(304);
  const asEditor = await editor.get(claim.path);
  expect(await asEditor.text()).toBe(await first.text());
  expect(asEditor.headers()["set-cookie"]).toBeUndefined();
});

test("programs get feeds, data and site maps, and learn of what is published and withdrawn", async ({
  request,
}) => {
  const statement = `Told to programs ${unique()}`;
  const claim = await readyClaim(statement);
  const files = {
    "/feed.xml": "application/atom+xml",
    "/rss.xml": "application/rss+xml",
    "/feed.json": "application/feed+json",
    "/corrections/feed.xml": "application/atom+xml",
    "/corrections/rss.xml": "application/rss+xml",
    "/corrections/feed.json": "application/feed+json",
    "/claimreview.json": "application/ld+json",
    "/sitemap.xml": "application/xml",
    "/sitemaps/claims-1.xml": "application/xml",
    "/sitemaps/articles-1.xml": "application/xml",
    "/robots.txt": "text/plain",
  };
  for (const [path, type] of Object.entries(files)) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["content-type"], path).toBe(`${type}; charset=utf-8`);
    expect(await answer.text(), path).not.toContain(statement);
  }
  expect((await request.get("/sitemaps/claims-99.xml")).status()).toBe(404);
  expect((await request.get("/sitemaps/drafts-1.xml")).status()).toBe(404);

  const textOf = async (path: string) => (await request.get(path)).text();
  await publish(claim);
  await expect.poll(() => textOf("/feed.xml"), { timeout: 2_000 }).toContain(statement);
  for (const path of ["/rss.xml", "/feed.json"]) expect(await textOf(path), path).toContain(statement);
  for (const path of ["/sitemaps/claims-1.xml", "/feed.xml"])
    expect(await textOf(path)).toContain(claim.path);

  const now = new Date();
  await withdrawClaim({ actor: claim.editor, claimId: claim.id, reason: "The source erred.", now });
  await expect.poll(() => textOf("/feed.xml"), { timeout: 2_000 }).not.toContain(statement);
  expect(await textOf("/feed.xml")).toContain(claim.path);
  expect(await textOf("/sitemaps/claims-1.xml")).not.toContain(claim.path);
});

test("programs find a claim as an annotation of its words, by its page, its article's page and the article's id", async ({
  page,
  request,
}) => {
  const statement = `Annotated ${unique()}`;
  const claim = await readyClaim(statement);
  await publish(claim);
  const typeOf = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
  const one = (await linksOf(page, claim.path))[typeOf] ?? "";
  const all = (await linksOf(page, claim.articlePath))[typeOf] ?? "";
  const answer = await request.get(one);
  expect(answer.headers()).toMatchObject({
    "content-type": typeOf,
    "access-control-allow-origin": "*",
    link: '<http://www.w3.org/ns/ldp#Resource>; rel="type"',
  });
  expect(await answer.json()).toMatchObject({ type: "Annotation", id: one });
  const collection = await (await request.get(all)).json();
  expect(collection.first.items[0].id).toBe(one);
  const { articleId } = await db.publication.findFirstOrThrow({
    where: { claimId: claim.id },
    select: { articleId: true },
  });
  const byId = `/articles/${articleId}/annotations.jsonld`;
  expect(await (await request.get(byId)).json()).toEqual(collection);

  const now = new Date();
  await withdrawClaim({ actor: claim.editor, claimId: claim.id, reason: "The source erred.", now });
  await expect.poll(async () => (await request.get(one)).status(), { timeout: 2_000 }).toBe(410);
  expect(await (await request.get(one)).json()).toMatchObject({ detail: "The source erred." });
  await expect.poll(async () => (await request.get(byId)).status(), { timeout: 2_000 }).toBe(404);
});

test("what a page says it has for programs is where it says", async ({ page, request }) => {
  const claim = await readyClaim(`Linked ${unique()}`);
  await publish(claim);
  for (const path of ["/", "/claims", "/corrections", claim.path, claim.articlePath]) {
    const links = Object.entries(await linksOf(page, path));
    expect(links.length, path).toBeGreaterThan(0);
    for (const [type, href] of links) {
      const answer = await request.get(href);
      expect(
        answer.headers()["content-type"]?.startsWith(type.replace("+oembed", "")),
        `${path}: ${href}`,
      ).toBe(true);
    }
  }
});

/** What the page at `path` names as other forms of it, by type. */
async function linksOf(page: Page, path: string): Promise<Record<string, string>> {
  await page.goto(path);
  const links = page.locator("head link[rel=alternate][type]");
  return Object.fromEntries(
    await links.evaluateAll((all) =>
      all.map((link) => [link.getAttribute("type") ?? "", link.getAttribute("href") ?? ""]),
    ),
  );
}

test("a link to any page looks like that page where it is shared", async ({ page }) => {
  const statement = `Shared “so” ${unique()}`;
  const claim = await readyClaim(statement);
  await publish(claim);
  for (const path of [
    "/",
    "/claims",
    "/corrections",
    "/methodology",
    "/send",
    claim.articlePath,
    claim.path,
  ]) {
    await page.goto(path);
    // Next writes the first page's address without its slash.
    const address = new RegExp(`${path === "/" ? "" : path}$`);
    const told = (name: string) => page.locator(`meta[property="og:${name}"]`);
    await expect(page.locator("link[rel=canonical]"), path).toHaveAttribute("href", address);
    await expect(told("url"), path).toHaveAttribute("content", address);
    await expect(told("title"), path).toHaveAttribute("content", /./);
    const card = path === claim.path ? "summary_large_image" : "summary";
    await expect(page.locator('meta[name="twitter:card"]'), path).toHaveAttribute("content", card);
  }
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute("content", statement);
});

test("a claim's page has a picture of it that is right at once when the verdict changes, and gone with it", async ({
  page,
}) => {
  const claim = await readyClaim(`الضرائب انخفضت ${unique()}`);
  await publish(claim);
  const told = (name: string) => page.locator(`meta[property="og:image${name}"]`);
  await expect(async () => {
    await page.goto(claim.path);
    await expect(told("")).toHaveAttribute("content", /image\.png\?v=1$/, { timeout: 100 });
  }).toPass();
  await expect(told(":width")).toHaveAttribute("content", "1200");
  await expect(told(":height")).toHaveAttribute("content", "630");
  await expect(told(":type")).toHaveAttribute("content", "image/png");
  await expect(told(":alt")).toHaveAttribute("content", /^“الضرائب انخفضت .*” · True · /);
  await expect(page.locator('meta[name="twitter:image:alt"]')).toHaveAttribute("content", /^“الضرائب/);

  const address = (await told("").getAttribute("content")) ?? "";
  const ask = () => page.request.get(new URL(address).pathname);
  const first = await ask();
  expect(first.headers()).toMatchObject({
    "content-type": "image/png",
    "cache-control": "public, max-age=0, must-revalidate",
  });
  const size = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, new URL(address).pathname);
  expect(size).toEqual([1_200, 630]);

  const correction = { type: "verdict_changed", reason: "New figures.", problemId: null } as const;
  await correctClaim({
    actor: claim.editor,
    claimId: claim.id,
    version: 1,
    ...correction,
    statement: "الضرائب انخفضت",
    ratingId: claim.ratings.false ?? "",
    conclusion: "They did not.",
    rationale: "So it is.",
    now: new Date(),
  });
  await expect
    .poll(async () => (await ask()).headers().etag, { timeout: 3_000 })
    .not.toBe(first.headers().etag);
  await page.goto(claim.path);
  await expect(told("")).toHaveAttribute("content", /image\.png\?v=2$/);

  await withdrawClaim({ actor: claim.editor, claimId: claim.id, reason: "It erred.", now: new Date() });
  await expect.poll(async () => (await ask()).status(), { timeout: 3_000 }).toBe(410);
  await page.goto(claim.path);
  await expect(told("")).toHaveCount(0);
});

test("words without letters to draw have no picture, and no page has one of a draft", async ({ page }) => {
  const claim = await readyClaim(`𐎀𐎁 ${unique()}`);
  expect((await page.request.get(`${claim.path}/image.png`)).status()).toBe(404);
  await publish(claim);
  await expect.poll(async () => (await page.goto(claim.path))?.status()).toBe(200);
  await expect(page.locator('meta[property="og:image"]')).toHaveCount(0);
  expect((await page.request.get(`${claim.path}/image.png`)).status()).toBe(404);
});
