import { describe, expect, test } from "vitest";
import type { Storage } from "#lib/storage/storage.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** What every storage must do, whatever it keeps its files on. `open` gives an empty one. */
export function describeStorage(name: string, open: () => Promise<Storage>): void {
  describe(name, () => {
    test("gives back what it was given, byte by byte", async () => {
      const storage = await open();
      const all = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
      await storage.put("sources/ab/all.gz", all);
      expect(Buffer.from((await storage.get("sources/ab/all.gz")) ?? []).equals(all)).toBe(true);
      await storage.put("empty", new Uint8Array());
      expect(await storage.get("empty")).toHaveLength(0);
    });

    test("says null of what is not there", async () => {
      const storage = await open();
      expect(await storage.get("sources/none")).toBeNull();
    });

    test("puts in place of what is there, and removes, also twice", async () => {
      const storage = await open();
      await storage.put("a/b", bytes("old"));
      await storage.put("a/b", bytes("new"));
      expect(Buffer.from((await storage.get("a/b")) ?? []).toString()).toBe("new");
      await storage.remove("a/b");
      await storage.remove("a/b");
      expect(await storage.get("a/b")).toBeNull();
    });

    test("of several who put the same at once, all succeed and the file is whole", async () => {
      const storage = await open();
      const files = ["x", "y", "z"].map((letter) => bytes(letter.repeat(200_000)));
      await Promise.all(files.map((file) => storage.put("race", file)));
      const found = Buffer.from((await storage.get("race")) ?? []);
      expect(files.some((file) => found.equals(file))).toBe(true);
    });

    test.each(["", "/etc/passwd", "../up", "a/../b", "a//b", ".hidden", "a/.b", "a b", "a\0b", "a/"])(
      "takes no key such as %j",
      async (key) => {
        const storage = await open();
        await expect((async () => storage.put(key, bytes("x")))()).rejects.toThrow("Not a key");
        await expect((async () => storage.get(key))()).rejects.toThrow("Not a key");
      },
    );
  });
}
