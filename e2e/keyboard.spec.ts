import type { Locator, Page } from "@playwright/test";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { Role } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { makeArticle } from "#lib/testing/factories.ts";
import { claimForm, expectToast } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

const PASSWORD = "nothing but these keys";

/** Goes on with the Tab key until the focus is there: what cannot be reached fails. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not reach ${target}`);
}

async function tabAndType(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(words);
}

async function tabAndPress(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Reaches a group of radio buttons and chooses by the arrow keys. */
async function chooseByArrows(page: Page, group: string, name: string): Promise<void> {
  const radios = page.getByRole("group", { name: group }).getByRole("radio");
  await tabTo(page, radios.first());
  await page.keyboard.press("Space");
  const wanted = page.getByRole("group", { name: group }).getByRole("radio", { name, exact: true });
  for (let presses = 0; !(await wanted.isChecked()); presses++) {
    expect(presses).toBeLessThan(10);
    await page.keyboard.press("ArrowRight");
  }
}

test("the keyboard alone makes a claim, attaches a source, judges it twice and publishes it", async ({
  open,
}) => {
  test.slow();
  const passwordHash = await hashPassword(PASSWORD);
  const author = await person("reporter", { passwordHash });
  const title = `By keys ${unique()}`;
  await makeArticle({ actor: author, title });
  const signIn = async (actor: { id: string }, path: string): Promise<Page> => {
    const { email } = await db.member.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } });
    const page = await open(null, { viewport: { width: 1440, height: 900 } });
    await page.goto(path);
    await expect(page.getByLabel("E-mail address")).toBeFocused();
    await page.keyboard.type(email);
    await tabAndType(page, page.getByLabel("Password"), PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL(path);
    return page;
  };
  const newMember = (role: Role) => person(role, { passwordHash });

  const claimPath = await test.step("the reporter", async () => {
    const page = await signIn(author, "/desk/articles");
    await tabAndPress(page, page.getByRole("link", { name: "Skip to content" }));
    await tabAndPress(page, page.getByRole("link", { name: title }));
    // Only with its script does the page know keys.
    await expect(page.getByText("Changes by colleagues appear as they happen")).toBeAttached();

    await page.keyboard.press("s");
    await expect(page.getByRole("listbox", { name: "Sentences of the article" })).toBeFocused();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    for (const _ of [".", "first", "at"]) await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Enter");
    const statement = claimForm(page).getByLabel("Claim in one checkable sentence");
    await expect(statement).toBeFocused();
    await expect(statement).toHaveValue("It had twelve members");
    await page.keyboard.type(" in 1949, NATO I mean.");
    await page.keyboard.press("Control+Enter");
    await expectToast(page, "Claim 1 created");
    await expect(page.getByRole("link", { name: /^It had twelve members in 1949/ })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/desk/claims/*");

    const evidence = page.getByRole("region", { name: "Evidence" });
    await tabAndType(page, evidence.getByLabel("Web address").first(), "https://nato.example/treaty");
    await tabAndType(page, evidence.getByLabel("Title"), "The treaty");
    await tabTo(page, evidence.getByLabel("Kind of source"));
    await page.keyboard.type("Prim");
    await chooseByArrows(page, "What it says of the claim", "Refutes");
    await tabAndPress(page, evidence.getByText("Author, note, kept copy, who may see it"));
    await tabAndType(page, evidence.getByLabel("Why there is no kept copy"), "It does not change.");
    await tabAndPress(page, evidence.getByRole("button", { name: "Attach a source" }));
    await expectToast(page, "Source attached");

    const notes = page.getByRole("region", { name: "For publication" });
    await tabAndPress(page, notes.getByText("Edit the notes"));
    await tabAndType(
      page,
      notes.getByLabel("What was looked for on the other side"),
      "Nothing else was found.",
    );
    await tabAndPress(page, notes.getByRole("button", { name: "Save the notes" }));
    await expectToast(page, "Notes saved");
    await tabAndPress(page, page.getByRole("button", { name: "Submit for review" }));
    await expectToast(page, /^Submitted/);
    return new URL(page.url()).pathname;
  });

  for (const reviewer of [await newMember("reviewer"), await newMember("reviewer")]) {
    await test.step("a reviewer", async () => {
      const page = await signIn(reviewer, claimPath);
      await tabAndPress(page, page.getByRole("button", { name: "Take it", exact: true }));
      await expect(page.getByRole("button", { name: "Commit verdict" })).toBeVisible();
      await chooseByArrows(page, "Rating", "Mixed");
      await tabAndType(
        page,
        page.getByRole("textbox", { name: "Conclusion, in one sentence" }),
        "It is half so.",
      );
      await tabAndType(page, page.getByRole("textbox", { name: "Why", exact: true }), "Count them.");
      await tabAndPress(page, page.getByRole("button", { name: "Commit verdict" }));
      await expectToast(page, "Verdict committed");
    });
  }

  await test.step("the editor", async () => {
    const page = await signIn(await newMember("editor"), claimPath);
    await tabAndPress(page, page.getByRole("button", { name: "Publish", exact: true }));
    const dialog = page.getByRole("alertdialog", { name: "Publish this verdict?" });
    await tabAndPress(page, dialog.getByRole("button", { name: "Publish", exact: true }));
    await expectToast(page, "Published");
    await tabAndPress(page, page.getByRole("link", { name: "See the public page" }));
    await expect(page.getByRole("region", { name: "Verdict" }).getByText("It is half so.")).toBeVisible();
  });
});

test("a dialog keeps the focus inside and gives it back, and the queue's keys move through it", async ({
  open,
}) => {
  const page = await open(await person("reviewer"), { viewport: { width: 1440, height: 900 } });
  await page.goto("/desk/queue?view=all");
  const links = page.getByRole("list", { name: "Claims in this view" }).getByRole("link");
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(links.first()).toBeFocused();

  const help = page.getByRole("button", { name: "Keyboard shortcuts" });
  await tabAndPress(page, help);
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const hasFocus = () => dialog.evaluate((element) => element.contains(document.activeElement));
  await expect.poll(hasFocus).toBe(true);
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press("Tab");
    // Past its edges the focus goes over a guard, which sends it round.
    await expect.poll(hasFocus).toBe(true);
  }
  await tabAndPress(page, dialog.getByRole("checkbox"), "Space");
  await page.keyboard.press("Escape");
  await expect(help).toBeFocused();
  await page.keyboard.press("j");
  await expect(help).toBeFocused();
});
