import { db } from "#lib/db/client.ts";
import { publishClaim } from "#lib/publishing/commands.ts";
import { makeClaim, makeEvidence } from "#lib/testing/factories.ts";
import { expectToast } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

test("editors say that they have seen what is confidential, and readers are told how many", async ({
  open,
}) => {
  const [ana, ben] = [await person("editor"), await person("editor")];
  const claim = await makeClaim({ state: "ready" });
  const title = `A conversation ${unique()}`;
  const inConfidence = { url: null, title, visibility: "confidential" } as const;
  await makeEvidence({ actor: claim.editor, claimId: claim.id, ...inConfidence });

  const page = await open(ana);
  await page.goto(`/desk/claims/${claim.id}`);
  await expect(page.getByText("Readers are told: “1 confidential source”.")).toBeVisible();
  const say = page.getByRole("button", { name: "I have seen this evidence" });
  await say.click();
  await expect(page.getByText(`Seen by ${ana.name}`)).toBeVisible();
  await expectToast(page, "Noted that you have seen it");
  await page.getByRole("button", { name: "I have not seen it" }).click();
  await expect(page.getByText("No editor has said yet that they have seen it.")).toBeVisible();
  await say.click();
  await expect(page.getByText("“1 confidential source, seen by one editor”")).toBeVisible();

  const plain = await open(ben, { javaScriptEnabled: false });
  await plain.goto(`/desk/claims/${claim.id}`);
  await plain.getByRole("button", { name: "I have seen this evidence" }).click();
  await expect(plain.getByText(`Seen by ${ben.name}`)).toBeVisible();

  const publishing = { actor: claim.editor, claimId: claim.id, now: new Date() };
  await publishClaim({ ...publishing, overrideItem: null, overrideReason: null });
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  const reader = await open(null);
  await reader.goto(`/claims/${slug}`);
  await expect(reader.getByText("1 confidential source, seen by two editors")).toBeVisible();
  for (const hidden of [title, ana.name, ben.name]) {
    expect(await reader.content()).not.toContain(hidden);
  }
});

test("who only works on the claim sees who has seen it, and cannot say so themselves", async ({ open }) => {
  const author = await person("reporter");
  const claim = await makeClaim({ author });
  const inConfidence = { url: null, title: `A letter ${unique()}`, visibility: "confidential" } as const;
  await makeEvidence({ actor: author, claimId: claim.id, ...inConfidence });
  const page = await open(author);
  await page.goto(`/desk/claims/${claim.id}`);
  await expect(page.getByText("No editor has said yet that they have seen it.")).toBeVisible();
  await expect(page.getByRole("button", { name: "I have seen this evidence" })).toBeHidden();
});
