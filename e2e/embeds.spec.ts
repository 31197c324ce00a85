import type { Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { withdrawClaim } from "#lib/publishing/commands.ts";
import { editText, seededRandom } from "#lib/testing/edit-script.ts";
import { type MadeClaim, makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { makeText } from "#lib/testing/made-text.ts";
import { startArticleServer } from "./article-server.ts";
import { expect, person, test, unique } from "./fixtures.ts";

// What other sites show of claims, on a page of another site whose policy allows what the README asks for and no more.

const SITE = new URL(env.PUBLIC_URL).origin;

// What languages.spec.ts offers readers in the newsroom everybody shares.
test.beforeAll(async () => {
  await db.newsroom.update({
    where: { id: 1 },
    data: { readerLanguages: LANGUAGES.filter((language) => language !== "en") },
  });
});

async function publishedClaim(statement: string) {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, title: `Article ${unique()}` });
  const claim = await makeClaim({ state: "published", article, author, statement });
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { slug: true } });
  return { ...claim, slug, statement };
}

test.describe("a claim's card in a frame", () => {
  const POLICY = `default-src 'none'; frame-src ${SITE}; script-src ${SITE}`;

  test("is copied from the claim's page, takes the height it needs, and is a tombstone once withdrawn", async ({
    page,
  }) => {
    const statement = `Framed “so” & <b>not</b> otherwise, ${"with many words ".repeat(12)}${unique()}`;
    const claim = await publishedClaim(statement);
    await page.goto(`/claims/${claim.slug}`);
    await page.getByText("Embed this check").click();
    const code = await page.getByRole("textbox", { name: "Code to copy" }).inputValue();

    await using server = await startArticleServer();
    const url = server.serve("/card", { body: `<!doctype html><title>Paper</title>${code}`, policy: POLICY });
    await page.goto(url);
    const card = page.frameLocator("iframe");
    await expect(card.getByRole("heading", { name: statement })).toBeVisible();
    await expect(card.getByText("True", { exact: true })).toBeVisible();
    await expect(card.getByRole("link", { name: "Read the whole check" })).toHaveAttribute(
      "href",
      `${SITE}/claims/${claim.slug}`,
    );
    const inner = () => card.locator("html").evaluate((html) => html.getBoundingClientRect().height);
    const outer = () => page.locator("iframe").evaluate((frame: HTMLIFrameElement) => Number(frame.height));
    await expect.poll(async () => (await outer()) - (await inner())).toBeLessThan(1);
    await page.setViewportSize({ width: 320, height: 700 });
    await expect.poll(async () => Math.abs((await outer()) - (await inner()))).toBeLessThan(1);
    expect(await page.context().cookies()).toEqual([]);
    // What others say of its height is nothing to the page.
    const before = await outer();
    await page.evaluate(async () => {
      const heard = new Promise((done) => addEventListener("message", done, { once: true }));
      postMessage({ type: "proofmark:height", height: 2_345 }, "*");
      await heard;
    });
    expect(await outer()).toBe(before);

    const now = new Date();
    await withdrawClaim({ actor: claim.editor, claimId: claim.id, reason: "The source erred.", now });
    await expect(async () => {
      await page.reload();
      await expect(card.getByText("The source erred.")).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(card.getByText(statement)).toHaveCount(0);
  });

  test("is in the language of the page it was copied from, and takes the height it needs there too", async ({
    page,
    request,
  }) => {
    const claim = await publishedClaim(`Framed in German, ${"with many words ".repeat(12)}${unique()}`);
    const path = `/de/claims/${claim.slug}`;
    await expect(async () => {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", "de", { timeout: 100 });
    }).toPass();
    const told = page.locator('link[type="application/json+oembed"]');
    const { html } = await (await request.get((await told.getAttribute("href")) ?? "")).json();
    expect(html).toContain(`src="${SITE}/de/embed/claims/${claim.slug}"`);
    await page.getByText("Diesen Faktencheck einbetten").click();
    const code = await page.getByRole("textbox", { name: "Code zum Kopieren" }).inputValue();

    await using server = await startArticleServer();
    const body = `<!doctype html><title>Zeitung</title>${code}`;
    await page.goto(server.serve("/card", { body, policy: POLICY }));
    const card = page.frameLocator("iframe");
    await expect(card.locator("html")).toHaveAttribute("lang", "de");
    await expect(card.getByRole("heading")).toHaveAttribute("lang", "en");
    await expect(card.getByRole("link")).toHaveCount(1);
    await expect(card.getByRole("link", { name: "Den ganzen Faktencheck lesen" })).toHaveAttribute(
      "href",
      `${SITE}${path}`,
    );
    const inner = () => card.locator("html").evaluate((html) => html.getBoundingClientRect().height);
    const outer = () => page.locator("iframe").evaluate((frame: HTMLIFrameElement) => Number(frame.height));
    await expect.poll(async () => (await outer()) - (await inner())).toBeLessThan(1);
    for (const [language, status] of [
      ["en", 404],
      ["ar", 200],
    ] as const) {
      const answer = await request.get(`/${language}/embed/claims/${claim.slug}`);
      expect(answer.status(), language).toBe(status);
      const url = `${SITE}/${language}/claims/${claim.slug}`;
      expect((await request.get("/api/oembed", { params: { url } })).status(), language).toBe(status);
    }
  });

  test("is light or dark as the reader has it, or as its address says, and needs no script", async ({
    open,
  }) => {
    const claim = await publishedClaim(`Coloured ${unique()}`);
    const page = await open(null, { javaScriptEnabled: false, colorScheme: "dark" });
    const ground = async (query: string) => {
      const answer = await page.goto(`/embed/claims/${claim.slug}${query}`);
      expect(answer?.headers()["content-security-policy"]).toContain("frame-ancestors *");
      await expect(page.getByRole("heading", { name: claim.statement })).toBeVisible();
      return page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    };
    const [dark, light] = [await ground(""), await ground("?theme=light")];
    expect(dark).not.toBe(light);
    expect(await ground("?theme=dark")).toBe(dark);
    const answer = await page.goto(`/claims/${claim.slug}`);
    expect(answer?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  });
});

test("oEmbed tells of a claim's page, and of nothing else", async ({ page, request }) => {
  const statement = `Told by oEmbed <i>${unique()}</i>`;
  const claim = await publishedClaim(statement);
  await page.goto(`/claims/${claim.slug}`);
  const href = (type: string) => page.locator(`link[type="${type}"]`).getAttribute("href");
  const json = await request.get((await href("application/json+oembed")) ?? "");
  const told = await json.json();
  expect(told).toMatchObject({
    version: "1.0",
    type: "rich",
    title: statement,
    width: 600,
    provider_url: `${SITE}/`,
  });
  expect(told.html).toContain(`src="${SITE}/embed/claims/${claim.slug}"`);
  expect(told.html).not.toContain("<i>");
  const xml = await request.get((await href("text/xml+oembed")) ?? "");
  expect(xml.headers()["content-type"]).toBe("text/xml; charset=utf-8");
  expect(await xml.text()).toContain(
    `<title>${statement.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</title>`,
  );

  const ask = (params: Record<string, string>) => request.get("/api/oembed", { params });
  const url = `${SITE}/claims/${claim.slug}`;
  expect(await (await ask({ url, maxwidth: "200", maxheight: "100" })).json()).toMatchObject({
    width: 200,
    height: 100,
  });
  const statuses = {
    "no address": [{}, 400],
    "another format": [{ url, format: "yaml" }, 501],
    "another site": [{ url: "https://elsewhere.example/claims/x" }, 404],
    "another page": [{ url: `${SITE}/methodology` }, 404],
    "no such claim": [{ url: `${SITE}/claims/nothing` }, 404],
  } as const;
  for (const [what, [params, status]] of Object.entries(statuses)) {
    const answer = await ask(params);
    expect([answer.status(), answer.headers()["content-type"]], what).toEqual([
      status,
      "application/problem+json",
    ]);
  }
});

test.describe("marks in a newsroom's own article", () => {
  /** Claims on every third sentence of a made text. */
  async function makeMarked() {
    const author = await person("reporter");
    const text = makeText(12, seededRandom(7));
    const article = await makeArticle({ actor: author, title: `Marked ${unique()}`, text });
    const sentences = Array.from(text.matchAll(/[^.\n]+\./g), ({ index, 0: words }) => ({
      start: index + words.length - words.trimStart().length,
      end: index + words.length,
    })).filter((_, at) => at % 3 === 1);
    const claims: MadeClaim[] = [];
    for (const [at, { start, end }] of sentences.entries()) {
      const statement = `Marked claim ${at + 1} of ${unique()}`;
      claims.push(
        await makeClaim({ state: "published", article, author, words: text.slice(start, end), statement }),
      );
    }
    return { article, text, sentences, claims };
  }

  const POLICY = `default-src 'none'; script-src ${SITE}; connect-src ${SITE}; style-src 'none'; require-trusted-types-for 'script'`;

  const pageWith = (paragraphs: string[], name: string) =>
    `<!doctype html><meta charset="utf-8"><title>Paper</title><nav>Home</nav><article>${paragraphs
      .map((words) => `<p>${words.replace(/^(\S+) (\S+)/, "<em>$1</em>\n  <a href='#'>$2</a>")}</p>`)
      .join("\n")}</article><script src="${SITE}/embed/article.js" data-article="${name}" async></script>`;

  /** Number of each mark, and how many characters of the article stand before the end of the words it lights. */
  const marksOf = (page: Page) =>
    page.locator("proofmark-claim").evaluateAll((marks) =>
      marks.map((mark) => {
        mark.dispatchEvent(new PointerEvent("pointerenter"));
        const [words] = CSS.highlights.get("proofmark-claim-current") ?? [];
        const before = document.createRange();
        before.setStart(document.querySelector("article") ?? mark, 0);
        if (words) before.setEnd(words.endContainer, words.endOffset);
        const name = mark.shadowRoot?.querySelector("button")?.getAttribute("aria-label") ?? "";
        return { number: Number(/\d+/.exec(name)?.[0]), end: before.toString().replace(/\s/g, "").length };
      }),
    );

  test("are placed right or not at all, also when the article has changed", async ({ page }) => {
    test.slow();
    const { article, text, sentences } = await makeMarked();
    await using server = await startArticleServer();
    const counts: Record<string, { right: number; wrong: number; none: number }> = {};
    for (const words of [0, 0.02, 0.2]) {
      const rates = {
        words,
        movedParagraphs: 0,
        deletedParagraphs: words / 2,
        insertedParagraphs: 0,
        retypedParagraphs: 0,
      };
      const { after, truthOf } = editText({
        before: text,
        rates,
        deleted: [],
        spares: [],
        random: seededRandom(11),
      });
      const url = server.serve(`/${words}`, {
        body: pageWith(after.split("\n\n"), article.slug),
        policy: POLICY,
      });
      const names = new Promise<void>((done) => page.once("requestfinished", () => done()));
      await page.goto(url);
      await names;
      await expect(page.locator("proofmark-claim").first()).toBeAttached();
      // As many as there will be: the script looks for one after the other.
      let seen = -1;
      await expect
        .poll(
          async () => {
            const before = seen;
            seen = (await marksOf(page)).length;
            return seen === before;
          },
          { intervals: [500] },
        )
        .toBe(true);
      const marks = await marksOf(page);
      const count = { right: 0, wrong: 0, none: sentences.length - marks.length };
      for (const { number, end } of marks) {
        const sentence = sentences[number - 1];
        const image = sentence ? truthOf(sentence).image : null;
        const at = image && after.slice(0, image.end).replace(/\s/g, "").length;
        if (at !== null && Math.abs(at - end) <= 25) count.right += 1;
        else count.wrong += 1;
      }
      counts[words] = count;
    }
    test.info().annotations.push({ type: "marks", description: JSON.stringify(counts) });
    expect(Object.values(counts).map(({ wrong }) => wrong)).toEqual([0, 0, 0]);
    expect(counts[0]).toEqual({ right: sentences.length, wrong: 0, none: 0 });
    expect(counts[0.02]?.right).toBeGreaterThan(0.8 * sentences.length);
    expect(counts[0.2]?.right).toBeGreaterThan(0);
  });

  test("open a card by keys, leave nothing behind, and say nothing of what is withdrawn or hidden", async ({
    page,
  }) => {
    const author = await person("reporter");
    const text =
      "Twelve states signed the treaty in the spring.\n\nNobody counted the bridges of the town twice.";
    const article = await makeArticle({ actor: author, title: `Keys ${unique()}`, text });
    const statement = `Signed by twelve ${unique()}`;
    const words = "Twelve states signed the treaty in the spring";
    const claim = await makeClaim({ state: "published", article, author, words, statement });
    await makeClaim({
      state: "ready",
      article,
      author,
      words: "Nobody counted the bridges of the town twice",
    });
    await using server = await startArticleServer();
    const body = pageWith(text.split("\n\n"), article.id);
    const bare = server.serve("/bare", { body: body.replace(/<script.*/, ""), policy: POLICY });
    await page.goto(bare);
    const globals = () => page.evaluate(() => Object.getOwnPropertyNames(window).toSorted());
    const before = await globals();
    await page.goto(server.serve("/marked", { body, policy: POLICY }));
    const mark = page.getByRole("button", { name: "Claim 1, rated True" });
    await expect(mark).toBeVisible();
    await expect(page.locator("proofmark-claim")).toHaveCount(1);
    expect(await globals()).toEqual(before);

    await mark.focus();
    await page.keyboard.press("Enter");
    const card = page.getByRole("dialog", { name: "Claim 1, rated True" });
    await expect(card).toContainText(statement);
    await page.keyboard.press("Tab");
    await expect(card.getByRole("link", { name: "Read the whole check" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await expect(mark).toBeFocused();

    const withdrawal = { actor: claim.editor, claimId: claim.id, reason: "It erred.", now: new Date() };
    await withdrawClaim(withdrawal);
    await expect
      .poll(async () =>
        (await page.request.get(`${SITE}/articles/${article.id}/annotations.jsonld`)).status(),
      )
      .toBe(404);
  });

  test("have our words in the language of the page, or in the one the script names", async ({ page }) => {
    const author = await person("reporter");
    const words = "Twelve states signed the treaty in the spring";
    const article = await makeArticle({ actor: author, title: `Spoken ${unique()}`, text: `${words}.` });
    await makeClaim({ state: "published", article, author, words });
    await using server = await startArticleServer();
    const body = (lang: string, named = "") =>
      pageWith([`${words}.`], article.id)
        .replace("<!doctype html>", `<!doctype html><html lang="${lang}">`)
        .replace("data-article", `${named} data-article`);
    const cases = [
      ["fr-BE", "", /^Affirmation 1, .*True/, "Lire toute la vérification", "ltr"],
      ["fr", 'data-language="ar"', /^الادّعاء 1/, "قراءة مادة التحقّق كاملة", "rtl"],
      ["xx", "", "Claim 1, rated True", "Read the whole check", "ltr"],
    ] as const;
    for (const [lang, named, mark, read, direction] of cases) {
      await page.goto(server.serve(`/${lang}${named.length}`, { body: body(lang, named), policy: POLICY }));
      await page.getByRole("button", { name: mark }).click();
      const card = page.getByRole("dialog", { name: mark });
      await expect(card.getByRole("link", { name: read })).toBeVisible();
      await expect(card).toHaveCSS("direction", direction);
    }
  });

  test("leave texts in one piece, and go when the page has written others in their place", async ({
    page,
  }) => {
    const author = await person("reporter");
    const text = "Prices fell by half in May. Wages doubled in June. He said nothing of rents.";
    const article = await makeArticle({ actor: author, title: `Rewritten ${unique()}`, text });
    for (const words of ["Prices fell by half in May", "Wages doubled in June"]) {
      await makeClaim({ state: "published", article, author, words, statement: `${words} ${unique()}` });
    }
    await using server = await startArticleServer();
    const script = `<script src="${SITE}/embed/article.js" data-article="${article.slug}" async></script>`;
    const body = `<!doctype html><meta charset="utf-8"><title>Paper</title><article><p>${text}</p></article>${script}`;
    await page.goto(server.serve("/rewritten", { body, policy: POLICY }));
    const marks = page.locator("article").getByRole("button");
    await expect(marks).toHaveText(["1", "2"]);
    const paragraph = page.locator("article > p");
    const texts = () =>
      paragraph.evaluate(({ childNodes }) =>
        [...childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map((node) => node.nodeValue),
      );
    expect(await texts()).toEqual([text]);
    await paragraph.evaluate(({ firstChild }) => {
      if (firstChild) firstChild.nodeValue = "Correction: he said nothing of prices.";
    });
    expect(await texts()).toEqual(["Correction: he said nothing of prices."]);
    // The second comes to where the first was, and the pointer rests there: it may go with it.
    await marks.first().hover();
    await expect(marks.filter({ hasText: "1" })).toHaveCount(0);
  });

  test("do no harm on a page they know nothing of", async ({ page, tolerate }) => {
    tolerate(/status of 404/);
    await using server = await startArticleServer();
    const body = pageWith(["Nothing here was checked."], "no-such-article");
    const answered = page.waitForResponse(/annotations\.jsonld/);
    await page.goto(server.serve("/unknown", { body, policy: POLICY }));
    expect((await answered).status()).toBe(404);
    await expect(page.locator("proofmark-claim")).toHaveCount(0);
    await expect(page.locator("article")).toHaveText("Nothing here was checked.");
  });
});
