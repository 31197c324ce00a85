import { defineConfig, devices } from "@playwright/test";
import { requireBrowser } from "./scripts/lib/browser.ts";

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./scripts/test-site.ts",
  fullyParallel: true,
  workers: 2,
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
