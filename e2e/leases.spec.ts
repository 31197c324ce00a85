import type { Page } from "@playwright/test";
import { assignClaim } from "#lib/assignments/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { takeClaim } from "#lib/reviews/commands.ts";
import { confide, makeClaim } from "#lib/testing/factories.ts";
import { choose, expectToast, field, writeVerdict } from "./desk.ts";
import { expect, expectNoAxeFindings, person, test, unique } from "./fixtures.ts";

const CONCLUSION = "Conclusion, in one sentence";
const MINUTE = 60_000;

/** Moves the end of the lease, as time does. */
async function endLease(claimId: string, at: Date): Promise<void> {
  await db.queueEntry.update({
    where: { claimId },
    data: { leaseExpiresAt: at },
    select: { claimId: true },
  });
}

const leaseOf = (claimId: string) =>
  db.queueEntry.findUniqueOrThrow({
    where: { claimId },
    select: { leaseHolderId: true, leaseExpiresAt: true },
  });

/** What of these words the desk keeps, and for whom. */
const keptFor = async (words: string): Promise<string[]> => {
  const drafts = await db.draft.findMany({
    where: { content: { contains: words } },
    select: { memberId: true },
  });
  return drafts.map(({ memberId }) => memberId);
};

/** Writes, and waits until the desk has kept it. */
async function write(page: Page, words: string): Promise<void> {
  const kept = page.waitForResponse(
    (response) =>
      response.url().endsWith("/api/desk/drafts") && (response.request().postData() ?? "").includes(words),
  );
  await field(page, CONCLUSION).fill(words);
  await (await kept).finished();
}

async function openClaim(page: Page, claimId: string): Promise<void> {
  await page.goto(`/desk/claims/${claimId}`);
  await expect(page.getByRole("heading", { name: "Evidence" })).toBeVisible();
}

test("a lease that is about to end says so, and is kept by a press", async ({ open }) => {
  const ana = await person("reviewer");
  const { id } = await makeClaim({ state: "in_review", first: ana });
  const page = await open(ana);
  await page.clock.install();
  await openClaim(page, id);
  await expect(page.getByText(/^Yours until/)).toBeVisible();

  const { leaseExpiresAt: before } = await leaseOf(id);
  await page.clock.fastForward((before?.getTime() ?? 0) - Date.now() - 2 * MINUTE);
  const warning = page.getByText(/^Your time with this claim ends at/);
  await expect(warning).toBeVisible();
  await expectNoAxeFindings(page);
  // As if the lease had been so short: what the press is answered is by the desk's own clock.
  await page.clock.setSystemTime(new Date());
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(warning).toBeHidden();
  await expect(page.getByText(/^Yours until/)).toBeVisible();
  const { leaseExpiresAt } = await leaseOf(id);
  expect(leaseExpiresAt?.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
});

test("whoever works on a claim keeps it, however little time is left", async ({ open }) => {
  const ana = await person("reviewer");
  const { id } = await makeClaim({ state: "in_review", first: ana });
  await endLease(id, new Date(Date.now() + MINUTE));
  const page = await open(ana);
  await openClaim(page, id);
  await expect
    .poll(async () => (await leaseOf(id)).leaseExpiresAt?.getTime())
    .toBeGreaterThan(Date.now() + 4 * MINUTE);
});

test("what is confidential leaves the page with the lease, and what was written is kept", async ({
  open,
}) => {
  const ana = await person("reviewer");
  const { id } = await makeClaim({ state: "in_review", first: ana });
  const { id: evidenceId, source } = await db.evidence.findFirstOrThrow({
    where: { claimId: id },
    select: { id: true, source: { select: { title: true } } },
  });
  await confide({ id: evidenceId });
  const page = await open(ana);
  const words = `It fell, as table nine says ${unique()}`;
  await page.clock.install();
  await openClaim(page, id);
  const evidence = page.getByRole("region", { name: "Evidence" });
  await expect(evidence.getByText(source.title)).toBeVisible();
  await choose(page, "True");
  await write(page, words);
  await endLease(id, new Date(Date.now() - MINUTE));
  await page.clock.fastForward(60 * MINUTE);
  await expect(evidence.getByText(source.title)).toBeHidden();
  await page.getByRole("button", { name: "Take it again" }).click();
  await expect(field(page, CONCLUSION)).toHaveValue(words);
  await expect(evidence.getByText(source.title)).toBeVisible();
});

test("a lease ends, another takes over, and what was written waits for its writer alone", async ({
  open,
}) => {
  test.slow();
  const [ana, ben] = [await person("reviewer"), await person("reviewer")];
  const claim = await makeClaim({ state: "in_review", first: ana });
  const { id } = claim;
  const words = `It fell, as table nine says ${unique()}`;
  const [anas, bens] = [await open(ana), await open(ben)];
  await anas.clock.install();

  await test.step("Ana writes, and goes away", async () => {
    await openClaim(anas, id);
    await choose(anas, "True");
    await write(anas, words);
    await endLease(id, new Date(Date.now() - MINUTE));
    await anas.clock.fastForward(60 * MINUTE);
    await expect(anas.getByText(/^Your time with this claim ran out/)).toBeVisible();
    await expect(field(anas, CONCLUSION)).toHaveValue(words);
  });

  await test.step("Ben is given it, by what comes next for him", async () => {
    await assignTo(ben, id);
    await bens.goto("/desk/queue");
    await bens.getByRole("button", { name: "Take next" }).click();
    await bens.waitForURL(`**/desk/claims/${id}?from=queue`);
    await expect(bens.getByRole("button", { name: "Commit verdict" })).toBeVisible();
    expect((await leaseOf(id)).leaseHolderId).toBe(ben.id);
    await expect(field(bens, CONCLUSION)).toHaveValue("");
    expect(await bens.content()).not.toContain(words);
  });

  await test.step("Ana is told who has it, and that her words are kept", async () => {
    await anas.getByRole("button", { name: "Take it again" }).click();
    await expect(anas.getByText(`${ben.name} is working on this claim until`).first()).toBeVisible();
    await expect(field(anas, CONCLUSION)).toHaveValue(words);
    await anas.reload();
    await expect(anas.getByText(`${ben.name} is working on this claim until`).first()).toBeVisible();
    await expect(anas.getByRole("button", { name: "Commit verdict" })).toBeHidden();
    await expect(anas.getByText(/^What you wrote here is kept for you/)).toBeVisible();
    expect(await keptFor(words)).toEqual([ana.id]);
    await expectNoAxeFindings(anas);
  });

  await test.step("Ben gives it back, and Ana goes on where she was", async () => {
    await bens.getByRole("button", { name: "Give it back to the queue" }).click();
    await expectToast(bens, "Given back to the queue");
    await expect(bens.getByText(/^What you wrote here is kept for you/)).toBeHidden();
    await anas.reload();
    await anas.getByRole("button", { name: "Take it", exact: true }).click();
    await expect(field(anas, CONCLUSION)).toHaveValue(words);
    await expect(anas.getByRole("radio", { name: /^True/ })).toBeChecked();
    await anas.getByRole("textbox", { name: "Why", exact: true }).fill("The tables say so.");
    await anas.getByRole("button", { name: "Commit verdict" }).click();
    await expectToast(anas, "Verdict committed");
    await expect(anas.getByText(/^What you wrote here is kept for you/)).toBeHidden();
    await expect.poll(() => keptFor(words)).toEqual([]);
  });
});

test("a claim whose holder went away is anybody's at once, and their verdict stands", async ({ open }) => {
  const [ana, ben] = [await person("reviewer"), await person("reviewer")];
  const { id } = await makeClaim({ state: "in_review", first: ana });
  const [anas, bens] = [await open(ana), await open(ben)];
  await openClaim(anas, id);
  await writeVerdict(anas, { rating: "True", conclusion: "It is so.", rationale: "The tables say so." });
  await endLease(id, new Date(Date.now() - 1));

  await openClaim(bens, id);
  await bens.getByRole("button", { name: "Take it", exact: true }).click();
  await writeVerdict(bens, { rating: "False", conclusion: "It is not.", rationale: "The tables do not." });
  await bens.getByRole("button", { name: "Commit verdict" }).click();
  await expectToast(bens, "Verdict committed");

  await anas.getByRole("button", { name: "Commit verdict" }).click();
  const opinions = () => db.review.findMany({ where: { claimId: id }, select: { reviewerId: true } });
  await expect(anas.getByRole("alert").first()).toBeVisible();
  expect(await opinions()).toEqual([{ reviewerId: ben.id }]);
  await expect(field(anas, CONCLUSION)).toHaveValue("It is so.");
});

/** What an editor asked of somebody comes first for them, and for nobody else. */
async function assignTo(assignee: Actor, claimId: string): Promise<void> {
  const actor = await person("editor");
  await assignClaim({ actor, claimId, memberId: assignee.id, now: new Date() });
}

test("a page that is only left open gives no sign of life, whatever else happens in the queue", async ({
  open,
}) => {
  const [ana, topic] = [await person("reviewer"), `Tides ${unique()}`];
  const held = await makeClaim({ state: "in_review", first: ana, topics: [topic] });
  const other = await makeClaim({ state: "queued", topics: [topic] });
  const page = await open(ana, { viewport: { width: 1440, height: 900 } });
  await page.clock.install();
  await page.goto(`/desk/queue?view=all&claim=${held.id}`);
  await page.getByRole("combobox", { name: "Topic" }).selectOption(topic);
  await expect(page).toHaveURL(/topic=/);
  await page.goto(`${page.url()}&claim=${held.id}`);
  await expect(page.getByText(/^Yours until/)).toBeVisible();

  // Opening it was a sign, told when its turn comes.
  const opened = await leaseOf(held.id);
  await expect
    .poll(async () => {
      // The page counts from when its script runs, which nothing on it tells.
      await page.clock.fastForward(MINUTE / 2);
      return (await leaseOf(held.id)).leaseExpiresAt;
    })
    .not.toEqual(opened.leaseExpiresAt);
  const { leaseExpiresAt } = await leaseOf(held.id);

  const colleague = await person("reviewer");
  await takeClaim({ actor: colleague, claimId: other.id, now: new Date() });
  await page.clock.fastForward(5_000);
  await expect(page.getByText(`${colleague.name} has it until`)).toBeVisible();

  const left = (leaseExpiresAt?.getTime() ?? 0) - (await page.evaluate(() => Date.now()));
  await page.clock.fastForward(left - 2 * MINUTE);
  await expect(page.getByText(/^Your time with this claim ends at/)).toBeVisible();
  expect((await leaseOf(held.id)).leaseExpiresAt).toEqual(leaseExpiresAt);
});
