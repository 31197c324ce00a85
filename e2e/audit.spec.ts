import { db } from "#lib/db/client.ts";
import { makeClaim } from "#lib/testing/factories.ts";
import { expect, person, test, unique } from "./fixtures.ts";

test("an editor finds in the audit log what was done to a claim, and an admin has it verified", async ({
  open,
  requestAs,
}) => {
  const editor = await person("editor");
  const claim = await makeClaim({ state: "published", editor });
  const name = `nightly ${unique()}`;
  await db.auditEvent.create({
    data: {
      action: "claim.woken",
      data: {},
      actorId: editor.id,
      actorName: editor.name,
      tokenId: editor.id,
      tokenName: name,
      articleId: claim.articleId,
      claimId: claim.id,
    },
  });
  const page = await open(editor);
  await page.goto(`/desk/audit?who=${editor.id}`);
  await expect(page.getByText(`by the token “${name}”`)).toBeVisible();
  await expect(page.getByText("published the verdict")).toBeVisible();
  await page.getByRole("link", { name: "Only this claim" }).first().click();
  await expect(page).toHaveURL(new RegExp(`claim=${claim.id}`));
  await page.getByRole("combobox", { name: "What about" }).selectOption("comment");
  await expect(page.getByRole("heading", { name: "Nothing was done that fits." })).toBeVisible();
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(page).toHaveURL(/\/desk\/audit$/);

  const state = page.getByRole("region", { name: "Was anything altered?" });
  await expect(state).toBeVisible();
  await expect(state.getByRole("button")).toHaveCount(0);
  const admin = await person("admin");
  const other = await open(admin);
  await other.goto("/desk/audit");
  const whole = other.getByRole("region", { name: "Was anything altered?" });
  await whole.getByRole("button", { name: "Verify now" }).click();
  await expect(other.getByText(`${admin.name} had the history verified`)).toBeVisible();
  await expect(whole.getByText(/^Verified on .*: nothing was altered/)).toBeVisible({ timeout: 20_000 });
  await expect(whole.getByRole("button", { name: "Verify now" })).toBeVisible();

  const file = await (await requestAs(editor)).get(`/desk/audit/events.csv?claim=${claim.id}`);
  expect(await file.text()).toContain("published the verdict");
});
