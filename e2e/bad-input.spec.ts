import type { Locator, Page } from "@playwright/test";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { Actor, Role } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim, makeEvidence, makeInvitation } from "#lib/testing/factories.ts";
import { callAction } from "./actions.ts";
import { choose, dragOver, field, pasteArticle, unfold } from "./desk.ts";
import { expect, person, test, unique } from "./fixtures.ts";
import { listPages } from "./pages.ts";

const REQUIRED = "Please fill this in.";
const UNNAMED = "Give a title, or a web address it can be taken from.";
const NOT_A_URL = "This is not a web address. It begins with https:// or http://.";
const tooLong = (limit: number) => `This is too long: at most ${limit.toLocaleString("en")} characters.`;
/** Letters of several scripts, one written the other way, a family of code points, and a character without a name. */
const ODD = "שלום العالم 🦓👩‍👩‍👧 \u202eabc ﷽ <b>'\"&\\";

type Opened = { page: Page; form: Page | Locator; submit: Locator };

type FormCase = {
  name: string;
  open: (browser: { as: (role: Role | Actor | null) => Promise<Page> }) => Promise<Opened>;
  /** What must be filled in, or chosen, by label. */
  required: readonly string[];
  /** What is said of them, where it is more than that they are empty. */
  missing?: string;
  chosen?: readonly string[];
  /** What is typed, by label, and what is said of it. */
  refused: readonly (readonly [label: string, typed: string, says: string])[];
  /** Emptied first, since the form comes filled in. */
  filled?: true;
};

const evidenceRefusals = [
  ["Title", "x".repeat(501), tooLong(500)],
  ["Web address", "javascript:alert(1)", NOT_A_URL],
  ["Web address", "not an address", NOT_A_URL],
  ["Publisher", "x".repeat(301), tooLong(300)],
  ["Quoted words", "x".repeat(3001), tooLong(3000)],
] as const;

const claimRefusals = [
  ["Claim in one checkable sentence", "x".repeat(1001), tooLong(1000)],
  ["Who says it", "x".repeat(201), tooLong(200)],
  ["Where it was said", "x".repeat(301), tooLong(300)],
  ["Topics", "a,b,c,d,e,f,g,h,i,j,k", "These are too many: at most 10."],
  ["Topics", "x".repeat(61), tooLong(60)],
] as const;

const articleRefusals = [
  ["Title", "x".repeat(501), tooLong(500)],
  ["Byline", "x".repeat(301), tooLong(300)],
  ["Publisher", "x".repeat(301), tooLong(300)],
  ["Web address", "ftp://paper.example/", NOT_A_URL],
  ["Web address", "https://user:secret@paper.example/", NOT_A_URL],
] as const;

const verdictRefusals = [
  ["Conclusion, in one sentence", "x".repeat(301), tooLong(300)],
  ["Why", "x".repeat(20_001), tooLong(20_000)],
] as const;

const FORMS: readonly FormCase[] = [
  {
    name: "signing in",
    open: async ({ as }) => {
      const page = await as(null);
      await page.goto("/login");
      return { page, form: page, submit: page.getByRole("button", { name: "Sign in", exact: true }) };
    },
    required: ["E-mail address", "Password"],
    refused: [["E-mail address", `${"x".repeat(255)}@e2e.example`, tooLong(254)]],
  },
  {
    name: "accepting an invitation",
    open: async ({ as }) => {
      const { key } = await makeInvitation();
      const page = await as(null);
      await page.goto(`/invite/${key}`);
      return { page, form: page, submit: page.getByRole("button", { name: "Join" }) };
    },
    required: ["Your name"],
    refused: [["Your name", "x".repeat(201), tooLong(200)]],
  },
  {
    name: "the address of an article",
    open: async ({ as }) => {
      const page = await as("reporter");
      await page.goto("/desk/articles/new");
      return { page, form: page, submit: page.getByRole("button", { name: "Fetch it" }) };
    },
    required: ["Web address of the article"],
    refused: [
      ["Web address of the article", "not an address", NOT_A_URL],
      ["Web address of the article", "file:///etc/passwd", NOT_A_URL],
      ["Web address of the article", `https://paper.example/${"x".repeat(2000)}`, tooLong(2000)],
    ],
  },
  {
    name: "a pasted article",
    open: async ({ as }) => {
      const page = await as("reporter");
      await page.goto("/desk/articles/new?way=paste");
      return { page, form: page, submit: page.getByRole("button", { name: "Read it" }) };
    },
    required: ["Text of the article"],
    refused: [["Web address it is from", "javascript:alert(1)", NOT_A_URL]],
  },
  {
    name: "an article that was read",
    open: async ({ as }) => {
      const page = await as("reporter");
      await pasteArticle(page, "One sentence. And another.");
      return { page, form: page, submit: page.getByRole("button", { name: "Save article" }) };
    },
    required: ["Title"],
    refused: articleRefusals,
  },
  {
    name: "the details of an article",
    open: async ({ as }) => {
      const page = await as("editor");
      await page.goto(`/desk/articles/${(await makeArticle()).id}/edit`);
      return { page, form: page, submit: page.getByRole("button", { name: "Save details" }) };
    },
    required: ["Title"],
    filled: true,
    refused: articleRefusals,
  },
  {
    name: "a new claim",
    open: async ({ as }) => {
      const author = await person("reporter");
      const page = await as(author);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`/desk/articles/${(await makeArticle({ actor: author })).id}`);
      await dragOver(page, "twelve members");
      await page.keyboard.press("c");
      const form = page.getByRole("form", { name: "New claim" });
      await unfold(form, "When, where and topics");
      return { page, form, submit: form.getByRole("button", { name: "Create claim" }) };
    },
    required: ["Claim in one checkable sentence"],
    filled: true,
    refused: claimRefusals,
  },
  {
    name: "a claim's wording",
    open: async ({ as }) => {
      const { id, author } = await makeClaim();
      const page = await as(author);
      await page.goto(`/desk/claims/${id}`);
      await unfold(page, "Edit the claim");
      await unfold(page, "When, where and topics");
      const form = page.getByRole("main");
      return { page, form, submit: form.getByRole("button", { name: "Save", exact: true }) };
    },
    required: ["Claim in one checkable sentence"],
    filled: true,
    refused: claimRefusals,
  },
  {
    name: "attaching a source",
    open: async ({ as }) => {
      const { id, author } = await makeClaim();
      const page = await as(author);
      await page.goto(`/desk/claims/${id}`);
      const form = page.getByRole("region", { name: "Evidence" });
      return { page, form, submit: form.getByRole("button", { name: "Attach a source" }) };
    },
    required: ["Title"],
    missing: UNNAMED,
    chosen: ["What it says of the claim"],
    refused: evidenceRefusals,
  },
  {
    name: "a source that is attached",
    open: async ({ as }) => {
      const { id, author } = await makeClaim();
      // With an address the title may be left out.
      await makeEvidence({ actor: author, claimId: id, url: null });
      const page = await as(author);
      await page.goto(`/desk/claims/${id}`);
      const form = page.getByRole("region", { name: "Evidence" });
      await unfold(form, "Edit");
      return { page, form, submit: form.getByRole("button", { name: "Save", exact: true }) };
    },
    required: ["Title"],
    missing: UNNAMED,
    filled: true,
    refused: evidenceRefusals,
  },
  {
    name: "the notes for publication",
    open: async ({ as }) => {
      const { id, author } = await makeClaim();
      const page = await as(author);
      await page.goto(`/desk/claims/${id}`);
      const form = page.getByRole("region", { name: "For publication" });
      await unfold(form, "Edit the notes");
      return { page, form, submit: form.getByRole("button", { name: "Save the notes" }) };
    },
    required: [],
    refused: [
      ["Why no primary source", "x".repeat(2001), tooLong(2000)],
      ["What was looked for on the other side", "x".repeat(2001), tooLong(2000)],
    ],
  },
  {
    name: "a request for a reply",
    open: async ({ as }) => {
      const { id, author } = await makeClaim();
      const page = await as(author);
      await page.goto(`/desk/claims/${id}`);
      const form = page.getByRole("region", { name: "Right of reply" });
      await unfold(form, "Record a request for reply");
      return { page, form, submit: form.getByRole("button", { name: "Record a request for reply" }) };
    },
    required: ["Who was asked", "How", "When"],
    refused: [
      ["Who was asked", "x".repeat(201), tooLong(200)],
      ["What they answered", "x".repeat(2001), tooLong(2000)],
    ],
  },
  {
    name: "dismissing a claim",
    open: async ({ as }) => {
      const { id, author } = await makeClaim();
      const page = await as(author);
      await page.goto(`/desk/claims/${id}`);
      const form = page.getByRole("list", { name: "More actions" });
      await unfold(form, "Dismiss the claim");
      return { page, form, submit: form.getByRole("button", { name: "Dismiss", exact: true }) };
    },
    required: ["Reason"],
    chosen: ["Ground"],
    refused: [["Reason", "x".repeat(2001), tooLong(2000)]],
  },
  {
    name: "a verdict",
    open: async ({ as }) => {
      const { id, first } = await makeClaim({ state: "in_review" });
      const page = await as(first);
      await page.goto(`/desk/claims/${id}`);
      const form = page.getByRole("region", { name: /^Your verdict: / });
      return { page, form, submit: form.getByRole("button", { name: "Commit verdict" }) };
    },
    required: ["Conclusion, in one sentence", "Why"],
    chosen: ["Rating"],
    refused: verdictRefusals,
  },
  {
    name: "sending a claim back",
    open: async ({ as }) => {
      const { id, first } = await makeClaim({ state: "in_review" });
      const page = await as(first);
      await page.goto(`/desk/claims/${id}`);
      const form = page.getByRole("list", { name: "More actions" });
      await unfold(form, "Send back to the author");
      return { page, form, submit: form.getByRole("button", { name: "Send back", exact: true }) };
    },
    required: ["What is missing or wrong"],
    refused: [["What is missing or wrong", "x".repeat(2001), tooLong(2000)]],
  },
  {
    name: "publishing without one of the items",
    open: async ({ as }) => {
      const claimant = { claimantName: `Speaker ${unique()}`, claimantKind: "person" } as const;
      const { id, editor } = await makeClaim({ state: "ready", ...claimant });
      const page = await as(editor);
      await page.goto(`/desk/claims/${id}`);
      await page.getByRole("button", { name: "Publish", exact: true }).click();
      const form = page.getByRole("alertdialog");
      return { page, form, submit: form.getByRole("button", { name: "Publish", exact: true }) };
    },
    required: ["Why publish without it"],
    refused: [["Why publish without it", "x".repeat(2001), tooLong(2000)]],
  },
  {
    name: "a correction",
    open: async ({ as }) => {
      const { id, editor } = await makeClaim({ state: "published" });
      const page = await as(editor);
      await page.goto(`/desk/claims/${id}`);
      const form = page.getByRole("region", { name: "Correct what is published" });
      await unfold(form, "Write a correction");
      return { page, form, submit: form.getByRole("button", { name: "Publish the correction" }) };
    },
    required: ["Reason"],
    chosen: ["Kind of correction"],
    refused: [["Claim in one checkable sentence", "x".repeat(1001), tooLong(1000)], ...verdictRefusals],
  },
  {
    name: "a withdrawal",
    open: async ({ as }) => {
      const { id, editor } = await makeClaim({ state: "published" });
      const page = await as(editor);
      await page.goto(`/desk/claims/${id}`);
      await page.getByRole("button", { name: "Withdraw from publication" }).click();
      const form = page.getByRole("alertdialog");
      return { page, form, submit: form.getByRole("button", { name: "Withdraw", exact: true }) };
    },
    required: ["Why it is withdrawn"],
    refused: [["Why it is withdrawn", "x".repeat(2001), tooLong(2000)]],
  },
  {
    name: "the newsroom's settings",
    open: async ({ as }) => {
      const page = await as("admin");
      await page.goto("/desk/settings");
      return { page, form: page, submit: page.getByRole("button", { name: "Save", exact: true }) };
    },
    required: ["Name"],
    filled: true,
    refused: [["Name", "x".repeat(201), tooLong(200)]],
  },
  {
    name: "an invitation",
    open: async ({ as }) => {
      const page = await as("admin");
      await page.goto("/desk/settings/members/new");
      return { page, form: page, submit: page.getByRole("button", { name: "Invite", exact: true }) };
    },
    required: ["E-mail address"],
    refused: [["E-mail address", "somebody", "This is not an e-mail address."]],
  },
  {
    name: "a member",
    open: async ({ as }) => {
      const page = await as("admin");
      await page.goto(`/desk/settings/members/${(await person("reporter")).id}`);
      return { page, form: page, submit: page.getByRole("button", { name: "Save", exact: true }) };
    },
    required: ["Name"],
    filled: true,
    refused: [["Name", "x".repeat(201), tooLong(200)]],
  },
];

for (const form of FORMS) {
  test(`${form.name}: what is missing or wrong is said beside its field, and what was typed stays`, async ({
    open,
  }) => {
    const as = async (who: Role | Actor | null) => open(typeof who === "string" ? await person(who) : who);
    const { form: scope, submit } = await form.open({ as });
    const control = (label: string) =>
      scope.getByLabel(new RegExp(`^${escaped(label)}( \\(optional\\))?$`)).filter({ visible: true });

    if (form.filled) for (const label of form.required) await control(label).fill("   ");
    if (form.required.length > 0) {
      await submit.click();
      for (const label of form.required) await expectProblem(control(label), form.missing ?? REQUIRED);
      for (const label of form.chosen ?? []) {
        const group = scope.getByRole("group", { name: label });
        await expect(group).toHaveAccessibleDescription(/Please choose one\./);
      }
      await expect(scope.locator(":focus")).toHaveAttribute("aria-invalid", "true");
    }
    for (const [label, typed, says] of form.refused) {
      await control(label).fill(typed);
      await submit.click();
      // What stands there until then may say the same of what was typed before.
      await expect(submit).not.toHaveAttribute("aria-disabled", "true");
      await expectProblem(control(label), says);
      await expect(control(label)).toHaveValue(typed);
      await control(label).fill("");
    }
  });
}

async function expectProblem(control: Locator, says: string): Promise<void> {
  await expect(control).toHaveAttribute("aria-invalid", "true");
  await expect(control).toHaveAccessibleDescription(new RegExp(escaped(says)));
}

const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

test("words of any script, and signs that mean something to machines, are kept as they are", async ({
  open,
}) => {
  const author = await person("reporter");
  const page = await open(author);
  await pasteArticle(page, `${ODD}\n\n${ODD}`);
  await field(page, "Title").fill(ODD);
  await field(page, "Byline").fill(ODD);
  await page.getByRole("button", { name: "Save article" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ODD);

  const claim = await makeClaim({ author });
  await page.goto(`/desk/claims/${claim.id}`);
  await unfold(page, "Edit the claim");
  await field(page, "Claim in one checkable sentence").fill(ODD);
  await field(page, "Who says it").fill(ODD.slice(0, 30));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(ODD);
});

test("a verdict's Markdown cannot bring HTML or a script into the page", async ({ open }) => {
  const { id, first } = await makeClaim({ state: "in_review" });
  const page = await open(first);
  await page.goto(`/desk/claims/${id}`);
  await choose(page, "True");
  await field(page, "Conclusion, in one sentence").fill("<img src=x onerror=alert(1)>");
  const rationale =
    "<script>alert(1)</script> [a](javascript:alert(1)) ![b](https://tracker.example/b.png) <b>c</b>";
  await page.getByRole("textbox", { name: "Why", exact: true }).fill(rationale);
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Commit verdict" }).click();
  const opinion = page.getByRole("region", { name: "Opinions" });
  await expect(opinion.getByText("<img src=x onerror=alert(1)>")).toBeVisible();
  await expect(opinion.getByText("<script>alert(1)</script>")).toBeVisible();
  for (const link of await opinion.getByRole("link").all()) {
    await expect(link).toHaveAttribute("href", /^https:/);
  }
  await expect(opinion.locator("img, script, b")).toHaveCount(0);
});

test("a wrong password says nothing of whether there is such an account", async ({ open }) => {
  const { id } = await person("reporter", { passwordHash: await hashPassword("the right one, truly") });
  const { email } = await db.member.findUniqueOrThrow({ where: { id }, select: { email: true } });
  const page = await open();
  await page.goto("/login");
  const said = [];
  for (const address of [email, `nobody-${unique()}@e2e.example`]) {
    await field(page, "E-mail address").fill(address);
    await field(page, "Password").fill("a wrong one, truly");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    said.push(await page.getByRole("main").getByRole("alert").textContent());
    await page.reload();
  }
  expect(said[0]).toBe("That e-mail address and password do not belong together. Check both and try again.");
  expect(said[1]).toBe(said[0]);
});

test("signing in leads to no other site, whatever the address asks for", async ({ open }) => {
  const passwordHash = await hashPassword("the right one, truly");
  for (const from of [
    "//evil.example",
    "https://evil.example/",
    "/\\evil.example",
    "/%5Cevil.example",
    "javascript:alert(1)",
    "/%00",
  ]) {
    const { id } = await person("reporter", { passwordHash });
    const { email } = await db.member.findUniqueOrThrow({ where: { id }, select: { email: true } });
    const page = await open();
    await page.goto(`/login?from=${encodeURIComponent(from)}`);
    await field(page, "E-mail address").fill(email);
    await field(page, "Password").fill("the right one, truly");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL("/desk");
  }
});

test("what no browser would send is refused by every action, without a failure", async ({ requestAs }) => {
  const author = await person("reporter");
  const request = await requestAs(author);
  const claim = await makeClaim({ author });
  const path = `/desk/claims/${claim.id}`;
  const good = { claimId: claim.id, version: 1, statement: "Said.", topics: "" };
  const bad = [
    { ...good, saidOn: "2026-02-30" },
    { ...good, saidOn: "0000-01-01" },
    { ...good, saidOn: "yesterday" },
    { ...good, version: "none" },
    { ...good, version: 99_999_999_999 },
    { ...good, claimId: "' OR 1=1" },
    { ...good, claimantKind: "ghost" },
    { ...good, state: "published" },
    { ...good, statement: "\0\0" },
    {},
  ];
  for (const fields of bad) {
    const answer = await callAction(request, { name: "editClaimAction", path, fields });
    expect(answer.status(), JSON.stringify(fields)).toBe(200);
    expect(await answer.text(), JSON.stringify(fields)).toContain('"status":"refused"');
  }
  for (const args of [[], [null, null], [{}, {}], ["x", 1], [[[[]]], "$K9"]]) {
    for (const name of ["createClaimAction", "editClaimAction"]) {
      const answer = await callAction(request, { name, path: `/desk/articles/${claim.articleId}`, args });
      expect(answer.status(), `${name}(${JSON.stringify(args)})`).toBeLessThan(500);
      expect(await answer.text()).not.toMatch(/at \w+ \(|node_modules|prisma/i);
    }
  }
  const nul = await callAction(request, {
    name: "editClaimAction",
    path,
    fields: { ...good, statement: "No\0thing" },
  });
  expect(await nul.text()).not.toContain('"status":"refused"');
  const { statement } = await db.claim.findUniqueOrThrow({
    where: { id: claim.id },
    select: { statement: true },
  });
  expect(statement).toBe("Nothing");
});

const JUNK = ["", "0", "nothing", "%00", "%FF", "'\"<b>", "x".repeat(5000), "bnVsbA=="];
const NAMES = ["cursor", "q", "view", "claim", "state", "verdict", "tab", "from", "as", "notice"];
/** What is wrong in many ways at once, in one parameter alone: so that none hides behind what another leads to. */
const WORST = "%00'\"<b>";
/** Can be read as a cursor is, and is none of ours. */
const FOREIGN_CURSOR = "cursor=eyJhIjoxfQ";

for (const pattern of listPages().filter((known) => !known.includes("["))) {
  test(`no address of ${pattern}, however mangled, makes it fail`, async ({ requestAs }) => {
    const request = await requestAs(pattern.startsWith("/desk") ? await person("admin") : null);
    const alone = NAMES.map((name) => `${name}=${WORST}`);
    const twice = JUNK.map((value) => NAMES.map((name) => `${name}=${value}&${name}=2`).join("&"));
    for (const query of [FOREIGN_CURSOR, ...alone, ...twice]) {
      const answer = await request.get(`${pattern}?${query}`, { maxRedirects: 0 });
      expect.soft(answer.status(), query).toBeLessThan(500);
    }
  });
}

test("an address with a broken escape leads nowhere", async ({ requestAs }) => {
  const request = await requestAs(await person("editor"));
  for (const place of ["/claims", "/articles", "/desk/sources", "/desk/claims", "/api/desk/snapshots"]) {
    for (const broken of ["%E0%A4%A", "%zz", "%"]) {
      const answer = await request.get(`${place}/${broken}`, { maxRedirects: 0 });
      expect(answer.status(), `${place}/${broken}`).toBe(404);
    }
  }
});
