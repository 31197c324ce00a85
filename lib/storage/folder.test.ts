import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeStorage } from "#lib/testing/storage-contract.ts";
import { folderStorage } from "./folder.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "proofmark-storage-"));
});
afterAll(() => rm(folder, { recursive: true }));

describeStorage("a folder", async () => folderStorage(await mkdtemp(join(folder, "files-"))));

test("what it keeps is its owner's alone, and nothing half written is left", async () => {
  const own = join(folder, "own");
  await folderStorage(own).put("a/b", new Uint8Array([1]));
  expect((await stat(join(own, "a/b"))).mode & 0o077).toBe(0);
  expect(await readdir(join(own, "a"))).toEqual(["b"]);
});
