import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { Role } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import {
  attachSource,
  expectPreview,
  expectToast,
  field,
  makeClaimOf,
  markLink,
  noteSearch,
  publish,
  signInThroughForm,
  takeAndJudge,
  unfold,
  writeVerdict,
} from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

const SAMPLE = new URL("../prisma/demo/board-of-peace.txt", import.meta.url);
const PASSWORD = "four people and a reader";
const WORDS = "Denmark, a founding NATO member";

test("four people take a claim of the sample article from its words to the public, and anybody reads it", async ({
  open,
}) => {
  test.slow();
  const title = `Putin and the board ${unique()}`;
  const statement = `Denmark is a founding member of NATO, says test ${unique()}.`;
  const claimant = `Speaker ${unique()}`;

  const asMember = async (role: Role): Promise<Page> => {
    const { id } = await person(role, { passwordHash: await hashPassword(PASSWORD) });
    const { email } = await db.member.findUniqueOrThrow({ where: { id }, select: { email: true } });
    const page = await open();
    await page.goto("/desk");
    await signInThroughForm(page, { email, password: PASSWORD });
    await expect(page.getByRole("heading", { name: "My work" })).toBeVisible();
    return page;
  };

  const claimPage =
    await test.step("a reporter pastes the article, marks a claim, attaches sources, submits", async () => {
      const page = await asMember("reporter");
      await page.getByRole("link", { name: "Articles" }).click();
      await page.getByRole("link", { name: "New article" }).click();
      await page.getByRole("link", { name: "Paste", exact: true }).click();
      await field(page, "Text of the article").fill(await readFile(SAMPLE, "utf8"));
      await page.getByRole("button", { name: "Read it" }).click();
      await expectPreview(page);
      await expect(field(page, "Date of publication")).toHaveValue("2026-01-19");
      await field(page, "Title").fill(title);
      await field(page, "Publisher").fill("The Other Paper");
      await field(page, "Web address").fill("https://paper.example/putin-board");
      await page.getByRole("button", { name: "Save article" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

      const number = await makeClaimOf(page, WORDS, statement);
      await expect(markLink(page, number)).toHaveAccessibleName(`Claim ${number}, Draft`);
      await page.getByRole("link", { name: `Open claim ${number}` }).click();

      await unfold(page, "Edit the claim");
      await field(page, "Who says it").fill(claimant);
      await unfold(page, "When, where and topics");
      await field(page, "Said on").fill("2026-01-18");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expectToast(page, "Claim saved");
      await expect(page.getByText(`Said by ${claimant} · on 18 January 2026`)).toBeVisible();

      await attachSource(page, {
        url: "https://www.nato.int/cps/en/natohq/official_texts_17120.htm",
        title: "The North Atlantic Treaty",
        publisher: "NATO",
        publishedOn: "1949-04-04",
        kind: "Primary",
        stance: "Supports",
        quote: "Done at Washington, the fourth day of April, 1949.",
        noCopy: "The page does not change.",
      });
      await noteSearch(page, "We looked for a founding list without Denmark and found none.");
      const replies = page.getByRole("region", { name: "Right of reply" });
      await unfold(replies, "Record a request for reply");
      await expect(field(replies, "Who was asked")).toHaveValue(claimant);
      await field(replies, "When").fill("2026-01-20");
      await field(replies, "How").fill("E-mail");
      await field(replies, "Outcome").selectOption("No answer");
      await replies.getByRole("button", { name: "Record a request for reply" }).click();
      await expectToast(page, "Request recorded");

      await page.getByRole("button", { name: "Submit for review" }).click();
      await expectToast(page, /^Submitted/);
      return new URL(page.url()).pathname;
    });

  await test.step("a reviewer finds it in the queue and gives the first verdict", async () => {
    const page = await asMember("reviewer");
    await page.getByRole("link", { name: "Queue" }).click();
    await page
      .getByRole("navigation", { name: "Views of the queue" })
      .getByRole("link", { name: "Next" })
      .click();
    await page
      .getByRole("list", { name: "Claims in this view" })
      .getByRole("link", { name: statement })
      .press("Enter");
    await page.waitForURL(`**${claimPage}?from=queue`);
    await takeAndJudge(page, {
      rating: "True",
      conclusion: "Denmark signed the treaty on 4 April 1949.",
      rationale: "It stands **among the signatories**.",
    });
  });

  await test.step("a second reviewer comes to the same verdict without seeing the first", async () => {
    const page = await asMember("reviewer");
    await page.goto(claimPage);
    await page.getByRole("button", { name: "Take it", exact: true }).click();
    await expect(page.getByText("The first verdict stays hidden until you commit yours.")).toBeVisible();
    await expect(page.getByText("Denmark signed the treaty on 4 April 1949.")).toBeHidden();
    await writeVerdict(page, {
      rating: "True",
      conclusion: "Denmark is one of the twelve founders.",
      rationale: "The treaty lists it.",
    });
    await page.getByRole("button", { name: "Commit verdict" }).click();
    await expectToast(page, "The claim is ready to publish.");
  });

  await test.step("an editor goes through the checklist and publishes", async () => {
    const page = await asMember("editor");
    await page.goto(claimPage);
    await expect(page.getByText("Everything is there.")).toBeVisible();
    await publish(page);
  });

  await test.step("anybody reads the result, without a script", async () => {
    const page = await open(null, { javaScriptEnabled: false });
    await page.goto(`/claims?q=${encodeURIComponent(statement)}`);
    await page.getByRole("link", { name: statement }).click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`“${statement}”`);
    await expect(page.getByRole("region", { name: "In context" }).getByText(WORDS)).toBeVisible();
    await expect(page.getByText(claimant).first()).toBeVisible();
    const verdict = page.getByRole("region", { name: "Verdict" });
    await expect(verdict.getByText("True", { exact: true })).toBeVisible();
    await expect(verdict.getByText("Denmark signed the treaty on 4 April 1949.")).toBeVisible();
    const short = page.getByRole("region", { name: "In short" });
    await expect(short.getByText("Checked by 2 reviewers independently")).toBeVisible();
    await expect(short.getByText("1 source: 1 supports it; 1 primary")).toBeVisible();
    await expect(
      page.getByRole("region", { name: "How we know" }).getByText("among the signatories"),
    ).toBeVisible();
    const sources = page.getByRole("region", { name: "Sources" });
    await expect(sources.getByRole("link", { name: "The North Atlantic Treaty" })).toBeVisible();
    await expect(sources.getByText("Done at Washington, the fourth day of April, 1949.")).toBeVisible();

    const markup = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(markup ?? "")).toMatchObject({
      "@type": "ClaimReview",
      claimReviewed: statement,
      itemReviewed: { author: { name: claimant } },
      reviewRating: { alternateName: "True", ratingValue: 5, bestRating: 5, worstRating: 1 },
    });

    await page.getByRole("link", { name: "See it in its place" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const mark = page.getByRole("link", { name: "Claim 1, rated True" });
    await expect(page.locator("mark").filter({ has: mark })).toHaveText(WORDS);
    await expect(page.getByRole("heading", { name: statement })).toBeVisible();

    await page.goto("/");
    await expect(page.getByRole("link", { name: statement })).toBeVisible();
  });
});
