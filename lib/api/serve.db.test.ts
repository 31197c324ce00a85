import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { installQueue } from "#lib/jobs/queue.ts";
import { tokenFor } from "#lib/testing/api.ts";
import { makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { OPERATIONS } from "./operations.ts";
import { serveApi } from "./serve.ts";

// What no honest program sends: none of it may be a fault of ours.

const HOSTILE = 2_000;
const SEED = 20261129;

let token: string;
let ids: { claim: string; article: string };

beforeAll(async () => {
  await resetDb();
  await installQueue({ connectionString: process.env.DATABASE_URL ?? "" });
  await makeNewsroom();
  token = await tokenFor(await makeMember({ role: "admin" }));
  const { id, articleId } = await makeClaim({ state: "second_review" });
  ids = { claim: id, article: articleId };
}, 120_000);

const FIELDS = [
  ..."url html text title origin language statement claimant saidAt saidWhere topics selector version".split(
    " ",
  ),
  ..."source sourceId stance quote note visibility archiveUrl reason ground duplicateOf override rating".split(
    " ",
  ),
  ..."problem conclusion rationale type exact prefix start end __proto__ constructor toString 0".split(" "),
];

const odd = fc.oneof(
  fc.constantFrom("\0", "\ud800", "a\0b", "🌉".repeat(300), "‮x", "é", "javascript:alert(1)", "' OR 1=1 --"),
  fc.constantFrom(
    "2026-02-30",
    "0000-01-01",
    "9999-12-31",
    "+275760-09-13",
    "own",
    "external",
    "primary",
    "true",
  ),
  fc.constantFrom("http://127.0.0.1/", "file:///etc/passwd", `https://x.example/${"a".repeat(3_000)}`),
  fc.constantFrom("x".repeat(20_000), "x".repeat(100_001), "TextQuoteSelector", "TextPositionSelector"),
  fc.constantFrom(-1, 0, 1, 1.5, 2 ** 31, 2 ** 53, 1e308, -1e308),
  fc.string({ unit: "binary" }),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.uuid(),
);

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: false },
    odd,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...FIELDS), tie("value"), { maxKeys: 6 }),
  ),
}));

/** JSON mostly; sometimes what is none, or too deep, or too large. */
const body = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 8 })
      .map((it) => JSON.stringify(it)),
  },
  { weight: 4, arbitrary: value.map((it) => JSON.stringify(it)) },
  { weight: 2, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.nat(5_000).map((depth) => "[".repeat(depth) + "]".repeat(depth)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      "{",
      '{"a":1e999}',
      '{"a":1,"a":2}',
      '"\\ud800"',
      `"${"x".repeat(300_000)}"`,
    ),
  },
);

// An address would be fetched, and an import needs a worker: what is left of those bodies is read all the same.
const WRITING = OPERATIONS.filter(({ body: shape }) => shape !== null);

test(`${HOSTILE} bodies that nobody would send are refused or done, and never a fault of ours`, async () => {
  const bodies = fc.sample(fc.tuple(body, fc.nat(), fc.option(fc.string(), { freq: 8 })), {
    numRuns: HOSTILE,
    seed: SEED,
  });
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  for (const [sent, which, key] of bodies) {
    const { method, path } = WRITING[which % WRITING.length] ?? { method: "POST", path: "/queue/take" };
    const id = path.startsWith("/articles") ? ids.article : ids.claim;
    if (/^\/articles(\/\{id\}\/revisions)?$/.test(path) && isImport(sent)) continue;
    const request = new Request(`http://localhost:3000/api/v1${path.replace("{id}", id)}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: sent,
    });
    if (key !== null && /^[\x20-\x7e]*$/.test(key)) request.headers.set("Idempotency-Key", key);
    const { status } = await serveApi(request, "192.0.2.9");
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status >= 500) faults.push(`${method} ${path} ${status}: ${sent.slice(0, 300)}`);
  }
  expect(faults).toEqual([]);
  expect(statuses.get(400)).toBeGreaterThan(HOSTILE / 4);
}, 600_000);

function isImport(sent: string): boolean {
  try {
    const parsed = JSON.parse(sent) as Record<string, unknown>;
    return [parsed.url, parsed.html, parsed.text].some((given) => typeof given === "string" && given !== "");
  } catch {
    return false;
  }
}
