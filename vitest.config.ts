import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// An awkward zone on purpose, 5 h 45 min ahead: code that takes the machine's time zone for the newsroom's shows it.
process.env.TZ = "Asia/Kathmandu";

const DATABASE_TESTS = "**/*.db.test.ts";
/** In Next's place where there is no server. Said here and not by each file: files share the modules they read. */
const ASKED = fileURLToPath(new URL("lib/testing/request.ts", import.meta.url));
const EXCLUDED = [...configDefaults.exclude, ".next*/**", ".data/**", "e2e/**"];

/**
 * Database tests first, which are the longer ones: a process takes the next file only if that is of its own kind, and
 * the short ones at the end leave neither processor idle.
 */
class KindByKind extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isOfDb = ({ project }: TestSpecification) => project.name === "db";
    return [...sorted.filter(isOfDb), ...sorted.filter((file) => !isOfDb(file))];
  }
}

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
    // Reading modules anew for each file took more of the processor than most of the tests. lib/testing/between-files.ts.
    isolate: false,
    sequence: { sequencer: KindByKind },
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
          setupFiles: ["lib/testing/console.ts", "lib/testing/between-files.ts"],
        },
      },
      {
        extends: true,
        resolve: { alias: { "next/headers": ASKED, "next/server": ASKED, "next/cache": ASKED } },
        test: {
          name: "db",
          include: [DATABASE_TESTS],
          exclude: EXCLUDED,
          globalSetup: ["scripts/test-database.ts"],
          setupFiles: ["lib/testing/console.ts", "lib/testing/between-files.ts", "lib/testing/database.ts"],
        },
      },
    ],
  },
});
