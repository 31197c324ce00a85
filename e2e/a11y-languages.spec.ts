import type { Page } from "@playwright/test";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { directionOf, LANGUAGES } from "#lib/i18n/languages.ts";
import { makeTip } from "#lib/testing/factories.ts";
import { expectAccessible, IS_WHOLE, looksIn } from "./accessible.ts";
import { expect, person } from "./fixtures.ts";
import { addressOf, listPages, test } from "./pages.ts";

// Words of another length and letters that run the other way: every page of readers and the main ones of the desk, in
// each language, at the ends of what is promised. What does not hang on the language: a11y.spec.ts. With A11Y=whole
// every page of the desk too, and all sizes.

const OF_READERS = listPages().filter(
  (known) => !/^\/(?:desk|login|setup|invite|reset|forgot|sign-in)/.test(known),
);
const OF_DESK = IS_WHOLE
  ? listPages().filter((known) => known.startsWith("/desk"))
  : ["/desk", "/desk/queue", "/desk/claims/[id]", "/desk/tips", "/desk/settings/policies"];

test.beforeAll(async () => {
  const readerLanguages = LANGUAGES.filter((language) => language !== "en");
  await db.newsroom.update({ where: { id: 1 }, data: { readerLanguages } });
});

async function expectAllAccessible(page: Page, language: string, addresses: readonly string[]) {
  for (const address of addresses) {
    await page.goto(address);
    await expectIn(page, language);
    await expectAccessible(page, looksIn(language));
  }
}

async function expectIn(page: Page, language: string): Promise<void> {
  const html = page.locator("html");
  await expect(html, page.url()).toHaveAttribute("lang", new RegExp(`^${language}`));
  await expect(html, page.url()).toHaveAttribute("dir", directionOf(language));
}

for (const language of LANGUAGES) {
  const inLanguage = (path: string) => (language === "en" ? path : `/${language}${path === "/" ? "" : path}`);

  test(`readers can use every page in ${language}`, async ({ page, things, tolerate }) => {
    test.setTimeout(IS_WHOLE ? 1_800_000 : 180_000);
    tolerate(/status of (?:404|422)/);
    const anybody = { id: "" };
    // In English each is looked at in a11y.spec.ts, in every theme on a desk and a phone.
    const ownPages = language === "en" ? [] : OF_READERS;
    const addresses = ownPages.map((pattern) => addressOf(pattern, things, anybody));
    const none = ["/claims?q=zzzzzz", "/claims/nothing"];
    await expectAllAccessible(page, language, [...addresses, ...none].map(inLanguage));
    for (const form of ["/send", `/claims/${things.published.slug}/report`]) {
      await page.goto(inLanguage(form));
      await page.locator("main form").getByRole("button").last().click();
      await expect(page.locator("main [aria-invalid=true]").first()).toBeVisible();
      await expectIn(page, language);
      await expectAccessible(page, looksIn(language));
    }
  });

  // In English every page of the desk is looked at there.
  if (language === "en") continue;

  test(`members can use the main pages of the desk in ${language}`, async ({ open, things }) => {
    test.setTimeout(IS_WHOLE ? 1_800_000 : 180_000);
    const member = await speaking(language);
    await makeTip({ claimId: things.published.id, email: "ana@paper.example" });
    await makeTip({ kind: "claim" });
    const addresses = OF_DESK.map((pattern) => addressOf(pattern, things, member));
    await expectAllAccessible(await open(member), language, addresses);
  });
}

async function speaking(locale: string): Promise<Actor> {
  const member = await person("admin");
  await db.memberSettings.create({ data: { memberId: member.id, locale }, select: { memberId: true } });
  return member;
}
