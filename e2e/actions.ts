import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { APIRequestContext, APIResponse } from "@playwright/test";

// Sending to server actions by hand, as somebody would who does not care what the screens offer.

const ROOT = resolve(import.meta.dirname, "..");
const BUILD = resolve(process.env.NEXT_DIST_DIR ?? join(ROOT, ".next"));

type Manifest = { node: Record<string, { exportedName: string; filename: string }> };

/** The address by which the build under test knows an action. */
export function actionId(name: string): string {
  const manifest = JSON.parse(
    readFileSync(join(BUILD, "server/server-reference-manifest.json"), "utf8"),
  ) as Manifest;
  const [id] = Object.entries(manifest.node).find(([, { exportedName }]) => exportedName === name) ?? [];
  if (id === undefined) throw new Error(`The build has no action ${name}`);
  return id;
}

/** Every action the sources export: lib/<noun>/actions.ts. */
export function listActions(): string[] {
  const nouns = readdirSync(join(ROOT, "lib"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return nouns.flatMap(({ name }) => exportsOf(join(ROOT, "lib", name, "actions.ts"))).sort();
}

function exportsOf(file: string): string[] {
  let source = "";
  try {
    source = readFileSync(file, "utf8");
  } catch {
    return [];
  }
  return [...source.matchAll(/^export async function (\w+)/gm)].flatMap(([, name]) => name ?? []);
}

export type Fields = Readonly<Record<string, string | number>>;

/** A call of an action: with a form, or with plain arguments. */
export type Call = { name: string; path: string; fields?: Fields; args?: readonly unknown[] };

/** Calls an action the way the browser's script does, with the cookies of `request`. */
export function callAction(
  request: APIRequestContext,
  { name, path, fields, args }: Call,
): Promise<APIResponse> {
  const headers = { "Next-Action": actionId(name), Accept: "text/x-component" };
  if (args) {
    const type = { "Content-Type": "text/plain;charset=UTF-8" };
    return request.post(path, {
      headers: { ...headers, ...type },
      data: JSON.stringify(args),
      maxRedirects: 0,
    });
  }
  const body = new FormData();
  for (const [field, value] of Object.entries(fields ?? {})) body.set(`_1_${field}`, String(value));
  // React reads the form's fields off when it meets the reference to them: that comes last.
  body.set("0", JSON.stringify([{ status: "idle" }, "$K1"]));
  return request.post(path, { headers, multipart: body, maxRedirects: 0 });
}
