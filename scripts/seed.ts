import { lookInto, seed } from "./lib/database.ts";
import { Problem, step } from "./lib/screen.mjs";
import { withDatabase } from "./lib/site.ts";

// `npm run seed`: fills an empty database with the demo newsroom.

await withDatabase(async (url) => {
  if ((await lookInto(url)).hasMembers)
    throw new Problem("This database has members already: the demo only fills an empty one.");
  await step("Demo newsroom", () => seed(url));
});
