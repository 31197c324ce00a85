import { readFile } from "node:fs/promises";
import { makeMember, makeTip } from "#lib/testing/factories.ts";
import { expect, expectNoAxeFindings, test, unique } from "./fixtures.ts";

test("an admin finds what somebody sent, hands it over and erases it", async ({ open }) => {
  const email = `rita-${unique()}@home.example`;
  const words = `The mayor never said that, says ${unique()}.`;
  await makeTip({ kind: "claim", email, words });
  await makeTip({ kind: "claim", email: email.toUpperCase(), words: "And another thing." });
  const page = await open(await makeMember({ role: "admin" }));
  await page.goto("/desk/settings/people");
  const find = page.getByLabel("Their e-mail address");
  await find.fill(`nobody-${unique()}@home.example`);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText(/Nothing that is kept here came from this address/)).toBeVisible();
  await find.fill(` ${email} `);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("list", { name: "What they sent" })).toContainText(words);
  await expect(page.getByText("2 things sent")).toBeVisible();
  expect(page.url()).not.toContain("home.example");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download what we hold" }).click(),
  ]);
  expect(JSON.parse(await readFile(await file.path(), "utf8"))).toMatchObject({ tips: [{ words }, {}] });
  await expectNoAxeFindings(page);

  await page.getByLabel("Why it is erased").fill(`${email} asked`);
  await page.getByLabel("Their e-mail address").fill(email);
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Write it without their address.")).toBeVisible();
  await page.getByLabel("Why it is erased").fill("Asked by letter of 3 March");
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("It is erased: 2 things they sent.")).toBeVisible();
  await expect(page.getByText("Their address stands nowhere else.")).toBeVisible();
  await page.getByRole("link", { name: "Find somebody else" }).click();
  await page.getByLabel("Their e-mail address").fill(email);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText(/Nothing that is kept here came from this address/)).toBeVisible();
  await page.goto("/desk/audit?kind=person");
  await expect(page.getByText("Asked by letter of 3 March")).toBeVisible();
});

test("what somebody sent without an address is erased from where it stands", async ({ open }) => {
  const words = `My neighbour knows, says ${unique()}.`;
  const { id } = await makeTip({ kind: "claim", email: null, words });
  const page = await open(await makeMember({ role: "admin" }));
  await page.goto(`/desk/tips#tip-${id}`);
  const tip = page.getByRole("article").filter({ hasText: words });
  await tip.getByRole("link", { name: "Hand over or erase what they sent" }).click();
  await expect(page.getByRole("heading", { name: "Somebody without an address" })).toBeVisible();
  await expect(page.getByLabel("Their e-mail address")).toHaveCount(0);
  await page.getByLabel("Why it is erased").fill("Asked by letter of 4 March");
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("It is erased: 1 thing they sent.")).toBeVisible();
  await page.goto("/desk/audit?kind=person");
  await expect(page.getByText("Asked by letter of 4 March")).toBeVisible();
});
