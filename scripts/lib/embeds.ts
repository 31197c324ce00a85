import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { ROOT } from "./root.mjs";

/** What other sites load, and what the page of a claim's record does, by the name of the file under `/embed/`. */
const SCRIPTS = {
  "article.js": "lib/embedding/article-script.ts",
  "claims.js": "lib/embedding/claims-script.ts",
  "frame.js": "lib/embedding/frame-script.ts",
  "record.js": "lib/proving/record-script.ts",
};

/** Each as one script without imports that leaves nothing behind in the page's own names. */
export async function bundleEmbeds(): Promise<Record<string, string>> {
  const bundled = Object.entries(SCRIPTS).map(async ([name, input]) => {
    const bundle = await rolldown({ cwd: ROOT, input, platform: "browser" });
    const { output } = await bundle.generate({ format: "iife", minify: true, comments: false });
    await bundle.close();
    return [name, output[0].code] as const;
  });
  return Object.fromEntries(await Promise.all(bundled));
}

/** Writes them to where they are served from. */
export async function makeEmbeds(): Promise<void> {
  const folder = join(ROOT, "public/embed");
  mkdirSync(folder, { recursive: true });
  for (const [name, code] of Object.entries(await bundleEmbeds())) writeFileSync(join(folder, name), code);
}
