import { buildIfStale, generateIfStale } from "./lib/build.ts";
import { claim } from "./lib/claim.mjs";

// `npm run build`: the production build. It needs neither database nor settings.

await claim("build");
await generateIfStale();
await buildIfStale();
