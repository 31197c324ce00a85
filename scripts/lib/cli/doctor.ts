import { statfs } from "node:fs/promises";
import { resolve } from "node:path";
import { settingMistakes } from "#lib/env.ts";
import { isMigrated, withClient } from "../database.ts";
import { DATA } from "../root.mjs";
import { chosenSite } from "../settings.ts";
import { withDatabase } from "../site.ts";
import { type Said, setSettings } from "./command-line.ts";

type Finding = { check: string; ok: boolean; said: string };

/** Bytes that have to be free, for a day's work and a backup of it: 1 GB. */
const ENOUGH = 1_000_000_000;
const GIGABYTE = 1_000_000_000;

/** Looks at what the product stands on. */
export const doctor = {
  summary: "looks at settings, database, migrations, secrets, files and disk",
  options: {},
  run: examine,
} as const;

async function examine(): Promise<Said> {
  const findings = [settings(), ...(await database()), await files(), await disk()];
  return {
    json: { ok: findings.every(({ ok }) => ok), findings },
    lines: findings.map(({ check, ok, said }) => `${ok ? "✓" : "✗"} ${check}: ${said}`),
    failed: findings.some(({ ok }) => !ok),
  };
}

function settings(): Finding {
  const { authSecret: AUTH_SECRET, publicUrl: PUBLIC_URL } = chosenSite();
  const DATABASE_URL = process.env.DATABASE_URL || "postgres://our-own";
  const mistakes = settingMistakes({ ...process.env, DATABASE_URL, AUTH_SECRET, PUBLIC_URL });
  const ok = mistakes.length === 0;
  return { check: "settings", ok, said: ok ? "in order" : mistakes.join("; ") };
}

/** What cannot be reached is a finding, not the end of the look. */
async function database(): Promise<Finding[]> {
  try {
    return await withDatabase(async (url) => {
      const [row] = await withClient(url, async (client) => {
        const { rows } = await client.query<{ version: string; size: string }>(
          "SELECT current_setting('server_version') AS version, pg_size_pretty(pg_database_size(current_database())) AS size",
        );
        return rows;
      });
      const ok = await isMigrated(url);
      return [
        { check: "database", ok: true, said: `Postgres ${row?.version}, ${row?.size}` },
        { check: "migrations", ok, said: ok ? "all applied" : "some are missing: start the product once" },
        ...(ok ? [await secrets(url)] : []),
      ];
    });
  } catch (error) {
    return [{ check: "database", ok: false, said: error instanceof Error ? error.message : String(error) }];
  }
}

/** After a database was restored without its AUTH_SECRET, members' codes never fit, and no screen may say why. */
async function secrets(url: string): Promise<Finding> {
  setSettings(url);
  const { unseal } = await import("#lib/auth/sealing.ts");
  const sealed = await withClient(url, async (client) => {
    const { rows } = await client.query<{
      purpose: "authenticator" | "webhook";
      owner: string;
      text: string;
    }>(
      `SELECT 'authenticator' AS purpose, member_id AS owner, sealed_secret AS text FROM authenticators
      UNION ALL SELECT 'webhook', id, sealed_secret FROM webhooks`,
    );
    return rows;
  });
  const lost = sealed.filter(({ purpose, owner, text }) => unseal(text, { purpose, owner }) === null);
  if (lost.length === 0) return { check: "secrets", ok: true, said: "AUTH_SECRET opens what was sealed" };
  const webhooks = lost.filter(({ purpose }) => purpose === "webhook").length;
  return {
    check: "secrets",
    ok: false,
    said:
      `sealed with another AUTH_SECRET: second steps of members (${lost.length - webhooks}), keys of webhooks ` +
      `(${webhooks}). Set that one again, or take the steps away (members second-step-off) and make new keys`,
  };
}

/** Keeps, reads and removes a file, as the product would. */
async function files(): Promise<Finding> {
  const { storage } = await import("#lib/storage/installation.ts");
  const where = process.env.FILES_S3_ENDPOINT || resolve(process.env.FILES_DIR || ".data/files");
  try {
    const key = `doctor/${process.pid}`;
    await storage().put(key, new TextEncoder().encode("doctor"));
    const read = await storage().get(key);
    await storage().remove(key);
    const ok = read !== null && new TextDecoder().decode(read) === "doctor";
    return {
      check: "files",
      ok,
      said: ok ? `can be kept in ${where}` : `what was kept in ${where} came back changed`,
    };
  } catch (error) {
    return { check: "files", ok: false, said: `${where}: ${error instanceof Error ? error.message : error}` };
  }
}

async function disk(): Promise<Finding> {
  const { bavail, bsize } = await statfs(DATA).catch(() => statfs("."));
  const free = bavail * bsize;
  return { check: "disk", ok: free >= ENOUGH, said: `${(free / GIGABYTE).toFixed(1)} GB free` };
}
