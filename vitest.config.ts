import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

// An awkward zone on purpose, 5 h 45 min ahead: code that takes the machine's time zone for the newsroom's shows it.
process.env.TZ = "Asia/Kathmandu";

const DATABASE_TESTS = "**/*.db.test.ts";
const EXCLUDED = [...configDefaults.exclude, ".next*/**", ".data/**", "e2e/**"];

export default defineConfig({
  resolve: {
    // It throws outside React's server build; tests of server code are no server.
    alias: { "server-only": fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url)) },
  },
  test: {
    env: {
      AUTH_SECRET: "0".repeat(64),
      PUBLIC_URL: "http://localhost:3000",
      FILES_DIR: join(tmpdir(), "proofmark-test-files"),
      LOG_LEVEL: "silent",
    },
    restoreMocks: true,
    unstubEnvs: true,
    maxWorkers: "100%",
    // Milliseconds. A machine busy with a build beside them is slow, not wrong.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...EXCLUDED, DATABASE_TESTS],
          setupFiles: ["lib/testing/console.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: [DATABASE_TESTS],
          exclude: EXCLUDED,
          globalSetup: ["scripts/test-database.ts"],
          setupFiles: ["lib/testing/console.ts", "lib/testing/database.ts"],
        },
      },
    ],
  },
});
