import { submitClaim } from "#lib/claims/commands.ts";
import { giveOpinion, returnClaim, takeClaim } from "#lib/reviews/commands.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { expectToast, unfold } from "./desk.ts";
import { expect, test, unique } from "./fixtures.ts";

test("opinions that differ stand side by side, and what the reviewers say of them right below", async ({
  open,
}) => {
  const claim = await makeClaim({ state: "adjudication", firstRating: "true", secondRating: "false" });
  const path = `/desk/claims/${claim.id}`;
  const page = await open(claim.first);
  await page.goto(path);
  const opinions = page.getByRole("region", { name: "The opinions, side by side" });
  await expect(opinions).toContainText(`The ratings differ: you “True” and ${claim.second.name} “False”.`);
  await expect(opinions.getByRole("listitem")).toHaveCount(2);

  const comments = page.getByRole("region", { name: "Comments" });
  await expect(comments).toContainText(`You and ${claim.second.name} differ.`);
  const titles = await page.getByRole("main").getByRole("heading", { level: 3 }).allTextContents();
  expect(titles.indexOf("Comments")).toBe(titles.indexOf("The opinions, side by side") + 1);

  const editor = await open(claim.editor);
  await editor.goto(path);
  await expect(editor.getByRole("region", { name: "Comments" })).toContainText(
    `${claim.first.name} and ${claim.second.name} are asked to say here`,
  );
});

test("what somebody said before a claim was sent back is not counted as their opinion now", async ({
  open,
}) => {
  const claim = await makeClaim({ state: "second_review" });
  const [claimId, now] = [claim.id, new Date()];
  await returnClaim({ actor: claim.editor, claimId, reason: "Name the year.", now });
  await submitClaim({ actor: claim.author, claimId, now });
  await takeClaim({ actor: claim.second, claimId, now });
  const words = { conclusion: "Now it is so.", rationale: "It names the year." };
  await giveOpinion({ actor: claim.second, claimId, ratingId: claim.ratings.true ?? "", ...words, now });

  const page = await open(claim.first);
  await page.goto(`/desk/claims/${claimId}`);
  const opinions = page.getByRole("region", { name: "Opinions" });
  await expect(opinions).toContainText("1 opinion so far. Opinions stay hidden until all are in.");
  await expect(opinions.getByText(`Concluded by ${claim.first.name}.`)).toBeHidden();
  await unfold(opinions, "Opinions before it was sent back");
  await expect(opinions.getByText(`Concluded by ${claim.first.name}.`)).toBeVisible();
  await expect(page.getByText(words.conclusion)).toHaveCount(0);
});

test("who is to check a claim sees the ones that say the same, and puts it aside as a duplicate of one", async ({
  open,
}) => {
  const statement = `The ${unique()} of ${unique()} lent ${unique()} millions to ${unique()}.`;
  const article = await makeArticle();
  const known = await makeClaim({ article, state: "published", statement, firstRating: "false" });
  const claim = await makeClaim({ state: "in_review", statement: statement.replace("The", "A") });
  const page = await open(claim.first);
  await page.goto(`/desk/claims/${claim.id}`);
  const alike = page.getByRole("region", { name: "Claims that say nearly the same" });
  await expect(alike.getByRole("link", { name: statement })).toHaveAttribute(
    "href",
    `/desk/claims/${known.id}`,
  );
  await expect(alike).toContainText("False");
  await unfold(alike, "Dismiss as a duplicate of this");
  await alike.getByRole("button", { name: "Dismiss", exact: true }).click();
  await expectToast(page, "Dismissed");
  await expect(page.getByRole("main")).toContainText("Duplicate: Says the same as an earlier claim.");
  await expect(page.getByRole("link", { name: statement })).toBeVisible();
});
