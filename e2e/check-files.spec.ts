import { makeMember } from "#lib/testing/factories.ts";
import { expect, expectNoAxeFindings, test, unique } from "./fixtures.ts";

test("an admin sees what an archive would bring, says what its ratings mean, and imports just that", async ({
  open,
}) => {
  const [first, second] = [unique(), unique()];
  const lines = [
    "claim,url,rating,date",
    `The bridge ${first} cost ten million,https://old.example/${first},False,2024-06-22`,
    `The tunnel ${second} is finished,https://old.example/${second},Pants on Fire,2024-06-23`,
    `The lake is dry,,False,2024-06-24`,
  ];
  const page = await open(await makeMember({ role: "admin" }));
  await page.goto("/desk/settings/checks");
  await page.getByText("Our own archive", { exact: true }).click();
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: `archive-${first}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(lines.join("\n")),
  });
  await page.getByRole("button", { name: "See what would come in" }).click();
  await expect(page.getByText("1 check would come in. 2 rows would not.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Would come in" })).toContainText(`The bridge ${first}`);
  await page.getByRole("link", { name: /Without an address/ }).click();
  await expect(page.getByText(/do not say where the check was published/)).toBeVisible();
  await expect(page.getByRole("list", { name: "Without an address" })).toContainText("The lake is dry");
  await expectNoAxeFindings(page);

  await page.getByLabel("Pants on Fire (1)").selectOption("False");
  await page.getByRole("button", { name: "Look again with these" }).click();
  await expect(page.getByText("2 checks would come in. 1 row would not.")).toBeVisible();
  await page.getByRole("button", { name: "Import 2 checks" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("2 checks came in.")).toBeVisible();

  const reader = await open();
  await reader.goto(`/claims?q=${second}`);
  await expect(reader.getByRole("link", { name: new RegExp(second) })).toBeVisible();
});
