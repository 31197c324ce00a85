import { field } from "./desk.ts";
import { expect, person, test } from "./fixtures.ts";

test("pages and views open though nothing that was asked for ahead is ever answered", async ({ open }) => {
  const page = await open(await person("reporter"));
  await page.route(/[?&]_rsc=/, (route) => {
    const isAhead = route.request().headers()["next-router-prefetch"] !== undefined;
    return isAhead ? undefined : route.continue();
  });
  await page.goto("/desk");
  await page.getByRole("link", { name: "Articles" }).click();
  await page.getByRole("link", { name: "New article" }).click();
  await page.getByRole("link", { name: "Paste", exact: true }).click();
  await expect(field(page, "Text of the article")).toBeVisible();
  await expect(page).toHaveURL("/desk/articles/new?way=paste");
});
