import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim, revise } from "#lib/testing/factories.ts";
import { expectToast } from "./desk.ts";
import { expect, person, test } from "./fixtures.ts";

test("what was said of a passage is taken back from the toast, and it waits again", async ({ open }) => {
  const editor = await person("editor");
  const article = await makeArticle({ actor: editor });
  const claim = await makeClaim({ article, author: editor });
  await revise(article.id, article.text.replace("in 1949", "in 1950"));
  const page = await open(editor);
  await page.goto(`/desk/articles/${article.id}/repairs`);
  const item = page.getByRole("article", { name: "Claim 1:" });
  const undo = page.getByRole("button", { name: "Undo" });
  for (const [button, said] of [
    ["Confirm", "Confirmed: these words make the claim"],
    ["Detach", "Detached: the claim is not made in this text any more"],
  ] as const) {
    await item.getByRole("button", { name: button, exact: true }).click();
    await expectToast(page, said);
    await expect(item).toBeHidden();
    await undo.last().click();
    await expectToast(page, "Taken back: the passage waits again");
    await expect(item).toBeVisible();
  }
  const passage = await db.passage.findFirstOrThrow({ where: { claimId: claim.id, isCurrent: true } });
  expect(passage).toMatchObject({ repair: null, outcome: "reworded" });
});
