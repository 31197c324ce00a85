import { makeClaim, makeEvidence, sourceOf } from "#lib/testing/factories.ts";
import { expectToast, field, unfold } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

test("a source is found, described, chosen for another claim by keys, and merged", async ({ open }) => {
  const editor = await person("editor");
  const word = unique();
  const [cited, other, twin] = [await makeClaim(), await makeClaim({ author: editor }), await makeClaim()];
  const cite = async (claim: typeof cited, title: string) =>
    sourceOf((await makeEvidence({ actor: claim.author, claimId: claim.id, title, publisher: null })).id);
  const keptId = await cite(cited, `The treaty of ${word}`);
  const goneId = await cite(twin, `Treaty ${word}, scanned`);

  const page = await open(editor);
  await page.goto("/desk");
  await page.getByRole("link", { name: "Sources" }).click();
  await page.getByRole("searchbox", { name: "Search titles, addresses and publishers" }).fill(word);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: `Treaty ${word}, scanned` })).toBeVisible();
  await page.getByRole("link", { name: `The treaty of ${word}` }).click();

  await unfold(page, "Edit the source");
  await field(page, "Publisher").fill(`Registry ${word}`);
  await field(page, "How reliable it is").fill("Compared with the original.");
  await page.getByRole("button", { name: "Save" }).click();
  await expectToast(page, "Source saved");
  await expect(page.getByText("Compared with the original.").first()).toBeVisible();

  await page.goto(`/desk/claims/${other.id}`);
  const evidence = page.getByRole("region", { name: "Evidence" });
  await page.getByRole("link", { name: "Attach a source" }).click();
  await field(evidence, "Title").pressSequentially(`of ${word}`);
  await expect(page.getByRole("option", { name: `The treaty of ${word}` })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field(evidence, "Publisher")).toHaveValue(`Registry ${word}`);
  await evidence.getByText("Supports").click();
  await evidence.getByRole("button", { name: "Attach a source" }).click();
  await expectToast(page, "Source attached");
  await evidence.getByRole("link", { name: "About this source" }).click();
  await expect(page).toHaveURL(new RegExp(`/desk/sources/${keptId}$`));
  await expect(page.getByRole("heading", { name: "Where it is used 2" })).toBeVisible();

  await page.goto(`/desk/sources/${goneId}`);
  await unfold(page, "Merge into another source");
  const stays = field(page, "The source that stays");
  await stays.pressSequentially(word);
  // The others, without itself.
  await expect(page.getByRole("listbox").getByRole("option")).toHaveText([
    new RegExp(`^The treaty of ${word}`),
  ]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(stays).toHaveValue(new RegExp(`/desk/sources/${keptId}$`));
  await expect(stays).toHaveAccessibleDescription(
    `“The treaty of ${word}” stays, and this one becomes part of it.`,
  );
  await page.getByRole("button", { name: "Merge them" }).click();
  await expect(page).toHaveURL(new RegExp(`/desk/sources/${keptId}$`));
  await expect(page.getByRole("heading", { name: "Where it is used 3" })).toBeVisible();
  await page.goto(`/desk/sources/${goneId}`);
  await expect(page).toHaveURL(new RegExp(`/desk/sources/${keptId}$`));
});

test("the suggestions of sources are for members, and tell nobody what is confidential", async ({
  requestAs,
}) => {
  const claim = await makeClaim();
  const title = `Informant ${unique()}`;
  const attach = (visibility: "confidential" | "public") =>
    makeEvidence({ actor: claim.author, claimId: claim.id, title, visibility });
  await attach("confidential");
  const address = `/api/desk/sources?${new URLSearchParams({ typed: title })}`;
  expect((await (await requestAs(null)).get(address)).status()).toBe(401);
  const found = async (member: typeof claim.author) =>
    ((await (await (await requestAs(member)).get(address)).json()) as { sources: unknown[] }).sources.length;
  // Not to those who may see it either: what a form is filled in with may be saved as public.
  for (const role of ["reviewer", "editor"] as const) expect(await found(await person(role))).toBe(0);
  await attach("public");
  for (const role of ["reviewer", "editor"] as const) expect(await found(await person(role))).toBe(1);
});
