import { codeAt } from "#lib/auth/totp.ts";
import { db } from "#lib/db/client.ts";
import { makeMember, makeSecondStep, makeSignInKey } from "#lib/testing/factories.ts";
import { lettersTo } from "#lib/testing/letterbox.ts";
import { textOf } from "#lib/testing/mail-server.ts";
import { signInThroughForm } from "./desk.ts";
import { demoMember, expect, expectNoAxeFindings, person, signIn, test, unique } from "./fixtures.ts";

test("the demo says who can sign in and fills the form in, and signing out ends the session", async ({
  open,
}) => {
  const page = await open();
  await page.goto("/");
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(
    page.getByRole("region", { name: "This is a demo" }).getByText("proofmark-demo"),
  ).toBeVisible();
  await page.getByRole("link", { name: "Use Robin Reporter’s account" }).click();
  await expect(page.getByLabel("E-mail address")).toHaveValue("reporter@demo.example");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/desk");
  await expect(page.getByRole("heading", { name: "Your drafts" })).toBeVisible();

  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.context().addCookies(cookies);
  await page.goto("/desk");
  await expect(page).toHaveURL(/\/login\?from=%2Fdesk$/);
});

test("signing in leads back to the page that was asked for, with its query", async ({ open }) => {
  const page = await open();
  await page.goto("/desk/queue?view=ready");
  await signInThroughForm(page, { email: "Editor@Demo.example ", password: "proofmark-demo" });
  await expect(page).toHaveURL("/desk/queue?view=ready");
});

test("every screen of the demo has something in it", async ({ open }) => {
  const page = await open();
  await signIn(page.context(), await demoMember("editor"));
  await page.goto("/desk/queue?view=all");
  const list = page.getByRole("list", { name: "Claims in this view" });
  for (const stage of ["First opinion", "Second opinion", "Adjudication"]) {
    await expect(list.getByText(stage).first()).toBeVisible();
  }
  for (const state of [
    "Draft",
    "Queued",
    "In review",
    "Second review",
    "Adjudication",
    "Ready",
    "Published",
    "Dismissed",
  ]) {
    await page.goto("/desk/claims");
    await page
      .getByRole("navigation", { name: "State of the claim" })
      .getByRole("link", { name: state })
      .click();
    await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
  }
  await page.goto("/claims?q=Denmark");
  await expect(page.getByRole("link", { name: "Denmark is a founding member of NATO." })).toBeVisible();
});

test("an admin hands over a link by which a member chooses a new password, once", async ({ open }) => {
  const [admin, member] = await Promise.all([person("admin"), person("reporter")]);
  const page = await open(admin);
  await page.goto(`/desk/settings/members/${member.id}`);
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.getByLabel("Link for a new password").inputValue();

  const theirs = await open();
  // Programs that look at the link use nothing up.
  expect((await theirs.request.get(link)).status()).toBe(200);
  await theirs.goto(link);
  await theirs.getByLabel("New password").fill("password123456");
  await theirs.getByRole("button", { name: "Change the password" }).click();
  await expect(theirs.getByText("Many people have this password")).toBeVisible();
  await theirs.getByLabel("New password").fill("a ladder under seven maps");
  await theirs.getByRole("button", { name: "Change the password" }).click();
  await expect(theirs.getByText("Your password is changed")).toBeVisible();
  const { email } = await db.member.findUniqueOrThrow({ where: { id: member.id } });
  await signInThroughForm(theirs, { email, password: "a ladder under seven maps" });
  await expect(theirs).toHaveURL("/desk");
  await theirs.goto(link);
  await expect(theirs.getByText("This link was used already.")).toBeVisible();
});

/** The last link in the letter that came for somebody. */
async function linkMailedTo(address: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      const [letter] = await lettersTo(address);
      link = letter && textOf(letter).match(/https?:\S+/u)?.[0];
      return link;
    })
    .toBeDefined();
  return link ?? "";
}

test("a letter's link signs in by a button, once, and nothing that only looks at it uses it up", async ({
  open,
}) => {
  const email = `${unique()}@e2e.example`;
  await makeMember({ email });
  const page = await open();
  await page.goto("/login");
  await page.getByRole("link", { name: "Send me a link to sign in by" }).click();
  await page.getByLabel("E-mail address").fill(email.toUpperCase());
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByText("Look into your mail")).toBeVisible();
  await expectNoAxeFindings(page);
  const link = await linkMailedTo(email);
  const looked = await page.request.get(link);
  expect([looked.status(), looked.headers()["referrer-policy"]]).toEqual([200, "strict-origin"]);
  // A scanner that draws the page, with a browser of its own.
  await (await open()).goto(link);
  await page.goto(link);
  await expectNoAxeFindings(page);
  await page.getByRole("button", { name: "Sign me in" }).click();
  await expect(page).toHaveURL("/desk");
  const other = await open();
  await other.goto(link);
  await expect(other.getByText("This link was used already.")).toBeVisible();
  await expect(other.getByRole("button", { name: "Sign me in" })).toBeHidden();
});

test("who forgot their password chooses a new one by a letter's link, once", async ({ open }) => {
  const email = `${unique()}@e2e.example`;
  await makeMember({ email });
  const page = await open();
  await page.goto("/login");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByText("Look into your mail")).toBeVisible();
  const link = await linkMailedTo(email);
  await page.goto(link);
  await page.getByLabel("New password").fill("a ladder under seven maps");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await signInThroughForm(page, { email, password: "a ladder under seven maps" });
  await expect(page).toHaveURL("/desk");
  await page.goto(link);
  await expect(page.getByText("This link was used already.")).toBeVisible();
});

test("a link by e-mail asks for the second step where there is one", async ({ open }) => {
  const careful = await person("reporter");
  const { secret } = await makeSecondStep(careful);
  const page = await open();
  await page.goto(`/sign-in/${(await makeSignInKey(careful)).key}`);
  await page.getByRole("button", { name: "Sign me in" }).click();
  await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
  await page.goto("/desk");
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel("Code").fill(codeAt({ secret, now: new Date() }));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/desk");
});
