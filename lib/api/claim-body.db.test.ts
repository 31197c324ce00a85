import { beforeEach, expect, test } from "vitest";
import { makeClaim } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { makeUnratedClaim } from "#lib/testing/unrated-claim.ts";
import { serveApi } from "./serve.ts";

beforeEach(resetDb);

const read = async (path: string) =>
  (await serveApi(new Request(`http://localhost:3000/api/v1${path}`), "192.0.2.9")).json();

test("published data has the rating, and none where the newsroom gives none", async () => {
  const rated = await makeClaim({ state: "published" });
  const unrated = await makeUnratedClaim();
  expect(await read(`/claims/${rated.id}`)).toMatchObject({ verdict: { rating: { key: "true" } } });
  expect(await read(`/claims/${unrated.id}`)).toMatchObject({
    verdict: { rating: null, conclusion: `Concluded by ${unrated.first.name}.` },
  });
  const { items } = await read("/claims");
  expect(items).toMatchObject([
    { id: unrated.id, rating: null },
    { id: rated.id, rating: { label: "True", tone: "true" } },
  ]);
});
