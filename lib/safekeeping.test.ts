import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

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

test("everything that opens a connection is in the list of connections", () => {
  const opens =
    /new pg\.(?:Client|Pool)|new PgBoss|createTransport\(|(?<![\w.])fetch\(|startRequest\(|new OTLPTraceExporter/;
  const opening = [...sources].filter(([, source]) => opens.test(source)).map(([path]) => path);
  const listed = [...named(section("Connections"))].filter((name) => name?.startsWith("lib/"));
  expect(listed.toSorted()).toEqual(opening.toSorted());
});
