import { runChecks } from "./lib/checks.ts";

// `npm test`: everything, the production build and the end-to-end tests included.

await runChecks({ whole: true });
