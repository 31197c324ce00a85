import type { Page } from "@playwright/test";
import { takeClaim } from "#lib/reviews/commands.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { expectToast, field, unfold, writeVerdict } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";

/** The line of the queue with this claim. */
const rowOf = (page: Page, statement: string) =>
  page.getByRole("list", { name: "Claims in this view" }).getByRole("article").filter({ hasText: statement });

test("an editor sets an article's deadline, and the queue says why its claim stands where it stands", async ({
  open,
}) => {
  const statement = `It fell by 12 percent in 2019 (${unique()})`;
  const article = await makeArticle();
  await makeClaim({ state: "queued", article, statement });
  const page = await open(await person("editor"));

  await page.goto(`/desk/articles/${article.id}/edit`);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await field(page, "Deadline").fill(`${tomorrow}T18:00`);
  await page.getByText("Many", { exact: true }).click();
  await page.getByRole("button", { name: "Save details" }).click();
  await expectToast(page, "Details saved");
  await expect(page.getByText(/^Deadline .*18:00$/)).toBeVisible();

  await page.goto(`/desk/queue?view=all&article=${article.id}`);
  const reasons = rowOf(page, statement).getByRole("list", { name: "Why it stands here" });
  await expect(reasons.getByRole("listitem")).toHaveText([
    /^Deadline .*18:00$/,
    "reaches many",
    "a number",
    /./,
  ]);
});

test("a filter, and a view kept under a name, work by links and buttons alone", async ({ open }) => {
  const topic = `Harbours ${unique()}`;
  const [inside, outside] = [`Ships grew ${unique()}`, `Trains shrank ${unique()}`];
  await makeClaim({ state: "queued", statement: inside, topics: [topic] });
  await makeClaim({ state: "queued", statement: outside });
  const page = await open(await person("reviewer"), { javaScriptEnabled: false });

  await page.goto("/desk/queue?view=next");
  await page.getByRole("combobox", { name: "Topic" }).selectOption(topic);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(rowOf(page, inside)).toBeVisible();
  await expect(rowOf(page, outside)).toBeHidden();
  await expect(page.getByRole("link", { name: "Next 1" })).toBeVisible();

  await page.getByText("Keep this view").click();
  await field(page, "Name of the view").fill("Ships");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.goto("/desk/queue?view=all");
  await page.getByRole("list", { name: "Views you keep" }).getByRole("link", { name: "Ships" }).click();
  await expect(rowOf(page, inside)).toBeVisible();
  await expect(rowOf(page, outside)).toBeHidden();
  await page.getByRole("button", { name: "Delete the view “Ships”" }).click();
  await expect(page.getByRole("list", { name: "Views you keep" })).toBeHidden();
});

test("an editor asks somebody else mid-way: the words stay with their writer, and an undo is at hand", async ({
  open,
}) => {
  const [ana, ben, editor] = [await person("reviewer"), await person("reviewer"), await person("editor")];
  const { id } = await makeClaim({ state: "in_review", first: ana });
  const [anas, editors] = [await open(ana), await open(editor)];

  await anas.goto(`/desk/claims/${id}`);
  await field(anas, "Conclusion, in one sentence").fill("It fell, as the tables say.");
  await expect(anas.getByText(/^Saved/)).toBeVisible();

  await editors.goto(`/desk/claims/${id}`);
  await unfold(editors, "Ask somebody to do it");
  await field(editors, "Who is asked").selectOption(ben.name);
  await editors.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(editors.getByText(`Kept for ${ben.name} until`)).toBeVisible();

  await anas.reload();
  await expect(anas.getByText(`An editor has asked ${ben.name} to do this one.`)).toBeVisible();
  await expect(anas.getByRole("button", { name: "Commit verdict" })).toBeHidden();

  await editors.getByRole("button", { name: "Undo" }).click();
  await expectToast(editors, "As it was before");
  await anas.reload();
  await anas.getByRole("button", { name: "Take it" }).click();
  await expect(field(anas, "Conclusion, in one sentence")).toHaveValue("It fell, as the tables say.");
});

test("what colleagues do moves the numbers and the lines of a queue that is open", async ({ open }) => {
  const topic = `Ferries ${unique()}`;
  const statement = `Ferries were late ${unique()}`;
  const claim = await makeClaim({ state: "queued", statement, topics: [topic] });
  const page = await open(await person("reviewer"));
  await page.goto("/desk/queue?view=all");
  await page.getByRole("combobox", { name: "Topic" }).selectOption(topic);
  await expect(page.getByRole("link", { name: "All 1" })).toBeVisible();

  const colleague = await person("reviewer");
  await takeClaim({ actor: colleague, claimId: claim.id, now: new Date() });
  await expect(rowOf(page, statement).getByText(`${colleague.name} has it until`)).toBeVisible();
  await makeClaim({ state: "queued", topics: [topic] });
  await expect(page.getByRole("link", { name: "All 2" })).toBeVisible();
});

test("what moves in the queue is told to members only", async ({ requestAs }) => {
  const nobody = await requestAs(null);
  expect((await nobody.get("/api/desk/queue/counts")).status()).toBe(204);
  expect((await nobody.get("/api/desk/queue/events")).status()).toBe(401);
  const counts = await (await requestAs(await person("reporter"))).get("/api/desk/queue/counts?topic=none");
  expect(await counts.json()).toMatchObject({ all: 0, next: 0, ready: 0 });
});

test("keys give priority, put aside and take, each can be taken back, and the next claim opens by itself", async ({
  open,
}) => {
  const topic = `Canals ${unique()}`;
  const [first, second] = [`Canals froze ${unique()}`, `Locks opened ${unique()}`];
  await makeClaim({
    state: "queued",
    statement: first,
    topics: [topic],
    now: new Date(Date.now() - 432_000_000),
  });
  await makeClaim({ state: "queued", statement: second, topics: [topic] });
  const page = await open(await person("editor"), { viewport: { width: 1440, height: 900 } });
  await page.goto("/desk/queue?view=all");
  await page.getByRole("combobox", { name: "Topic" }).selectOption(topic);
  const pane = page.getByRole("region", { name: "Preview of the claim" });
  await expect(pane.getByRole("heading", { name: first })).toBeVisible();

  await page.keyboard.press("h");
  await expectToast(page, "Moved to the front of the queue");
  await expect(rowOf(page, first).getByText(/^High by/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, first).getByText(/^High by/)).toBeHidden();

  await page.keyboard.press("d");
  await expectToast(page, /^Put aside for you until/);
  await expect(pane.getByRole("heading", { name: second })).toBeVisible();

  await page.keyboard.press("m");
  await expectToast(page, "It is yours now");
  await expect(pane.getByRole("button", { name: "Commit verdict" })).toBeVisible();
});

test("a verdict committed beside the list opens the next claim, and the list says what became of the first", async ({
  open,
}) => {
  const topic = `Bridges ${unique()}`;
  const [first, second] = [`Bridges sank ${unique()}`, `Tunnels rose ${unique()}`];
  const earlier = new Date(Date.now() - 432_000_000);
  await makeClaim({ state: "queued", statement: first, topics: [topic], now: earlier });
  await makeClaim({ state: "queued", statement: second, topics: [topic] });
  const page = await open(await person("reviewer"), { viewport: { width: 1440, height: 900 } });
  await page.goto("/desk/queue?view=all");
  await page.getByRole("combobox", { name: "Topic" }).selectOption(topic);
  const pane = page.getByRole("region", { name: "Preview of the claim" });
  await expect(pane.getByRole("heading", { name: first })).toBeVisible();
  await pane.getByRole("button", { name: "Take it", exact: true }).click();
  await writeVerdict(page, { rating: "True", conclusion: "They did.", rationale: "The divers say so." });
  await pane.getByRole("button", { name: "Commit verdict" }).click();

  await expectToast(page, "Verdict committed");
  await expect(pane.getByRole("heading", { name: second })).toBeVisible();
  await expect(rowOf(page, first).getByText("Second opinion")).toBeVisible();
});

test("a claim that is taken beside the list stays beside it, though it left the list", async ({ open }) => {
  const topic = `Lighthouses ${unique()}`;
  const [first, second] = [`Lighthouses fell ${unique()}`, `Beacons stood ${unique()}`];
  const earlier = new Date(Date.now() - 432_000_000);
  await makeClaim({ state: "queued", statement: first, topics: [topic], now: earlier });
  await makeClaim({ state: "queued", statement: second, topics: [topic] });
  const page = await open(await person("reviewer"), { viewport: { width: 1440, height: 900 } });
  await page.goto("/desk/queue?view=next");
  await page.getByRole("combobox", { name: "Topic" }).selectOption(topic);
  const pane = page.getByRole("region", { name: "Preview of the claim" });
  await expect(pane.getByRole("heading", { name: first })).toBeVisible();

  await pane.getByRole("button", { name: "Take it", exact: true }).click();
  await expectToast(page, "It is yours now");
  await expect(rowOf(page, first)).toBeHidden();
  await expect(rowOf(page, second)).toBeVisible();
  await expect(pane.getByRole("heading", { name: first })).toBeVisible();
  await expect(pane.getByRole("button", { name: "Commit verdict" })).toBeVisible();
});

test("beside each other, list and claim scroll, and the page itself does not", async ({ open }) => {
  const topic = `Harbours ${unique()}`;
  await Promise.all(Array.from({ length: 8 }, () => makeClaim({ state: "second_review", topics: [topic] })));
  const page = await open(await person("editor"), { viewport: { width: 1440, height: 600 } });
  await page.goto("/desk/queue?view=all");
  await page.getByRole("combobox", { name: "Topic" }).selectOption(topic);
  await expect(page.getByRole("link", { name: "All 8" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Preview of the claim" })).toBeVisible();
  const excess = () => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  await expect.poll(excess).toBe(0);
});
