import type { APIRequestContext } from "@playwright/test";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { type Outcome, outcomeFor, PAGES } from "#lib/testing/access/pages.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { expect, person, signIn, unique } from "./fixtures.ts";
import { addressOf, test } from "./pages.ts";

const VISITORS = ["anonymous", "disabled", "reporter", "reviewer", "editor", "admin"] as const;

// Rows for new pages go to lib/testing/access/pages.ts. Here it is seen that Next serves what lib/access.db.test.ts finds.

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
