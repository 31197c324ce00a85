import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { attachEvidence } from "#lib/evidence/commands.ts";
import { tokenFor } from "#lib/testing/api.ts";
import { evidenceFor, makeClaim, sourceOf } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { serveApi } from "./serve.ts";

beforeEach(resetDb);

async function post(path: string, token: string, body: object): Promise<{ status: number; body: unknown }> {
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const response = await serveApi(request, "192.0.2.9");
  return { status: response.status, body: await response.json() };
}

test("a source by its id is used as confidentially as it is cited, and never in public", async () => {
  const claim = await makeClaim();
  const told = { url: "https://source.example/told", title: "Told in confidence", interests: "Works there" };
  const { id } = await attachEvidence({
    actor: claim.author,
    ...evidenceFor(claim.id, { ...told, visibility: "confidential" }),
  });
  const sourceId = await sourceOf(id);
  const token = await tokenFor(claim.author);
  const again = (more: object) =>
    post(`/claims/${claim.id}/evidence`, token, { sourceId, stance: "refutes", ...more });

  expect(await again({ quote: "A" })).toMatchObject({ status: 201 });
  expect(await again({ quote: "B", visibility: "confidential" })).toMatchObject({ status: 201 });
  expect(await again({ quote: "C", visibility: "public" })).toMatchObject({
    status: 409,
    body: { reason: "source_confidential" },
  });
  expect(await db.evidence.count({ where: { visibility: "confidential", sourceId } })).toBe(3);
  expect(await db.evidence.count({ where: { visibility: "public" } })).toBe(0);
  expect(await db.source.count()).toBe(1);
});

test("a public source by its id is cited in public unless it is to be in confidence", async () => {
  const claim = await makeClaim();
  const { id } = await attachEvidence({ actor: claim.author, ...evidenceFor(claim.id, { quote: "A" }) });
  const sourceId = await sourceOf(id);
  const token = await tokenFor(claim.author);
  const again = (more: object) =>
    post(`/claims/${claim.id}/evidence`, token, { sourceId, stance: "refutes", ...more });
  expect(await again({ quote: "B" })).toMatchObject({ status: 201 });
  expect(await again({ quote: "C", visibility: "confidential" })).toMatchObject({ status: 201 });
  expect(await db.evidence.count({ where: { visibility: "public", sourceId } })).toBe(2);
  expect(await db.evidence.count({ where: { visibility: "confidential" } })).toBe(1);
});
