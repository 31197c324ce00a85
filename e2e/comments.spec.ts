import type { Locator, Page } from "@playwright/test";
import { addComment } from "#lib/comments/commands.ts";
import { db } from "#lib/db/client.ts";
import { giveOpinion, takeClaim } from "#lib/reviews/commands.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { callAction } from "./actions.ts";
import { expectToast } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

const comments = (page: Page): Locator => page.getByRole("region", { name: "Comments" });
const composer = (page: Page): Locator => page.getByRole("textbox", { name: "New comment" });
const comment = (page: Page, words: string): Locator => page.getByRole("article").filter({ hasText: words });
const badge = (page: Page): Locator => page.getByRole("link", { name: /^Notifications/ });

test("two people talk about a claim: a name by keyboard, a reply, settled, opened again, changed, deleted", async ({
  open,
}) => {
  test.slow();
  const [ana, ben] = [await person("reporter"), await person("editor")];
  const claim = await makeClaim({ author: ana, statement: `Talked about ${unique()}` });
  const path = `/desk/claims/${claim.id}`;
  const anas = await open(ana);
  const bens = await open(ben);

  await test.step("a name is completed by keyboard, and Ctrl+Enter sends", async () => {
    await anas.goto(path);
    await expect(comments(anas).getByText("No comments yet.")).toBeVisible();
    await composer(anas).focus();
    await anas.keyboard.type(`Who said this, @${ben.name.split(" ")[1]}`);
    await expect(anas.getByRole("option", { name: new RegExp(ben.name) })).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await anas.keyboard.press("Enter");
    await expect(composer(anas)).toHaveValue(`Who said this, @${ben.name} `);
    await anas.keyboard.type("in 1949?");
    await anas.keyboard.press("Control+Enter");
    await expect(comment(anas, `Who said this, @${ben.name} in 1949?`)).toBeVisible();
    await expect(composer(anas)).toHaveValue("");
  });

  await test.step("who is named finds it on the badge and on the page of notifications, and is led there", async () => {
    await bens.goto("/desk");
    await expect(badge(bens)).toHaveAccessibleName(/1 unread/);
    await badge(bens).click();
    await bens.getByRole("link", { name: `${ana.name} mentioned you (unread)` }).click();
    await expect(bens).toHaveURL(new RegExp(`${path}\\?comment=[-0-9a-f]+#comment-`));
    await expect(comment(bens, "in 1949?").getByText("New", { exact: true })).toBeVisible();
    await expect(badge(bens)).toHaveAccessibleName("Notifications");
    await bens.reload();
    await expect(comment(bens, "in 1949?").getByText("New", { exact: true })).toBeHidden();
  });

  await test.step("the other replies, and the first is told", async () => {
    await comments(bens)
      .locator("summary")
      .filter({ hasText: /^Reply$/ })
      .click();
    const reply = bens.getByRole("textbox", { name: `Reply to ${ana.name}` });
    await expect(reply).toBeFocused();
    await reply.fill("The treaty itself: https://nato.example/treaty.");
    await comments(bens).getByRole("button", { name: "Reply" }).click();
    await expect(bens.getByRole("link", { name: "https://nato.example/treaty", exact: true })).toBeVisible();
    await anas.goto("/desk/notifications");
    await expect(
      anas.getByText("replied in a thread you are in").or(anas.getByText("commented on your claim")),
    ).toBeVisible();
  });

  await test.step("it is settled, folded away, and opened again", async () => {
    await comments(bens).getByRole("button", { name: "Resolve" }).click();
    const line = comments(bens).getByText(/^Resolved: Who said this/);
    await expect(line).toBeVisible();
    await expect(comment(bens, "The treaty itself")).toBeHidden();
    await line.click();
    await comments(bens).getByRole("button", { name: "Reopen" }).click();
    await expect(comments(bens).getByRole("button", { name: "Resolve" })).toBeVisible();
  });

  await test.step("one's own can be changed in its place, with what stood there kept", async () => {
    await anas.goto(path);
    const own = comment(anas, "in 1949?");
    await own
      .locator("summary")
      .filter({ hasText: /^Edit$/ })
      .click();
    const area = anas.getByRole("textbox", { name: "Change the comment" });
    await expect(area).toHaveValue(`Who said this, @${ben.name} in 1949?`);
    await area.fill(`Who said this, @${ben.name}, and when?`);
    await own.getByRole("button", { name: "Save" }).click();
    const changed = comment(anas, "and when?").first();
    await expect(changed.getByText("edited", { exact: true })).toBeVisible();
    await changed.getByText("Earlier words").click();
    await expect(changed.getByText("in 1949?")).toBeVisible();
    await expect(
      comment(anas, "The treaty itself")
        .locator("summary")
        .filter({ hasText: /^Edit$/ }),
    ).toBeHidden();
  });

  await test.step("one's own can be deleted; its words are left to editors", async () => {
    await bens.reload();
    await comment(bens, "The treaty itself")
      .locator("summary")
      .filter({ hasText: /^Delete$/ })
      .click();
    await comments(bens).getByRole("button", { name: "Delete" }).click();
    await expectToast(bens, "Comment deleted");
    await bens.reload();
    await comments(bens).getByText("What was deleted").click();
    await expect(comments(bens).getByText("The treaty itself")).toBeVisible();
    await anas.reload();
    await expect(comments(anas).getByText("Deleted", { exact: true })).toBeVisible();
    await expect(comments(anas).getByText("The treaty itself")).toHaveCount(0);
    await anas.goto(`${path}?tab=history`);
    await expect(anas.getByText(`${ben.name} deleted a comment`)).toBeVisible();
  });
});

test("an article's comments open beside it, count as new until they are seen, and cards say how many a claim has", async ({
  open,
}) => {
  const [ana, ben] = [await person("reporter"), await person("reporter")];
  const article = await makeArticle({ actor: ana, title: `Commented ${unique()}` });
  const claim = await makeClaim({ author: ana, article });
  const page = await open(ben);
  await addComment({ actor: ana, articleId: article.id, body: "All of it is old.", now: new Date() });
  await addComment({ actor: ana, claimId: claim.id, body: "See page 2.", now: new Date() });
  await page.goto(`/desk/articles/${article.id}`);
  await expect(page.getByRole("link", { name: "Claim 1: 1 comment, 1 new" })).toBeVisible();
  await page.getByRole("link", { name: "Comments on the article, 1 comment, 1 new" }).click();
  const panel = page.getByRole("dialog", { name: "Comments on the article" });
  await expect(panel.getByText("All of it is old.")).toBeVisible();
  await panel.getByRole("textbox", { name: "New comment" }).fill("Not the end.");
  await panel.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(panel.getByText("Not the end.").filter({ visible: true })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Comments on the article, 2 comments/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(page).toHaveURL(`/desk/articles/${article.id}`);
  await page.reload();
  await expect(
    page.getByRole("link", { name: "Comments on the article, 2 comments", exact: true }),
  ).toBeVisible();
});

test("what is typed is kept when the page is left, and given back", async ({ open }) => {
  const ana = await person("reporter");
  const claim = await makeClaim({ author: ana });
  const page = await open(ana);
  await page.goto(`/desk/claims/${claim.id}`);
  await composer(page).fill("Half a thought");
  await expect(comments(page).getByText(/^Saved \d/)).toBeVisible();
  await page.reload();
  await expect(composer(page)).toHaveValue("Half a thought");
});

test("a refused comment keeps its words and says why", async ({ open }) => {
  const [ana, ben] = [await person("reporter"), await person("reporter")];
  const claim = await makeClaim({ author: ana });
  const page = await open(ana);
  const { id: threadId } = await addComment({
    actor: ben,
    claimId: claim.id,
    body: "Done?",
    now: new Date(),
  });
  await page.goto(`/desk/claims/${claim.id}`);
  await comments(page)
    .locator("summary")
    .filter({ hasText: /^Reply$/ })
    .click();
  await page.getByRole("textbox", { name: /^Reply to/ }).fill("Not yet.");
  const resolved = { resolvedAt: new Date(), resolvedById: ben.id };
  await db.comment.update({ where: { id: threadId }, data: resolved });
  await comments(page).getByRole("button", { name: "Reply" }).click();
  await expect(page.getByText("Somebody resolved this thread meanwhile. Reopen it to reply.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Reply to/ })).toHaveValue("Not yet.");
});

test("many threads come a page at a time, and an address leads to any of them", async ({ open }) => {
  const ana = await person("reporter");
  const claim = await makeClaim({ author: ana });
  const ids: string[] = [];
  for (let count = 1; count <= 23; count++) {
    const now = new Date(Date.now() - 100_000 + count * 1_000);
    ids.push((await addComment({ actor: ana, claimId: claim.id, body: `Thread number ${count}.`, now })).id);
  }
  const path = `/desk/claims/${claim.id}`;
  const page = await open(ana);
  await page.goto(path);
  await expect(comment(page, "Thread number 23.")).toBeVisible();
  await expect(comment(page, "Thread number 3.")).toBeHidden();
  await page.getByRole("link", { name: "Show earlier comments" }).click();
  await expect(comment(page, "Thread number 1.")).toBeVisible();
  await page.goto(`${path}?comment=${ids[1]}#comment-${ids[1]}`);
  await expect(comment(page, "Thread number 2.")).toBeInViewport();
});

test("comments, replies, read marks and notifications need no script", async ({ open }) => {
  const [ana, ben] = [await person("reporter"), await person("reporter")];
  const claim = await makeClaim({ author: ana });
  const path = `/desk/claims/${claim.id}`;
  const { id } = await addComment({ actor: ben, claimId: claim.id, body: "Really?", now: new Date() });
  const page = await open(ana, { javaScriptEnabled: false });
  await page.goto("/desk/notifications");
  await page.getByRole("link", { name: `${ben.name} commented on your claim (unread)` }).click();
  await expect(comment(page, "Really?")).toBeVisible();
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(comments(page).getByText("New", { exact: true })).toHaveCount(0);
  await comments(page)
    .locator("summary")
    .filter({ hasText: /^Reply$/ })
    .click();
  await page.getByRole("textbox", { name: /^Reply to/ }).fill(`Yes, @${ben.name}.`);
  await comments(page).getByRole("button", { name: "Reply" }).click();
  await expect(comment(page, `Yes, @${ben.name}.`)).toBeVisible();
  await composer(page).fill("Another thing.");
  await comments(page).getByRole("button", { name: "Comment", exact: true }).click();
  await expect(comment(page, "Another thing.")).toBeVisible();
  expect(await db.comment.count({ where: { claimId: claim.id } })).toBe(3);
  expect(await db.notification.count({ where: { memberId: ben.id, kind: "mention" } })).toBe(1);
  expect(await db.notification.count({ where: { memberId: ana.id, commentId: id, readAt: null } })).toBe(0);
  await page.goto(path);
  await comments(page).getByRole("button", { name: "Resolve" }).first().click();
  await expect(comments(page).getByText(/^Resolved: Really\?/)).toBeVisible();

  await page.goto("/desk/notifications/settings");
  await page
    .getByRole("group", { name: /^Mentions, replies, claims I am asked to do/ })
    .getByText("Never")
    .click();
  await page.getByRole("button", { name: "Save" }).click();
  expect(await db.mailSettings.findUnique({ where: { memberId: ana.id } })).toMatchObject({
    direct: "never",
  });
});

test("nobody marks another's notification as read, and all at once marks only what was there", async ({
  open,
}) => {
  const [ana, ben] = [await person("reporter"), await person("reporter")];
  const claim = await makeClaim({ author: ana });
  await addComment({ actor: ben, claimId: claim.id, body: "One", now: new Date() });
  const { id: notificationId } = await db.notification.findFirstOrThrow({ where: { memberId: ana.id } });
  const unread = () => db.notification.count({ where: { memberId: ana.id, readAt: null } });
  const bens = await open(ben);
  const path = "/desk/notifications";
  await callAction(bens.request, { name: "readNotificationAction", path, fields: { notificationId } });
  const until = new Date().toISOString();
  await callAction(bens.request, { name: "readAllNotificationsAction", path, fields: { until } });
  expect(await unread()).toBe(1);
  const anas = await open(ana);
  await anas.goto(path);
  await addComment({ actor: ben, claimId: claim.id, body: "Two", now: new Date(Date.now() + 1_000) });
  await anas.getByRole("button", { name: "Mark all as read" }).click();
  await expectToast(anas, "Everything is marked as read");
  expect(await unread()).toBe(1);
});

test("a blind reviewer finds nothing of what the first one wrote since their opinion, on no route", async ({
  open,
}) => {
  const second = await person("reviewer");
  const claim = await makeClaim({ state: "queued" });
  const { first, id: claimId, articleId } = claim;
  const secret = `Leaked${unique()}`;
  await takeClaim({ actor: first, claimId, now: new Date() });
  const opinion = { ratingId: claim.ratings.false ?? "", conclusion: "c", rationale: "r" };
  await giveOpinion({ actor: first, claimId, ...opinion, now: new Date() });
  const body = `${secret} @${second.name}`;
  const hidden = await addComment({ actor: first, claimId, body, now: new Date() });
  await addComment({ actor: first, articleId, body, now: new Date() });
  const { request } = (await open(second)).context();
  const routes = [
    `/desk/claims/${claimId}`,
    `/desk/claims/${claimId}?comment=${hidden.id}&threads=100`,
    `/desk/claims/${claimId}?tab=history`,
    `/desk/articles/${articleId}`,
    `/desk/articles/${articleId}/comments?comment=${hidden.id}`,
    "/desk/notifications",
    "/desk/notifications?view=all",
    "/desk",
    `/api/desk/comments?claim=${claimId}&comment=${hidden.id}`,
    `/api/desk/comments?article=${articleId}`,
    `/api/desk/comments/counts?article=${articleId}`,
    "/api/desk/notifications",
  ];
  for (const route of routes) {
    for (const headers of [{}, { RSC: "1" }]) {
      const answer = await request.get(route, { headers });
      expect([answer.status(), answer.url().includes("/login")], route).toEqual([200, false]);
      expect(await answer.text(), route).not.toContain(secret);
    }
  }
  expect(await (await request.get("/api/desk/notifications")).json()).toEqual({ unread: 0 });
  expect(await (await request.get(`/api/desk/comments/counts?article=${articleId}`)).json()).toEqual({
    counts: {},
  });
  const reply = await callAction(request, {
    name: "addCommentAction",
    path: `/desk/claims/${claimId}`,
    fields: { threadId: hidden.id, body: "?" },
  });
  expect(await reply.text()).toContain("There is nothing here, or nothing you may see.");

  const firsts = await open(first);
  await firsts.goto(`/desk/claims/${claimId}`);
  await expect(firsts.getByText("Only you see this until all opinions are in.")).toBeVisible();
  const page = await open(second);
  await page.goto(`/desk/claims/${claimId}`);
  await expect(
    page.getByText("Who has given an opinion on this claim is heard here once all opinions are in."),
  ).toBeVisible();
  await takeClaim({ actor: second, claimId, now: new Date() });
  await giveOpinion({ actor: second, claimId, ...opinion, now: new Date() });
  await page.reload();
  await expect(comment(page, secret)).toBeVisible();
  expect(await (await request.get("/api/desk/notifications")).json()).toEqual({ unread: expect.any(Number) });
});

test("comments and counts are for members only", async ({ requestAs }) => {
  const claim = await makeClaim();
  const gone = await person("admin");
  const [nobody, disabled] = [await requestAs(null), await requestAs(gone)];
  await db.member.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
  const member = await requestAs(await person("reporter"));
  for (const route of [
    `/api/desk/comments?claim=${claim.id}`,
    `/api/desk/comments/counts?article=${claim.articleId}`,
    "/api/desk/comments/people?q=a",
  ]) {
    for (const request of [nobody, disabled]) expect((await request.get(route)).status(), route).toBe(401);
    expect((await member.get(route)).status(), route).toBe(200);
  }
  for (const request of [nobody, disabled])
    expect((await request.get("/api/desk/notifications")).status()).toBe(204);
  for (const nowhere of [
    "claim=nothing",
    "article=nothing",
    "claim=01990000-0000-7000-8000-000000000000",
    "",
  ]) {
    expect((await member.get(`/api/desk/comments?${nowhere}`)).status(), nowhere).toBe(404);
  }
});
