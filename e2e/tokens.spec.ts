import { hashPassword } from "#lib/auth/passwords.ts";
import { db } from "#lib/db/client.ts";
import { createToken } from "#lib/tokens/commands.ts";
import { expect, person, test } from "./fixtures.ts";

test("a token is made, shown once, works, and is refused from the moment it is revoked", async ({
  open,
  requestAs,
}) => {
  const password = "four words in a row";
  const member = await person("reporter", { passwordHash: await hashPassword(password) });
  const page = await open(member);
  await page.goto("/desk/settings/tokens");
  await expect(page.getByRole("heading", { name: "No token yet" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Publish/ })).toHaveCount(0);
  await page.getByLabel("Name").fill("ci");
  await page.getByRole("button", { name: "Make this token" }).click();
  await expect(page.getByText("Please fill this in.").first()).toBeVisible();
  await page.getByRole("checkbox", { name: /^Read/ }).check();
  await page.getByLabel("Your password").fill("not the password");
  await page.getByRole("button", { name: "Make this token" }).click();
  await expect(page.getByText("That is not your present password.").first()).toBeVisible();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Make this token" }).click();
  const token = await page.getByLabel("Your new token").inputValue();
  expect(token).toMatch(/^pm_/);

  const program = await requestAs(null);
  const ask = () => program.get("/api/v1/articles", { headers: { Authorization: `Bearer ${token}` } });
  expect((await ask()).status()).toBe(200);
  const kept = await db.sentForm.findMany({ where: { memberId: member.id }, select: { answer: true } });
  expect(kept.map(({ answer }) => Buffer.from(answer ?? []).toString("latin1")).join()).not.toContain(token);
  await page.reload();
  await expect(page.getByText(token.slice(0, 11))).toBeVisible();
  await expect(page.getByText(token)).toHaveCount(0);
  await expect(page.getByText("Last used")).toBeVisible();

  await page.getByRole("button", { name: "Revoke ci" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("Revoked", { exact: true })).toBeVisible();
  expect((await ask()).status()).toBe(401);
});

test("an admin sees everybody's tokens and ends one", async ({ open }) => {
  const [member, admin] = [await person("reporter"), await person("admin")];
  const name = `program ${member.name}`;
  const { id } = await createToken({
    ...{ actor: member, memberId: member.id, now: new Date() },
    ...{ name, scopes: ["read"], days: 30 },
  });
  const page = await open(admin);
  await page.goto("/desk/settings/tokens");
  await page.getByRole("link", { name: "Everybody’s" }).click();
  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("The token is revoked.")).toBeVisible();
  expect((await db.apiToken.findUniqueOrThrow({ where: { id } })).revokedAt).not.toBeNull();
});
