import { hashPassword } from "#lib/auth/passwords.ts";
import { makeMember } from "#lib/testing/factories.ts";
import { signInThroughForm } from "./desk.ts";
import { expect, expectNoAxeFindings, test, unique } from "./fixtures.ts";

const ACCOUNT = "/desk/settings/account";
const PASSWORD = "four words in a row";

test("one sees where one is signed in, ends a session there, and a new password ends all others", async ({
  open,
}) => {
  const email = `${unique()}@e2e.example`;
  await makeMember({ email, passwordHash: await hashPassword(PASSWORD) });
  const [here, phone, library] = [
    await open(),
    await open(null, { userAgent: "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0" }),
    await open(),
  ];
  for (const page of [phone, library, here]) {
    await page.goto(ACCOUNT);
    await signInThroughForm(page, { email, password: PASSWORD });
    await expect(page.getByRole("heading", { name: "Where you are signed in" })).toBeVisible();
  }

  const list = here.getByRole("list", { name: "Where you are signed in" });
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await expect(list.getByRole("listitem").first()).toContainText("This browser");
  await expectNoAxeFindings(here);
  await list.getByRole("button", { name: /^Sign out: Firefox on Android/ }).click();
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(here.getByText("That device is signed out.")).toBeVisible();
  await phone.reload();
  await expect(phone.getByLabel("Password")).toBeVisible();

  const bio = `Covers figures ${unique()}`;
  await here.getByLabel("About you").fill(bio);
  await here.getByRole("button", { name: "Save" }).first().click();
  await expect(here.getByText("what readers may know of you are saved")).toBeVisible();
  await library.goto("/methodology");
  await expect(library.getByText(bio)).toBeVisible();
  await library.goto(ACCOUNT);

  await here.getByLabel("Present password").fill("not the password");
  await here.getByLabel("New password").fill("other words in a row");
  await here.getByRole("button", { name: "Change the password" }).click();
  await expect(here.getByText("That is not your present password.")).toBeVisible();
  await here.getByLabel("Present password").fill(PASSWORD);
  await here.getByLabel("New password").fill("other words in a row");
  await here.getByRole("button", { name: "Change the password" }).click();
  await expect(here.getByText("You are signed in nowhere else.")).toBeVisible();
  await library.reload();
  await signInThroughForm(library, { email, password: "other words in a row" });
  await expect(library).toHaveURL(ACCOUNT);
});
