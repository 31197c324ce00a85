import { db } from "#lib/db/client.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { correctClaim, publishClaim } from "#lib/publishing/commands.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { publishTranslation } from "#lib/translations/commands.ts";
import { expectAccessible } from "./accessible.ts";
import { field } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

// The languages of the site, the desk and the claims. The newsroom is everybody's, and English: here alone it offers
// readers others, which tests beside this one do not mind.

test.beforeAll(async () => {
  await db.newsroom.update({
    where: { id: 1 },
    data: { readerLanguages: LANGUAGES.filter((language) => language !== "en") },
  });
});

async function publishedClaim() {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, title: `Article ${unique()}` });
  const claim = await makeClaim({ state: "ready", article, author, statement: `Rivers rose ${unique()}` });
  const override = { overrideItem: null, overrideReason: null };
  const { slug } = await publishClaim({
    actor: claim.editor,
    claimId: claim.id,
    ...override,
    now: new Date(),
  });
  return { ...claim, path: `/claims/${slug}` };
}

test("nothing but readers' pages has an address in a language", async ({ request }) => {
  const nobody = { maxRedirects: 0 };
  for (const of of [
    "/desk",
    "/login",
    "/setup",
    "/metrics",
    "/api/health",
    "/api/desk/queue/counts",
    "/nothing",
  ]) {
    await expect.poll(async () => (await request.get(`/de${of}`, nobody)).status(), of).toBe(404);
  }
  const answer = await request.get("/de/nothing");
  expect(await answer.text()).toContain('lang="de"');
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("readers choose a language, keep it from page to page, and leave it again", async ({ page }) => {
    const { path } = await publishedClaim();
    await expect(async () => {
      await page.goto(path);
      await expect(page.getByRole("link", { name: "العربية" })).toBeVisible({ timeout: 100 });
    }).toPass();
    await page.getByRole("link", { name: "العربية" }).click();
    await expect(page).toHaveURL(`/ar${path}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "ar");
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await page.getByRole("banner").getByRole("link").nth(1).click();
    await expect(page).toHaveURL("/ar/claims");
    await page.getByRole("link", { name: "Deutsch" }).click();
    await expect(page).toHaveURL("/de/claims");
    await expect(page.getByRole("heading", { level: 1, name: "Behauptungen" })).toBeVisible();
    await page.getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL("/claims");
    await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
  });

  test("every page is there in every language offered, and in no other", async ({ page, request }) => {
    const { path } = await publishedClaim();
    for (const of of [
      "/",
      "/claims",
      path,
      "/corrections",
      "/methodology",
      "/send",
      `${path}/record`,
      `${path}/report`,
    ]) {
      for (const language of LANGUAGES.filter((known) => known !== "en")) {
        const answer = await page.goto(`/${language}${of === "/" ? "" : of}`);
        expect(answer?.status(), `${language} ${of}`).toBe(200);
        await expect(page.locator("html"), of).toHaveAttribute("lang", language);
      }
      // The newsroom's own has no such address. Those that are not offered: lib/publishing/loaders.db.test.ts.
      for (const language of ["en", "xx"]) {
        const answer = await request.get(`/${language}${of === "/" ? "" : of}`);
        expect(answer.status(), `${language} ${of}`).toBe(404);
      }
    }
    await page.goto("/fr/corrections");
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /\/fr\/corrections$/);
    for (const [language, href] of [
      ["de", /\/de\/corrections$/],
      ["en", /\d\/corrections$/],
    ] as const) {
      await expect(page.locator(`link[hreflang="${language}"]`)).toHaveAttribute("href", href);
    }
  });
});

test("pages that run from right to left are as accessible as all others", async ({ page }) => {
  const { path } = await publishedClaim();
  for (const of of ["", "/claims", path, `${path}/record`, "/methodology"]) {
    await page.goto(`/ar${of}`);
    await expect(page.locator("html"), of).toHaveAttribute("dir", "rtl");
    await expectAccessible(page);
  }
});

test("an editor translates a claim; readers of the language get it until the claim is corrected", async ({
  open,
  page: reader,
}) => {
  const claim = await publishedClaim();
  const word = unique();
  const editor = await open(claim.editor);
  await editor.goto(`/desk/claims/${claim.id}`);
  const section = editor.getByRole("region", { name: "In other languages" });
  await section.getByText("Deutsch · Not translated").click();
  await field(section, "Claim in one checkable sentence").first().fill(`Die Flüsse stiegen ${word}`);
  await field(section, "Conclusion, in one sentence").first().fill("Das stimmt nicht.");
  await field(section, "Why").first().fill("Siehe die *Quelle*.");
  await section.getByRole("button", { name: "Publish the translation" }).first().click();
  await expect(section.getByText("Deutsch · Published")).toBeVisible();

  await expect(async () => {
    await reader.goto(`/de${claim.path}`);
    await expect(reader.getByRole("heading", { level: 1 })).toContainText(word, { timeout: 100 });
  }).toPass({ timeout: 5_000 });
  await expect(reader.locator('link[hreflang="de"]')).toHaveAttribute(
    "href",
    new RegExp(`/de${claim.path}$`),
  );
  await expect(reader.locator('link[hreflang="en"]')).toHaveAttribute(
    "href",
    new RegExp(`:\\d+${claim.path}$`),
  );
  await expect(reader.locator('link[rel="canonical"]')).toHaveAttribute(
    "href",
    new RegExp(`/de${claim.path}$`),
  );
  await expect(reader.locator('meta[property="og:url"]')).toHaveAttribute(
    "content",
    new RegExp(`/de${claim.path}$`),
  );
  await expect(reader.locator('script[type="application/ld+json"]')).toHaveCount(0);
  const told = (name: string) => reader.locator(`meta[property="og:image${name}"]`).getAttribute("content");
  expect(await told("")).toContain(`/de${claim.path}/image.png`);
  expect(await told(":alt")).toContain(`„Die Flüsse stiegen ${word}“`);
  const [translated, original] = await Promise.all(
    ["/de", ""].map(async (language) =>
      (await reader.request.get(`${language}${claim.path}/image.png`)).body(),
    ),
  );
  expect(translated?.subarray(1, 4).toString()).toBe("PNG");
  expect(translated).not.toEqual(original);
  await reader.getByRole("link", { name: "Original lesen" }).click();
  await expect(reader).toHaveURL(claim.path);
  await expect(reader.getByRole("heading", { level: 1 })).not.toContainText(word);

  const { ratingId, conclusion, rationale } = await db.verdict.findFirstOrThrow({
    where: { claimId: claim.id },
  });
  const words = { statement: "Rivers rose a little.", ratingId, conclusion, rationale };
  const correction = { version: 1, type: "update" as const, reason: "It was put too strongly.", ...words };
  await correctClaim({ actor: claim.editor, claimId: claim.id, ...correction, now: new Date() });
  await expect(async () => {
    await reader.goto(`/de${claim.path}`);
    await expect(reader.getByRole("heading", { level: 1 })).toContainText("a little", { timeout: 100 });
  }).toPass({ timeout: 5_000 });
  await editor.reload();
  await expect(section.getByText("Deutsch · Not shown: the claim was corrected since")).toBeVisible();
});

test("a member works in a language of their own, and what opens over the page does too", async ({ open }) => {
  const page = await open(await person("reviewer"));
  await page.goto("/desk/settings/account");
  const choice = (name: string) => page.getByRole("combobox", { name, exact: true });
  const saveIn = (name: string, save: string) =>
    page
      .locator("form")
      .filter({ has: choice(name) })
      .getByRole("button", { name: save })
      .click();
  await choice("Language").selectOption("العربية");
  await saveIn("Language", "Save");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("heading", { level: 1, name: "حسابك" })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "حسابك" })).toBeVisible();
  await choice("اللغة").selectOption("");
  await saveIn("اللغة", "حفظ");
  await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
});

test("a translation of one claim is none of another's", async ({ request }) => {
  const [claim, other] = [await publishedClaim(), await publishedClaim()];
  const words = { statement: `Nur hier ${unique()}`, conclusion: "Ja.", rationale: "Darum." };
  const made = { claimId: claim.id, language: "de" as const, number: 1, version: 0, ...words };
  await publishTranslation({ actor: claim.editor, ...made, now: new Date() });
  await expect(async () => {
    expect(await (await request.get(`/de${claim.path}`)).text()).toContain(words.statement);
  }).toPass({ timeout: 5_000 });
  for (const path of [claim.path, `/ar${claim.path}`, `/de${other.path}`]) {
    expect(await (await request.get(path)).text(), path).not.toContain(words.statement);
  }
});

test("an admin mends what a rating is called in a language, and readers of it get that at once", async ({
  open,
  page: reader,
}) => {
  test.slow();
  const claim = await publishedClaim();
  const { rating } = await db.verdict.findFirstOrThrow({
    where: { claimId: claim.id },
    select: { rating: { select: { label: true } } },
  });
  const word = unique();
  const page = await open(await person("admin"));
  await page.goto("/desk/settings/ratings");
  const section = page.getByRole("region", { name: "In other languages" });
  const german = section.getByRole("listitem").filter({ hasText: "Deutsch" });
  await german.getByText("Deutsch").click();
  await german.getByText(rating.label, { exact: true }).click();
  await expect(field(german, "Label")).toHaveValue("Richtig");
  await expectAccessible(page);
  await field(german, "Label").fill(`Stimmt ${word}`);
  await german.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Readers see it now.")).toBeVisible();
  await expect(german.getByText(`Stimmt ${word}`)).toBeVisible();

  for (const path of [`/de${claim.path}`, "/de/methodology", `/de/embed${claim.path}`]) {
    await expect(async () => {
      await reader.goto(path);
      await expect(reader.getByText(`Stimmt ${word}`).first()).toBeVisible({ timeout: 100 });
    }).toPass({ timeout: 5_000 });
  }
  await reader.goto(`/ar${claim.path}`);
  await expect(
    reader.getByRole("region", { name: "الحكم" }).getByText("صحيح", { exact: true }),
  ).toBeVisible();
  await reader.goto(claim.path);
  await expect(reader.getByText(rating.label, { exact: true }).first()).toBeVisible();
  await expect(reader.getByText(word)).toHaveCount(0);

  await german.getByText(rating.label, { exact: true }).click();
  await field(german, "Label").fill("");
  await german.getByRole("button", { name: "Save" }).click();
  await expect(german.getByRole("alert")).not.toBeEmpty();
  await field(german, "Meaning").fill("");
  await german.getByRole("button", { name: "Save" }).click();
  await expect(german.getByText("Not translated")).toBeVisible();
  const original = reader.getByRole("region", { name: "Urteil" }).getByText(rating.label, { exact: true });
  await expect(async () => {
    await reader.goto(`/de${claim.path}`);
    await expect(original).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 5_000 });
  await expect(original).toHaveAttribute("lang", "en");
  await expectAccessible(reader);
});

test("lists of a language have translated claims in it, and mark the rest", async ({ page }) => {
  const [claim, other] = [await publishedClaim(), await publishedClaim()];
  const words = { statement: `In der Liste ${unique()}`, conclusion: "So ist es.", rationale: "Darum." };
  const made = { claimId: claim.id, language: "de" as const, number: 1, version: 0, ...words };
  await publishTranslation({ actor: claim.editor, ...made, now: new Date() });
  const line = (path: string) =>
    page.getByRole("listitem").filter({ has: page.locator(`a[href="/de${path}"]`) });
  await expect(async () => {
    await page.goto("/de/claims");
    await expect(line(claim.path)).toContainText(words.statement, { timeout: 100 });
  }).toPass({ timeout: 5_000 });
  await expect(line(claim.path)).toContainText("So ist es.");
  await expect(line(other.path).getByRole("heading")).toHaveAttribute("lang", "en");
  await expectAccessible(page);
});

// policies.spec.ts writes about funding; here it is about people, and taken back in the end.
test("an editor translates a policy; readers of the language get it until the policy is changed", async ({
  open,
  page: reader,
}) => {
  test.slow();
  const [original, translated] = [`Three people ${unique()}`, `Drei Menschen ${unique()}`];
  const page = await open(await person("editor"));
  await page.goto("/desk/settings/policies");
  const people = page.getByRole("region", { name: "People" });
  const label = "People, in Markdown";
  const write = async (text: string) => {
    await field(people, label).first().fill(text);
    await people.getByRole("button", { name: "Save" }).first().click();
    await expect(page.getByText("Saved. Readers see it now.").last()).toBeVisible();
  };
  await write(original);
  await people.getByText("Deutsch · Not translated").click();
  const german = people.getByRole("group").filter({ hasText: "Deutsch" });
  await expectAccessible(page);
  await field(german, label).fill(translated);
  await german.getByRole("button", { name: "Save" }).click();
  await expect(people.getByText("Deutsch · Published")).toBeVisible();

  const shows = (path: string, text: string) =>
    expect(async () => {
      await reader.goto(path);
      await expect(reader.getByText(text)).toBeVisible({ timeout: 100 });
    }).toPass({ timeout: 5_000 });
  await shows("/de/methodology", translated);
  await shows("/methodology", original);
  await shows("/ar/methodology", original);
  await expect(reader.locator('[lang="en"]').filter({ hasText: original })).toBeVisible();
  await expectAccessible(reader);

  await write(`${original}, and a fourth`);
  await expect(people.getByText("Deutsch · Not shown: the policy was changed since")).toBeVisible();
  await shows("/de/methodology", `${original}, and a fourth`);
  await write("");
});
