import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort, requireFreePort } from "./ports.mjs";

test.each([undefined, "127.0.0.1", "0.0.0.0", "localhost"])("a free port of %s may be used", async (host) => {
  await expect(requireFreePort(await freePort(), host)).resolves.toBeUndefined();
});

test("an address that this machine does not have is refused", async () => {
  const host = "192.0.2.1"; // of no machine: kept for documentation
  await expect(requireFreePort(await freePort(), host)).rejects.toThrow(`not "${host}"`);
});

test("a port that is taken is refused", async () => {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((listening) => server.listen({ port, host: "127.0.0.1" }, listening));
  await expect(requireFreePort(port)).rejects.toThrow(`Port ${port} is taken.`);
  server.close();
});
