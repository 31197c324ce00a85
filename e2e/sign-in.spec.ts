import { signInThroughForm } from "./desk.ts";
import { demoMember, expect, signIn, test } from "./fixtures.ts";

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
  await page.getByRole("button", { name: "Sign in" }).click();
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
