import { randomBytes } from "node:crypto";
import { defineConfig, devices } from "@playwright/test";
import { CLIENT } from "./lib/testing/sign-in-provider.ts";
import { requireBrowser } from "./scripts/lib/browser.ts";
import { freePort } from "./scripts/lib/ports.mjs";

// Where tests may put up a site to import from (e2e/article-server.ts). Said before the product starts, as it may
// fetch from nowhere else on this machine; the tests' own processes inherit it.
if (process.env.TEST_WORKER_INDEX === undefined) {
  const ports = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  process.env.FETCH_ALLOWED_HOSTS = ports.map((port) => `127.0.0.1:${port}`).join(",");
  process.env.METRICS_TOKEN = randomBytes(24).toString("hex");
  // Where e2e/single-sign-on.spec.ts has a provider.
  process.env.OIDC_ISSUER = `http://127.0.0.1:${await freePort()}`;
  process.env.OIDC_CLIENT_ID = CLIENT.id;
  process.env.OIDC_CLIENT_SECRET = CLIENT.secret;
  process.env.OIDC_DOMAINS = "desk.example";
  process.env.OIDC_ROLE = "reporter";
  process.env.OIDC_NAME = "Example login";
  // So that each test can be a sender of its own.
  process.env.TRUSTED_PROXIES = "127.0.0.1,::1";
}

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./scripts/test-site.ts",
  fullyParallel: true,
  // One more than the processors of a small machine: with two, a seventh of their time is spent waiting.
  workers: 3,
  // A newsroom that begins is a row of tests that follow one another: begun last, they would end alone.
  projects: [
    { name: "beginning", testMatch: "setup.spec.ts" },
    { name: "newsroom", testIgnore: "setup.spec.ts" },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    // Set by the set-up, and inherited by the workers, which read this file again.
    baseURL: process.env.PUBLIC_URL,
    launchOptions: await requireBrowser(),
    locale: "en-GB",
    timezoneId: "Asia/Kathmandu",
    trace: "retain-on-failure",
  },
});
