import type { Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { ARTICLE_TEXT, makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { claimForm, dragOver, expectToast, field, unfold } from "./desk.ts";
import { expect, expectNoAxeFindings, person, test, unique } from "./fixtures.ts";

const DESK = { viewport: { width: 1440, height: 900 } };

type Open = Parameters<Parameters<typeof test>[2]>[0]["open"];

/** The form for a new claim. Answers the words nobody else's names have, and the page. */
async function openForm(open: Open) {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author });
  const page = await open(author, DESK);
  await page.goto(`/desk/articles/${article.id}`);
  await dragOver(page, ARTICLE_TEXT.slice(0, 24));
  await page.keyboard.press("c");
  await expect(claimForm(page)).toBeVisible();
  return { page, article };
}

const options = (page: Page, of: "claimants" | "topics") =>
  page.getByRole("listbox", { name: `Known ${of}` }).getByRole("option");

test("a claimant is completed from those the desk knows, best first, by keys alone", async ({ open }) => {
  const word = unique();
  const organisation = { claimantKind: "organisation" } as const;
  for (const name of [`Friends of ${word}`, `${word} rarely`, `${word} often`, `${word} often`])
    await makeClaim({ claimantName: name, ...organisation });
  const { page, article } = await openForm(open);
  const claimant = field(claimForm(page), "Who says it");
  await claimant.click();
  await page.keyboard.type(word.toUpperCase());
  await expect(options(page, "claimants")).toHaveText([
    `${word} often2 claims`,
    `${word} rarely1 claim`,
    `Friends of ${word}1 claim`,
  ]);
  await expect(page.getByRole("status").filter({ hasText: "3 names." })).toBeAttached();
  await expect(claimant).toHaveAttribute("aria-expanded", "true");
  await expectNoAxeFindings(page);

  await page.keyboard.press("Escape");
  await expect(options(page, "claimants")).toHaveCount(0);
  await expect(claimant).toHaveValue(word.toUpperCase());
  // An input method's keys are its own.
  await page.keyboard.press("ArrowDown");
  await expect(options(page, "claimants")).toHaveCount(3);
  await claimant.dispatchEvent("keydown", { key: "ArrowDown", isComposing: true });
  await expect(claimant).not.toHaveAttribute("aria-activedescendant");

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: `${word} rarely` })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(claimant).toHaveValue(`${word} rarely`);
  await expect(claimant).toBeFocused();
  await expect(field(claimForm(page), "Who that is")).toHaveValue("organisation");
  await expect(options(page, "claimants")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expectToast(page, "Claim 1 created");
  const made = await db.claim.findFirstOrThrow({
    where: { articleId: article.id },
    select: { claimant: { select: { name: true } } },
  });
  expect(made.claimant?.name).toBe(`${word} rarely`);
});

test("of several topics the one that is being written is completed, and any other may be written", async ({
  open,
}) => {
  const word = unique();
  await makeClaim({ topics: [`${word} health`, `${word} money`, `${word} third`] });
  const { page, article } = await openForm(open);
  await unfold(claimForm(page), "When, where and topics");
  const topics = field(claimForm(page), "Topics");
  await topics.fill(`Something new ${word}, ${word}`);
  await expect(options(page, "topics")).toHaveCount(3);
  await page.getByRole("option", { name: `${word} money` }).click();
  // Ready for the next one, which would stick to it otherwise.
  await expect(topics).toHaveValue(`Something new ${word}, ${word} money, `);
  await expect(options(page, "topics")).toHaveCount(0);
  await page.keyboard.type(word);
  await expect(options(page, "topics")).toHaveText([`${word} health1 claim`, `${word} third1 claim`]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(topics).toHaveValue(`Something new ${word}, ${word} money, ${word} health, `);
  // The list never lies over the button that is pressed next.
  await page.keyboard.type(`${word} th`);
  await expect(options(page, "topics")).toHaveCount(1);
  await claimForm(page).getByRole("button", { name: "Create claim" }).click();
  await expectToast(page, "Claim 1 created");
  const made = await db.topic.findMany({
    where: { claims: { some: { claim: { articleId: article.id } } } },
    orderBy: { name: "asc" },
    select: { name: true },
  });
  expect(made.map(({ name }) => name)).toEqual(
    [`${word} health`, `${word} money`, `${word} th`, `Something new ${word}`].toSorted(),
  );
});

test("the comma behind a chosen topic is gone once the field is left, and is never a change", async ({
  open,
}) => {
  const word = unique();
  await makeClaim({ topics: [`${word} health`] });
  const { page } = await openForm(open);
  await unfold(claimForm(page), "When, where and topics");
  const topics = field(claimForm(page), "Topics");
  await topics.fill(word);
  await page.getByRole("option", { name: `${word} health` }).click();
  await expect(topics).toHaveValue(`${word} health, `);
  // Another window was looked at.
  await topics.dispatchEvent("focusout");
  await expect(topics).toHaveValue(`${word} health, `);
  await page.keyboard.press("Tab");
  await expect(topics).toHaveValue(`${word} health`);
  await topics.fill(`${word} health, new, `);
  await page.keyboard.press("Control+Enter");
  await expectToast(page, "Claim 1 created");

  await page.keyboard.press("e");
  await expect(field(page.getByRole("form", { name: "Claim 1" }), "Topics")).toHaveValue(
    `${word} health, new`,
  );
});

test("the names are for members of the desk", async ({ requestAs }) => {
  const address = "/api/desk/names?of=topics&typed=a";
  const gone = await person("editor", { disabledAt: new Date() });
  for (const actor of [null, gone]) expect((await (await requestAs(actor)).get(address)).status()).toBe(401);
  const member = await requestAs(await person("reporter"));
  expect((await member.get(address)).status()).toBe(200);
  for (const query of [
    "",
    "?of=members&typed=a",
    "?of=topics",
    `?of=topics&typed=${"x".repeat(301)}`,
    "?of=topics&typed=a&all=1",
  ])
    expect((await member.get(`/api/desk/names${query}`)).status(), query).toBe(400);
});
