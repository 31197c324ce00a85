import { db } from "#lib/db/client.ts";
import { makeClaim, makeEvidence, makeSnapshot, sourceOf } from "#lib/testing/factories.ts";
import { startArticleServer } from "./article-server.ts";
import { expectToast, field } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

const pageOf = (title: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>${title}</title><meta property="og:site_name" content="The Registry"></head><body>
<nav><a href="/">Home</a></nav><article><h1>${title}</h1>
<p>The Parties agree that an armed attack against one or more of them in Europe or North America shall be considered an attack against them all.</p>
<table><tr><th>State</th><th>Signed</th></tr><tr><td>Norway</td><td>4 April 1949</td></tr></table>
<p>Any State so invited may become a Party to the Treaty by depositing its instrument of accession with the government.</p>
</article><script>document.title = "Caught"</script></body></html>`;

test("a copy of a source is kept when it is attached, and told about without a reload", async ({ open }) => {
  await using server = await startArticleServer();
  const author = await person("reporter");
  const claim = await makeClaim({ author });
  const page = await open(author);
  await page.goto(`/desk/claims/${claim.id}`);
  const evidence = page.getByRole("region", { name: "Evidence" });
  const title = `The treaty of ${unique()}`;
  const url = server.serve("/nothing-yet", "").replace("nothing-yet", "treaty");

  await page.getByRole("link", { name: "Attach a source" }).click();
  await field(evidence, "Web address").fill(url);
  await evidence.getByText("Supports").click();
  await evidence.getByRole("button", { name: "Attach a source" }).click();
  await expectToast(page, "Source attached");
  await expect(evidence.getByText("No copy was kept. The site answered with an error (404).")).toBeVisible();

  server.serve("/treaty", pageOf(title));
  await evidence.getByRole("button", { name: "Try again" }).click();
  await expect(evidence.getByRole("link", { name: title })).toBeVisible();
  await expect(evidence.getByText("The Registry")).toBeVisible();
  await evidence.getByRole("link", { name: "Kept copy" }).click();

  await expect(page.getByRole("heading", { level: 1, name: /^Kept copy of / })).toBeVisible();
  await expect(page.getByText("shall be considered an attack against them all.")).toBeVisible();
  await expect(page.getByRole("cell", { name: "4 April 1949" })).toBeVisible();
  await expect(page.getByText("Home", { exact: true })).toBeHidden();
  await expect(page).toHaveTitle(new RegExp(title));
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the file as it was read" }).click();
  expect((await download).suggestedFilename()).toMatch(/^[0-9a-f]{16}\.html$/);
});

test("the words that matter are chosen in the kept copy, and a quote that does not stand there is told", async ({
  open,
}) => {
  const author = await person("reporter");
  const claim = await makeClaim({ author });
  const { id } = await makeEvidence({
    actor: author,
    claimId: claim.id,
    quote: "Thirteen states signed it.",
  });
  const text = "The treaty\n\nTwelve states signed it. Norway did.\n\nSo did Denmark, a day later.";
  await makeSnapshot({ sourceId: await sourceOf(id), text });
  const page = await open(author);
  await page.goto(`/desk/claims/${claim.id}`);
  const evidence = page.getByRole("region", { name: "Evidence" });
  await expect(evidence.getByText(/^Not found in the kept copy/)).toBeVisible();
  await evidence.getByRole("link", { name: "Choose the words" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Choose the words" })).toBeVisible();
  await expect(page.getByRole("listbox", { name: "Sentences of the kept copy" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: "Twelve states signed it." })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("Enter");
  await expect(evidence.getByText("Found in the kept copy")).toBeVisible();
  await expect(evidence.getByRole("blockquote")).toHaveText("Twelve states signed it.");

  await evidence.getByRole("link", { name: "Choose the words" }).click();
  await page.getByRole("option", { name: "So did Denmark, a day later." }).click();
  await page.getByRole("button", { name: "Quote these words" }).click();
  await expect(evidence.getByRole("blockquote")).toHaveText("So did Denmark, a day later.");
});

test("the file of a kept copy is for members, and no browser opens it as a page", async ({ requestAs }) => {
  const author = await person("reporter");
  const claim = await makeClaim({ author });
  const { id: evidenceId } = await makeEvidence({ actor: author, claimId: claim.id });
  const { id } = await makeSnapshot({
    sourceId: await sourceOf(evidenceId),
    text: "<script>alert(1)</script> is what the page said, and nothing else at all.",
  });
  const gone = await person("admin");
  const [nobody, disabled] = [await requestAs(null), await requestAs(gone)];
  await db.member.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
  const address = `/api/desk/snapshots/${id}/file`;
  for (const request of [nobody, disabled]) expect((await request.get(address)).status()).toBe(401);

  const member = await requestAs(await person("reporter"));
  const answer = await member.get(address);
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("<script>alert(1)</script>");
  expect(answer.headers()).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": expect.stringMatching(/^attachment; filename="[0-9a-f]{16}\.txt"$/),
    "content-security-policy": expect.stringContaining("sandbox"),
    "x-content-type-options": "nosniff",
  });
  for (const nowhere of ["nothing", "01990000-0000-7000-8000-000000000000", "..%2f..%2fetc%2fpasswd"])
    expect((await member.get(`/api/desk/snapshots/${nowhere}/file`)).status(), nowhere).toBe(404);
});
