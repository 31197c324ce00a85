import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditFolder, readKept } from "./audit-folder.ts";

let home = "";
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "proofmark-audit-"));
});
afterAll(() => rm(home, { recursive: true }));

test("the key is made once, for its owner alone, also when two ask at once", async () => {
  const folder = join(home, "own");
  const [one, other] = await Promise.all([
    auditFolder(folder).privateKey(),
    auditFolder(folder).privateKey(),
  ]);
  expect(one).toBe(other);
  expect(await auditFolder(folder).privateKey()).toBe(one);
  expect((await stat(join(folder, "key"))).mode & 0o077).toBe(0);
});

test("a key that was given is used, and the ones before stay known", async () => {
  const folder = join(home, "given");
  await auditFolder(folder).privateKey();
  const given = await auditFolder(join(home, "elsewhere")).privateKey();
  expect(await auditFolder(folder, given).privateKey()).toBe(given);
  expect((await readKept(folder)).keys).toHaveLength(2);
});

test("heads are added, a line each", async () => {
  const folder = auditFolder(join(home, "heads"));
  await folder.privateKey();
  await folder.append(["1", "2"]);
  await folder.append(["3"]);
  expect((await readKept(join(home, "heads"))).heads).toEqual(["1", "2", "3"]);
  expect(await readFile(join(home, "heads/heads.jsonl"), "utf8")).toBe("1\n2\n3\n");
});

test("where nothing was kept there is nothing", async () => {
  expect(await readKept(join(home, "nowhere"))).toEqual({ heads: [], keys: [] });
});
