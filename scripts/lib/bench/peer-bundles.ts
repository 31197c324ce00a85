import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../root.mjs";
import type { MadeSpan } from "./big-article.ts";

const run = promisify(execFile);

/** What the peers are made of: not the product's, so they are installed away from its packages. */
const PACKAGES = {
  "@recogito/text-annotator": "4.1.1",
  esbuild: "0.28.2",
  react: "19.3.1",
  "react-dom": "19.3.1",
} as const;

const PLACE = join(ROOT, ".data/bench-peers");

const RECOGITO = `
import { createTextAnnotator, reviveAnnotation } from "@recogito/text-annotator";
export const annotate = (root, renderer, annotations) => {
  const annotator = createTextAnnotator(root, { renderer, annotatingEnabled: false });
  // Its CSS renderer takes ranges only, its other one finds them itself.
  const isCss = renderer === "CSS_HIGHLIGHTS";
  annotator.setAnnotations(isCss ? annotations.map((each) => reviveAnnotation(each, root)) : annotations);
};`;

const NAIVE = `
import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { NaivePage } from "./naive.jsx";
export const hydrate = (root, data) => hydrateRoot(root, createElement(NaivePage, data));`;

const NAIVE_SERVER = `
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { NaivePage } from "./naive.jsx";
export const render = (data) => renderToString(createElement(NaivePage, data));`;

export type NaiveData = { text: string; claims: (MadeSpan & { id: number })[] };

/** Scripts that put `naive` or `recogito` on the page, and the naive page as its server sends it. */
export type PeerBundles = { naive: string; recogito: string; renderNaive: (data: NaiveData) => string };

/** Installs and bundles the peers that are other people's libraries. */
export async function bundlePeers(): Promise<PeerBundles> {
  await mkdir(PLACE, { recursive: true });
  await writeFile(join(PLACE, "package.json"), JSON.stringify({ private: true, dependencies: PACKAGES }));
  await run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: PLACE,
  });
  await writeFile(join(PLACE, "recogito.js"), RECOGITO);
  await writeFile(join(PLACE, "naive.jsx"), await readFile(join(import.meta.dirname, "naive-page.jsx")));
  const bundle = async (from: string, to: string, ...options: string[]) => {
    const program = join(PLACE, "node_modules/.bin/esbuild");
    const fixed = ["--bundle", "--minify", "--jsx=automatic", '--define:process.env.NODE_ENV="production"'];
    await run(program, [from, ...fixed, ...options, `--outfile=${to}`], { cwd: PLACE });
    return await readFile(join(PLACE, to), "utf8");
  };
  const inBrowser = (name: string) => ["--format=iife", `--global-name=${name}`];
  await writeFile(join(PLACE, "naive-client.js"), NAIVE);
  const naive = await bundle("naive-client.js", "naive.out.js", ...inBrowser("naive"));
  const recogito = await bundle("recogito.js", "recogito.out.js", ...inBrowser("recogito"));
  await writeFile(join(PLACE, "naive-server.js"), NAIVE_SERVER);
  await bundle("naive-server.js", "naive.server.cjs", "--platform=node", "--format=cjs");
  const { render } = createRequire(import.meta.url)(join(PLACE, "naive.server.cjs"));
  return { naive, recogito, renderNaive: render };
}
