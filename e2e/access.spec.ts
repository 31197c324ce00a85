import type { APIRequestContext } from "@playwright/test";
import { type Actor, includesRole, type Role } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { expect, person, signIn, unique } from "./fixtures.ts";
import { addressOf, listPages, test } from "./pages.ts";

type Visitor = "anonymous" | "disabled" | Role;
const VISITORS: readonly Visitor[] = ["anonymous", "disabled", "reporter", "reviewer", "editor", "admin"];

/** The least role a page is for; `everybody` for readers' pages. */
const PAGES: Record<string, Role | "everybody" | "sign-in" | "set-up"> = {
  "/": "everybody",
  "/claims": "everybody",
  "/claims/[slug]": "everybody",
  "/claims/[slug]/record": "everybody",
  "/claims/[slug]/report": "everybody",
  "/claims/[slug]/report/thanks": "everybody",
  "/send": "everybody",
  "/send/thanks": "everybody",
  "/articles/[slug]": "everybody",
  "/topics/[slug]": "everybody",
  "/claimants/[slug]": "everybody",
  "/corrections": "everybody",
  "/methodology": "everybody",
  "/api/docs": "everybody",
  "/embed/claims/[slug]": "everybody",
  "/login": "sign-in",
  "/setup": "set-up",
  "/desk": "reporter",
  "/desk/articles": "reporter",
  "/desk/articles/new": "reporter",
  "/desk/articles/[id]": "reporter",
  "/desk/articles/[id]/comments": "reporter",
  "/desk/articles/[id]/edit": "reporter",
  "/desk/articles/[id]/repairs": "reporter",
  "/desk/articles/[id]/revisions": "reporter",
  "/desk/articles/[id]/revisions/[number]": "reporter",
  "/desk/evidence/[id]/words": "reporter",
  "/desk/imports/[id]": "reporter",
  "/desk/repairs": "reporter",
  "/desk/claims": "reporter",
  "/desk/claims/[id]": "reporter",
  "/desk/notifications": "reporter",
  "/desk/notifications/settings": "reporter",
  "/desk/queue": "reporter",
  "/desk/queue/bulk": "reviewer",
  "/desk/snapshots/[id]": "reporter",
  "/desk/insights": "reviewer",
  "/desk/insights/pack": "reviewer",
  "/desk/source-tasks": "reporter",
  "/desk/tips": "reporter",
  "/desk/sources": "reporter",
  "/desk/sources/[id]": "reporter",
  "/desk/settings": "admin",
  "/desk/settings/account": "reporter",
  "/desk/settings/shortcuts": "reporter",
  "/desk/settings/tokens": "reporter",
  "/desk/settings/policies": "editor",
  "/desk/settings/ratings": "admin",
  "/desk/settings/ratings/draft": "admin",
  "/desk/settings/members": "admin",
  "/desk/settings/members/new": "admin",
  "/desk/settings/members/[id]": "admin",
};

type Outcome = "page" | "nothing" | "sign-in" | "desk";

function outcomeFor(visitor: Visitor, pattern: string): Outcome {
  const least = PAGES[pattern];
  const isMember = visitor !== "anonymous" && visitor !== "disabled";
  if (least === "everybody") return "page";
  if (least === "set-up") return "nothing";
  if (least === "sign-in") return isMember ? "desk" : "page";
  if (!isMember) return "sign-in";
  return least !== undefined && includesRole(visitor, least) ? "page" : "nothing";
}

test("every page has a row in the table of who may see it", () => {
  expect(listPages().toSorted()).toEqual(Object.keys(PAGES).toSorted());
});

for (const visitor of VISITORS) {
  test(`what ${visitor === "anonymous" ? "nobody in particular" : `a member (${visitor})`} gets at every address`, async ({
    requestAs,
    things,
  }) => {
    const member = await person(visitor === "anonymous" || visitor === "disabled" ? "reporter" : visitor);
    const request = await requestAs(visitor === "anonymous" ? null : member);
    if (visitor === "disabled") {
      await db.member.update({ where: { id: member.id }, data: { disabledAt: new Date() } });
    }
    for (const pattern of Object.keys(PAGES)) {
      const address = addressOf(pattern, things, member);
      await test.step(address, () => expectOutcome(request, address, outcomeFor(visitor, pattern)));
    }
  });
}

async function expectOutcome(request: APIRequestContext, address: string, outcome: Outcome): Promise<void> {
  const answer = await request.get(address, { maxRedirects: 0 });
  const body = await answer.text();
  const leadsTo = answer.headers().location;
  if (outcome === "sign-in") {
    expect([answer.status(), leadsTo], address).toEqual([307, `/login?from=${encodeURIComponent(address)}`]);
  } else if (outcome === "desk") {
    expect([answer.status(), leadsTo], address).toEqual([307, "/desk"]);
  } else if (outcome === "nothing") {
    expect(answer.status(), address).toBe(404);
    expect(body, address).toContain("<title>There is nothing here");
  } else {
    expect(answer.status(), address).toBe(200);
    expect(body.match(/<h1[ >]/g), address).toHaveLength(1);
    expect(body, address).not.toContain("<title>There is nothing here");
  }
}

test("what is not there is answered like what one may not see, at every address with an id", async ({
  open,
  requestAs,
  tolerate,
}) => {
  tolerate(/status of 404/);
  const admin = await person("admin");
  const request = await requestAs(admin);
  const nowhere = "01990000-0000-7000-8000-000000000000";
  const known = Object.keys(PAGES).filter((pattern) => pattern.includes("["));
  for (const pattern of known) {
    for (const id of [nowhere, "nothing", "%00", "%F0%9F%A6%93", "a'b\"c", "x".repeat(3000)]) {
      await expectOutcome(request, pattern.replace(/\[\w+\]/, id), "nothing");
    }
  }
  // How that looks, where a script has to draw it too.
  const page = await open(admin);
  for (const pattern of [
    "/claims/nothing",
    "/desk/claims/nothing",
    "/desk/sources/nothing",
    "/desk/nothing",
  ]) {
    await page.goto(pattern);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
    await expect(page).toHaveTitle(/There is nothing here/);
  }
});

test("nothing that is not published can be reached by readers, and its words are nowhere", async ({
  request,
}) => {
  const author = await person("reporter");
  for (const state of [
    "draft",
    "queued",
    "in_review",
    "second_review",
    "adjudication",
    "ready",
    "dismissed",
  ] as const) {
    const word = unique();
    const article = await makeArticle({ actor: author, title: `Hidden ${word}` });
    const claim = await makeClaim({
      state,
      author,
      article,
      statement: `Hidden ${word}`,
      topics: [`Topic ${word}`],
      claimantName: `Claimant ${word}`,
      claimantKind: "other",
    });
    const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { slug: true } });
    const hidden = [
      `/claims/${slug}`,
      `/claims/${claim.id}`,
      `/articles/${article.slug}`,
      `/articles/${article.id}`,
      `/topics/topic-${word}`,
      `/topics/topic-${word}/feed.xml`,
      `/claimants/claimant-${word}`,
      `/claimants/claimant-${word}/rss.xml`,
    ];
    for (const address of hidden) {
      const answer = await request.get(address);
      expect(answer.status(), `${state}: ${address}`).toBe(404);
      expect(withoutAddress(await answer.text(), address), `${state}: ${address}`).not.toContain(word);
    }
    for (const list of ["/", "/claims", `/claims?q=${word}`, "/corrections"]) {
      expect(withoutQuery(await (await request.get(list)).text(), word), `${state}: ${list}`).not.toContain(
        "Hidden",
      );
    }
  }
});

/** The page repeats the address it was asked for. */
const withoutAddress = (body: string, address: string): string =>
  body.replaceAll(address.split("/").at(-1) ?? "", "");
const withoutQuery = (body: string, word: string): string => body.replaceAll(`for “${word}”`, "");

test("a withdrawn check tells its readers that and why, and no more", async ({ request }) => {
  const statement = `Withdrawn ${unique()}`;
  const { id } = await makeClaim({ state: "withdrawn", statement });
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id }, select: { slug: true } });
  const body = await (await request.get(`/claims/${slug}`)).text();
  expect(body).toContain("This check was withdrawn");
  expect(body).toContain("The source was withdrawn.");
  expect(body).not.toContain(statement);
  expect(body).not.toContain("Concluded by");
  expect(await (await request.get(`/claims?q=${encodeURIComponent(statement)}`)).text()).toContain(
    "No claim matches",
  );
});

test("a session that was copied ends for both when its member is switched off", async ({ open }) => {
  const member: Actor = await person("reporter");
  const page = await open(member);
  await page.goto("/desk");
  await expect(page.getByRole("heading", { name: "My work" })).toBeVisible();
  await db.member.update({ where: { id: member.id }, data: { disabledAt: new Date() } });
  await page.getByRole("link", { name: "Articles" }).click();
  await page.waitForURL(/\/login\?from=%2Fdesk%2Farticles/);
  await expect(
    page.getByText("Your session has ended. Sign in again and you are back where you were."),
  ).toBeVisible();
});

test("a cookie that was made up is nobody's", async ({ open }) => {
  const page = await open();
  await signIn(page.context(), { id: (await person("admin")).id });
  const [cookie] = await page.context().cookies();
  if (!cookie) throw new Error("There is no cookie");
  await page.context().addCookies([{ ...cookie, value: `${cookie.value.slice(0, -3)}abc` }]);
  await page.goto("/desk/settings");
  await expect(page).toHaveURL(/\/login\?from=%2Fdesk%2Fsettings$/);
});
