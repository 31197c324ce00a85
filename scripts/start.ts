import { buildIfStale, generateIfStale } from "./lib/build.ts";
import { claim } from "./lib/claim.mjs";
import { demoFlag } from "./lib/flags.ts";
import { runSite } from "./lib/site.ts";

// `npm start`: the product as it is meant to run, built when its sources changed.

const demo = demoFlag();
await claim("build");
await runSite({
  mode: "production",
  demo,
  async make() {
    await generateIfStale();
    await buildIfStale();
  },
});
