import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { senderOf, withinLimit } from "#lib/guarding/rate-limit.ts";
import { PER_SENDER } from "#lib/intake/commands.ts";
import { makeClaim, makeTip } from "#lib/testing/factories.ts";
import { lettersTo } from "#lib/testing/letterbox.ts";
import { textOf } from "#lib/testing/mail-server.ts";
import { choose, field, unfold } from "./desk.ts";
import { expect, expectNoAxeFindings, person, test, unique } from "./fixtures.ts";

/** A reader without script, at a network address of their own. */
const reader = () => ({
  javaScriptEnabled: false,
  extraHTTPHeaders: {
    "X-Forwarded-For": `2001:db8:${randomBytes(2).toString("hex")}:${randomBytes(2).toString("hex")}::1`,
  },
});

async function publishedClaim(statement = `NATO was founded in 1949, it is said ${unique()}`) {
  const { id } = await makeClaim({ state: "published", statement });
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id }, select: { slug: true } });
  return { id, slug, statement };
}

/** What is sent within three seconds is refused, and stays in the form: then it is sent again. */
async function sendUntilTaken(page: Page, button: string): Promise<void> {
  await expect(async () => {
    // As impatient people do: what is sent twice counts once. Sent again before there is an answer, it would get none.
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: button }).dblclick()]);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you. We have it.", {
      timeout: 1_000,
    });
  }).toPass();
}

test("a reader reports an error without script: refused with what was typed, then thanked, and it is one tip", async ({
  open,
}) => {
  const { id, slug, statement } = await publishedClaim();
  const page = await open(null, reader());
  await page.goto(`/claims/${slug}`);
  await page.getByRole("link", { name: "Report an error in this check" }).click();
  await expect(page.getByRole("link", { name: statement })).toBeVisible();
  const words = `It was eleven ${unique()}.\n\nI counted <b>them</b>.`;
  await field(page, "Tell us what is wrong, and how you know").fill(words);
  await field(page, "Your e-mail address, if you want an answer").fill("nobody at all");
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByText("Please choose one.")).toBeVisible();
  await expect(page.getByText("This is not an e-mail address.")).toBeVisible();
  await expect(field(page, "Tell us what is wrong, and how you know")).toHaveValue(words);
  await choose(page, "It is out of date");
  await field(page, "Your e-mail address, if you want an answer").fill("ana@paper.example");
  await sendUntilTaken(page, "Send the report");
  await expect(page.getByText("An editor reads what you wrote")).toBeVisible();
  const tips = await db.tip.findMany({ where: { claimId: id }, select: { words: true, problem: true } });
  expect(tips).toEqual([{ words, problem: "outdated" }]);
});

test("somebody sends a claim without script, found from every page, and it is one tip", async ({ open }) => {
  const page = await open(null, reader());
  await page.goto("/claims");
  await page.getByRole("contentinfo").getByRole("link", { name: "Send us a claim" }).click();
  await page.getByRole("button", { name: "Send the claim" }).click();
  await expect(page.getByText("Please fill this in.")).toBeVisible();
  const said = `Twelve states signed it ${unique()}`;
  await field(page, "What was said").fill(said);
  await field(page, "Who said it").fill("Ana Silva");
  await field(page, "Where: a link to it").fill("paper.example");
  await field(page, "When").fill("2026-03-01");
  await page.getByRole("button", { name: "Send the claim" }).click();
  await expect(page.getByText("This is not a web address")).toBeVisible();
  await expect(field(page, "Who said it")).toHaveValue("Ana Silva");
  await expect(field(page, "When")).toHaveValue("2026-03-01");
  await field(page, "Where: a link to it").fill("https://paper.example/speech");
  await sendUntilTaken(page, "Send the claim");
  await expect(page.getByText("The desk looks whether it was checked before")).toBeVisible();
  const tips = await db.tip.findMany({ where: { words: said }, select: { claimantName: true, link: true } });
  expect(tips).toEqual([{ claimantName: "Ana Silva", link: "https://paper.example/speech" }]);
});

test("the forms and their thanks have nothing for axe, and no script", async ({ page, request }) => {
  const { slug } = await publishedClaim();
  for (const path of [`/claims/${slug}/report`, `/claims/${slug}/report/thanks`, "/send", "/send/thanks"]) {
    const body = await (await request.get(path)).text();
    expect(body).not.toMatch(/<script(?! type="application\/ld\+json")/u);
    await page.goto(path);
    await expectNoAxeFindings(page);
  }
  await page.goto(`/claims/${slug}/report`);
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByText("Please fill this in.")).toBeVisible();
  await expectNoAxeFindings(page);
});

test("who sends too much is told so, and keeps what they typed", async ({ open }) => {
  const { id, slug } = await publishedClaim();
  const from = reader();
  const sender = senderOf(from.extraHTTPHeaders["X-Forwarded-For"]);
  for (let sent = 0; sent < 6; sent += 1) await withinLimit(PER_SENDER, sender, new Date());
  const page = await open(null, from);
  await page.goto(`/claims/${slug}/report`);
  await choose(page, "Something else");
  await field(page, "Tell us what is wrong, and how you know").fill("One more");
  await expect(async () => {
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page.getByText("Too much was sent in the last hour.")).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(field(page, "Tell us what is wrong, and how you know")).toHaveValue("One more");
  expect(await db.tip.count({ where: { claimId: id } })).toBe(0);
});

test("what comes from another site, from nowhere, or is too large is not taken", async ({ request }) => {
  const { id, slug } = await publishedClaim();
  const path = `/claims/${slug}/report`;
  const form = await (await request.get(path)).text();
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/gu)].map(
    ([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"')] as const,
  );
  const multipart = { ...Object.fromEntries(hidden), problem: "fact", report: "It is not so." };
  const origin = new URL(process.env.PUBLIC_URL ?? "").origin;
  for (const headers of [{}, { Origin: "null" }, { Origin: "https://evil.example" }]) {
    const answer = await request.post(path, { headers: headers as Record<string, string>, multipart });
    expect(answer.status()).toBe(403);
    expect(await answer.text()).toContain("Nothing was sent: it did not come from this page.");
  }
  const large = { ...multipart, report: "x".repeat(10_000_000) };
  const answer = await request.post(path, { headers: { Origin: origin }, multipart: large });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain("Nothing was sent: it was too large.");
  // The same with what a page of ours sends is read: too soon, or with a field that people leave empty.
  const trapped = await request.post(path, {
    headers: { Origin: origin },
    multipart: { ...multipart, trap: "https://spam.example" },
  });
  expect(await trapped.text()).toContain("One field that has to stay empty was filled in");
  expect(await db.tip.count({ where: { claimId: id } })).toBe(0);
});

/** A tip that has waited longer than what other tests send in: the list has the longest waiting first, twenty to a page. */
const waitingTip = (tip: NonNullable<Parameters<typeof makeTip>[0]>) =>
  makeTip({ ...tip, at: new Date(Date.now() - 3_600_000) });

test("an editor takes a report, is led to the correction, answers by e-mail and settles it", async ({
  open,
}) => {
  const { id: claimId, statement } = await publishedClaim();
  const words = `It was eleven ${unique()}.`;
  const email = `${unique()}@reader.example`;
  const tip = await waitingTip({
    claimId,
    words: `${words}\n${"And so on.\n".repeat(100)}`,
    email,
  });
  const editor: Actor = await person("editor");
  const page = await open(editor);
  await page.goto("/desk/queue");
  await page
    .getByRole("navigation", { name: "Views of the queue" })
    .getByRole("link", { name: /^Tips/ })
    .click();
  await page.waitForURL(/\/desk\/tips/);
  const card = cardOf(page, tip.id);
  await page.goto(`/desk/tips#tip-${tip.id}`);
  await expect(card.getByText(words).first()).toBeVisible();
  await expect(card.getByRole("link", { name: statement })).toBeVisible();
  await expect(card.getByText(email)).toBeVisible();
  await card.getByRole("button", { name: "Take it" }).click();
  await expect(card.getByText(`${editor.name} has it in hand`)).toBeVisible();
  await expect(card.getByRole("link", { name: "Correct the claim" })).toHaveAttribute(
    "href",
    `/desk/claims/${claimId}#correct`,
  );
  await unfold(card, "Answer");
  await field(card, "Your answer").fill("You were right: it was eleven.");
  await card.getByRole("button", { name: "Send the answer" }).click();
  await expect(card.getByText(`Answered by ${editor.name}`)).toBeVisible();
  const answers = async () => (await lettersTo(email)).map(textOf);
  await expect.poll(answers).toEqual([expect.stringContaining("You were right: it was eleven.")]);
  await unfold(card, "Settle it");
  await choose(card, "No change");
  await card.getByRole("button", { name: "Settle", exact: true }).click();
  await expect(card.getByText("Please fill this in.")).toBeVisible();
  await field(card, "In a sentence").fill("It was twelve all the same.");
  await card.getByRole("button", { name: "Settle", exact: true }).click();
  await expect(card).toBeHidden();
  await page.goto("/desk/tips?view=settled");
  await expect(cardOf(page, tip.id).getByText("It was twelve all the same.")).toBeVisible();
  await expectNoAxeFindings(page);
});

const cardOf = (page: Page, id: string) => page.locator(`[id="tip-${id}"]`);

test("of two editors one takes a report, and the other is told; a new one is counted on both pages", async ({
  open,
}) => {
  const tip = await waitingTip({ words: `Who is first ${unique()}` });
  const [one, other] = [await open(await person("editor")), await open(await person("editor"))];
  // The other does not hear of it before they press too.
  const held = Promise.withResolvers<void>();
  await other.route(/\/events/, async (route) => {
    await held.promise;
    await route.continue();
  });
  for (const page of [one, other]) {
    await page.goto("/desk/tips?kind=error");
    await expect(cardOf(page, tip.id)).toBeVisible();
  }
  await cardOf(one, tip.id).getByRole("button", { name: "Take it" }).click();
  await expect(cardOf(one, tip.id).getByText("has it in hand")).toBeVisible();
  await cardOf(other, tip.id).getByRole("button", { name: "Take it" }).click();
  await expect(cardOf(other, tip.id).getByText("Somebody else has this tip in hand.")).toBeVisible();
  held.resolve();
  const next = await waitingTip({ words: `And another ${unique()}` });
  await expect(cardOf(other, next.id)).toBeVisible();
});

test("a reporter sees neither reports nor addresses", async ({ open }) => {
  const report = await waitingTip({ email: `secret-${unique()}@paper.example` });
  const sentIn = await waitingTip({ kind: "claim", email: `other-${unique()}@paper.example` });
  const page = await open(await person("reporter"));
  await page.goto("/desk/tips");
  await expect(page.getByRole("heading", { level: 1, name: "Tips" })).toBeVisible();
  await expect(cardOf(page, report.id)).toBeHidden();
  const { email } = await db.tip.findUniqueOrThrow({ where: { id: sentIn.id }, select: { email: true } });
  expect(await page.content()).not.toContain(email ?? "");
});

test("a reporter makes a draft claim of what was sent in, and settles another with the check there is", async ({
  open,
}) => {
  const { statement } = await publishedClaim();
  const known = await waitingTip({ kind: "claim", words: statement });
  const twin = await waitingTip({ kind: "claim", words: statement });
  const words = `Nobody has ever said this before ${unique()}.`;
  const fresh = await waitingTip({ kind: "claim", words });
  const page = await open(await person("reporter"));
  await page.goto("/desk/tips");
  const card = cardOf(page, known.id);
  await card.getByRole("button", { name: "Take it" }).click();
  await expect(card.getByRole("group", { name: "Checked before?" }).getByText(statement)).toBeVisible();
  await cardOf(page, twin.id).getByRole("button", { name: "Take it" }).press("Enter");
  await expect(cardOf(page, twin.id).getByRole("group", { name: "Checked before?" })).toBeVisible();
  await expectNoAxeFindings(page);
  await card.getByRole("button", { name: "This answers it" }).first().click();
  await expect(card).toBeHidden();
  const other = cardOf(page, fresh.id);
  await other.getByRole("button", { name: "Take it" }).click();
  // By key: what was said of the first may lie over the foot of the page, and stays under the pointer.
  await other.getByRole("button", { name: "Make a draft claim of it" }).press("Enter");
  await page.waitForURL(/\/desk\/claims\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Claim 1");
  await expect(page.getByText(words).first()).toBeVisible();
});
