import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures.ts";

const headers = { Authorization: `Bearer ${process.env.METRICS_TOKEN}` };

test("a process says that it lives and that it can serve", async ({ request }) => {
  for (const path of ["/api/health", "/api/health/ready"]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(await answer.json()).toEqual({ status: "ok" });
    expect(answer.headers()["cache-control"]).toBe("no-store");
    expect(answer.headers()["x-request-id"]).toMatch(/^[\da-f-]{36}$/);
  }
});

test("what is measured is told to whoever has the token, and to nobody else", async ({ request }) => {
  for (const wrong of [
    {},
    { Authorization: "Bearer wrong" },
    { Authorization: process.env.METRICS_TOKEN ?? "" },
  ]) {
    const answer = await request.get("/metrics", { headers: wrong });
    expect(answer.status()).toBe(401);
    expect(await answer.text()).not.toContain("proofmark_");
  }
  await request.get("/methodology");
  await request.get(`/api/desk/${randomUUID()}`);
  const text = await (await request.get("/metrics", { headers })).text();
  expect(text).toMatch(/^proofmark_readers_total\{status="2xx"\} [1-9]/m);
  expect(text).toMatch(/^proofmark_requests_total\{kind="desk",status="4xx"\} [1-9]/m);
  expect(text).toMatch(/^proofmark_database_connections\{state="total"\} [1-9]/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d/m);
});
