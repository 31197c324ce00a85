import { makeClaim } from "#lib/testing/factories.ts";
import { choose, expectToast, unfold } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

test("a verdict that was changed stands beside the one it replaced, with the words that changed", async ({
  open,
}) => {
  const claim = await makeClaim({ state: "published", firstRating: "true" });
  const page = await open(claim.editor);
  await page.goto(`/desk/claims/${claim.id}`);
  await page.getByRole("link", { name: "Correct what is published" }).click();

  const form = page.getByRole("region", { name: "Correct what is published" });
  await expect(form.getByRole("radio", { name: /^Typo/ })).toBeFocused();
  await choose(form, "Verdict changed");
  await form.getByRole("textbox", { name: "Reason" }).fill("The register was read wrongly.");
  await choose(form, "False");
  await form.getByRole("textbox", { name: "Conclusion, in one sentence" }).fill("The register denies it.");
  await form.getByRole("button", { name: "Publish the correction" }).click();
  await expectToast(page, "Correction published");

  await unfold(page, "What changed in the verdict");
  const before = page.getByRole("region", { name: "Version 1" });
  const after = page.getByRole("region", { name: "Version 2" });
  await expect(before.getByText("True", { exact: true })).toBeVisible();
  await expect(before.getByRole("deletion").first()).toHaveText(`Concluded by ${claim.first.name}`);
  await expect(after.getByText("False", { exact: true })).toBeVisible();
  await expect(after.getByRole("insertion").first()).toHaveText("The register denies it");
});
