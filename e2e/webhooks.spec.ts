import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import type { Page } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { makeClaim } from "#lib/testing/factories.ts";
import { retryDue } from "#lib/webhooks/commands.ts";
import { listenSomewhere } from "./article-server.ts";
import { unfold } from "./desk.ts";
import { expect, expectNoAxeFindings, person, test } from "./fixtures.ts";

type Arrived = { path: string | undefined; signature: string; body: string };

/** Another program, which answers with whatever status it is told to. */
async function startReceiver() {
  const arrived: Arrived[] = [];
  const receiver = { arrived, status: 200, url: "" };
  const server = createServer(async (request, response) => {
    const signature = String(request.headers["proofmark-signature"]);
    arrived.push({ path: request.url, signature, body: await text(request) });
    response.writeHead(receiver.status).end();
  });
  receiver.url = `http://${await listenSomewhere(server)}`;
  const end = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return Object.assign(receiver, { [Symbol.asyncDispose]: end });
}

/** As a receiver checks it: docs/webhooks.md. */
function isSigned({ signature, body }: Arrived, secret: string): boolean {
  const [, seconds] = /^t=(\d+),/.exec(signature) ?? [];
  return signature.includes(`v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`);
}

const secretIn = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true }).inputValue();

test("a webhook is told, tried again, given up, sent by hand, and changes its secret and its address", async ({
  open,
}) => {
  test.slow();
  await using receiver = await startReceiver();
  const page = await open(await person("admin"));
  await page.goto("/desk/settings/webhooks");
  const adding = page.getByRole("region", { name: "Add a webhook" });
  await adding.getByRole("button", { name: "Add this webhook" }).click();
  await expect(adding.getByText("Please fill this in.").first()).toBeVisible();
  await adding.getByLabel("Address").fill(`${receiver.url}/hook`);
  await adding.getByRole("checkbox", { name: "A check is withdrawn" }).check();
  await adding.getByRole("button", { name: "Add this webhook" }).click();
  const secret = await secretIn(page, "Secret of the new webhook");
  await adding.getByRole("button", { name: "Done" }).click();

  const { id: claimId } = await makeClaim({ state: "withdrawn" });
  const ofClaim = () => receiver.arrived.filter(({ body }) => body.includes(claimId));
  await expect.poll(() => ofClaim().length, { timeout: 30_000 }).toBe(1);
  expect(ofClaim().map((one) => isSigned(one, secret))).toEqual([true]);

  const card = page.getByRole("listitem").filter({ hasText: `${receiver.url}/hook` });
  const rows = card.getByRole("list", { name: /^Recent deliveries/ }).getByRole("listitem");
  const tried = rows.filter({ has: page.getByText("Test", { exact: true }) });
  /** The worker does it by itself; the page tells when it is looked at. */
  const expectSoon = (what: () => Promise<void>) =>
    expect(async () => {
      await page.reload();
      await unfold(card, "Recent deliveries");
      await what();
    }).toPass({ timeout: 30_000 });
  await expectSoon(() => expect(rows.filter({ hasText: "Delivered" }).first()).toBeVisible({ timeout: 500 }));

  receiver.status = 503;
  await card.getByRole("button", { name: /^Send a test/ }).click();
  await expect(page.getByText("The test is being sent.")).toBeVisible();
  await expectSoon(() => expect(tried).toContainText("1 attempt so far", { timeout: 500 }));
  const now = new Date();
  const webhook = { url: `${receiver.url}/hook` };
  const where = { webhook, event: "test" };
  await db.webhookDelivery.updateMany({ where, data: { attempts: 6, nextAttemptAt: now } });
  await retryDue({ now });
  await expectSoon(() => expect(tried).toContainText("Given up after 7 attempts", { timeout: 500 }));
  await expect(tried).toContainText("It answered with status 503.");
  await expectNoAxeFindings(page);

  receiver.status = 200;
  await tried.getByRole("button", { name: /^Send again/ }).click();
  await expectSoon(() => expect(tried).toContainText("Delivered", { timeout: 500 }));

  await unfold(card, "Change the secret");
  await card.getByRole("button", { name: /^Make a new secret/ }).click();
  const present = await secretIn(page, "New secret");
  await card.getByRole("button", { name: "Done" }).click();
  await expect(card.getByText("deliveries are signed with the former secret too")).toBeVisible();
  await unfold(card, "Change address and events");
  await card.getByLabel("Address").fill(`${receiver.url}/moved`);
  await card.getByRole("button", { name: "Save" }).click();
  const moved = page.getByRole("listitem").filter({ hasText: `${receiver.url}/moved` });
  await moved.getByRole("button", { name: /^Send a test/ }).click();
  const atNewAddress = () => receiver.arrived.filter(({ path }) => path === "/moved");
  await expect.poll(() => atNewAddress().length, { timeout: 30_000 }).toBeGreaterThan(0);
  expect(atNewAddress().map((one) => [isSigned(one, present), isSigned(one, secret)])[0]).toEqual([
    true,
    true,
  ]);

  await moved.getByRole("button", { name: /^Delete/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(moved).toBeHidden();
});
