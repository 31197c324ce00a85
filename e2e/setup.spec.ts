import { env } from "#lib/env.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { execute, migrate } from "../scripts/lib/database.ts";
import { freePort } from "../scripts/lib/ports.mjs";
import { startService } from "../scripts/lib/processes.ts";
import { expectAccessible, looksIn } from "./accessible.ts";
import { callAction } from "./actions.ts";
import { choose, expectToast, field, signInThroughForm, unfold } from "./desk.ts";
import { test as base, expect, expectNoAxeFindings } from "./fixtures.ts";

// A newsroom that begins: a web server of its own on a database without rows. The tests follow one another.

const PASSWORD = "the very first password";

const test = base.extend<object, { emptySite: string }>({
  emptySite: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const database = `proofmark_empty_${process.pid}`;
      const at = (name: string) => Object.assign(new URL(env.DATABASE_URL), { pathname: `/${name}` }).href;
      await execute(at("postgres"), [
        `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`,
        `CREATE DATABASE ${database}`,
      ]);
      await migrate(at(database));
      const port = await freePort();
      const url = `http://localhost:${port}`;
      const web = startService("The web server", ["scripts/web.ts"], {
        NODE_ENV: "production",
        DATABASE_URL: at(database),
        AUTH_SECRET: env.AUTH_SECRET,
        PUBLIC_URL: url,
        PORT: String(port),
        HOST: "127.0.0.1",
      });
      await web.ready;
      await use(url);
      await web.stop(5_000);
      await execute(at("postgres"), [`DROP DATABASE ${database} WITH (FORCE)`]);
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

test.describe.configure({ mode: "serial" });

test("every way in leads to the set-up while there is nobody", async ({ open, emptySite }) => {
  const page = await open(null, { baseURL: emptySite });
  for (const address of [
    "/",
    "/claims",
    "/corrections",
    "/methodology",
    "/login",
    "/desk",
    "/desk/queue",
    "/setup",
  ]) {
    await page.goto(address);
    await expect(page, address).toHaveURL("/setup");
  }
  await expect(page.getByRole("heading", { level: 1, name: "Set up your newsroom" })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoAxeFindings(page);
});

test("what is missing or wrong in the set-up is said beside its field, and what was typed stays", async ({
  open,
  emptySite,
}) => {
  const page = await open(null, { baseURL: emptySite });
  await page.goto("/setup");
  await page.getByRole("button", { name: "Set up the newsroom" }).click();
  for (const label of ["Name of the newsroom", "Your name", "E-mail address"]) {
    await expect(field(page, label)).toHaveAccessibleDescription(/Please fill this in\./);
  }
  await field(page, "Name of the newsroom").fill("x".repeat(201));
  await field(page, "Your name").fill("Ana Admin");
  await field(page, "E-mail address").fill("ana at home");
  await field(page, "Password").fill("short");
  await page.getByRole("button", { name: "Set up the newsroom" }).click();
  await expect(field(page, "Name of the newsroom")).toHaveAccessibleDescription(/at most 200 characters/);
  await expect(field(page, "E-mail address")).toHaveAccessibleDescription(/This is not an e-mail address\./);
  await expect(field(page, "Password")).toHaveAccessibleDescription(/at least 12 characters/);
  await expect(field(page, "Your name")).toHaveValue("Ana Admin");
});

test("the first visitor sets up the newsroom, and nobody can do it again", async ({
  open,
  requestAs,
  tolerate,
  emptySite,
}) => {
  tolerate(/status of 404/);
  const page = await open(null, { baseURL: emptySite });
  await page.goto("/setup");
  await field(page, "Name of the newsroom").fill("The Daily Beginning");
  await field(page, "Time zone").selectOption("Europe/Lisbon");
  await field(page, "Your name").fill("Ana Admin");
  await field(page, "E-mail address").fill("Ana@Beginning.example");
  await field(page, "Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set up the newsroom" }).click();
  await expect(page).toHaveURL("/desk");
  await expect(page.getByText("Nothing in your hands yet")).toBeVisible();
  await expect(page.getByRole("link", { name: "Members" })).toBeVisible();

  await page.goto("/setup");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  const again = {
    newsroomName: "Taken",
    timeZone: "UTC",
    name: "Eve",
    email: "eve@e2e.example",
    password: PASSWORD,
  };
  const call = { name: "setUpAction", path: `${emptySite}/login`, fields: again };
  expect(await (await callAction(await requestAs(null), call, emptySite)).text()).toContain(
    "This newsroom is already set up.",
  );
});

test("an empty newsroom says on every screen what will be there, and who signs in", async ({
  open,
  emptySite,
}) => {
  // axe looks at every screen in both themes.
  test.slow();
  const page = await open(null, { baseURL: emptySite });
  await page.goto("/");
  await expect(page.getByText("Nothing is published yet")).toBeVisible();
  await expectNoAxeFindings(page);
  await page.goto("/login");
  await expect(page.getByText("This is a demo")).toBeHidden();
  await signInThroughForm(page, { email: "ana@beginning.example", password: PASSWORD });
  await expect(page).toHaveURL("/desk");
  const screens = [
    ["/desk", "Nothing in your hands yet"],
    ["/desk/articles", "No articles yet"],
    ["/desk/claims", "No claims yet"],
    ["/desk/queue?view=all", "The queue is empty"],
    ["/desk/queue?view=mine", "Nothing in your hands"],
  ] as const;
  for (const [address, words] of screens) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: words })).toBeVisible();
    await expectNoAxeFindings(page);
  }
  await page.goto("/desk/queue");
  await page.getByRole("button", { name: "Take next" }).click();
  await expect(page.getByText("Nothing is waiting for you right now.")).toBeVisible();
});

test("an admin changes the newsroom, adds a member, changes their role and switches them off and on", async ({
  open,
  emptySite,
}) => {
  const admin = await open(null, { baseURL: emptySite });
  await admin.goto("/desk/settings");
  await signInThroughForm(admin, { email: "ana@beginning.example", password: PASSWORD });
  await field(admin, "Name").fill("The Daily Renamed");
  await choose(admin, "Three");
  await field(admin, "Sources a claim needs").selectOption("2");
  await admin.getByRole("button", { name: "Save", exact: true }).click();
  await expectToast(admin, "The settings are saved.");
  await admin.reload();
  await expect(admin.getByRole("radio", { name: /^Three/ })).toBeChecked();
  await expect(field(admin, "Sources a claim needs")).toHaveValue("2");

  const member = { name: "Ben Begin", email: "ben@beginning.example", password: "bens first password" };
  await admin.getByRole("link", { name: "Members" }).click();
  await admin.getByRole("link", { name: "Invite somebody" }).click();
  await field(admin, "E-mail address").fill(member.email);
  await admin.getByRole("button", { name: "Invite", exact: true }).click();
  const link = await admin.getByLabel(`Link for ${member.email}`).inputValue();

  // Programs that look at the link use nothing up.
  const page = await open(null, { baseURL: emptySite });
  expect((await page.request.get(link)).status()).toBe(200);
  await page.goto(link);
  await field(page, "Your name").fill(member.name);
  await field(page, "Password").fill(member.password);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page).toHaveURL(`${emptySite}/desk`);
  await admin.reload();
  await expect(admin.getByLabel(`Link for ${member.email}`)).toBeHidden();
  await admin.getByRole("link", { name: member.name }).click();
  const signedInAs = page.getByRole("navigation", { name: "Desk" });
  await expect(signedInAs.getByText("Reporter")).toBeVisible();
  await expect(page.getByRole("link", { name: "Members" })).toBeHidden();

  await choose(admin, "Reviewer");
  await admin.getByRole("button", { name: "Save", exact: true }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Change the role" }).click();
  await expectToast(admin, "Saved. A new role counts from their next click on.");
  await page.goto("/desk/queue");
  await expect(signedInAs.getByText("Reviewer")).toBeVisible();
  await expect(page.getByRole("button", { name: "Take next" })).toBeVisible();

  await admin.getByRole("button", { name: "Switch off" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  await expect(admin.getByRole("button", { name: "Switch on again" })).toBeVisible();
  await page.getByRole("link", { name: "Articles" }).click();
  await expect(page).toHaveURL(/\/login\?from=/);
  await signInThroughForm(page, member);
  await expect(page.getByText("This account is switched off.")).toBeVisible();

  await admin.getByRole("button", { name: "Switch on again" }).click();
  await expect(admin.getByRole("button", { name: "Switch off" })).toBeVisible();
  await signInThroughForm(page, member);
  await expect(page).toHaveURL("/desk/articles");

  await admin.getByRole("main").getByRole("link", { name: "Members" }).click();
  await admin.getByRole("main").getByRole("link", { name: "Ana Admin" }).click();
  await expect(admin.getByText("You cannot switch off your own account. Ask another admin.")).toBeVisible();
  await choose(admin, "Editor");
  await admin.getByRole("button", { name: "Save", exact: true }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Change the role" }).click();
  await expect(admin.getByText("This is the last admin. Make somebody else an admin first.")).toBeVisible();
});

test("an admin draws up other ratings, and readers get them once they are put into use", async ({
  open,
  emptySite,
}) => {
  // axe looks at every screen in both themes.
  test.slow();
  const admin = await open(null, { baseURL: emptySite });
  await admin.goto("/desk/settings");
  await signInThroughForm(admin, { email: "ana@beginning.example", password: PASSWORD });
  await admin.getByRole("link", { name: "Ratings" }).click();
  await expectNoAxeFindings(admin);
  await admin.getByRole("button", { name: "Change it" }).click();
  await expect(admin).toHaveURL("/desk/settings/ratings/draft");
  await unfold(admin, "Add a rating");
  await field(admin, "Label").fill("Too early to say");
  await field(admin, "Meaning").fill("What would settle it has not happened yet.");
  await field(admin, "Look").selectOption("unverified");
  await admin.getByRole("button", { name: "Add a rating" }).click();
  await expectToast(admin, "Added");
  // The page shows the next state of the draft: what is sent from the last one is refused.
  await expect(admin.getByRole("button", { name: "Retire Too early to say" })).toBeVisible();
  await unfold(admin, "Add a kind of problem");
  await field(admin, "Label").fill("Missing context");
  await field(admin, "Meaning").fill("What belongs to it was left out.");
  await admin.getByRole("button", { name: "Add a kind of problem" }).click();
  await expect(admin.getByText("Missing context", { exact: true })).toBeVisible();
  await admin.getByRole("button", { name: "Retire Mixed" }).click();
  await expect(admin.getByRole("button", { name: "Bring back Mixed" })).toBeVisible();
  await expectNoAxeFindings(admin);

  const reader = await open(null, { baseURL: emptySite });
  const meanings = reader.getByRole("region", { name: "What our ratings mean" });
  await reader.goto("/methodology");
  await expect(meanings.getByText("Mixed")).toBeVisible();
  await expect(meanings.getByText("Too early to say")).toBeHidden();
  await admin.getByRole("button", { name: "Put into use" }).click();
  await admin.getByRole("alertdialog").getByRole("button", { name: "Put into use" }).click();
  // The draft had this name too.
  await expect(admin).toHaveURL("/desk/settings/ratings");
  await expect(admin.getByText("Six steps, version 2")).toBeVisible();
  await reader.reload();
  await expect(meanings.getByText("Too early to say")).toBeVisible();
  await expect(meanings.getByText("Mixed")).toBeHidden();
  await expect(reader.getByText("What belongs to it was left out.")).toBeVisible();
});

test("who is about to sign in reads the newsroom's language, and can use every page on the way", async ({
  open,
  emptySite,
}) => {
  test.slow();
  const admin = await open(null, { baseURL: emptySite });
  await admin.goto("/desk/settings");
  await signInThroughForm(admin, { email: "ana@beginning.example", password: PASSWORD });
  const anybody = await open(null, { baseURL: emptySite });
  let { common, members } = wordsFor("en");
  for (const locale of ["de", "ar"] as const) {
    await field(admin, members.newsroom.locale).selectOption(locale);
    await admin.getByRole("button", { name: common.save, exact: true }).click();
    await expect(admin.locator("html")).toHaveAttribute("lang", locale);
    ({ common, members } = wordsFor(locale));
    for (const address of ["/login", "/forgot", "/forgot?notice=sent", "/sign-in"]) {
      await anybody.goto(address);
      await expect(anybody.locator("html")).toHaveAttribute("lang", locale);
      await expectAccessible(anybody, looksIn(locale));
    }
  }
});
