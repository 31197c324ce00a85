import { generateClientIfStale } from "./lib/build.ts";

// `npm run generate`: the Prisma client, from prisma/schema.prisma.

await generateClientIfStale();
