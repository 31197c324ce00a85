import { makeClaim } from "#lib/testing/factories.ts";
import { expectToast, field } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

test("a source is attached without the pointer, its address typed without a scheme", async ({ open }) => {
  const author = await person("reporter");
  const claim = await makeClaim({ author });
  const page = await open(author);
  await page.goto("/desk");
  await page.getByRole("article").getByRole("link", { name: "NATO was founded in 1949" }).click();
  await expect(page).toHaveURL(`/desk/claims/${claim.id}`);
  const title = `The treaty ${unique()}`;
  const evidence = page.getByRole("region", { name: "Evidence" });

  await page.getByRole("link", { name: "Attach a source" }).click();
  await expect(field(evidence, "Web address")).toBeFocused();
  await page.keyboard.type(`www.nato.example/treaty-${title.slice(-6)}`);
  await field(evidence, "Title").fill(title);
  await field(evidence, "Quoted words").fill("Twelve states signed.");
  await evidence.getByText("Refutes").click();
  await field(evidence, "Quoted words").focus();
  await page.keyboard.press("Control+Enter");
  await expectToast(page, "Source attached");
  await expect(evidence.getByRole("link", { name: title })).toHaveAttribute(
    "href",
    `https://www.nato.example/treaty-${title.slice(-6)}`,
  );

  // The way to the form is no step of its own.
  await page.goBack();
  await expect(page).toHaveURL("/desk");
});
