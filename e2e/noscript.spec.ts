import { hashPassword } from "#lib/auth/passwords.ts";
import { db } from "#lib/db/client.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { makeArticle, makeClaim, makeEvidence } from "#lib/testing/factories.ts";
import { choose, expectPreview, field, signInThroughForm, tick, unfold } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

test.use({ javaScriptEnabled: false });

const PASSWORD = "no script at all";

test("signing in, submitting a claim and giving a verdict need no script", async ({ open }) => {
  const passwordHash = await hashPassword(PASSWORD);
  const [author, reviewer] = [
    await person("reporter", { passwordHash }),
    await person("reviewer", { passwordHash }),
  ];
  const claim = await makeClaim({ author, statement: `Said without script ${unique()}` });
  await makeEvidence({ actor: author, claimId: claim.id });
  const path = `/desk/claims/${claim.id}`;
  const emailOf = async (id: string) =>
    (await db.member.findUniqueOrThrow({ where: { id }, select: { email: true } })).email;

  const page = await open(null, { javaScriptEnabled: false });
  await page.goto(path);
  await signInThroughForm(page, { email: await emailOf(author.id), password: "something else" });
  await expect(page.getByText("That e-mail address and password do not belong together.")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(await emailOf(author.id));
  await signInThroughForm(page, { email: await emailOf(author.id), password: PASSWORD });
  await expect(page).toHaveURL(path);
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByRole("region", { name: "Waits for a reviewer" })).toBeVisible();

  const other = await open(null, { javaScriptEnabled: false });
  await other.goto(path);
  await signInThroughForm(other, { email: await emailOf(reviewer.id), password: PASSWORD });
  await other.getByRole("button", { name: "Take it", exact: true }).click();
  await choose(other, "False");
  await other.getByRole("textbox", { name: "Conclusion, in one sentence" }).fill("It is not so.");
  await other.getByRole("button", { name: "Commit verdict" }).click();
  await expect(other.getByText("Please fill this in.")).toBeVisible();
  await expect(other.getByRole("textbox", { name: "Conclusion, in one sentence" })).toHaveValue(
    "It is not so.",
  );
  await expect(other.getByRole("radio", { name: "False" })).toBeChecked();
  await other.getByRole("textbox", { name: "Why", exact: true }).fill("The treaty says otherwise.");
  await other.getByRole("button", { name: "Commit verdict" }).click();
  await expect(other.getByRole("region", { name: "Opinions" }).getByText("It is not so.")).toBeVisible();
  expect(await db.review.count({ where: { claimId: claim.id } })).toBe(1);
});

test("an article is added and a source attached without a script", async ({ open }) => {
  const author = await person("reporter");
  const page = await open(author, { javaScriptEnabled: false });
  await page.goto("/desk/articles/new");
  await page.getByRole("link", { name: "Paste", exact: true }).click();
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText("Please fill this in.")).toBeVisible();
  await field(page, "Text of the article").fill(
    "One sentence here. And another one there.\n\nSign up for our newsletter, every day of the week.",
  );
  await page.getByRole("button", { name: "Read it" }).click();
  await expectPreview(page);
  await field(page, "Byline").fill("Ana Silva");
  await page.getByRole("button", { name: "Save article" }).click();
  await expect(page.getByText("Please fill this in.")).toBeVisible();
  await expect(field(page, "Byline")).toHaveValue("Ana Silva");
  await tick(page, "Sign up").uncheck();
  const title = `Plain ${unique()}`;
  await field(page, "Title").fill(title);
  await page.getByRole("button", { name: "Save article" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("And another one there.")).toBeVisible();
  await expect(page.getByText("Sign up for our newsletter")).toBeHidden();

  const claim = await makeClaim({ author });
  await page.goto(`/desk/claims/${claim.id}`);
  const evidence = page.getByRole("region", { name: "Evidence" });
  await field(evidence, "Title").fill("A book");
  await evidence.getByRole("button", { name: "Attach a source" }).click();
  await expect(evidence.getByText("Please choose one.")).toBeVisible();
  await expect(field(evidence, "Title")).toHaveValue("A book");
  await choose(evidence, "Refutes");
  await evidence.getByRole("button", { name: "Attach a source" }).click();
  await expect(evidence.getByRole("heading", { name: "A book" })).toBeVisible();
});

test("readers search, filter, and go from list to claim to article and back without a script", async ({
  page,
}) => {
  const word = unique();
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, title: `Read without script ${word}` });
  const statement = `NATO was founded in 1949, again ${word}`;
  await makeClaim({ state: "published", author, article, statement });

  await page.goto("/");
  await page.getByRole("searchbox").fill(word);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("status")).toHaveText(`1 claim for “${word}”`);
  const verdicts = page.getByRole("navigation", { name: "Verdict" });
  await verdicts.getByRole("link", { name: /^True/ }).click();
  await expect(page).toHaveURL(new RegExp(`q=${word}&verdict=true`));
  await page.getByRole("link", { name: statement }).click();
  await expect(
    page.getByText("No ClaimReview data: nobody is named as the one who made the claim."),
  ).toBeVisible();
  await page.getByRole("link", { name: "See it in its place" }).click();
  await page.getByRole("link", { name: "Claim 1, rated True" }).click();
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
  await page.getByRole("link", { name: "What “True” means" }).click();
  await expect(page).toHaveURL(/\/methodology#true$/);
  await page.getByRole("link", { name: "Corrections", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Corrections" })).toBeVisible();
});

test("the desk's menu and what is folded away open without a script on a phone", async ({ open }) => {
  const page = await open(await person("admin"), {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  await page.goto("/desk");
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Members" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
  const claim = await makeClaim();
  await page.goto(`/desk/claims/${claim.id}`);
  await unfold(page, "Edit the claim");
  await expect(field(page, "Claim in one checkable sentence")).toBeVisible();
});

test("readers choose dark and light without a script, paper stays light, and pages are the same for all", async ({
  page,
}) => {
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  const readerLanguages = LANGUAGES.filter((language) => language !== "en");
  await db.newsroom.update({ where: { id: 1 }, data: { readerLanguages } });
  await expect.poll(async () => (await page.request.get("/fr/claims")).status()).toBe(200);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/fr/claims?q=treaty");
  const unchosen = await page.request.get("/claims").then((answer) => answer.text());
  const choices = page.getByRole("group", { name: "Apparence" });
  await choices.getByRole("button", { name: "Sombre" }).click();
  await expect(page).toHaveURL("/fr/claims?q=treaty");
  await expect(choices.getByRole("button", { name: "Sombre (choisi)" })).toBeVisible();
  expect(await scheme()).toBe("dark");
  await page.goto("/claims");
  expect(await scheme()).toBe("dark");
  expect(await page.request.get("/claims").then((answer) => answer.text())).toBe(unchosen);
  await page.emulateMedia({ media: "print" });
  expect(await scheme()).toBe("light");
  await expect(page.getByText("Skip to content")).toBeHidden();
  // Chromium prints no fills without being told, and the word on one is pale.
  await expect(page.locator("span[data-tone]").first()).toHaveCSS("print-color-adjust", "exact");
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await page.getByRole("button", { name: "Light" }).click();
  await expect(page.getByRole("button", { name: "Light (chosen)" })).toBeVisible();
  expect(await scheme()).toBe("light");
  await page.getByRole("button", { name: "As the device" }).click();
  await expect(page.getByRole("button", { name: "As the device (chosen)" })).toBeVisible();
  expect(await scheme()).toBe("light dark");
  expect(await page.context().cookies()).toEqual([]);
});
