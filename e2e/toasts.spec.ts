import { claimForm, dragOver, expectToast } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { openArticle, PHONE, press } from "./selecting.ts";

test("of many notes the last two are seen, and none lies over what is pressed next", async ({ open }) => {
  const { page } = await openArticle(open);
  const words = ["The bridge cost", "The council paid", "It carries forty thousand"];
  for (const [at, chosen] of words.entries()) {
    await dragOver(page, chosen);
    await page.keyboard.press("c");
    await expect(claimForm(page)).toBeVisible();
    await press(page, "Enter");
    await expectToast(page, `Claim ${at + 1} created`);
  }
  const notes = page.getByRole("region", { name: "Messages" }).getByText(/^Claim \d created$/);
  await expect(notes.filter({ visible: true })).toHaveText(["Claim 3 created", "Claim 2 created"]);

  await page.keyboard.press("s");
  await expect(page.getByRole("listbox", { name: "Sentences of the article" })).toBeFocused();
  await page.getByRole("button", { name: "Make a claim" }).click({ trial: true });
  await expect(notes.first()).toBeVisible();
});

test("keys mean what they mean elsewhere while one has the focus of whoever pressed in it", async ({
  open,
}) => {
  const { page } = await openArticle(open);
  await dragOver(page, "The bridge cost");
  await page.keyboard.press("c");
  await expect(claimForm(page)).toBeVisible();
  await press(page, "Enter");
  const note = page.getByRole("region", { name: "Messages" }).getByText("Claim 1 created");
  await note.click();
  await expect(note).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.getByRole("listbox", { name: "Sentences of the article" })).toBeFocused();
});

test("on a phone none lies over the buttons of what comes from below", async ({ open }) => {
  const { page } = await openArticle(open, { options: PHONE });
  await page.getByText("The bridge cost").tap();
  await page
    .getByRole("toolbar", { name: "Chosen words" })
    .getByRole("button", { name: "Claim", exact: true })
    .tap();
  await claimForm(page).getByRole("button", { name: "Create claim" }).tap();
  await expectToast(page, "Claim 1 created");
  await page.getByRole("button", { name: "1 claim here" }).tap();
  const edit = page.getByRole("dialog").getByRole("button", { name: "Edit" });
  await edit.tap();
  const save = page.getByRole("form", { name: "Claim 1" }).getByRole("button", { name: "Save" });
  await save.tap({ trial: true });
  await expect(page.getByRole("region", { name: "Messages" }).getByText("Claim 1 created")).toBeVisible();
});
