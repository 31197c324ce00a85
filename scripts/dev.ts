import { generateIfStale } from "./lib/build.ts";
import { startFlags } from "./lib/flags.ts";
import { runSite } from "./lib/site.ts";

// `npm run dev`: the same with hot reload, and a worker that restarts when its code changes.

await runSite({ mode: "development", ...startFlags(), make: generateIfStale });
