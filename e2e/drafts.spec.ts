import type { Page } from "@playwright/test";
import { env } from "#lib/env.ts";
import { makeClaim } from "#lib/testing/factories.ts";
import { choose, expectToast, field, unfold } from "./desk.ts";
import { expect, expectNoAxeFindings, person, test, unique } from "./fixtures.ts";

const ADDRESS = "/api/desk/drafts";
const STATEMENT = "Claim in one checkable sentence";
const OTHER = /^Elsewhere you wrote something else here/;

async function openEdit(page: Page, claimId: string): Promise<void> {
  await page.goto(`/desk/claims/${claimId}`);
  await unfold(page, "Edit the claim");
}

/** Writes, and waits until the desk has kept it. */
async function write(page: Page, words: string): Promise<void> {
  const kept = page.waitForResponse(
    (response) => response.url().endsWith(ADDRESS) && (response.request().postData() ?? "").includes(words),
  );
  await field(page, STATEMENT).fill(words);
  await (await kept).finished();
}

const broughtBack = (page: Page) =>
  page.getByText(/^Brought back what you wrote on/).filter({ visible: true });

test("what is written on one device goes on at another, and is gone once it is saved", async ({ open }) => {
  const claim = await makeClaim();
  const [desk, phone] = [
    await open(claim.author),
    await open(claim.author, { viewport: { width: 390, height: 844 } }),
  ];
  await openEdit(desk, claim.id);
  const [first, second] = [`Begun at the desk ${unique()}`, `Finished on the phone ${unique()}`];
  await write(desk, first);

  await openEdit(phone, claim.id);
  await expect(field(phone, STATEMENT)).toHaveValue(first);
  await expect(broughtBack(phone)).toBeVisible();
  await write(phone, second);

  await openEdit(desk, claim.id);
  await expect(field(desk, STATEMENT)).toHaveValue(second);
  await phone.getByRole("button", { name: "Save", exact: true }).click();
  await expectToast(phone, "Claim saved");

  await openEdit(desk, claim.id);
  await expect(field(desk, STATEMENT)).toHaveValue(second);
  await expect(broughtBack(desk)).toBeHidden();
});

test("two texts for one form are both there until their writer chooses", async ({ open, tolerate }) => {
  tolerate(/ERR_(FAILED|INTERNET_DISCONNECTED)/);
  const claim = await makeClaim();
  const [desk, phone] = [await open(claim.author), await open(claim.author)];
  const [written, elsewhere] = [`Written without a net ${unique()}`, `Written elsewhere ${unique()}`];
  await openEdit(desk, claim.id);
  await openEdit(phone, claim.id);
  await desk.context().setOffline(true);
  await field(desk, STATEMENT).fill(written);
  await expect(desk.getByText(/^Saved /).filter({ visible: true })).toBeVisible();
  await write(phone, elsewhere);
  await desk.context().setOffline(false);

  await openEdit(desk, claim.id);
  await expect(desk.getByText(OTHER)).toBeVisible();
  await expect(field(desk, STATEMENT)).toHaveValue(written);
  await expectNoAxeFindings(desk);
  await desk.getByRole("button", { name: "Show it", exact: true }).click();
  await expect(field(desk, STATEMENT)).toHaveValue(elsewhere);
  await expect(desk.getByText("This is what you wrote elsewhere")).toBeVisible();
  await desk.getByRole("button", { name: "Show what stood here" }).click();
  await expect(field(desk, STATEMENT)).toHaveValue(written);

  const kept = desk.waitForResponse((response) => response.url().endsWith(ADDRESS) && response.ok());
  await desk.getByRole("button", { name: "Keep this one" }).click();
  await (await kept).finished();
  await expect(desk.getByText(OTHER)).toBeHidden();
  await openEdit(phone, claim.id);
  await expect(field(phone, STATEMENT)).toHaveValue(written);
});

test("a text another device wrote while this one is open is not overwritten", async ({ open }) => {
  const claim = await makeClaim();
  const [desk, phone] = [await open(claim.author), await open(claim.author)];
  await openEdit(desk, claim.id);
  await openEdit(phone, claim.id);
  const [here, there] = [`Here ${unique()}`, `There ${unique()}`];
  await write(phone, there);
  await field(desk, STATEMENT).fill(here);
  await expect(desk.getByText(OTHER)).toBeVisible();
  await expect(field(desk, STATEMENT)).toHaveValue(here);
  await openEdit(phone, claim.id);
  await expect(field(phone, STATEMENT)).toHaveValue(there);
});

test("the text that is not shown outlasts the page, and so does one from another window", async ({
  open,
}) => {
  const claim = await makeClaim();
  const first = await open(claim.author);
  const second = await first.context().newPage();
  const [here, there] = [`In one window ${unique()}`, `In the other ${unique()}`];
  await openEdit(second, claim.id);
  await openEdit(first, claim.id);
  await write(first, here);
  await field(second, STATEMENT).fill(there);
  await expect(second.getByText(OTHER)).toBeVisible();
  await second.getByRole("button", { name: "Show it", exact: true }).click();
  await expect(field(second, STATEMENT)).toHaveValue(here);

  await openEdit(second, claim.id);
  await expect(field(second, STATEMENT)).toHaveValue(here);
  await second.getByRole("button", { name: "Show it", exact: true }).click();
  await expect(field(second, STATEMENT)).toHaveValue(there);
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await expectToast(second, "Claim saved");
  await openEdit(second, claim.id);
  await expect(field(second, STATEMENT)).toHaveValue(here);
  await expect(broughtBack(second)).toBeVisible();
});

test("what another device wrote since is not lost when this one sends", async ({ open }) => {
  const claim = await makeClaim();
  const [desk, phone] = [await open(claim.author), await open(claim.author)];
  const [early, late] = [`Early ${unique()}`, `Late ${unique()}`];
  await openEdit(desk, claim.id);
  await write(desk, early);
  await openEdit(phone, claim.id);
  await expect(field(phone, STATEMENT)).toHaveValue(early);
  await write(phone, late);
  const sent = desk.waitForResponse((response) => response.request().method() === "DELETE");
  await desk.getByRole("button", { name: "Save", exact: true }).click();
  await expectToast(desk, "Claim saved");
  await (await sent).finished();
  await openEdit(phone, claim.id);
  await expect(field(phone, STATEMENT)).toHaveValue(late);
});

test("what is thrown away or sent on one device does not come back on another", async ({ open }) => {
  const reviewer = await person("reviewer");
  const claim = await makeClaim({ state: "in_review", first: reviewer });
  const [desk, phone] = [await open(reviewer), await open(reviewer)];
  const words = `The treaty says so ${unique()}`;
  const why = (page: Page) => page.getByRole("textbox", { name: "Why", exact: true });
  await desk.goto(`/desk/claims/${claim.id}`);
  const kept = desk.waitForResponse((response) => (response.request().postData() ?? "").includes(words));
  await choose(desk, "True");
  await why(desk).fill(words);
  await (await kept).finished();
  await phone.goto(`/desk/claims/${claim.id}`);
  await expect(why(phone)).toHaveValue(words);
  await expect(phone.getByRole("radio", { name: "True", exact: true })).toBeChecked();

  const gone = phone.waitForResponse((response) => response.request().method() === "DELETE");
  await phone.getByRole("button", { name: "Discard it" }).filter({ visible: true }).click();
  await (await gone).finished();
  await desk.reload();
  await expect(why(desk)).toHaveValue("");
});

test("what is thrown away before the desk has told of its copy does not come back", async ({ open }) => {
  const claim = await makeClaim();
  const page = await open(claim.author);
  const words = `Begun and left at once ${unique()}`;
  await openEdit(page, claim.id);
  await field(page, STATEMENT).fill(words);
  // Leaving gives it to the desk, whose answer finds nobody.
  await page.goto("/desk");
  const kept = async () => (await page.request.get(ADDRESS)).text();
  await expect.poll(kept).toContain(claim.id);

  const { promise: discarded, resolve: tell } = Promise.withResolvers<void>();
  await page.route(`**${ADDRESS}`, async (route) => {
    await discarded;
    await route.continue();
  });
  await openEdit(page, claim.id);
  await expect(field(page, STATEMENT)).toHaveValue(words);
  const gone = page.waitForResponse((response) => response.request().method() === "DELETE");
  await page.getByRole("button", { name: "Discard it" }).filter({ visible: true }).click();
  tell();
  await (await gone).finished();
  await openEdit(page, claim.id);
  await expect(field(page, STATEMENT)).not.toHaveValue(words);
  await expect(broughtBack(page)).toBeHidden();
});

test.describe("what the desk answers", () => {
  const ask = { headers: { Origin: env.PUBLIC_URL } };
  const content = { typed: { statement: "secret words" }, basis: { version: null, saved: {} } };

  test("is for the draft's own member, asked from its own pages", async ({ requestAs }) => {
    const [ana, ben] = [await person("reporter"), await person("admin")];
    const gone = await person("editor", { disabledAt: new Date() });
    const key = `${ana.id}:claim:1`;
    const data = { key, content, known: null };
    const [as, others] = [await requestAs(ana), [ben, gone, null]];
    expect((await as.put(ADDRESS, { ...ask, data })).status()).toBe(200);
    const own = await (await as.get(`${ADDRESS}?key=${key}`)).json();
    expect(own).toEqual({ draft: { content, savedAt: expect.any(Number) } });
    for (const other of others) {
      const request = await requestAs(other);
      for (const answer of [
        await request.get(`${ADDRESS}?key=${key}`),
        await request.put(ADDRESS, { ...ask, data: { ...data, known: own.draft.savedAt } }),
        await request.delete(`${ADDRESS}?key=${key}&known=${own.draft.savedAt}`, ask),
      ])
        expect(answer.status()).toBe(204);
      expect(await (await request.get(ADDRESS)).text()).not.toContain(ana.id);
    }
    expect(await (await as.get(`${ADDRESS}?key=${key}`)).json()).toEqual(own);
    for (const headers of [{ Origin: "https://evil.example" }, { Origin: "null" }, {}] as Record<
      string,
      string
    >[]) {
      expect((await as.put(ADDRESS, { headers, data })).status()).toBe(403);
      expect((await as.delete(`${ADDRESS}?key=${key}&known=1`, { headers })).status()).toBe(403);
    }
    for (const wrong of [null, {}, { ...data, key: "x" }, { ...data, known: "now" }])
      expect((await as.put(ADDRESS, { ...ask, data: wrong })).status()).toBe(400);
    for (const params of ["key=%00", `key=${key}&all=yes`])
      expect((await as.get(`${ADDRESS}?${params}`)).status()).toBe(400);
    for (const known of ["x", "-1", "1e99"])
      expect((await as.delete(`${ADDRESS}?key=${key}&known=${known}`, ask)).status()).toBe(400);
  });
});
