import { beforeEach, expect, test } from "vitest";
import { tokenFor } from "#lib/testing/api.ts";
import { makeClaim } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { makeUnratedClaim } from "#lib/testing/unrated-claim.ts";
import { serveApi } from "./serve.ts";

beforeEach(resetDb);

const read = async (path: string, headers: Record<string, string> = {}) =>
  (await serveApi(new Request(`http://localhost:3000/api/v1${path}`, { headers }), "192.0.2.9")).json();

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

test("the desk's data has no rating either where the newsroom gives none", async () => {
  const rated = await makeClaim({ state: "published" });
  const unrated = await makeUnratedClaim();
  const headers = { Authorization: `Bearer ${await tokenFor(unrated.editor)}` };
  expect(await read(`/claims/${unrated.id}`, headers)).toMatchObject({
    verdict: { rating: null, conclusion: `Concluded by ${unrated.first.name}.` },
    opinions: [{ rating: null, reviewer: { id: unrated.first.id } }],
  });
  expect(await read(`/claims/${rated.id}`, headers)).toMatchObject({
    verdict: { rating: { key: "true" } },
    opinions: [{ rating: { key: "true" } }, { rating: { key: "true" } }],
  });
  const { items } = await read("/claims", headers);
  const ratings = new Map(items.map(({ id, rating }: { id: string; rating: unknown }) => [id, rating]));
  expect(ratings.get(unrated.id)).toBeNull();
  expect(ratings.get(rated.id)).toEqual({ label: "True", tone: "true" });
});
