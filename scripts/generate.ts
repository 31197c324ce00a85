import { generate } from "./lib/build.ts";
import { step } from "./lib/screen.mjs";

// `npm run generate`: the Prisma client, from prisma/schema.prisma.

await step("Prisma client", generate);
