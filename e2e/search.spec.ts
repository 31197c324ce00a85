import { db } from "#lib/db/client.ts";
import { withdrawClaim } from "#lib/publishing/commands.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { EVERY_LOOK, expectAccessible } from "./accessible.ts";
import { expect, person, test, unique } from "./fixtures.ts";

/** Three published claims with a word that no others have, one of them false and in French. */
async function threeClaims() {
  const word = unique();
  const author = await person("reporter");
  const article = await makeArticle({ actor: author });
  const french = await makeArticle({ actor: author });
  await db.article.update({ where: { id: french.id }, data: { language: "fr", publisher: `Le ${word}` } });
  const on = { author, state: "published" } as const;
  await makeClaim({ ...on, article, statement: `Bridges of ${word} were closed`, topics: [`Roads ${word}`] });
  await makeClaim({ ...on, article, statement: `Trains of ${word} were late <b>&amp;</b>` });
  await makeClaim({
    ...on,
    article: french,
    statement: `Les ponts de ${word} étaient fermés`,
    topics: [`Roads ${word}`],
    firstRating: "false",
  });
  return word;
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader searches by keyboard, sees what was found and narrows it down, step by step and back", async ({
    page,
  }) => {
    const word = await threeClaims();
    await page.goto("/claims");
    await page.getByRole("searchbox").focus();
    await page.keyboard.type(`bridge ${word}`);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toHaveText(`1 claim for “bridge ${word}”`);
    await expect(page.locator("h2 mark")).toHaveText(["Bridges", word]);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex, follow");

    await page.getByRole("searchbox").fill(word);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toHaveText(`3 claims for “${word}”`);
    await expect(
      page.getByRole("heading", { name: `Trains of ${word} were late <b>&amp;</b>` }),
    ).toBeVisible();
    await page.getByText("Filters", { exact: true }).click();
    await page.getByLabel("Topic").selectOption({ label: `Roads ${word} (2)` });
    await page.getByLabel("Topic").press("Tab");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("status")).toHaveText(`2 claims for “${word}”`);
    await page
      .getByRole("navigation", { name: "Verdict" })
      .getByRole("link", { name: /^False/ })
      .click();
    await expect(page.getByRole("status")).toHaveText(`1 claim for “${word}”`);
    await expect(page.locator("h2")).toHaveText([`Les ponts de ${word} étaient fermés`]);

    const active = page.getByRole("list", { name: "Filters in force" });
    await expect(active.getByRole("link")).toHaveText([/Verdict: False/, new RegExp(`Topic: Roads ${word}`)]);
    await active.getByRole("link", { name: /Verdict/ }).click();
    await active.getByRole("link", { name: /Topic/ }).click();
    await expect(page.getByRole("status")).toHaveText(`3 claims for “${word}”`);
    await expect(active).toBeHidden();
  });

  test("a mistyped search says what may be meant, and nonsense in the address asks for nothing", async ({
    page,
  }) => {
    const word = await threeClaims();
    await page.goto(`/claims?q=brigdes+${word}`);
    await expect(page.getByRole("heading", { name: "No claim matches" })).toBeVisible();
    await page.getByRole("link", { name: `bridges ${word}` }).click();
    await expect(page.getByRole("status")).toHaveText(`1 claim for “bridges ${word}”`);

    await page.goto(
      `/claims?q=${word}&verdict=nonsense&from=2026-99-99&language=%00&sort=x&cursor=W10&x[]=1`,
    );
    await expect(page.getByRole("status")).toHaveText(`3 claims for “${word}”`);
    await page.goto(`/claims?q=${word}&topic=${"a".repeat(200)}`);
    await page.getByRole("link", { name: "Show all claims" }).click();
    await expect(page).toHaveURL("/claims");
  });

  test("pages lead on and back", async ({ page }) => {
    const word = unique();
    const author = await person("reporter");
    const article = await makeArticle({ actor: author });
    for (let count = 1; count <= 21; count += 1) {
      await makeClaim({ author, article, state: "published", statement: `Number ${count} of ${word}` });
    }
    await page.goto(`/claims?q=${word}&sort=date`);
    await expect(page.getByRole("heading", { level: 2 })).toHaveCount(20);
    await page.getByRole("link", { name: "Older claims" }).click();
    await expect(page.locator("h2")).toHaveText([`Number 1 of ${word}`]);
    await page.getByRole("link", { name: "Newer claims" }).click();
    await expect(page.locator("h2").first()).toHaveText(`Number 21 of ${word}`);
  });
});

test("the search is accessible, whatever it found", async ({ page }) => {
  const word = await threeClaims();
  await page.goto(`/claims?q=${word}&language=en&topic=roads-${word}&from=2020-01-01`);
  await expectAccessible(page, EVERY_LOOK);
  await page.goto(`/claims?q=brigdes+${word}`);
  await expectAccessible(page);
});

test("a search comes as a file, part by part, with nothing that runs in it and nothing withdrawn", async ({
  page,
  requestAs,
}) => {
  const word = unique();
  const claim = await makeClaim({ state: "published", statement: `=HYPERLINK("http://x") ${word}` });
  await page.goto(`/claims?q=${word}`);
  const link = page.getByRole("link", { name: "CSV" });
  await expect(link).toHaveAttribute("href", `/claims.csv?q=${word}`);

  const reader = await requestAs(null);
  const csv = await reader.get(`/claims.csv?q=${word}`);
  expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(await csv.text()).toContain(`,"'=HYPERLINK(""http://x"") ${word}",`);
  const etag = csv.headers().etag ?? "";
  const again = await reader.get(`/claims.csv?q=${word}`, { headers: { "If-None-Match": etag } });
  expect(again.status()).toBe(304);

  const json = async () => await (await reader.get(`/claims.json?q=${word}`)).json();
  expect(await json()).toMatchObject({
    next: null,
    claims: [{ statement: `=HYPERLINK("http://x") ${word}`, rating: { verdict: "true" } }],
  });
  await withdrawClaim({ actor: claim.editor, claimId: claim.id, reason: "It was wrong.", now: new Date() });
  await expect(async () => expect((await json()).claims).toEqual([])).toPass({ timeout: 2_000 });
});
