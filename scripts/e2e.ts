import { buildIfStale, generateIfStale } from "./lib/build.ts";
import { claim } from "./lib/claim.mjs";
import { runHere } from "./lib/processes.ts";

// `npm run e2e`: the end-to-end tests alone, with Playwright's own arguments after `--`.

await claim("build");
await generateIfStale();
await buildIfStale();
process.exitCode = await runHere(["node_modules/@playwright/test/cli.js", "test", ...process.argv.slice(3)]);
