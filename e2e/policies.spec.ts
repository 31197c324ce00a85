import { db } from "#lib/db/client.ts";
import { expectAccessible } from "./accessible.ts";
import { field } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

// What a newsroom tells readers about itself. The newsroom is everybody's: only this test writes its policies.

test("an editor writes a policy in Markdown, readers get it at once, and a stale page does not overwrite it", async ({
  open,
  page: reader,
}) => {
  const word = unique();
  await reader.goto("/methodology");
  await expect(reader.getByRole("heading", { name: "Who pays for this" })).toBeHidden();

  const [page, other] = [await open(await person("editor")), await open(await person("editor"))];
  for (const each of [page, other]) await each.goto("/desk/settings/policies");
  const funding = page.getByRole("region", { name: "Funding" });
  const text = `**Readers** pay, ${word}. <script>alert(1)</script> [Look](javascript:alert(1))`;
  await field(funding, "Funding, in Markdown").fill(text);
  await funding.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Readers see it now.")).toBeVisible();
  await expect(funding.getByText(/^Version \d+, saved /)).toBeVisible();

  const section = reader.getByRole("region", { name: "Who pays for this" });
  await expect(async () => {
    await reader.goto("/methodology");
    await expect(section.getByText(word)).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 2_000 });
  await expect(section.locator("strong")).toHaveText("Readers");
  await expect(section.getByText("<script>alert(1)</script>")).toBeVisible();
  await expect(section.getByRole("link")).toHaveCount(0);
  await expect(section.getByText(/^Last changed on /)).toBeVisible();
  await expectAccessible(reader);

  const stale = other.getByRole("region", { name: "Funding" });
  await field(stale, "Funding, in Markdown").fill("Something else.");
  await stale.getByRole("button", { name: "Save" }).click();
  await expect(stale.getByRole("alert")).not.toBeEmpty();
  await expect(field(stale, "Funding, in Markdown")).toHaveValue("Something else.");
  expect(await db.policyVersion.count({ where: { text: "Something else." } })).toBe(0);

  await page.goto("/desk/settings/policies");
  await field(funding, "Funding, in Markdown").fill("");
  await funding.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Readers see it now.")).toBeVisible();
  await expect(async () => {
    await reader.goto("/methodology");
    await expect(section).toBeHidden({ timeout: 100 });
  }).toPass({ timeout: 2_000 });
});

test("a verdict leads to what its rating means, and readers are told how to send a claim", async ({
  page,
}) => {
  await page.goto("/methodology#misleading");
  await expect(page.locator("#misleading")).toBeInViewport();
  await expect(page.locator("#misleading")).toHaveText("Misleading");
  await page
    .getByRole("region", { name: "Send us a claim" })
    .getByRole("link", { name: "Send us a claim" })
    .click();
  await expect(page).toHaveURL(/\/send$/);
});
