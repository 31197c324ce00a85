import { join } from "node:path";
import { execute, migrate, withClient } from "../database.ts";
import { type Postgres, startPostgres } from "../postgres.ts";
import { DATA } from "../root.mjs";
import { step } from "../screen.mjs";
import { CARELESS } from "../throwaway.ts";
import { publishClaims } from "./published-claims.ts";

/** What is said of a database that is filled to the end. */
const WHOLE = "filled";

/**
 * A Postgres with so many published claims, filled once and kept in `.data/bench-search`: migrations that came since are
 * applied to it, and a filling that was cut short is begun again. From here on `db` is that database.
 */
export async function startFilled(filling: {
  count: number;
  seed: number;
}): Promise<Postgres & { own: string }> {
  const postgres = await startPostgres(join(DATA, "bench-search"), { ...CARELESS, max_wal_size: "8GB" });
  try {
    const name = `filled_${filling.count}_${filling.seed}`;
    const own = postgres.url(name);
    const admin = postgres.url("postgres");
    process.env.DATABASE_URL = own;
    const isWhole = await isFilled(admin, name);
    if (!isWhole) await execute(admin, [`DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name}`]);
    await migrate(own);
    if (!isWhole) {
      await step(`Filling in ${filling.count} claims`, () => publishClaims(own, filling));
      await execute(admin, [`COMMENT ON DATABASE ${name} IS '${WHOLE}'`]);
    }
    return { ...postgres, own };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

function isFilled(url: string, name: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const said = "SELECT shobj_description(oid, 'pg_database') AS said FROM pg_database WHERE datname = $1";
    const { rows } = await client.query<{ said: string | null }>(said, [name]);
    return rows[0]?.said === WHOLE;
  });
}
