import { buildIfStale, generateIfStale } from "./lib/build.ts";
import { claim } from "./lib/claim.mjs";
import { startFlags } from "./lib/flags.ts";
import { runSite } from "./lib/site.ts";

// `npm start`: the product as it is meant to run, built when its sources changed.

const flags = startFlags();
await claim("build");
await runSite({
  mode: "production",
  ...flags,
  async make() {
    await generateIfStale();
    await buildIfStale();
  },
});
