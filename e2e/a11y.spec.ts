import type { Page } from "@playwright/test";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { makeArticle, makeClaim, makeEvidence, makeSnapshot, sourceOf } from "#lib/testing/factories.ts";
import { makeImport } from "#lib/testing/made-import.ts";
import { DESK, EVERY_LOOK, expectAccessible } from "./accessible.ts";
import { dragOver, toolbar, unfold, writeVerdict } from "./desk.ts";
import { expect, person } from "./fixtures.ts";
import { addressOf, listPages, type Things, test } from "./pages.ts";

// Every page, and every state of one that looks different.

const EVERY_BLOCK =
  "A heading\n\nA paragraph of words that is long enough to be one, with a stop.\n\n> A quote of somebody.\n\n- one\n- two\n\n" +
  "A man looks at a house. Jane Doe/Getty Images\n\nשלום עולם. זה משפט בעברית על הברית.";

/** The newsroom is set up: its page is not there. */
for (const pattern of listPages().filter((known) => known !== "/setup")) {
  test(`everybody can use ${pattern}`, async ({ open, things }) => {
    const member = await person("admin");
    const page = await open(pattern.startsWith("/desk") ? member : null);
    await page.goto(addressOf(pattern, things, member));
    await expectAccessible(page, EVERY_LOOK);
  });
}

const TIMED_OUT = { reason: "fetch_timeout", values: { seconds: 20 } };

type State = { name: string; show: (page: Page, things: Things) => Promise<unknown>; as?: "author" };

const STATES: readonly State[] = [
  { name: "a page that is not there", show: (page) => page.goto("/desk/claims/nothing") },
  { name: "a page before signing in that is not there", show: (page) => page.goto("/setup") },
  { name: "a public page that is not there", show: (page) => page.goto("/claims/nothing") },
  { name: "a search that finds nothing", show: (page) => page.goto("/claims?q=zzzzzz") },
  { name: "a desk search that finds nothing", show: (page) => page.goto("/desk/claims?q=zzzzzz") },
  { name: "an article search that finds nothing", show: (page) => page.goto("/desk/articles?q=zzzzzz") },
  { name: "an empty view of the queue", show: (page) => page.goto("/desk/queue?view=mine") },
  { name: "the whole queue", show: (page) => page.goto("/desk/queue?view=all") },
  {
    name: "the summary of what is done to several claims",
    show: async (page, { draft, published }) => {
      const ready = await makeClaim({ state: "ready" });
      const chosen = [draft, published, ready].map(({ id }) => `claim=${id}`).join("&");
      await page.goto(`/desk/queue/bulk?do=publish&${chosen}`);
    },
  },
  {
    name: "the claim's history",
    show: (page, { published }) => page.goto(`/desk/claims/${published.id}?tab=history`),
  },
  {
    name: "the history of a withdrawn claim",
    show: async (page) => page.goto(`/desk/claims/${(await makeClaim({ state: "withdrawn" })).id}`),
  },
  {
    name: "a draft with its forms open",
    as: "author",
    show: async (page, { draft }) => {
      await page.goto(`/desk/claims/${draft.id}`);
      await unfold(page, "Edit the claim");
      await unfold(page, "Author, note, kept copy, who may see it");
      await unfold(page, "Edit the notes");
      await unfold(page, "Record a request for reply");
      await unfold(page, "Dismiss the claim");
    },
  },
  {
    name: "a form that was refused",
    as: "author",
    show: async (page, { draft }) => {
      await page.goto(`/desk/claims/${draft.id}`);
      await page.getByRole("button", { name: "Attach a source" }).click();
      await expect(page.getByText("Please choose one.").first()).toBeVisible();
    },
  },
  {
    name: "the verdict form, written and previewed",
    show: async (page) => {
      await page.goto(`/desk/claims/${(await makeClaim({ state: "second_review" })).id}`);
      await page.getByRole("button", { name: "Take it", exact: true }).click();
      await writeVerdict(page, {
        rating: "Mixed",
        conclusion: "Half.",
        rationale: "# Head\n\n- **one**\n- [two](https://two.example)",
      });
      await unfold(page, "What the ratings mean");
      await page.getByRole("button", { name: "Preview" }).click();
    },
  },
  {
    name: "opinions that differ",
    show: (page, { differing }) => page.goto(`/desk/claims/${differing.id}`),
  },
  {
    name: "the question before publishing",
    show: async (page) => {
      await page.goto(`/desk/claims/${(await makeClaim({ state: "ready" })).id}`);
      await page.getByRole("button", { name: "Publish", exact: true }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
    },
  },
  {
    name: "the form for a correction",
    show: async (page, { published }) => {
      await page.goto(`/desk/claims/${published.id}`);
      await unfold(page, "Write a correction");
    },
  },
  { name: "pasting a new article", show: (page) => page.goto("/desk/articles/new?way=paste") },
  { name: "the file of a new article", show: (page) => page.goto("/desk/articles/new?way=file") },
  {
    name: "what was read with every kind of block, some left out",
    show: async (page) => {
      const { id } = await makeImport({ member: await person("reporter"), text: EVERY_BLOCK });
      await page.goto(`/desk/imports/${id}`);
      await page
        .getByRole("checkbox", { name: /^Part of the article: / })
        .first()
        .uncheck();
    },
  },
  {
    name: "what was read as the next text of an article",
    show: async (page, { article, author }) => {
      const { id } = await makeImport({ member: author, articleId: article.id });
      await page.goto(`/desk/imports/${id}`);
    },
  },
  {
    name: "an import that failed",
    show: async (page) => {
      const data = { kind: "url", state: "failed", url: "https://paper.example/gone" } as const;
      const failure = { reason: "fetch_status", values: { status: 410 } };
      const { id } = await db.import.create({ data: { ...data, failure }, select: { id: true } });
      await page.goto(`/desk/imports/${id}`);
    },
  },
  {
    name: "an import that nothing will come of",
    show: async (page) => {
      const createdAt = new Date(Date.now() - 3_600_000);
      const data = { kind: "url", state: "reading", url: "https://paper.example/slow", createdAt } as const;
      const { id } = await db.import.create({ data, select: { id: true } });
      await page.goto(`/desk/imports/${id}`);
    },
  },
  {
    name: "evidence whose copy is waited for",
    show: (page, { draft }) => showCopy(page, draft, { state: "waiting" }),
  },
  {
    name: "evidence of which no copy was kept",
    show: (page, { draft }) => showCopy(page, draft, { state: "failed", failure: TIMED_OUT }),
  },
  { name: "source tasks of every kind", show: showTasks },
  { name: "copies that an archive has, has taken on, and refused", show: showArchivings },
  {
    name: "an article whose words are chosen",
    show: async (page, { article }) => {
      await page.goto(`/desk/articles/${article.id}`);
      await dragOver(page, "founded in 1949");
      await expect(toolbar(page)).toBeVisible();
    },
  },
  {
    name: "the form for a new claim",
    show: async (page, { article }) => {
      await page.goto(`/desk/articles/${article.id}`);
      await dragOver(page, "founded in 1949");
      await page.keyboard.press("c");
      await expect(page.getByRole("form", { name: "New claim" })).toBeVisible();
    },
  },
  {
    name: "a filtered article, one of its claims shown all the same",
    show: async (page, { article }) => {
      await page.goto(`/desk/articles/${article.id}?state=unresolved#claim-1`);
      await expect(page.getByText(/and 1 that does not fit/)).toBeVisible();
    },
  },
  {
    name: "an article none of whose claims fits the filter",
    show: async (page, { article }) => {
      await page.goto(`/desk/articles/${article.id}?state=queued`);
      await expect(page.getByText("No claim fits the filter")).toBeVisible();
    },
  },
  {
    name: "the list of sentences",
    show: async (page, { article }) => {
      await page.goto(`/desk/articles/${article.id}`);
      await page.getByRole("button", { name: "Sentences" }).click();
      await expect(page.getByRole("listbox")).toBeVisible();
    },
  },
  {
    name: "the list of suggestions",
    show: async (page, { article }) => {
      await page.goto(`/desk/articles/${article.id}`);
      await page.getByRole("button", { name: "Suggestions" }).click();
      await expect(page.getByRole("list", { name: "Sentences worth checking" })).toBeVisible();
    },
  },
  {
    name: "the shortcuts",
    show: async (page, { article }) => {
      await page.goto(`/desk/articles/${article.id}`);
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    },
  },
];

async function showCopy(page: Page, { id, author }: Things["draft"], copy: CopyInput) {
  const { id: evidenceId } = await makeEvidence({ actor: author, claimId: id });
  await db.snapshot.create({ data: { sourceId: await sourceOf(evidenceId), ...copy }, select: { id: true } });
  await page.goto(`/desk/claims/${id}`);
}

type CopyInput = Pick<Prisma.SnapshotUncheckedCreateInput, "state" | "failure">;

async function showArchivings(page: Page, { snapshot: { sourceId } }: Things) {
  const at = new Date();
  const [one, two, three] = [
    await makeSnapshot({ sourceId }),
    await makeSnapshot({ sourceId }),
    await makeSnapshot({ sourceId }),
  ];
  const failure = { reason: "archiving_failed", values: { code: "blocked-url" } };
  await db.archiving.createMany({
    data: [
      { snapshotId: one.id, state: "archived", archivedAt: at, createdAt: at },
      { snapshotId: two.id, state: "submitted", jobId: "1", submittedAt: at, nextStepAt: at, createdAt: at },
      { snapshotId: three.id, state: "failed", failure, createdAt: at },
    ],
  });
  await page.goto(`/desk/sources/${sourceId}`);
}

async function showTasks(page: Page, { published, draft, snapshot }: Things) {
  const cite = async (claim: Things["draft"]) =>
    (await makeEvidence({ actor: draft.author, claimId: claim.id, quote: "It had twelve members." })).id;
  const raisedAt = new Date();
  const near = { snapshotId: snapshot.id, nearStart: 0, nearEnd: 24 };
  await db.sourceTask.createMany({
    data: [
      { evidenceId: snapshot.evidenceId, finding: "words_gone", raisedAt, ...near },
      { evidenceId: await cite(draft), finding: "gone", raisedAt, failure: TIMED_OUT },
      {
        evidenceId: await cite(draft),
        finding: "moved",
        raisedAt,
        movedTo: "https://b.example/",
        hasWords: true,
      },
    ],
  });
  await page.goto(`/desk/source-tasks?article=${published.articleId}`);
  await unfold(page, "The claim stands");
}

for (const { name, show, as } of STATES) {
  test(`everybody can use ${name}`, async ({ open, tolerate, things }) => {
    tolerate(/status of 404/);
    const member: Actor = as === "author" ? things.author : await person("editor");
    const page = await open(member, { viewport: DESK });
    await show(page, things);
    await expectAccessible(page);
  });
}

test("the sign-in page is usable when it refuses, and the demo's is when it has filled the form in", async ({
  open,
}) => {
  const page = await open();
  await page.goto("/login");
  await page.getByLabel("E-mail address").fill("nobody@e2e.example");
  await page.getByLabel("Password").fill("wrong");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("That e-mail address and password do not belong together.")).toBeVisible();
  await expectAccessible(page);
});

test("an article of every kind of block is usable in either direction of writing", async ({ open }) => {
  const author = await person("reporter");
  const article = await makeArticle({ actor: author, text: EVERY_BLOCK });
  const page = await open(author);
  await page.goto(`/desk/articles/${article.id}`);
  await expectAccessible(page);
});
