import { hashPassword } from "#lib/auth/passwords.ts";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { endSessions, expect, expectNoAxeFindings, person, test, unique } from "./fixtures.ts";
import { expectChosen, lines, lookAt, openPalette, palette, paletteField } from "./palette.ts";

// Finding and going to. What keys and commands do is in palette-keys.spec.ts.

const DESK = { viewport: { width: 1440, height: 900 } };

test("articles and claims are found and gone to by keys alone", async ({ open }) => {
  const word = unique();
  const member = await person("reporter");
  const article = await makeArticle({ actor: member, title: `The bridge of ${word}` });
  const claim = await makeClaim({ author: member, article, statement: `It cost ${word} millions.` });
  const page = await open(member, DESK);
  await page.goto("/desk");
  await openPalette(page);
  await page.keyboard.type(word);
  await expect(lines(page)).toHaveCount(2);
  await expect(palette(page).getByRole("group", { name: "Articles" })).toContainText("The bridge of");
  await expect(palette(page).getByRole("group", { name: "Claims" })).toContainText("Draft · The bridge of");
  await expect(palette(page).getByRole("status")).toHaveText("2 results");
  await expectChosen(page, "The bridge of");
  await expectNoAxeFindings(page, ["light", "dark"]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/desk/articles/${article.id}`);

  await openPalette(page);
  await page.keyboard.type(word);
  await expect(lines(page)).toHaveCount(2);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/desk/claims/${claim.id}`);
});

test("what was looked at lately is offered first, as it is called now, with what can be done", async ({
  open,
}) => {
  const member = await person("reporter");
  const article = await makeArticle({ actor: member, title: "Its first title" });
  const claim = await makeClaim({ author: member, article, statement: "It cost millions." });
  const here = await makeArticle({ actor: member, title: "Where one is anyway" });
  const page = await open(member, DESK);
  await lookAt(page, `/desk/articles/${article.id}`);
  await lookAt(page, `/desk/claims/${claim.id}`);
  await lookAt(page, `/desk/articles/${here.id}`);
  await db.article.update({ where: { id: article.id }, data: { title: "Its second title" } });
  await openPalette(page);
  const recent = palette(page).getByRole("group", { name: "Looked at lately" });
  await expect(recent.getByRole("option")).toHaveText([/It cost millions/, /Its second title/]);
  await expectChosen(page, "It cost millions");
  await expect(palette(page).getByRole("group", { name: "On this page" })).toBeVisible();
  await expect(palette(page).getByRole("group", { name: "Go to" })).toBeVisible();
  await expectNoAxeFindings(page, ["light", "dark"]);
  // Ids only: who uses the browser next reads nothing.
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/millions|title/);
  await page.keyboard.type("queue");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/desk\/queue/);
});

test("a colleague leads to their claims, and an admin to their account", async ({ open }) => {
  const colleague = await person("reporter");
  const article = await makeArticle({ actor: colleague });
  const statement = `Theirs, ${unique()}.`;
  await makeClaim({ author: colleague, article, statement });
  await makeClaim({ article, statement: "Somebody else’s." });
  const page = await open(await person("reporter"), DESK);
  await page.goto("/desk");
  await openPalette(page);
  await page.keyboard.type(colleague.name);
  await expect(lines(page)).toHaveText([new RegExp(colleague.name)]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/desk/claims?author=${colleague.id}`);
  await expect(page.getByRole("main").getByRole("link", { name: statement })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Somebody else’s." })).toBeHidden();
  await page.getByRole("link", { name: `By ${colleague.name}` }).click();
  await expect(page).toHaveURL("/desk/claims");

  const admins = await open(await person("admin"), DESK);
  await admins.goto("/desk");
  await openPalette(admins);
  await admins.keyboard.type(colleague.name);
  await expect(lines(admins)).toHaveText([new RegExp(colleague.name)]);
  await admins.keyboard.press("Enter");
  await expect(admins).toHaveURL(`/desk/settings/members/${colleague.id}`);
});

test("Enter never takes what was found for other words, and what fits stays while more is asked for", async ({
  open,
}) => {
  const word = unique();
  const member = await person("reporter");
  for (const title of [`First ${word}`, `Second ${word}`]) await makeArticle({ actor: member, title });
  const page = await open(member, DESK);
  await page.goto("/desk");
  await openPalette(page);
  await page.keyboard.type(word);
  await expect(lines(page)).toHaveText([/Second/, /First/]);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/desk/search?*", async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.type(" fir");
  await expect(lines(page)).toHaveText([/First/]);
  await expectChosen(page, "First");
  await page.keyboard.type("zzz");
  await expect(lines(page)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeVisible();
  answer();
  await expect(palette(page)).toContainText(`Nothing is called “${word} firzzz”.`);
  await expectNoAxeFindings(page, ["light", "dark"]);
});

test("a server that does not answer is said, and asked again", async ({ open, tolerate }) => {
  tolerate(/ERR_FAILED.*\/api\/desk\/search/);
  const word = unique();
  const member = await person("reporter");
  const article = await makeArticle({ actor: member, title: `Again ${word}` });
  const page = await open(member, DESK);
  await lookAt(page, `/desk/articles/${article.id}`);
  await page.goto("/desk");
  await page.route("**/api/desk/search?*", (route) => route.abort());
  await openPalette(page);
  // What needs no server is offered all the same.
  await expect(palette(page).getByRole("alert")).toContainText("Could not search");
  await expect(lines(page).filter({ hasText: "Queue" })).toBeVisible();
  await page.keyboard.type(word);
  await expect(lines(page)).toHaveCount(0);
  await expect(palette(page).getByRole("alert")).toContainText("Could not search");
  await expectNoAxeFindings(page, ["light", "dark"]);
  await page.unroute("**/api/desk/search?*");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(palette(page).getByRole("button", { name: "Try again" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(lines(page)).toHaveText([new RegExp(`Again ${word}`)]);
  await expect(paletteField(page)).toBeFocused();
});

test("when the session has ended one signs in again over it, and what was typed is searched", async ({
  open,
  tolerate,
}) => {
  tolerate(/status of 401/);
  const password = "back to where I was";
  const member = await person("reporter", { passwordHash: await hashPassword(password) });
  const { email } = await db.member.findUniqueOrThrow({
    where: { id: member.id },
    select: { email: true },
  });
  const word = unique();
  await makeArticle({ actor: member, title: `Later ${word}` });
  const page = await open(member, DESK);
  await page.goto("/desk");
  await openPalette(page);
  await endSessions(member);
  await page.keyboard.type(word);
  await expect(palette(page).getByRole("alert")).toContainText("Your session has ended.");
  await palette(page).getByRole("button", { name: "Sign in again" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await dialog.getByLabel("E-mail address").fill(email);
  await dialog.getByLabel("Password").fill(password);
  await dialog.getByRole("button", { name: "Sign in and send" }).click();
  await expect(lines(page)).toHaveText([new RegExp(`Later ${word}`)]);
  await expect(paletteField(page)).toBeFocused();
});

test("on a phone a button opens it, nothing is wider than the screen, and a tap goes there", async ({
  open,
}) => {
  const member = await person("reporter");
  const title = `Verylongwithoutanyspace${"abcdefghij".repeat(12)} ${unique()}`;
  const article = await makeArticle({ actor: member, title });
  const page = await open(member, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  await page.goto("/desk");
  await expect(async () => {
    await page.getByRole("button", { name: "Search and go to" }).tap();
    await expect(paletteField(page)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await paletteField(page).fill(title.slice(-8));
  await expect(lines(page)).toHaveText([/Verylong/]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectNoAxeFindings(page, ["light", "dark"]);
  await palette(page).getByRole("button", { name: "Close" }).tap();
  await expect(palette(page)).toBeHidden();
  await page.getByRole("button", { name: "Search and go to" }).tap();
  await paletteField(page).fill(title.slice(-8));
  await lines(page).tap();
  await expect(page).toHaveURL(`/desk/articles/${article.id}`);
});
