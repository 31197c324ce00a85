import { returnClaim, takeClaim } from "#lib/reviews/commands.ts";
import { makeArticle, makeClaim, makeEvidence } from "#lib/testing/factories.ts";
import { expectToast } from "./desk.ts";
import { expect, person, test } from "./fixtures.ts";

test("what an author submitted stays in their work, stage by stage, with the next step of each", async ({
  open,
}) => {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author });
  const say = (statement: string) => ({ author, article, statement });
  const bare = await makeClaim(say("Nothing is attached to this."));
  await makeClaim({ ...say("This waits for somebody."), state: "queued" });
  await makeClaim({ ...say("Half of the opinions are in."), state: "second_review", firstRating: "false" });
  await makeClaim({ ...say("An editor has this next."), state: "ready" });
  const out = await makeClaim({ ...say("Readers see this."), state: "published" });
  const back = await makeClaim({ ...say("This came back."), state: "in_review" });
  await returnClaim({ actor: back.first, claimId: back.id, reason: "Which year?", now: new Date() });

  const page = await open(author);
  await page.goto("/desk");
  const part = (title: string) =>
    page.getByRole("main").locator("section", { has: page.getByRole("heading", { name: title }) });
  const row = (title: string, statement: string) =>
    part(title).getByRole("article").filter({ hasText: statement });

  await expect(row("Sent back to you 1", "This came back.")).toContainText("Which year?");
  const drafts = row("Your drafts 1", "Nothing is attached to this.");
  await expect(drafts.getByRole("link", { name: "attach a source" })).toHaveAttribute(
    "href",
    `/desk/claims/${bare.id}#attach`,
  );
  const waiting = "With the reviewers 2";
  await expect(row(waiting, "This waits for somebody.")).toContainText("Waits for a first opinion");
  await expect(row(waiting, "Half of the opinions")).toContainText("Waits for a second opinion");
  await expect(part(waiting)).not.toContainText("False");
  await expect(row("Ready 1", "An editor has this next.")).toContainText("an editor publishes it");
  await row("Published lately 1", "Readers see this.").getByRole("link", { name: "public page" }).click();
  await expect(page).toHaveURL(/\/claims\/readers-see-this/);
  await expect(page.getByRole("heading", { level: 1, name: "Readers see this." })).toBeVisible();
  expect(out.state).toBe("published");

  await page.goto("/desk/claims?q=&state=with_reviewers");
  await page.getByRole("link", { name: "Mine", exact: true }).click();
  await expect(page).toHaveURL("/desk/claims?state=with_reviewers&author=me");
  await expect(page.getByRole("main").getByRole("article")).toHaveCount(2);
});

test("a submitted claim is taken back at once from the toast, later from its page, until somebody has it", async ({
  open,
}) => {
  const author = await person("reporter");
  const claim = await makeClaim({ author });
  await makeEvidence({ actor: author, claimId: claim.id });
  const page = await open(author);
  await page.goto(`/desk/claims/${claim.id}`);
  const submit = page.getByRole("button", { name: "Submit for review" });
  const recall = page.getByRole("button", { name: "Take it back to change it" });
  const undo = page.getByRole("button", { name: "Undo" }).first();

  await submit.click();
  await undo.click();
  await expectToast(page, "Taken back: it is a draft again");
  await expect(submit).toBeVisible();

  await submit.click();
  await recall.click();
  await expectToast(page, "Out of the queue: it is a draft again");
  await undo.click();
  await expectToast(page, "Back in the queue");

  await expect(recall).toBeVisible();
  await takeClaim({ actor: claim.first, claimId: claim.id, now: new Date() });
  await recall.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    `${claim.first.name} has taken this claim`,
  );
});
