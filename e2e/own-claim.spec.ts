import { db } from "#lib/db/client.ts";
import { giveOpinion, takeClaim } from "#lib/reviews/commands.ts";
import { makeClaim } from "#lib/testing/factories.ts";
import { callAction } from "./actions.ts";
import { expect, person, test } from "./fixtures.ts";

const OWN = "This is your own claim. Somebody else has to review it.";
const SPOKEN = "You have already given an opinion on this claim. Somebody else has to give the next.";

test("the author of a claim is told that somebody else reviews it, and is refused when they try anyway", async ({
  open,
}) => {
  const author = await person("editor");
  const claim = await makeClaim({ state: "queued", author });
  const path = `/desk/claims/${claim.id}`;
  const page = await open(author);
  await page.goto(path);
  await expect(page.getByText(OWN)).toBeVisible();
  await expect(page.getByRole("button", { name: "Take it", exact: true })).toBeHidden();
  await expect(page.getByRole("button", { name: "Commit verdict" })).toBeHidden();

  await page.goto("/desk/queue?view=next");
  const list = page.getByRole("list", { name: "Claims in this view" });
  await expect(list.locator(`a[href*="${claim.id}"]`)).toHaveCount(0);

  const take = await callAction(page.request, {
    name: "takeClaimAction",
    path,
    fields: { claimId: claim.id },
  });
  expect(await take.text()).toContain(OWN);
  const verdict = {
    claimId: claim.id,
    ratingId: claim.ratings.true ?? "",
    conclusion: "I am right.",
    rationale: "Trust me.",
  };
  const opinion = await callAction(page.request, { name: "giveOpinionAction", path, fields: verdict });
  expect(await opinion.text()).toContain(OWN);
  expect(await stateOf(claim.id)).toEqual({ state: "queued", _count: { reviews: 0 } });
});

test("who gave the first opinion cannot give the second", async ({ open }) => {
  const first = await person("reviewer");
  const claim = await makeClaim({ state: "second_review", first });
  const path = `/desk/claims/${claim.id}`;
  const page = await open(first);
  await page.goto(path);
  await expect(page.getByText(SPOKEN)).toBeVisible();
  await expect(page.getByRole("button", { name: "Take it", exact: true })).toBeHidden();

  const take = await callAction(page.request, {
    name: "takeClaimAction",
    path,
    fields: { claimId: claim.id },
  });
  expect(await take.text()).toContain(SPOKEN);
  expect(await stateOf(claim.id)).toEqual({ state: "second_review", _count: { reviews: 1 } });
});

test("the author cannot adjudicate between the reviewers of their own claim", async ({ open }) => {
  const author = await person("editor");
  const claim = await makeClaim({ state: "adjudication", author });
  const page = await open(author);
  await page.goto(`/desk/claims/${claim.id}`);
  await expect(page.getByText(OWN)).toBeVisible();
  await expect(page.getByRole("button", { name: "Take it", exact: true })).toBeHidden();
});

test("a claim somebody else works on says who and until when, and cannot be taken from them", async ({
  open,
}) => {
  const claim = await makeClaim({ state: "queued" });
  await takeClaim({ actor: claim.first, claimId: claim.id, now: new Date() });
  const other = await person("reviewer");
  const page = await open(other);
  const path = `/desk/claims/${claim.id}`;
  await page.goto(path);
  await expect(page.getByText(`${claim.first.name} is working on this claim until`)).toBeVisible();
  const take = await callAction(page.request, {
    name: "takeClaimAction",
    path,
    fields: { claimId: claim.id },
  });
  expect(await take.text()).toContain(`${claim.first.name} is working on this claim until`);

  const opinion = { ratingId: claim.ratings.true ?? "", conclusion: "It is so.", rationale: "Seen." };
  await giveOpinion({ actor: claim.first, claimId: claim.id, ...opinion, now: new Date() });
  expect(await stateOf(claim.id)).toEqual({ state: "second_review", _count: { reviews: 1 } });
});

function stateOf(id: string) {
  return db.claim.findUniqueOrThrow({
    where: { id },
    select: { state: true, _count: { select: { reviews: true } } },
  });
}
