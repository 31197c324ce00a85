import { hashPassword } from "#lib/auth/passwords.ts";
import { codeAt } from "#lib/auth/totp.ts";
import { makeMember } from "#lib/testing/factories.ts";
import { signInThroughForm } from "./desk.ts";
import { endSessions, expect, expectNoAxeFindings, test, unique } from "./fixtures.ts";

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

test("a second step is set up, asked for at sign-in and over an open page, and passed by a code", async ({
  open,
}) => {
  test.slow();
  const email = `${unique()}@e2e.example`;
  const member = await makeMember({ email, passwordHash: await hashPassword(PASSWORD) });
  const page = await open();
  await page.goto(ACCOUNT);
  await signInThroughForm(page, { email, password: PASSWORD });
  const step = page.getByRole("region", { name: "Second step of signing in" });
  await step.getByLabel("Your password").fill(PASSWORD);
  await step.getByRole("button", { name: "Set it up" }).click();
  await expect(page.getByRole("img", { name: "QR code for an authenticator app" })).toBeVisible();
  await expectNoAxeFindings(page);
  const secret = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
  await step.getByRole("textbox", { name: "Code" }).fill(codeAt({ secret, now: new Date() }));
  await step.getByRole("button", { name: "Turn it on" }).click();
  const codes = page.getByRole("list", { name: "Your backup codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await expect(page.getByRole("img", { name: "QR code for an authenticator app" })).toBeHidden();
  const [first = "", second = ""] = await codes.allTextContents();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(step.getByText("10 backup codes are left.")).toBeVisible();

  const other = await open();
  await other.goto(ACCOUNT);
  await signInThroughForm(other, { email, password: PASSWORD });
  await expect(other.getByRole("heading", { name: "One more step" })).toBeVisible();
  await other.goto(ACCOUNT);
  await expect(other.getByRole("heading", { name: "One more step" })).toBeVisible();
  await expectNoAxeFindings(other);
  await other.getByLabel("Code").fill("000000");
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByText("That code does not fit")).toBeVisible();
  await other.getByLabel("Code").fill(first);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByText("9 backup codes are left.")).toBeVisible();

  await endSessions(member);
  await other.getByLabel("About you").fill("Covers figures.");
  await other.getByRole("button", { name: "Save" }).first().click();
  const again = other.getByRole("dialog", { name: "Sign in again" });
  await again.getByLabel("E-mail address").fill(email);
  await again.getByLabel("Password").fill(PASSWORD);
  await again.getByRole("button", { name: "Sign in and send" }).click();
  await again.getByLabel("Code").fill(second);
  await again.getByRole("button", { name: "Sign in and send" }).click();
  await expect(other.getByText("what readers may know of you are saved")).toBeVisible();
});

test("a passkey is added, signs in without password and code, and does not any more once it is removed", async ({
  open,
}) => {
  test.slow();
  const email = `${unique()}@e2e.example`;
  await makeMember({ email, passwordHash: await hashPassword(PASSWORD) });
  const page = await open();
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(ACCOUNT);
  await signInThroughForm(page, { email, password: PASSWORD });
  const section = page.getByRole("region", { name: "Passkeys" });
  await section.getByLabel("Name of the passkey").fill("Phone");
  await section.getByLabel("Your password").fill("not the password");
  await section.getByRole("button", { name: "Add a passkey" }).click();
  await expect(section.getByText("That is not your present password.")).toBeVisible();
  await section.getByLabel("Your password").fill(PASSWORD);
  await section.getByRole("button", { name: "Add a passkey" }).click();
  const list = section.getByRole("list", { name: "Passkeys" });
  await expect(list.getByRole("listitem")).toContainText("Never used");
  await expectNoAxeFindings(page);

  await page.context().clearCookies();
  await page.goto(ACCOUNT);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(ACCOUNT);
  await expect(list.getByRole("listitem")).toContainText("Last used on");

  await list.getByRole("button", { name: "Remove: Phone" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(list).toBeHidden();
  await page.context().clearCookies();
  await page.goto(ACCOUNT);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByText("This passkey is not known here")).toBeVisible();
});
