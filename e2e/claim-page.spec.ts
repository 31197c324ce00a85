import { createHash, generateKeyPairSync } from "node:crypto";
import { keepHeads } from "#lib/audit/commands.ts";
import type { PublicRecord } from "#lib/audit/public-record.ts";
import { db } from "#lib/db/client.ts";
import { correctClaim, publishClaim, withdrawClaim } from "#lib/publishing/commands.ts";
import { makeClaim, makeSnapshot } from "#lib/testing/factories.ts";
import { DESK, EVERY_LOOK, expectAccessible } from "./accessible.ts";
import { expect, test, unique } from "./fixtures.ts";

// A published claim as readers get it.

/** Published as true with a quote in a kept copy, then corrected to false. */
async function correctedClaim() {
  const statement = `They said “never” ${unique()}`;
  const topic = `Treaties ${unique()}`;
  const said = { claimantName: `City Hall ${unique()}`, claimantKind: "other" } as const;
  const claim = await makeClaim({ ...said, state: "ready", statement, topics: [topic] });
  const claimId = claim.id;
  await db.evidence.updateMany({ where: { claimId }, data: { quote: "It had twelve members at first." } });
  const evidence = await db.evidence.findFirstOrThrow({ where: { claimId }, select: { sourceId: true } });
  await makeSnapshot({ sourceId: evidence.sourceId });
  const copy = await db.snapshot.findFirstOrThrow({
    where: { sourceId: evidence.sourceId, state: "kept" },
    select: { sha256: true },
  });
  const by = { actor: claim.editor, claimId };
  const { slug } = await publishClaim({ ...by, overrideItem: null, overrideReason: null, now: new Date() });
  await correctClaim({
    ...{ ...by, version: 1, type: "verdict_changed", reason: "We asked again.", statement },
    ratingId: claim.ratings.false ?? "",
    conclusion: "They never said so.",
    rationale: "See the treaty.[^1]",
    now: new Date(),
  });
  return { ...claim, slug, path: `/claims/${slug}`, statement, sha256: copy.sha256 ?? "" };
}

test("readers find what was said, the verdict, in short, the quoted words in their context, and how to cite it", async ({
  page,
}) => {
  const claim = await correctedClaim();
  await page.goto(claim.path);
  const quotedTwice = claim.statement.replace("“never”", "‘never’");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`“${quotedTwice}”`);

  const short = page.getByRole("region", { name: "In short" });
  await expect(short.getByRole("listitem")).toHaveText([
    "The verdict first published was checked by 2 reviewers independently",
    "1 source: 1 supports it; 1 primary",
    /^Corrected once, last on /,
  ]);
  await short.getByRole("link", { name: /1 source/ }).click();
  await expect(page).toHaveURL(/#sources$/);

  const sources = page.getByRole("region", { name: "Sources" });
  await expect(sources.getByRole("blockquote")).toHaveText(
    "NATO was founded in 1949 in Washington. It had twelve members at first.",
  );
  await expect(sources.locator("mark")).toHaveText("It had twelve members at first.");
  await expect(sources.getByText(claim.sha256)).toBeVisible();
  await expect(sources.getByRole("link", { name: "The treaty" })).toHaveAttribute(
    "href",
    /#:~:text=It%20had%20twelve%20members/,
  );
  await page
    .getByRole("region", { name: "How we know" })
    .getByRole("link", { name: /The treaty/ })
    .click();
  await expect(page).toHaveURL(/#source-1$/);

  const record = page.getByRole("region", { name: "This record" });
  await record.getByText("Cite this check").click();
  const citation = record.getByText(`“${quotedTwice}” Rated: False.`);
  await expect(citation).toContainText(`version 2 of`);
  await expect(citation).toContainText(`${claim.path}?version=2`);
  await record.getByText("Share", { exact: true }).click();
  await expect(record.getByRole("link", { name: "By e-mail" })).toHaveAttribute("href", /^mailto:\?subject=/);
  await expectAccessible(page, EVERY_LOOK);
});

test("a verdict that was corrected can still be read, and says what became of it", async ({
  page,
  tolerate,
}) => {
  tolerate(/status of 404/);
  const claim = await correctedClaim();
  await page.goto(claim.path);
  await expect(page.locator("script[type='application/ld+json']")).toHaveCount(1);
  await page.getByRole("link", { name: "Read version 1, as it stood before" }).click();
  await expect(page.getByRole("note")).toContainText("This is version 1 of our verdict.");
  await expect(page.getByRole("note")).toContainText("Since then the verdict was changed.");
  const verdict = page.getByRole("region", { name: "Verdict" });
  await expect(verdict.getByText("True", { exact: true })).toBeVisible();
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`${claim.path}$`));
  await expect(page.locator("script[type='application/ld+json']")).toHaveCount(0);
  await page.setViewportSize(DESK);
  await expectAccessible(page, EVERY_LOOK);
  await page.getByRole("link", { name: "Read the verdict that stands" }).click();
  await expect(verdict.getByText("They never said so.")).toBeVisible();

  // The number in a citation leads to the same page as long as it is the last one.
  await page.goto(`${claim.path}?version=2`);
  await expect(verdict.getByText("They never said so.")).toBeVisible();
  await expect(page.locator("script[type='application/ld+json']")).toHaveCount(0);
  for (const nobodys of ["3", "99"]) {
    expect((await page.goto(`${claim.path}?version=${nobodys}`))?.status()).toBe(404);
  }

  const withdrawal = { actor: claim.editor, claimId: claim.id, reason: "It erred.", now: new Date() };
  await withdrawClaim(withdrawal);
  const words = async () => {
    await page.goto(`${claim.path}?version=1`);
    return page.getByRole("main").textContent();
  };
  await expect.poll(words, { timeout: 2_000 }).toContain("This check was withdrawn");
  expect(await words()).not.toContain("Concluded by");
});

test("readers get to what they can verify of a claim without a script, and to the same as a file", async ({
  open,
}) => {
  const claim = await correctedClaim();
  const page = await open(null, { javaScriptEnabled: false });
  await page.goto(claim.path);
  await page.getByRole("link", { name: "Verify this record" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Verify this record" })).toBeVisible();
  const events = page.getByRole("region", { name: "Public events of this claim" }).getByRole("listitem");
  await expect(events).toHaveCount(2);
  await expect(events.first()).toContainText(": Published");
  await expect(events.last()).toContainText("We asked again.");
  for (const { name } of [claim.author, claim.first, claim.second, claim.editor]) {
    await expect(page.getByRole("main")).not.toContainText(name);
  }
  const file = await page.request.get(`${claim.path}/record.json`);
  const record: PublicRecord = await file.json();
  const { number, event } = record.events[0] ?? { number: 0, event: "" };
  const digest = createHash("sha256").update(event).digest("hex");
  expect(record.links.find((link) => link.number === number)?.digest).toBe(digest);
  await expect(page.getByRole("region", { name: "Links" })).toContainText(digest);

  await withdrawClaim({ actor: claim.editor, claimId: claim.id, reason: "It was wrong.", now: new Date() });
  await expect(async () => {
    await page.goto(claim.path);
    await page.getByRole("link", { name: "Verify this record" }).click({ timeout: 1_000 });
    await expect(events).toHaveCount(3, { timeout: 1_000 });
  }).toPass();
  await expect(events.first()).toContainText("Not shown to readers any more");
  await expect(page.getByRole("main")).not.toContainText(claim.statement);
});

test("a record checks itself in the browser: an honest one fits, an altered one does not, and a saved one neither", async ({
  page,
}) => {
  const claim = await correctedClaim();
  const { privateKey: key } = generateKeyPairSync("ed25519");
  const privateKey = key.export({ type: "pkcs8", format: "der" }).toString("base64");
  await keepHeads({ privateKey, now: new Date(), keep: async () => {} });
  await page.goto(`${claim.path}/record`);
  const tool = page.getByRole("region", { name: "Check it here" });
  const check = async (result: string) => {
    await tool.getByRole("button", { name: "Check this record" }).click();
    await expect(tool.getByRole("status")).toHaveText(result);
  };
  // What is kept of the list of heads may be a minute old.
  const isListed = "Everything fits: this history was not changed since it was signed.";
  const isNotListed = "Nothing is wrong, but not everything could be checked.";
  await tool.getByRole("button", { name: "Check this record" }).click();
  await expect(tool.getByRole("status")).toHaveText(new RegExp(`${isListed}|${isNotListed}`));
  await expect(tool.getByRole("listitem").filter({ hasText: "Right:" }).nth(3)).toBeVisible();
  await expect(tool.getByRole("listitem")).toContainText([
    "Right: All links",
    "event",
    "signed",
    "signature",
  ]);
  await expectAccessible(page, EVERY_LOOK);

  const text = await page.request.get(`${claim.path}/record.json`).then((answer) => answer.text());
  const record: PublicRecord = JSON.parse(text);
  const listed = { v: 1, keys: [record.head?.key], heads: [record.head] };
  await page.route("**/audit/heads.json*", (route) => route.fulfill({ json: listed }));
  await check(isListed);
  const altered = text.replace("We asked again.", "We never asked.");
  expect(altered).not.toBe(text);
  await page.route("**/record.json", (route) => route.fulfill({ body: altered }));
  await check("Something does not fit: this record was changed or is not whole.");
  const { number } = record.events.at(-1) ?? { number: 0 };
  await expect(tool.getByRole("listitem").filter({ hasText: "Wrong:" })).toHaveText(
    `Wrong: What exactly was done in event ${number} is not what the event’s text stands for.`,
  );

  await page.unroute("**/record.json");
  const choose = (name: string, buffer: Buffer) =>
    tool
      .getByLabel("Or check a record you saved as a file")
      .setInputFiles({ name, mimeType: "application/json", buffer });
  await choose("record.json", Buffer.from(text));
  await expect(tool.getByRole("status")).toHaveText(isListed);
  await expect(tool.getByRole("listitem").last()).toContainText("the site gives now has the same links");
  await choose("other.json", Buffer.from("{}"));
  await expect(tool.getByRole("status")).toHaveText("This is not the record of a claim.");
  await expect(tool.getByRole("listitem")).toHaveCount(0);
});
