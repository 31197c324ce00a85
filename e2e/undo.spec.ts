import { editClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim, makeEvidence, revise } from "#lib/testing/factories.ts";
import { expectToast, markLink } from "./desk.ts";
import { expect, person, test } from "./fixtures.ts";

for (const [button, said] of [
  ["Confirm", "Confirmed: these words make the claim"],
  ["Detach", "Detached: the claim is not made in this text any more"],
] as const) {
  test(`${button} is taken back from the toast, and the passage waits again`, async ({ open }) => {
    const editor = await person("editor");
    const article = await makeArticle({ actor: editor });
    const claim = await makeClaim({ article, author: editor });
    await revise(article.id, article.text.replace("in 1949", "in 1950"));
    const page = await open(editor);
    await page.goto(`/desk/articles/${article.id}/repairs`);
    const item = page.getByRole("article", { name: "Claim 1:" });
    await item.getByRole("button", { name: button, exact: true }).click();
    await expectToast(page, said);
    await expect(item).toBeHidden();
    await page.getByRole("button", { name: "Undo" }).click();
    await expectToast(page, "Taken back: the passage waits again");
    await expect(item).toBeVisible();
    const passage = await db.passage.findFirstOrThrow({ where: { claimId: claim.id, isCurrent: true } });
    expect(passage).toMatchObject({ repair: null, outcome: "reworded" });
  });
}

test("a deleted draft is brought back beside the text and from its own page", async ({ open }) => {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author });
  const claim = await makeClaim({ article, author });
  await makeEvidence({ actor: author, claimId: claim.id });
  const page = await open(author, { viewport: { width: 1440, height: 900 } });
  const undo = page.getByRole("button", { name: "Undo" }).last();
  const evidence = () => db.evidence.count({ where: { claimId: claim.id } });

  await page.goto(`/desk/claims/${claim.id}`);
  await page.getByRole("button", { name: "Delete", exact: false }).first().click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page).toHaveURL(`/desk/articles/${article.id}`);
  expect(await evidence()).toBe(0);
  await undo.click();
  await expect(page).toHaveURL(`/desk/claims/${claim.id}`);
  await expectToast(page, "Claim brought back");
  expect(await evidence()).toBe(1);

  await page.goto(`/desk/articles/${article.id}`);
  await markLink(page, 1).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(markLink(page, 1)).toBeHidden();
  await undo.click();
  await expectToast(page, "Claim brought back");
  await expect(markLink(page, 1)).toBeVisible();
  await page.reload();
  await expect(markLink(page, 1)).toBeVisible();
});

test("an edit beside the text is taken back, and not over what a colleague said meanwhile", async ({
  open,
}) => {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author });
  const claim = await makeClaim({ article, author });
  const page = await open(author, { viewport: { width: 1440, height: 900 } });
  const statement = () =>
    db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { statement: true } });
  const before = await statement();
  const save = async (words: string) => {
    await markLink(page, 1).click();
    await page.keyboard.press("e");
    const form = page.getByRole("form", { name: "Claim 1", exact: true });
    await form.getByLabel("Claim in one checkable sentence").fill(words);
    await form.getByRole("button", { name: "Save" }).click();
    await expectToast(page, "Claim 1 saved");
  };
  const undo = page.getByRole("button", { name: "Undo" }).last();

  await page.goto(`/desk/articles/${article.id}`);
  await save("Said in other words.");
  await undo.click();
  await expectToast(page, "Claim 1 is as it was before");
  expect(await statement()).toEqual(before);

  await save("Said in other words once more.");
  const { version } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  await editClaim({
    actor: await person("editor"),
    claimId: claim.id,
    version,
    statement: "The editor's words.",
    claimantName: null,
    saidOn: null,
    saidWhere: null,
    topics: [],
  });
  await undo.click();
  await expect(page.getByText("Somebody else saved this while you were writing.")).toBeVisible();
  expect(await statement()).toEqual({ statement: "The editor's words." });
});
