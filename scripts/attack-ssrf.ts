import { run } from "./lib/attacks/ssrf.ts";
import { execute, migrate } from "./lib/database.ts";
import { Problem } from "./lib/screen.mjs";
import { startThrowawayPostgres } from "./lib/throwaway.ts";

// `npm run attack:ssrf`: whether any address somebody types, any redirect or any answer of a name server leads the
// product to this machine or its network. Nothing leaves it: what is on the internet is played by a server here. How many
// tries, as an argument.

const postgres = await startThrowawayPostgres();
try {
  process.env.DATABASE_URL = postgres.url("proofmark_ssrf");
  process.env.PUBLIC_URL ??= "http://localhost:3000";
  process.env.AUTH_SECRET ??= "0".repeat(64);
  process.env.LOG_LEVEL = "silent";
  process.env.FETCH_ALLOWED_HOSTS = "";
  await execute(postgres.url("postgres"), ["CREATE DATABASE proofmark_ssrf"]);
  await migrate(process.env.DATABASE_URL);
  // Tables refuse what is no address of the web: here the guard alone is to.
  await execute(process.env.DATABASE_URL, [
    `DO $$ DECLARE given record; BEGIN
       FOR given IN SELECT conrelid::regclass AS held, conname FROM pg_constraint WHERE conname LIKE '%\\_web' LOOP
         EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', given.held, given.conname);
       END LOOP;
     END $$`,
  ]);
  const { arrivals } = await run({
    tries: Number(process.argv[3] ?? 500),
    own: Number(new URL(process.env.DATABASE_URL).port),
  });
  if (arrivals > 0) throw new Problem("Something got through to an address inside.");
} finally {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
  await postgres.stop();
}
