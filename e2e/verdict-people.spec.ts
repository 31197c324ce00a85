import { makeClaim } from "#lib/testing/factories.ts";
import { expect, person, test } from "./fixtures.ts";

test("a verdict in force names everybody whose opinion it came out of, each with their own time", async ({
  open,
}) => {
  const claim = await makeClaim({ state: "ready" });
  const page = await open(await person("editor"));
  await page.goto(`/desk/claims/${claim.id}`);
  const verdict = page.getByRole("region", { name: "Verdict", exact: true });
  await expect(verdict.getByText(`First opinion by ${claim.first.name}, `)).toBeVisible();
  await expect(verdict.getByText(`Second opinion by ${claim.second.name}, `)).toBeVisible();
});

test("while the second opinion is out, no verdict stands there to name anybody", async ({ open }) => {
  const claim = await makeClaim({ state: "second_review" });
  const page = await open(await person("reviewer"));
  await page.goto(`/desk/claims/${claim.id}`);
  await expect(page.getByRole("heading", { name: "Evidence" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Verdict", exact: true })).toHaveCount(0);
  await expect(page.getByText(claim.first.name)).toHaveCount(0);
});
