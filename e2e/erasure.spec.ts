import { readFile } from "node:fs/promises";
import { makeMember } from "#lib/testing/factories.ts";
import { expect, expectNoAxeFindings, test, unique } from "./fixtures.ts";

test("an admin hands over what is held of a member, and erases it once the account is off", async ({
  open,
}) => {
  const page = await open(await makeMember({ role: "admin" }));
  const name = `Zora ${unique()}`;
  const member = await makeMember({ name, email: `${unique()}@erased.example` });
  await page.goto(`/desk/settings/members/${member.id}`);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download what we hold" }).click(),
  ]);
  expect(JSON.parse(await readFile(await file.path(), "utf8"))).toMatchObject({
    account: { members: [{ name }] },
  });

  await expect(page.getByLabel("Their e-mail address")).toHaveCount(0);
  await page.getByRole("button", { name: "Switch off" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  const typed = page.getByLabel("Their e-mail address");
  await typed.fill("somebody@else.example");
  await page.getByRole("button", { name: "Erase" }).click();
  await expect(page.getByText("That is not their address.")).toBeVisible();
  await expectNoAxeFindings(page);
  const hint = await page.getByText(/^Type .+ to say that you mean it/).textContent();
  await typed.fill(hint?.match(/\S+@\S+/)?.[0] ?? "");
  await page.getByRole("button", { name: "Erase" }).click();
  await expect(page.getByText("It is erased.")).toBeVisible();
  await expect(page.getByText("Neither name nor address stands anywhere else.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Former member" })).toBeVisible();
  await expect(page.getByText("The personal data of this account was erased on")).toBeVisible();
  await page.goto("/desk/settings/members");
  await expect(page.getByRole("heading", { name: "Members" })).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
});
