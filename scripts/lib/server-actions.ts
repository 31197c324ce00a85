import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ROOT } from "./root.mjs";

// Calling server actions the way the browser's script does, for whoever has no browser.

const BUILD = resolve(process.env.NEXT_DIST_DIR ?? join(ROOT, ".next"));

type Manifest = { node: Record<string, { exportedName: string; filename: string }> };

/** The address by which the build knows an action. */
export function actionId(name: string): string {
  const manifest = JSON.parse(
    readFileSync(join(BUILD, "server/server-reference-manifest.json"), "utf8"),
  ) as Manifest;
  const [id] = Object.entries(manifest.node).find(([, { exportedName }]) => exportedName === name) ?? [];
  if (id === undefined) throw new Error(`The build has no action ${name}`);
  return id;
}

export type Fields = Readonly<Record<string, string | number>>;

/** A form with these fields, as it is sent to its action. */
export function actionBody(fields: Fields): FormData {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.set(`_1_${field}`, String(value));
  // React reads the form's fields off when it meets the reference to them: that comes last.
  body.set("0", JSON.stringify([{ status: "idle" }, "$K1"]));
  return body;
}
