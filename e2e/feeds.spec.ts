import { makeMember } from "#lib/testing/factories.ts";
import { startArticleServer } from "./article-server.ts";
import { expect, expectNoAxeFindings, test, unique } from "./fixtures.ts";

test("an editor has a feed watched, and what is new in it waits to be saved", async ({ open }) => {
  await using site = await startArticleServer();
  const title = `The bridge ${unique()}`;
  const address = site.serve(
    `/bridge-${unique()}`,
    `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>${"The bridge cost ten million. ".repeat(20)}</p></article>`,
  );
  const item = (name: string, link: string) => `<item><title>${name}</title><link>${link}</link></item>`;
  const feed = site.serve(`/${unique()}.xml`, {
    contentType: "application/rss+xml",
    body: `<rss version="2.0"><channel><title>Paper ${title}</title>${item(title, address)}${item("Rain", `${address}?rain`)}</channel></rss>`,
  });
  const page = await open(await makeMember({ role: "editor" }));
  await page.goto("/desk/feeds");
  const form = page.getByRole("region", { name: "Watch a feed" });
  await form.getByLabel("Address of the feed").fill(feed);
  await form.getByLabel("Only with one of these words").fill("bridge, tunnel");
  await form.getByRole("button", { name: "Watch it" }).click();
  await expect(page.getByText("The feed is watched.")).toBeVisible();
  const incoming = page.getByRole("link", { name: title });
  await expect(async () => {
    await page.reload();
    await expect(incoming).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("link", { name: "Rain" })).toHaveCount(0);
  await expectNoAxeFindings(page);

  const name = `Paper ${title}`;
  const own = page.getByRole("form", { name: `Change ${name}` });
  await own.getByLabel("Watch it").uncheck();
  await own.getByRole("button", { name: "Save" }).click();
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: name })
      .getByText(/Switched off/),
  ).toBeVisible();
  await page.getByRole("button", { name: `Remove ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("The feed is removed.")).toBeVisible();
  await expect(page.getByRole("heading", { name })).toHaveCount(0);
  await incoming.click();
  await expect(page.getByRole("button", { name: "Save article" })).toBeVisible();
});

test("the bookmark opens the desk's form with the page's address, and does nothing else", async ({
  open,
}) => {
  const page = await open(await makeMember());
  await page.goto("/desk/settings/account");
  const bookmark = page.getByRole("link", { name: "Check this article" });
  await expect(bookmark).toHaveAttribute("href", /^javascript:/);
  const script = (await bookmark.getAttribute("href"))?.slice("javascript:".length) ?? "";
  const read = await open();
  await read.goto("/claims?q=bridge&sort=date");
  const [opened] = await Promise.all([read.context().waitForEvent("page"), read.evaluate(script)]);
  await expect(opened).toHaveURL(/\/login\?from=/);
  const from = new URL(opened.url()).searchParams.get("from") ?? "";
  await page.goto(from);
  await expect(page.getByLabel("Web address of the article")).toHaveValue(read.url());
});
