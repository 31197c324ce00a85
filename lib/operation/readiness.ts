import { readdirSync } from "node:fs";
import { db } from "#lib/db/client.ts";
import { storage } from "#lib/storage/installation.ts";

/** Milliseconds each may take: less than load balancers wait. */
const LIMIT = 2_000;

const FOLDER = "prisma/migrations";

/** What the product needs to serve. */
const NEEDS = {
  database: () => db.$queryRaw`SELECT 1`,
  async migrations() {
    const known = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const rows = await db.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
    const applied = new Set(rows.map(({ name }) => name));
    const absent = known.find(({ name }) => !applied.has(name));
    if (absent) throw new Error(`migration ${absent.name} is not applied`);
  },
  files: () => storage().get("ready"),
} as const satisfies Record<string, () => Promise<unknown>>;

type Need = keyof typeof NEEDS;

/** What keeps this process from serving, with the error it gave. Empty when nothing does. */
export async function missing(): Promise<ReadonlyMap<Need, unknown>> {
  const names = Object.keys(NEEDS) as Need[];
  const answers = await Promise.allSettled(names.map((name) => within(LIMIT, NEEDS[name]())));
  return new Map(
    names.flatMap((name, at) => {
      const answer = answers[at];
      return answer?.status === "rejected" ? [[name, answer.reason] as const] : [];
    }),
  );
}

/** Throws when the work is not done within so many milliseconds. */
async function within(limit: number, work: Promise<unknown>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${limit} ms`)), limit);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
