import { prioritiseClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { makeClaim } from "#lib/testing/factories.ts";
import { expect, person, test } from "./fixtures.ts";

// The only test that takes whatever comes next: its claims go first by their priority, so that it takes no others'.

test("two reviewers press “Take next” at the same moment and get different claims", async ({ open }) => {
  const claims = [await makeClaim({ state: "queued" }), await makeClaim({ state: "queued" })];
  const editor = await person("editor");
  for (const { id } of claims) await prioritiseClaim({ actor: editor, claimId: id, priority: 1 });

  const reviewers = [await person("reviewer"), await person("reviewer")];
  const pages = await Promise.all(reviewers.map((reviewer) => open(reviewer)));
  await Promise.all(pages.map((page) => page.goto("/desk/queue")));
  await Promise.all(pages.map((page) => page.getByRole("button", { name: "Take next" }).click()));
  await Promise.all(pages.map((page) => page.waitForURL(/\/desk\/claims\/.+\?from=queue/)));
  for (const page of pages) await expect(page.getByRole("button", { name: "Commit verdict" })).toBeVisible();

  const taken = pages.map((page) => new URL(page.url()).pathname.replace("/desk/claims/", ""));
  expect(taken.toSorted()).toEqual(claims.map(({ id }) => id).toSorted());
  for (const [index, claimId] of taken.entries()) {
    const entry = await db.queueEntry.findUniqueOrThrow({
      where: { claimId },
      select: { leaseHolderId: true },
    });
    expect(entry.leaseHolderId).toBe(reviewers[index]?.id);
  }
});
