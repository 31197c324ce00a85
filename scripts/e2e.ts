import { readyBuild } from "./lib/build.ts";
import { runHere } from "./lib/processes.ts";

// `npm run e2e`: the end-to-end tests alone, with Playwright's own arguments after `--`.

await readyBuild();
process.exitCode = await runHere(["node_modules/@playwright/test/cli.js", "test", ...process.argv.slice(3)]);
