import { measureLive } from "./lib/bench/live-run.ts";
import { readyBuild } from "./lib/build.ts";

// `npm run bench:live`: how long it takes until a colleague's highlight is at everybody who has the article open. Two
// web servers on one Postgres, 50 open streams shared between them, one of the readers a real browser; every highlight
// is made by a command in a process of its own kind, and timed until each reader has event and card.

await readyBuild();
process.stdout.write(await measureLive({ readers: 50, highlights: 40 }));
