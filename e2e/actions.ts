import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { env } from "#lib/env.ts";
import { actionBody, actionId, type Fields } from "../scripts/lib/server-actions.ts";

// Sending to server actions by hand, as somebody would who does not care what the screens offer.

const ROOT = resolve(import.meta.dirname, "..");

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

export type { Fields };

/** A call of an action: with a form, or with plain arguments. */
export type Call = { name: string; path: string; fields?: Fields; args?: readonly unknown[] };

/** Calls an action the way the browser's script on a page of `site` does, with the cookies of `request`. */
export function callAction(
  request: APIRequestContext,
  { name, path, fields, args }: Call,
  site = env.PUBLIC_URL,
): Promise<APIResponse> {
  const headers = { "Next-Action": actionId(name), Accept: "text/x-component", Origin: site };
  if (args) {
    const type = { "Content-Type": "text/plain;charset=UTF-8" };
    return request.post(path, {
      headers: { ...headers, ...type },
      data: JSON.stringify(args),
      maxRedirects: 0,
    });
  }
  return request.post(path, { headers, multipart: actionBody(fields ?? {}), maxRedirects: 0 });
}
