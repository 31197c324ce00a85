import type { Page } from "@playwright/test";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { expectToast, field } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

/** The line of the queue with this claim. */
const rowOf = (page: Page, statement: string) =>
  page.getByRole("list", { name: "Claims in this view" }).getByRole("article").filter({ hasText: statement });

test("an editor sets an article's deadline, and the queue says why its claim stands where it stands", async ({
  open,
}) => {
  const statement = `It fell by 12 percent in 2019 (${unique()})`;
  const article = await makeArticle();
  await makeClaim({ state: "queued", article, statement });
  const page = await open(await person("editor"));

  await page.goto(`/desk/articles/${article.id}/edit`);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await field(page, "Deadline").fill(`${tomorrow}T18:00`);
  await page.getByText("Many", { exact: true }).click();
  await page.getByRole("button", { name: "Save details" }).click();
  await expectToast(page, "Details saved");
  await expect(page.getByText(/^Deadline .*18:00$/)).toBeVisible();

  await page.goto(`/desk/queue?view=all&article=${article.id}`);
  const reasons = rowOf(page, statement).getByRole("list", { name: "Why it stands here" });
  await expect(reasons.getByRole("listitem")).toHaveText([
    /^Deadline .*18:00$/,
    "reaches many",
    "a number",
    /./,
  ]);
});
