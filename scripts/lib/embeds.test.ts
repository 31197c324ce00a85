import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleEmbeds } from "./embeds.ts";

/** Bytes, compressed: what readers pay for. */
const LIMITS: Record<string, number> = {
  "article.js": 12_000,
  "claims.js": 600,
  "frame.js": 500,
  "record.js": 3_000,
};

test("the scripts that are loaded as files are small, whole, and need nothing that a strict policy forbids", async () => {
  const scripts = await bundleEmbeds();
  expect(Object.keys(scripts)).toEqual(Object.keys(LIMITS));
  for (const [name, code] of Object.entries(scripts)) {
    expect(gzipSync(code, { level: 6 }).length, name).toBeLessThan(LIMITS[name] ?? 0);
    expect(code, name).not.toMatch(/\beval\b|new Function|\bimport\b|\brequire\b|innerHTML|document\.write/);
  }
});
