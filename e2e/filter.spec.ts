import type { Page } from "@playwright/test";
import { type MadeArticle, makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { claimForm, dragOver, expectToast, markLink, placeOf, toolbar } from "./desk.ts";
import { expect, person, test } from "./fixtures.ts";
import { PHONE, press } from "./selecting.ts";

// Which of an article's claims are shown, and going through them.

const DESK = { viewport: { width: 1440, height: 900 } };

const filter = (page: Page) => page.getByRole("group", { name: "Filter the claims" });
const part = (page: Page, name: "State" | "Person" | "Topic") => filter(page).getByRole("combobox", { name });
const card = (page: Page, number: number) => page.locator(`#claim-${number}`);
const statement = (page: Page, number: number) => card(page, number).getByRole("heading").getByRole("link");
/** The line that says how many are shown. */
const count = (page: Page, text: string) =>
  page.getByRole("paragraph").filter({ hasText: new RegExp(`^${text}Show all$`) });
const marks = (page: Page) => page.locator("mark");

/** The article of four sentences with a claim on each: two of hers, one of his, and one that is published. */
async function makeMarkedArticle() {
  const [ana, ben] = [await person("reporter"), await person("reviewer")];
  const article = await makeArticle({ actor: ana });
  const make = (words: string, more: Parameters<typeof makeClaim>[0]) =>
    makeClaim({ article, author: ana, words, ...more });
  const claims = [
    await make("NATO was founded in 1949", { topics: ["Treaties"] }),
    await make("It had twelve members", { topics: ["Members"], state: "in_review", first: ben }),
    await make("Today it has thirty-two", { topics: ["Members"], author: ben }),
    await make("Sweden joined in March 2024.", { state: "published", firstRating: "false" }),
  ];
  return { ana, ben, article, claims, path: `/desk/articles/${article.id}` };
}

/** Words that stand under no mark. */
async function expectUnmarked(page: Page, words: string): Promise<void> {
  await expect(page.getByText(words).first()).toBeVisible();
  await expect(marks(page).filter({ hasText: words })).toHaveCount(0);
}

test("claims are filtered by state, person and topic, and the page is not asked for again", async ({
  open,
}) => {
  const { ana, ben, path } = await makeMarkedArticle();
  const page = await open(ana, DESK);
  await page.goto(path);
  await expect(filter(page)).toBeVisible();
  await expect(page.getByText("1 of 4 claims have a verdict")).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));

  await part(page, "State").selectOption("Unresolved");
  await expect(count(page, "3 of 4 claims")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "3 of 4 claims" })).toBeAttached();
  await expect(card(page, 4)).toBeHidden();
  await expectUnmarked(page, "Sweden joined in March 2024.");

  await part(page, "Topic").selectOption("Members");
  await expect(count(page, "2 of 4 claims")).toBeVisible();
  await part(page, "Person").selectOption("Mine");
  await expect(count(page, "1 of 4 claims")).toBeVisible();
  await expect(card(page, 2)).toBeVisible();
  await expect(marks(page)).toHaveText(["It had twelve members"]);
  expect(new URL(page.url()).search).toBe("?state=unresolved&topic=Members&person=mine");

  await part(page, "Person").selectOption({ label: ben.name });
  await expect(marks(page)).toHaveText(["Today it has thirty-two"]);
  await part(page, "Topic").selectOption("Any topic");
  await part(page, "State").selectOption("With a verdict");
  const nothing = page.getByRole("region", { name: "Claims in this article" });
  await expect(nothing.getByText("No claim fits the filter")).toBeVisible();
  await nothing.getByRole("button", { name: "Show all" }).click();
  await expect(marks(page)).toHaveCount(4);
  await expect(part(page, "State")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "All claims are shown" })).toBeAttached();
  expect(new URL(page.url()).search).toBe("");
  expect(asked).not.toContain(path);
});

test("the address keeps the filter: over a reload, to a claim's page and back, and for a colleague", async ({
  open,
}) => {
  const { ana, ben, path } = await makeMarkedArticle();
  const page = await open(ana, DESK);
  await page.goto(path);
  await part(page, "Person").selectOption({ label: ben.name });
  await expect(marks(page)).toHaveText(["Today it has thirty-two"]);
  await page.reload();
  await expect(part(page, "Person").getByRole("option", { selected: true })).toHaveText(ben.name);
  await expect(marks(page)).toHaveText(["Today it has thirty-two"]);

  await statement(page, 3).focus();
  await page.getByRole("link", { name: "Open claim 3" }).click();
  await page.waitForURL("**/desk/claims/*");
  await page.goBack();
  await expect(marks(page)).toHaveText(["Today it has thirty-two"]);
  await expect(count(page, "1 of 4 claims")).toBeVisible();

  const his = await open(ben, DESK);
  await his.goto(`${path}${new URL(page.url()).search}`);
  await expect(marks(his)).toHaveText(["Today it has thirty-two"]);
});

test("what a filter in the address cannot mean is ignored", async ({ open }) => {
  const { ana, path } = await makeMarkedArticle();
  const page = await open(ana, DESK);
  const answer = await page.goto(`${path}?state=nonsense&person=author.nobody&topic=Zebras&state=draft`);
  expect(answer?.status()).toBe(200);
  await expect(marks(page)).toHaveCount(4);
  await expect(part(page, "Topic")).toHaveValue("");
  await part(page, "State").selectOption("Draft");
  await expect(count(page, "2 of 4 claims")).toBeVisible();
  expect(new URL(page.url()).search).toBe("?state=draft");
});

test("a state that no claim is in is named all the same while the filter asks for it", async ({ open }) => {
  const { ana, path } = await makeMarkedArticle();
  const page = await open(ana, DESK);
  await page.goto(`${path}?state=dismissed`);
  await expect(page.getByText("No claim fits the filter")).toBeVisible();
  await expect(part(page, "State").getByRole("option", { selected: true })).toHaveText("Dismissed");
});

test("a link to a claim that does not fit shows it all the same, until the filter changes", async ({
  open,
}) => {
  const { ana, path } = await makeMarkedArticle();
  const page = await open(ana, DESK);
  await page.goto(`${path}?state=published#claim-2`);
  await expect(statement(page, 2)).toBeFocused();
  await expect(count(page, "1 of 4 claims and 1 that does not fit")).toBeVisible();
  await expect(marks(page)).toHaveText(["It had twelve members", "Sweden joined in March 2024."]);
  await page.keyboard.press("Escape");
  await expect(card(page, 2)).toBeVisible();
  await part(page, "State").selectOption("Draft");
  await expect(card(page, 2)).toBeHidden();
  await expect(count(page, "2 of 4 claims")).toBeVisible();
});

test("a claim that does not fit is chosen neither by pointer nor by caret, and its words can be claimed", async ({
  open,
}) => {
  const { ana, path } = await makeMarkedArticle();
  const page = await open(ana, DESK);
  await page.goto(`${path}?state=published`);
  await expect(marks(page)).toHaveCount(1);
  const { begin } = await placeOf(page, "twelve members");
  await page.mouse.click(begin.x + 4, begin.y);
  await page.keyboard.press("i");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-active]")).toHaveCount(0);
  await page.keyboard.press("Escape");

  await dragOver(page, "twelve members at first");
  await toolbar(page).getByRole("button", { name: "Claim", exact: true }).click();
  await claimForm(page).getByRole("button", { name: "Create claim" }).click();
  await expectToast(page, "Claim 5 created");
  await expect(card(page, 5)).toBeVisible();
  await expect(count(page, "1 of 5 claims and 1 that does not fit")).toBeVisible();
});

test("a colleague's claim that does not fit counts, and one that fits appears", async ({ open }) => {
  const { ana, ben, article, path } = await makeMarkedArticle();
  const page = await open(ana, DESK);
  await page.goto(`${path}?person=mine`);
  await expect(count(page, "3 of 4 claims")).toBeVisible();
  await expect(page.getByText("Changes by colleagues appear as they happen")).toBeAttached();
  await make(article, ben, "in Washington");
  await expect(count(page, "3 of 5 claims")).toBeVisible();
  await expectUnmarked(page, "in Washington");
  await make(article, ana, "at first");
  await expect(count(page, "4 of 6 claims")).toBeVisible();
  await expect(card(page, 6)).toBeVisible();
  await expect(card(page, 5)).toBeHidden();
});

const make = (article: MadeArticle, author: Awaited<ReturnType<typeof person>>, words: string) =>
  makeClaim({ article, author, words });

test("when a claim is deleted, the focus goes to the next that is shown", async ({ open }) => {
  const { ana, path } = await makeMarkedArticle();
  const page = await open(ana, DESK);
  await page.goto(`${path}?state=draft`);
  await card(page, 1).getByText("Draft").click();
  await card(page, 1).getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(statement(page, 3)).toBeFocused();
  await expect(count(page, "1 of 3 claims")).toBeVisible();
});

test("the keys go through what is shown", async ({ open }) => {
  const { ana, path } = await makeMarkedArticle();
  const page = await open(ana, DESK);
  await page.goto(`${path}?person=mine`);
  await page.waitForLoadState("networkidle");
  await expect(marks(page)).toHaveCount(3);
  for (const [key, number] of [
    ["j", 1],
    ["j", 2],
    ["j", 4],
    ["p", 2],
    ["n", 2],
  ] as const) {
    await press(page, key);
    await expect(statement(page, number), key).toBeFocused();
  }
});

test("buttons go to the next claim and the next unresolved one, and say where one is", async ({ open }) => {
  const { ana, path } = await makeMarkedArticle();
  const page = await open(ana, DESK);
  await page.goto(`${path}?person=mine`);
  const steps = page.getByRole("group", { name: "Go through the claims" });
  const button = (name: string) => steps.getByRole("button", { name, exact: true });
  await expect(steps).toContainText("3 claims");
  await expect(steps).toContainText("2 unresolved");
  for (const [name, place, number] of [
    ["Next claim", "1 of 3", 1],
    ["Next unresolved claim", "2 of 3", 2],
    ["Next claim", "3 of 3", 4],
    ["Previous claim", "2 of 3", 2],
    ["Previous unresolved claim", "1 of 3", 1],
  ] as const) {
    await button(name).click();
    await expect(steps).toContainText(place);
    await expect(statement(page, number)).toBeFocused();
  }
  await expect(button("Previous claim")).toHaveAttribute("aria-disabled", "true");
  await button("Previous claim").click({ force: true });
  await expect(steps).toContainText("1 of 3");
  await part(page, "Person").selectOption("Anybody");
  await expect(steps).toContainText("1 of 4");
});

/** An article of many windows' heights, with a claim near its beginning and one near its end. */
async function makeLongArticle() {
  const ana = await person("reporter");
  const paragraphs = Array.from(
    { length: 60 },
    (_, n) => `Paragraph ${n} says that ${n} people came to see it.`,
  );
  const article = await makeArticle({ actor: ana, text: paragraphs.join("\n\n") });
  for (const n of [2, 57]) await makeClaim({ article, author: ana, words: `Paragraph ${n} says` });
  return { ana, article, path: `/desk/articles/${article.id}` };
}

test("beside a long text a strip shows where the claims are, and a press goes to the nearest", async ({
  open,
}) => {
  const { ana, article, path } = await makeLongArticle();
  const page = await open(ana, DESK);
  await page.goto(path);
  const strip = page.locator(".minimap-text");
  const ticks = () =>
    strip.locator("path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
  await expect.poll(ticks).toHaveLength(1);
  const before = await ticks();
  const { height = 0 } = (await strip.boundingBox()) ?? {};
  await strip.click({ position: { x: 7, y: height - 60 } });
  await expect(statement(page, 2)).toBeFocused();
  await expect(markLink(page, 2)).toBeInViewport();
  await strip.click({ position: { x: 7, y: 4 } });
  await expect(statement(page, 1)).toBeFocused();

  await makeClaim({ article, author: ana, words: "Paragraph 30 says" });
  await expect.poll(ticks).not.toEqual(before);
  await part(page, "State").selectOption("With a verdict");
  await expect(strip).toBeHidden();
});

test("a phone has no strip", async ({ open }) => {
  const { ana, path } = await makeLongArticle();
  const page = await open(ana, PHONE);
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await expect(page.locator(".minimap")).toHaveCount(0);
});

test("the keyboard alone filters", async ({ open }) => {
  const { ana, path } = await makeMarkedArticle();
  const page = await open(ana, DESK);
  await page.goto(path);
  await part(page, "State").focus();
  await page.keyboard.type("Pub");
  await expect(marks(page)).toHaveText(["Sweden joined in March 2024."]);
  await press(page, "Tab", "Tab", "Tab", "Enter");
  await expect(marks(page)).toHaveCount(4);
  await expect(part(page, "State")).toBeFocused();
});

test("on a phone the filter opens in the line that stays in sight, and markers count what is shown", async ({
  open,
}) => {
  const { ana, path } = await makeMarkedArticle();
  const page = await open(ana, PHONE);
  await page.goto(path);
  await expect(filter(page)).toBeHidden();
  await page.getByRole("button", { name: "Next unresolved claim" }).tap();
  await expect(markLink(page, 1)).toBeFocused();
  await page.getByRole("button", { name: "Filter" }).tap();
  await part(page, "State").selectOption("Unresolved");
  await expect(marks(page)).toHaveCount(3);
  await page.getByRole("button", { name: "Filter 1" }).tap();
  await expect(filter(page)).toBeHidden();
  await expect(markLink(page, 4)).toBeHidden();
  await page
    .getByRole("button", { name: /claims? here$/ })
    .last()
    .tap();
  await expect(page.getByRole("dialog")).toContainText("Today it has thirty-two");
  await page.keyboard.press("Escape");
  await page.mouse.wheel(0, 2_000);
  await expect(page.getByRole("button", { name: "Show all" })).toBeInViewport();
});

test("without script the filter is sent to the page's address", async ({ open }) => {
  const { ana, path } = await makeMarkedArticle();
  const page = await open(ana, { ...DESK, javaScriptEnabled: false });
  await page.goto(path);
  await part(page, "State").selectOption("Published");
  await filter(page).getByRole("button", { name: "Filter" }).click();
  await expect(marks(page)).toHaveText(["Sweden joined in March 2024."]);
});
