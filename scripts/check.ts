import { runChecks } from "./lib/checks.ts";

// `npm run check`: what is worth running before every commit.

await runChecks({ whole: false });
