import type { Page } from "@playwright/test";
import { hashPassword } from "#lib/auth/passwords.ts";
import { env } from "#lib/env.ts";
import { makeMember } from "#lib/testing/factories.ts";
import { startSignInProvider } from "#lib/testing/sign-in-provider.ts";
import { signInThroughForm, unfold } from "./desk.ts";
import { expect, expectNoAxeFindings, test, unique } from "./fixtures.ts";

const ACCOUNT = "/desk/settings/account";
const PASSWORD = "four words in a row";
const PROVIDER = "Example login";

/** What is done on the provider's own pages. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("one signs in by the newsroom's provider, is told when one may not, and links and unlinks an account", async ({
  open,
  tolerate,
}) => {
  test.slow();
  // The provider's pages ask for a picture of their own.
  tolerate(new RegExp(`^${env.OIDC_ISSUER}`));
  const issuer = new URL(env.OIDC_ISSUER);
  const provider = await startSignInProvider(`${env.PUBLIC_URL}/api/auth/oidc/callback`, Number(issuer.port));
  const known = (login: string, email: string) =>
    provider.accounts.set(login, { email, email_verified: true, name: `Ada ${login}` });
  try {
    const [fresh, foreign, own] = [unique(), unique(), unique()];
    known(fresh, `${fresh}@desk.example`);
    known(foreign, `${foreign}@elsewhere.example`);
    known(own, `another-${own}@desk.example`);

    const page = await open();
    await page.goto(ACCOUNT);
    await page.getByRole("link", { name: `Sign in with ${PROVIDER}` }).click();
    await signInThere(page, fresh);
    await expect(page).toHaveURL(ACCOUNT);
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`Ada ${fresh}`);
    const section = page.getByRole("region", { name: "Sign-in provider" });
    await expect(section.getByRole("listitem")).toContainText(PROVIDER);
    await expect(section.getByText("It is your only way in.")).toBeVisible();
    await expect(section.getByRole("button")).toHaveCount(0);
    await expectNoAxeFindings(page);

    const other = await open();
    await other.goto("/login");
    await other.getByRole("link", { name: `Sign in with ${PROVIDER}` }).click();
    await signInThere(other, foreign);
    await expect(
      other.getByText("is not one of this newsroom’s. Sign in there with the newsroom’s"),
    ).toBeVisible();

    const email = `${unique()}@elsewhere.example`;
    await makeMember({ email, passwordHash: await hashPassword(PASSWORD) });
    const third = await open();
    await third.goto(ACCOUNT);
    await signInThroughForm(third, { email, password: PASSWORD });
    const theirs = third.getByRole("region", { name: "Sign-in provider" });
    await unfold(theirs, `Link an account of ${PROVIDER}`);
    await theirs.getByLabel("Your password").fill("not the password");
    await theirs.getByRole("button", { name: "Link an account" }).click();
    await expect(theirs.getByText("That is not your present password.")).toBeVisible();
    await theirs.getByLabel("Your password").fill(PASSWORD);
    await theirs.getByRole("button", { name: "Link an account" }).click();
    await theirs.getByRole("link", { name: `Go on to ${PROVIDER}` }).click();
    await signInThere(third, own);
    await expect(third).toHaveURL(`${ACCOUNT}#provider`);
    await expect(theirs.getByRole("listitem")).toContainText("Linked on");
    await expectNoAxeFindings(third);

    await theirs.getByRole("button", { name: `Unlink: ${PROVIDER}` }).click();
    await third.getByRole("alertdialog").getByRole("button", { name: "Unlink" }).click();
    await expect(theirs.getByRole("listitem")).toHaveCount(0);
    await expect(theirs.getByText(`Link an account of ${PROVIDER}`)).toBeVisible();
  } finally {
    await provider.close();
  }
});
