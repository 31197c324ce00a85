import { beforeAll, expect, test } from "vitest";
import { installQueue } from "#lib/jobs/queue.ts";
import { tokenFor } from "#lib/testing/api.ts";
import { makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { hostileBodies, isImport } from "#lib/testing/hostile-bodies.ts";
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

// An address would be fetched, and an import needs a worker: what is left of those bodies is read all the same.
const WRITING = OPERATIONS.filter(({ body: shape }) => shape !== null);

test(`${HOSTILE} bodies that nobody would send are refused or done, and never a fault of ours`, async () => {
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  for (const { sent, which, key } of hostileBodies(HOSTILE, SEED)) {
    const { method, path } = WRITING[which % WRITING.length] ?? { method: "POST", path: "/queue/take" };
    const id = path.startsWith("/articles") ? ids.article : ids.claim;
    if (/^\/articles(\/\{id\}\/revisions)?$/.test(path) && isImport(sent)) continue;
    const request = new Request(`http://localhost:3000/api/v1${path.replace("{id}", id)}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: sent,
    });
    if (key !== null) request.headers.set("Idempotency-Key", key);
    const { status } = await serveApi(request, "192.0.2.9");
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status >= 500) faults.push(`${method} ${path} ${status}: ${sent.slice(0, 300)}`);
  }
  expect(faults).toEqual([]);
  expect(statuses.get(400)).toBeGreaterThan(HOSTILE / 4);
}, 600_000);
