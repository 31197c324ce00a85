import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { sealSessionId, sessionCookie } from "#lib/auth/cookie.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { insertSession } from "#lib/auth/session-rows.ts";
import { createClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { claimOn, makeArticle, makeClaim, revise } from "#lib/testing/factories.ts";
import { field, makeClaimOf, markLink } from "./desk.ts";
import { endSessions, expect, expectNoAxeFindings, person, test } from "./fixtures.ts";

// Two people at one article: what one does, the other sees without reloading.

const DESK = { viewport: { width: 1440, height: 900 } };

const card = (page: Page, number: number) => page.locator(`#claim-${number}`);
const others = (page: Page) => page.getByRole("button", { name: /colleagues? here$/ });
const expectLive = (page: Page) =>
  expect(page.getByText("Changes by colleagues appear as they happen")).toBeAttached();

async function twoAtAnArticle(open: (actor: Actor, options: typeof DESK) => Promise<Page>) {
  const [ana, ben] = [await person("reporter"), await person("reviewer")];
  const article = await makeArticle({ actor: ana });
  const path = `/desk/articles/${article.id}`;
  const [hers, his] = [await open(ana, DESK), await open(ben, DESK)];
  await hers.goto(path);
  await his.goto(path);
  await expectLive(his);
  return { ana, ben, article, path, hers, his };
}

test("a colleague's highlight, its next state and its end appear without reloading", async ({ open }) => {
  const { ana, hers, his, article } = await twoAtAnArticle(open);
  const number = await makeClaimOf(hers, "twelve members");
  await expect(markLink(his, number)).toBeVisible();
  await expect(his.locator("mark", { hasText: "twelve members" })).toBeVisible();
  await expect(card(his, number).getByText("Draft")).toBeVisible();

  const other = await makeClaim({ article, author: ana, words: "Sweden joined in March 2024." });
  await expect(card(his, other.number).getByText("Draft")).toBeVisible();
  await makeClaim({ article, author: ana, words: "Today it has", state: "queued" });
  await expect(card(his, other.number + 1).getByText("Queued")).toBeVisible();

  await card(hers, number).getByRole("button", { name: "Delete" }).click();
  await hers.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(card(his, number)).toBeHidden();
  await expect(his.locator("mark", { hasText: "twelve members" })).toBeHidden();
});

test("who else is here is seen by name, with the claim they are on, until they leave", async ({ open }) => {
  const { ana, ben, hers, his, article } = await twoAtAnArticle(open);
  const claim = await makeClaim({ article, author: ana });
  await expect(others(his)).toBeVisible();
  await expectNoAxeFindings(his);
  await card(hers, claim.number).getByRole("link").first().focus();
  await others(his).click();
  const list = his.getByRole("dialog", { name: "Also at this article" });
  await expect(list.getByText(ana.name)).toBeVisible();
  await expect(list.getByText(ben.name)).toBeHidden();
  await expect(list.getByRole("link", { name: `on claim ${claim.number}` })).toBeVisible();
  await hers.goto("/desk");
  await expect(list).toBeHidden();
  await expect(others(his)).toBeHidden();
});

test("two who edit one claim are told, keep what they typed, and overwrite nothing", async ({ open }) => {
  const [ana, ben] = [await person("reporter"), await person("editor")];
  const article = await makeArticle({ actor: ana });
  const claim = await makeClaim({ article, author: ana });
  const [hers, his] = [await open(ana, DESK), await open(ben, DESK)];
  for (const page of [hers, his]) {
    await page.goto(`/desk/articles/${article.id}`);
    await expectLive(page);
  }
  await card(hers, claim.number).getByText("Draft").click();
  await card(hers, claim.number).getByRole("button", { name: "Edit" }).click();
  await expect(card(his, claim.number).getByText(`${ana.name} is editing this`)).toBeVisible();

  await card(his, claim.number).getByText("Draft").click();
  await card(his, claim.number).getByRole("button", { name: "Edit" }).click();
  const hisForm = his.getByRole("form", { name: `Claim ${claim.number}` });
  await expect(hisForm.getByRole("status").getByText(`${ana.name} is editing this claim too`)).toContainText(
    "Claim in one checkable sentence",
  );
  await field(hisForm, "Claim in one checkable sentence").fill("What Ben types.");

  const herForm = hers.getByRole("form", { name: `Claim ${claim.number}` });
  await field(herForm, "Claim in one checkable sentence").fill("What Ana saves.");
  await herForm.getByRole("button", { name: "Save" }).click();
  await expect(card(hers, claim.number).getByText("What Ana saves.")).toBeVisible();

  // It has arrived on his page when she is no longer said to be editing.
  await expect(hisForm.getByText(/is editing this claim too/)).toBeHidden();
  await expect(field(hisForm, "Claim in one checkable sentence")).toHaveValue("What Ben types.");
  await hisForm.getByRole("button", { name: "Save" }).click();
  await expect(hisForm.getByRole("paragraph").filter({ hasText: "What Ana saves." })).toBeVisible();
  await expect(field(hisForm, "Claim in one checkable sentence")).toHaveValue("What Ben types.");
  const { statement } = await db.claim.findUniqueOrThrow({
    where: { id: claim.id },
    select: { statement: true },
  });
  expect(statement).toBe("What Ana saves.");
});

test("a form stays with what was typed when a colleague deletes its claim", async ({ open }) => {
  const [ana, ben] = [await person("reporter"), await person("editor")];
  const article = await makeArticle({ actor: ana });
  const claim = await makeClaim({ article, author: ana });
  const page = await open(ben, DESK);
  await page.goto(`/desk/articles/${article.id}`);
  await expectLive(page);
  await card(page, claim.number).getByText("Draft").click();
  await card(page, claim.number).getByRole("button", { name: "Edit" }).click();
  const form = page.getByRole("form", { name: `Claim ${claim.number}` });
  await field(form, "Claim in one checkable sentence").fill("Much work.");
  const hers = await open(ana, DESK);
  await hers.goto(`/desk/articles/${article.id}`);
  await card(hers, claim.number).getByText("Draft").click();
  await card(hers, claim.number).getByRole("button", { name: "Delete" }).click();
  await hers.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(form.getByText("A colleague deleted this claim.")).toBeVisible();
  await expect(field(form, "Claim in one checkable sentence")).toHaveValue("Much work.");
  await form.getByRole("button", { name: "Cancel" }).click();
  await expect(card(page, claim.number)).toBeHidden();
});

test("where streams are blocked, changes come by asking", async ({ open, tolerate }) => {
  tolerate(/ERR_FAILED|ERR_ABORTED|EventSource/);
  const [ana, ben] = [await person("reporter"), await person("reviewer")];
  const article = await makeArticle({ actor: ana });
  const page = await open(ben, DESK);
  await page.route("**/events?*", (route) =>
    route.request().headers().accept?.includes("json") ? route.continue() : route.abort(),
  );
  await page.goto(`/desk/articles/${article.id}`);
  await expect(page.getByText("Changes by colleagues appear every few seconds")).toBeAttached();
  const claim = await makeClaim({ article, author: ana });
  await expect(card(page, claim.number)).toBeVisible();
});

test("what happened while the connection was lost is there when it is back", async ({ open, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/);
  const { ana, his, article } = await twoAtAnArticle(open);
  await his.context().setOffline(true);
  await his.evaluate(() => window.dispatchEvent(new Event("offline")));
  await expect(his.getByText("No connection", { exact: true }).first()).toBeVisible();
  const claim = await makeClaim({ article, author: ana });
  await his.context().setOffline(false);
  await expect(card(his, claim.number)).toBeVisible();
});

test("a newer text of the article is offered, and comes when it is wanted", async ({ open }) => {
  const { ana, his, article } = await twoAtAnArticle(open);
  await revise(article.id, article.text.replace("twelve members", "ten members"), { actor: ana });
  await expect(his.getByText("The article has a newer text.")).toBeVisible();
  await expect(his.getByText("It had twelve members at first.")).toBeVisible();
  await his.getByRole("button", { name: "Show it" }).click();
  await expect(his.getByText("It had ten members at first.")).toBeVisible();
  await expect(his.getByText("The article has a newer text.")).toBeHidden();
});

test("a session that is ended ends its stream at once", async ({ open, tolerate }) => {
  tolerate(/401/);
  const { ben, his } = await twoAtAnArticle(open);
  await endSessions(ben);
  await expect(his.getByText("Signed out").first()).toBeVisible();
});

async function cookieFor(actor: Actor): Promise<string> {
  const { id } = await db.$transaction((tx) =>
    insertSession(tx, { memberId: actor.id, userAgent: null, now: new Date() }),
  );
  return `${sessionCookie().name}=${await sealSessionId(id)}`;
}

/** Reads a stream until what came matches. */
async function readStream(response: Response, until: RegExp): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (until.test(text)) break;
  }
  return text;
}

test("a stream goes on after the last event its reader knows, and says ids only", async () => {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author });
  const claim = await makeClaim({ article, author, state: "second_review", firstRating: "misleading" });
  const Cookie = await cookieFor(await person("reviewer"));
  const url = `${env.PUBLIC_URL}/api/desk/articles/${article.id}/events`;
  // Who is here is said beside what happened, before it or after it.
  const both = new RegExp(`event: people[^]*${claim.id}|${claim.id}[^]*event: people`);
  const first = await readStream(await fetch(`${url}?after=0`, { headers: { Cookie } }), both);
  expect(first).toContain(`"claimId":"${claim.id}"`);
  expect(first).not.toMatch(/misleading|concluded|reasoned|second_review|decided/i);
  const last =
    first
      .match(/^id: (\d+)$/gm)
      ?.at(-1)
      ?.slice(4) ?? "";

  const another = await createClaim({ actor: author, ...claimOn(article, "Today it has") });
  const headers = { Cookie, "Last-Event-ID": last };
  const next = await readStream(await fetch(url, { headers }), new RegExp(another.id));
  expect(next).toContain(`"claimId":"${another.id}"`);
});

test.describe("the addresses behind it", () => {
  const nowhere = randomUUID();

  test("are for members only, whatever their role", async ({ requestAs }) => {
    const author = await person("reporter");
    const claim = await makeClaim({ author });
    const base = `/api/desk/articles/${claim.articleId}`;
    const json = { headers: { Accept: "application/json" } };
    const here = { tab: randomUUID(), claimId: null, isEditing: false, field: null };
    const disabled = await person("admin");
    const disabledRequest = await requestAs(disabled);
    await db.member.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
    const visitors = [
      { request: await requestAs(null), status: 401 },
      { request: disabledRequest, status: 401 },
      ...(await Promise.all(
        (["reporter", "reviewer", "editor", "admin"] as const).map(async (role) => ({
          request: await requestAs(await person(role)),
          status: 200,
        })),
      )),
    ];
    for (const { request, status } of visitors) {
      expect((await request.get(`${base}/events`, json)).status()).toBe(status);
      expect((await request.get(`${base}/claims?ids=${claim.id}`)).status()).toBe(status);
      const headers = { Origin: env.PUBLIC_URL };
      const told = await request.post(`${base}/presence`, { headers, data: { ...here, tab: randomUUID() } });
      expect(told.status()).toBe(status === 200 ? 204 : status);
    }
    const member = await requestAs(author);
    for (const id of [nowhere, "nothing", "%00"]) {
      expect((await member.get(`/api/desk/articles/${id}/events`, json)).status()).toBe(404);
      expect((await member.get(`/api/desk/articles/${id}/claims?ids=${claim.id}`)).status()).toBe(404);
    }
  });

  test("answer claims of their own article only, and name those that are gone", async ({ requestAs }) => {
    const [claim, other] = [await makeClaim(), await makeClaim()];
    const member = await requestAs(claim.author);
    const address = `/api/desk/articles/${claim.articleId}/claims`;
    const answer = await (await member.get(`${address}?ids=${claim.id},${other.id},${nowhere}`)).json();
    expect(answer.claims.map(({ id }: { id: string }) => id)).toEqual([claim.id]);
    expect(answer.goneIds).toEqual([other.id, nowhere]);
    const many = Array.from({ length: 101 }, () => nowhere).join(",");
    for (const query of ["", "?ids=", "?ids=x", `?ids=${many}`, `?ids=${claim.id}&all=1`])
      expect((await member.get(address + query)).status(), query).toBe(400);
  });

  test("take no word of where somebody is from another site", async ({ requestAs }) => {
    const claim = await makeClaim();
    const member = await requestAs(claim.author);
    const data = { tab: randomUUID(), claimId: null, isEditing: false, field: null };
    const address = `/api/desk/articles/${claim.articleId}/presence`;
    const headers: Record<string, string>[] = [{ Origin: "https://evil.example" }, { Origin: "null" }, {}];
    for (const each of headers)
      expect((await member.post(address, { headers: each, data })).status()).toBe(403);
    const own = { headers: { Origin: env.PUBLIC_URL } };
    expect((await member.post(address, { ...own, data: { ...data, name: "Eve" } })).status()).toBe(400);
    expect((await member.post(address, { ...own, data })).status()).toBe(204);
  });
});
