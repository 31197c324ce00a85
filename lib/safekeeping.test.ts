import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keptSecret } from "../scripts/lib/settings.ts";

// The lists of docs/safekeeping.md against the code: what is new has to be thought of there.

const TEXT = readFileSync("docs/safekeeping.md", "utf8");
const section = (title: string) => TEXT.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
const named = (text: string) => new Set([...text.matchAll(/`([^`]+)`/gu)].map(([, name]) => name));

const sources = new Map(
  globSync("lib/**/*.ts")
    .filter((path) => !/\.test\.ts$|^lib\/(db\/generated|testing)\//.test(path))
    .map((path) => [path, readFileSync(path, "utf8")]),
);
const found = (pattern: RegExp) => [...sources.values()].flatMap((source) => [...source.matchAll(pattern)]);

test("every table has one class", () => {
  const rows = section("Classes of data").split("\n| Tables")[1] ?? "";
  const classed = [...rows.matchAll(/`([a-z_]+)`/gu)].map(([, table]) => table);
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  const tables = [...schema.matchAll(/^model [\s\S]*?@@map\("(\w+)"\)/gmu)].map(([, table]) => table);
  expect(tables.length).toBeGreaterThan(70);
  expect(classed.toSorted()).toEqual(tables.toSorted());
});

test("every key made of the secret is in the list of keys", () => {
  const purposes = found(/export type Purpose = (.+);/gu).flatMap(([, all = ""]) => all.split(" | "));
  const macs = found(/createHmac\("sha256", env\.AUTH_SECRET\)\.update\(`([\w-]+) /gu).map(
    ([, name]) => name,
  );
  const keys = named(section("Keys"));
  const made = [...purposes.map((purpose) => purpose.replaceAll('"', "")), ...macs];
  expect(made.length).toBeGreaterThan(7);
  expect(made.filter((name) => !keys.has(name ?? ""))).toEqual([]);
  expect(found(/env\.AUTH_SECRET\)\.update/gu)).toHaveLength(macs.length);
});

test("every setting that holds a secret is in the list of keys", () => {
  const settings = found(/^ {2}([A-Z_\d]+): .*$/gmu).map(([, name = ""]) => name);
  const secrets = settings.filter((name) => /SECRET|_KEY|TOKEN$|DATABASE_URL|SMTP_URL/.test(name));
  expect(secrets).toContain("AUTH_SECRET");
  const keys = named(section("Keys"));
  expect(secrets.filter((name) => !keys.has(name))).toEqual([]);
});

test("no installation begins with a password or a secret that others have", () => {
  const compose = readFileSync("compose.yaml", "utf8");
  const secrets = compose.match(/^.*(?:PASSWORD|SECRET).*$/gmu) ?? [];
  expect(secrets.length).toBeGreaterThan(2);
  expect(secrets.filter((line) => !/\$\{\w*(?:PASSWORD|SECRET):\?/u.test(line))).toEqual([]);
  const home = mkdtempSync(join(tmpdir(), "proofmark-kept-"));
  const made = ["one", "other"].map((name) => keptSecret(join(home, name)));
  for (const secret of made) expect(secret).toMatch(/^[\da-f]{64}$/u);
  expect(made[0]).not.toBe(made[1]);
  rmSync(home, { recursive: true });
});

test("every package there is is in the list with its version, and with its hash where it is installed", () => {
  type Entry = { version?: string; integrity?: string; optional?: boolean };
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };
  const entries = Object.entries(lock.packages).filter(([path]) => path !== "");
  expect(entries.length).toBeGreaterThan(500);
  // Of what other systems alone would install the version.
  const bare = entries.filter(([, { integrity, optional }]) => !integrity && !optional);
  expect(bare.map(([path]) => path)).toEqual([]);
  expect(entries.filter(([, { version }]) => !version)).toEqual([]);
  const named = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, Record<string, string>>;
  const versions = Object.values({ ...named.dependencies, ...named.devDependencies });
  expect(versions.filter((version) => !/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+[\w.-]*$/u.test(version))).toEqual(
    [],
  );
});

test("everything that opens a connection is in the list of connections", () => {
  const opens =
    /new pg\.(?:Client|Pool)|new PgBoss|createTransport\(|(?<![\w.])fetch\(|startRequest\(|new OTLPTraceExporter/;
  const opening = [...sources].filter(([, source]) => opens.test(source)).map(([path]) => path);
  const listed = [...named(section("Connections"))].filter((name) => name?.startsWith("lib/"));
  expect(listed.toSorted()).toEqual(opening.toSorted());
});
