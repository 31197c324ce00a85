import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { claim } from "./claim.mjs";
import { makeEmbeds } from "./embeds.ts";
import { makeFonts } from "./fonts.ts";
import { makePictureFonts } from "./picture-fonts.ts";
import { run } from "./processes.ts";
import { ROOT } from "./root.mjs";
import { step } from "./screen.mjs";

/** What the build reads, besides what package-lock.json pins. */
const BUILD_SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation-client.ts",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "prisma/schema.prisma",
  "proxy.ts",
  "tsconfig.json",
];

const CLIENT = { sources: ["prisma/schema.prisma", "package-lock.json"], stamp: "lib/db/generated/.sources" };
const FONTS = { sources: ["scripts/lib/fonts.ts", "package-lock.json"], stamp: "app/styles/fonts/.sources" };
const PICTURE_FONTS = {
  sources: ["scripts/lib/picture-fonts.ts", "package-lock.json"],
  stamp: "lib/picturing/fonts/.sources",
};
const EMBEDS = {
  sources: [
    "lib/anchoring",
    "lib/embedding",
    "lib/i18n/en/embed.ts",
    "lib/proving",
    "scripts/lib/embeds.ts",
    "package-lock.json",
  ],
  stamp: "public/embed/.sources",
};
const BUILD = { sources: BUILD_SOURCES, stamp: ".next/.sources" };

/** Writes the Prisma client when the schema is another than the one it was written from, and likewise fonts and the scripts that are files. */
export async function generateIfStale(): Promise<void> {
  await generateClientIfStale();
  await ifStale(FONTS, () => step("Fonts", makeFonts));
  await ifStale(PICTURE_FONTS, () => step("Fonts of pictures", makePictureFonts));
  await ifStale(EMBEDS, () => step("Scripts for pages", makeEmbeds));
}

/** Only what the database is reached by, as a command needs it. */
export function generateClientIfStale(): Promise<void> {
  return ifStale(CLIENT, () => step("Prisma client", generate));
}

function generate(): Promise<void> {
  return run(["node_modules/prisma/build/index.js", "generate"]);
}

/** Before a script that needs the production build: it is there and of these sources, and nobody else makes one meanwhile. */
export async function readyBuild(): Promise<void> {
  await claim("build");
  await generateIfStale();
  await buildIfStale();
}

/** Makes the production build when any of its sources is another than at the last one. */
export async function buildIfStale(): Promise<void> {
  await ifStale(BUILD, () => step("Build", build));
}

/** Made of what is counted anyway. */
const GENERATED = new Set(["lib/db/generated", "lib/picturing/fonts"]);

/** Without a database: a page that asked it now would show that answer for ever. */
function build(): Promise<void> {
  return run(["node_modules/next/dist/bin/next", "build"], { NODE_ENV: "production", DATABASE_URL: "" });
}

/** The stamp is written last, and holds what the sources were at the beginning. */
async function ifStale({ sources, stamp }: typeof BUILD, make: () => Promise<void>): Promise<void> {
  const file = join(ROOT, stamp);
  const now = fingerprint(sources);
  if (existsSync(file) && readFileSync(file, "utf8") === now) return;
  await make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, now);
}

/** SHA-256 over the names and contents of all files, but for tests and what is written by machines. */
function fingerprint(sources: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of sources.flatMap(filesIn)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  const stats = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!stats || GENERATED.has(path) || /\.test\.tsx?$/.test(path)) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
