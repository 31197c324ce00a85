import { readyBuild } from "./lib/build.ts";

// `npm run build`: the production build. It needs neither database nor settings.

await readyBuild();
